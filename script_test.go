package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"

	"parallax/seeds"
)

// status N COMMAND... runs a command, which must end with exit status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		if _, scanErr := fmt.Sscanf(err.Error(), "exit status %d", &got); scanErr != nil {
			ts.Fatalf("%v", err)
		}
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// seeds FOLDER copies the embedded reports there.
func copySeeds(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: seeds FOLDER")
	}
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o755))
	ts.Check(fs.WalkDir(seeds.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(seeds.Files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, name), data, 0o644)
	}))
}

// write FILE TEXT writes a file of which TEXT, between ' signs, is the content with Go's escapes (\x1b, \u202e, \n).
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: write FILE 'TEXT'")
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	name, err := strconv.Unquote(`"` + args[0] + `"`)
	ts.Check(err)
	name = ts.MkAbs(name)
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

// clean stdout|stderr asks that nothing there could act on a terminal, or hide.
func clean(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: clean stdout|stderr")
	}
	text := ts.ReadFile(args[0])
	if strings.HasPrefix(text, "\uFEFFitem,") {
		text = strings.TrimPrefix(text, "\uFEFF") // a brief as CSV begins with a byte order mark
	}
	for i, r := range text {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar {
			ts.Fatalf("%s has %U at byte %d", args[0], r, i)
		}
	}
}

// json PATH VALUE asks that the JSON on standard output has, at a path of keys and indices with points between them,
// the value, written as JSON. PATH len N asks for a length.
func jsonAt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: json PATH [len] VALUE")
	}
	var at any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &at))
	for step := range strings.SplitSeq(args[0], ".") {
		switch v := at.(type) {
		case map[string]any:
			var ok bool
			if at, ok = v[step]; !ok {
				ts.Fatalf("%s: no %s", args[0], step)
			}
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(v) {
				ts.Fatalf("%s: no element %s of %d", args[0], step, len(v))
			}
			at = v[i]
		default:
			ts.Fatalf("%s: %s is of %v", args[0], step, at)
		}
	}
	if args[1] == "len" {
		list, _ := at.([]any)
		at = len(list)
	}
	got, err := json.Marshal(at)
	ts.Check(err)
	if want := args[len(args)-1]; string(got) != want {
		ts.Fatalf("%s is %s, want %s", args[0], got, want)
	}
}

// csv ROW COLUMN VALUE asks for a cell of the CSV on standard output, rows from 1 below the heading.
func csvAt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: csv ROW COLUMN VALUE")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile("stdout"))).ReadAll()
	ts.Check(err)
	row, err := strconv.Atoi(args[0])
	ts.Check(err)
	if row >= len(rows) {
		ts.Fatalf("no row %d of %d", row, len(rows)-1)
	}
	for i, name := range rows[0] {
		if name == args[1] {
			if got := rows[row][i]; got != args[2] {
				ts.Fatalf("row %d, %s is %q, want %q", row, name, got, args[2])
			}
			return
		}
	}
	ts.Fatalf("no column %q", args[1])
}

// places N asks for N lines path:line:column: statement on standard output, each of which leads to its statement in the
// file, as an editor would go there.
func places(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: places N")
	}
	n := 0
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		parts := strings.SplitN(strings.TrimSuffix(line, "\n"), ":", 4)
		if len(parts) != 4 {
			continue
		}
		row, err := strconv.Atoi(parts[1])
		ts.Check(err)
		column, err := strconv.Atoi(parts[2])
		ts.Check(err)
		lines := strings.Split(strings.TrimPrefix(ts.ReadFile(parts[0]), "\uFEFF"), "\n")
		if row < 1 || row > len(lines) || column < 1 || column > len(lines[row-1]) {
			ts.Fatalf("no such place: %s", line)
		}
		if there, want := lines[row-1][column-1:], strings.TrimPrefix(parts[3], " "); !strings.HasPrefix(there, want) {
			ts.Fatalf("there stands %q, not %q", there, want)
		}
		n++
	}
	if strconv.Itoa(n) != args[0] {
		ts.Fatalf("%d places, want %s", n, args[0])
	}
}

// links KINDS asks that the JSON on standard output is a list of documents and links and nothing else, that indices and
// offsets lead somewhere, and that the links are of these kinds.
func links(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: links KINDS")
	}
	var got struct {
		Documents []struct {
			Path       string
			Statements []struct {
				Start, End  int
				Boilerplate bool
				Voices      []struct {
					Speaker, Mode, Verb string
					Start, End          int
				}
			}
		}
		Links []struct {
			A, B    [2]int
			Score   float64
			Kind    string
			Partial bool
			Reasons []string
		}
	}
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	d.DisallowUnknownFields()
	ts.Check(d.Decode(&got))
	for _, doc := range got.Documents {
		text, last := ts.ReadFile(doc.Path), 0
		for _, s := range doc.Statements {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				ts.Fatalf("%s: a statement from %d to %d after %d of %d", doc.Path, s.Start, s.End, last, len(text))
			}
			last = s.End
			for _, v := range s.Voices {
				if v.Speaker == "" || !slices.Contains([]string{"direct", "indirect", "mixed"}, v.Mode) || v.Start < s.Start || v.End > s.End {
					ts.Fatalf("%s: the voice %+v of a statement from %d to %d", doc.Path, v, s.Start, s.End)
				}
			}
		}
	}
	kinds := map[string]bool{}
	for _, l := range got.Links {
		kinds[l.Kind] = true
		for _, end := range [][2]int{l.A, l.B} {
			if end[0] >= len(got.Documents) || end[1] >= len(got.Documents[end[0]].Statements) {
				ts.Fatalf("no statement %v", end)
			}
		}
		if l.A[0] >= l.B[0] || l.Score < 0 || l.Score > 1 || l.Kind == "same" && len(l.Reasons) == 0 {
			ts.Fatalf("the link %+v", l)
		}
	}
	for kind := range strings.FieldsSeq(args[0]) {
		if !kinds[kind] {
			ts.Fatalf("no link of the kind %s", kind)
		}
		delete(kinds, kind)
	}
	if len(kinds) > 0 {
		ts.Fatalf("links of the kinds %v", kinds)
	}
}
