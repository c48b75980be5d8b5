// Command bounds measures how long parallax takes, and how much memory at its peak, over files that ask for much: what
// single letters, marks and brackets without end, tables and great events come to. It prints a table in Markdown.
//
//	go build -o /somewhere/parallax . && go run ./corpus/internal/bounds /somewhere/parallax [PART OF A NAME]
//
// Memory is the peak that the system counts for the process (kilobytes resident), so it holds the program itself and what
// the collector had not yet given back. Per byte is what is above that of an empty report, by the bytes of all texts.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"parallax/corpus/match/plant"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: bounds PROGRAM [PART OF A NAME]")
		os.Exit(2)
	}
	if err := measure(os.Args[1], strings.Join(os.Args[2:], " ")); err != nil {
		fmt.Fprintln(os.Stderr, "bounds:", err)
		os.Exit(1)
	}
}

// ask is a file, or a folder of them, that asks for much.
type ask struct {
	name  string
	files func(dir string) error
}

// asks are those that are measured, the empty one first.
func asks() []ask {
	const mib = 1 << 20
	all := []ask{one("nothing", ".txt", "a", 1)}
	for _, unit := range []string{"*a_ ", "a_b_ "} {
		all = append(all, one(fmt.Sprintf("%q, 256 KiB, Markdown", unit), ".md", unit, 256<<10))
	}
	for _, unit := range []string{"a ", "> ", "|a|b|\n|-|-|\n|x|y|\n"} {
		all = append(all, one(fmt.Sprintf("%q, 8 MiB, Markdown", unit), ".md", unit, 8*mib))
	}
	for _, unit := range []string{"a ", "\"", "a\n", "ab\n", "abc\n", "He ran. "} {
		all = append(all, one(fmt.Sprintf("%q, 8 MiB, text", unit), ".txt", unit, 8*mib))
	}
	all = append(all, one("prose, 8 MiB, text", ".txt", "\"The harbour is shut for all boats,\" said Mayor Ada Hale, who had met 24 skippers on Monday. She added that no boat had left it.\n", 8*mib))
	return append(all,
		ask{"names, 40,000 in one report", func(dir string) error { return write(dir, "a.txt", names(40_000)) }},
		event("one event, 200 reports of 200 statements", plant.Options{Stories: 1, Reports: 200, Statements: 200, Seed: 1}),
		event("one event, 2,000 reports of 30 statements, mixed", plant.Options{Stories: 1, Reports: 2000, Statements: 30, Seed: 1, Mixed: true}),
		event("100 events, 1,000 reports of 30 statements", plant.Options{Stories: 100, Reports: 10, Statements: 30, Seed: 1}),
	)
}

func one(name, ending, unit string, size int) ask {
	return ask{name, func(dir string) error { return write(dir, "a"+ending, strings.Repeat(unit, max(1, size/len(unit)))) }}
}

func event(name string, o plant.Options) ask {
	return ask{name, func(dir string) error {
		for _, r := range plant.Grow(o).Reports {
			if err := write(dir, r.Path, r.Text); err != nil {
				return err
			}
		}
		return nil
	}}
}

// names is a text in which as many people are named.
func names(n int) string {
	var b strings.Builder
	syllable := func(i int) string { return string("bdfgklmnprstvz"[i%14]) + string("aeiou"[i/14%5]) }
	for i := range n {
		name := syllable(i) + syllable(i/70) + syllable(i/4900)
		fmt.Fprintf(&b, "%s %sson said so on Monday.\n", strings.ToUpper(name[:1])+name[1:], strings.ToUpper(name[2:3])+name[3:])
	}
	return b.String()
}

func write(dir, name, text string) error {
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600)
}

// commands are what is measured over each: reading alone, and all that is known.
var commands = [][]string{{"search", "zzzz"}, {"claims", "--format", "csv"}}

func measure(program, part string) error {
	fmt.Println("| input | bytes | search: s | MB | a byte | claims: s | MB | a byte | said |\n|---|--:|--:|--:|--:|--:|--:|--:|---|")
	var empty [2]int64
	for i, a := range asks() {
		if i > 0 && !strings.Contains(a.name, part) {
			continue
		}
		dir, err := os.MkdirTemp("", "bounds")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if err := a.files(dir); err != nil {
			return err
		}
		size := sizeOf(dir)
		fmt.Printf("| %s | %d ", strings.ReplaceAll(a.name, "|", `\|`), size)
		said := ""
		for k, c := range commands {
			took, peak, err := run(program, append(append([]string{}, c...), dir))
			if i == 0 {
				empty[k] = peak
			}
			fmt.Printf("| %.2f | %d | %.0f ", took.Seconds(), peak>>20, float64(peak-empty[k])/float64(size))
			said = strings.TrimPrefix(strings.ReplaceAll(err, dir+string(filepath.Separator), ""), "parallax: ")
		}
		line, _, _ := strings.Cut(said, "\n")
		fmt.Printf("| %s |\n", line)
		os.RemoveAll(dir)
	}
	return nil
}

func sizeOf(dir string) (size int64) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			size += info.Size()
		}
	}
	return size
}

// run runs a command and is how long it took, its peak of memory in bytes, and what it said went wrong.
func run(program string, args []string) (took time.Duration, peak int64, said string) {
	cmd := exec.Command(program, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+args[len(args)-1], "XDG_CACHE_HOME="+args[len(args)-1])
	began := time.Now()
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		return 0, 0, err.Error()
	}
	return time.Since(began), peakOf(cmd.ProcessState), stderr.String()
}
