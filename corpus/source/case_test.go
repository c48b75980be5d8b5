package source

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/corpus/cases"
	"parallax/corpus/report"
)

// TestCases runs testdata/*.txtar. The comment's first line names a phenomenon; further lines are
//
//	read NAME...     what to read; else the whole folder
//	limit BYTES      Options.Limits.Bytes
//	stdin NAME       the file that is standard input
//	link NAME TO     a symbolic link
//	unix             what Windows says otherwise, or lets nobody do
//
// "want" is what Read makes of the other files. A file NAME.q holds the bytes of NAME as a Go string.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string {
		dir := t.TempDir()
		for _, f := range c.Files {
			write(t, dir, f.Name, f.Data)
		}
		if runtime.GOOS == "windows" && slices.Contains(strings.Split(c.Comment, "\n"), "unix") {
			t.Skip("Windows says it otherwise")
		}
		paths, o := directives(t, dir, c.Comment)
		read := Read(t.Context(), paths, o)
		for i := range read.Reports {
			checkReport(t, &read.Reports[i], report.ID(i))
		}
		dir = filepath.ToSlash(dir)
		return strings.ReplaceAll(strings.ReplaceAll(dump(read), dir+"/", ""), dir, ".")
	})
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if quoted, ok := strings.CutSuffix(name, ".q"); ok {
		s, err := strconv.Unquote(strings.TrimSpace(string(data)))
		if err != nil {
			t.Fatal(name, err)
		}
		name, data = quoted, []byte(s)
	}
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func directives(t *testing.T, dir, comment string) (paths []string, o Options) {
	t.Helper()
	paths = []string{dir}
	for _, line := range strings.Split(comment, "\n")[1:] {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		switch args := words[1:]; words[0] {
		case "read":
			paths = nil
			for _, a := range args {
				if a != "-" {
					a = filepath.Join(dir, a)
				}
				paths = append(paths, a)
			}
		case "limit":
			n, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			o.Limits.Bytes = n
		case "stdin":
			f, err := os.Open(filepath.Join(dir, args[0]))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { f.Close() })
			o.Stdin = f
		case "unix":
		case "link":
			if runtime.GOOS == "windows" {
				t.Skip("not everybody may make a link there")
			}
			if err := os.Symlink(args[1], filepath.Join(dir, args[0])); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("unknown directive %q", line)
		}
	}
	return paths, o
}

// dump is what came of reading in a form to read.
func dump(read report.Reading) string {
	var b strings.Builder
	for _, r := range read.Reports {
		fmt.Fprintf(&b, "%s (%s)\n", filepath.ToSlash(r.Path), r.Reader)
		for _, field := range []struct{ name, value string }{
			{"outlet", r.Outlet}, {"title", r.Title}, {"in text", r.Text[r.TitleSpan.Start:r.TitleSpan.End]},
			{"published", r.Published.String()}, {"url", r.URL}, {"byline", r.Byline}, {"note", r.Note}, {"lang", r.Facts.Lang.Value}, {"partial", r.Partial},
			{"headings", spans(r.Text, r.Headings)}, {"items", spans(r.Text, r.Items)},
		} {
			if field.value != "" {
				fmt.Fprintf(&b, "  %s: %s\n", field.name, field.value)
			}
		}
		if r.Text != "" {
			for _, line := range strings.Split(r.Text, "\n") {
				quoted := strconv.Quote(line)
				fmt.Fprintf(&b, "  | %s\n", quoted[1:len(quoted)-1])
			}
		}
	}
	for _, p := range read.Problems {
		fmt.Fprintf(&b, "problem %s\n", strings.ReplaceAll(filepath.ToSlash(p.Error()), "\n", "\n    "))
	}
	return b.String()
}

func spans(text string, list []report.Span) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, text[s.Start:s.End])
	}
	return strings.Join(parts, " / ")
}

// checkReport checks what holds of every report.
func checkReport(t *testing.T, r *report.Report, id report.ID) {
	t.Helper()
	if r.ID != id || r.Outlet == "" || r.Reader == "" || !utf8.ValidString(r.Text) || r.TextHash != sha256.Sum256([]byte(r.Text)) {
		t.Errorf("broken report: %+v", r)
	}
	for _, s := range append([]report.Span{r.TitleSpan}, append(r.Headings, r.Items...)...) {
		if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) || !onBorder(r.Text, s.Start) || !onBorder(r.Text, s.End) {
			t.Errorf("%s: span %v of a text of %d bytes", r.Path, s, len(r.Text))
		}
	}
	if r.Path == "-" || strings.Contains(r.Path, "!") { // of an archive
		return
	}
	path, _, _ := strings.Cut(r.Path, "#") // one of several in a file
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if r.FileHash != sha256.Sum256(file) {
		t.Errorf("%s: wrong hash of the file", r.Path)
	}
	at := 0
	for line := range strings.Lines(r.Text) {
		if in, ok := r.Map.File(report.Span{Start: at, End: at + len(line)}); ok && (in.Start < 0 || in.End < in.Start || in.End > len(file)) {
			t.Errorf("%s: %q is at %v of a file of %d bytes", r.Path, line, in, len(file))
		}
		at += len(line)
	}
}

func onBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
