//go:build unix

package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var updateTranscript = flag.Bool("update-transcript", false, "write testdata/linear.txt anew")

// task is a whole task, done by somebody who hears what the terminal writes and sees nothing: keys, and what is heard when
// they have done all they do, parts of it between bars.
var task = []struct{ keys, hears string }{
	{"", "same: China Daily|esc ends the tour"},
	{"\x1b", "the tour is over"},
	{"j", "statement 2 of 26"},
	{"j", "statement 3 of 26"},
	{"l", "China Daily, statement 6 of 25"},
	{"o", "silent: "},                 // what only this outlet has
	{"\x07", "Reading, China Daily"},  // where am I
	{"/hospital", "7 statements"},     // in all outlets
	{"\x0e", "hit 2 of 7"},            // the next
	{"\r", "search hospital, 4 of 7"}, // stay there
	{"\x19", "NBC Bay Area; silent"},  // every wording of the claim
	{"a", "note: "},                   // a note
	{"who says this?\r", "saved, u undoes"},
	{"c", "shown: shared, as met"}, // the table of claims
	{"j", "row 10 of 38"},
	{"l", "NBC Bay Area: "},
	{"m", "saved, u undoes"}, // the whole claim
	{"q", "Reading\n"},
	{"'mi2G", "statement 2 of 26"},
	{"\r", "Claim card\n"},
	{"j", "row 2 of"},
	{"q", "Reading\n"},
	{"b", "Brief\n"},
	{"j", "entry 2 of 2"},
	{"x", "export to (enter: brief.md): "},
	{"\r", "exported to "},
	{"q", "Reading\n"},
	{"q", "parallax ends"},
}

// TestLinear does the task on a terminal. All that it wrote is testdata/linear.txt: lines, and of a terminal's commands
// only the backspaces of what is typed.
func TestLinear(t *testing.T) {
	folder := t.TempDir()
	p := sitDown(t, 80, 24, func(c *exec.Cmd) { c.Dir = folder }, "--linear")
	var transcript strings.Builder
	from := 0
	for _, step := range task {
		if err := p.Type(step.keys); err != nil {
			t.Fatal(err)
		}
		if !p.Wait(patience, func() bool { return containsAll(heard(p, from), strings.Split(step.hears, "|")) }) {
			t.Fatalf("after %q there is no %q in %q", step.keys, step.hears, heard(p, from))
		}
		from = len(plainly(p.Raw()))
	}
	p.leaves(0)
	transcript.WriteString(plainly(p.Raw()))
	if i := strings.IndexFunc(transcript.String(), func(r rune) bool { return r < ' ' && r != '\n' && r != '\b' }); i >= 0 {
		t.Errorf("the terminal was told %q", transcript.String()[i:min(len(transcript.String()), i+20)])
	}
	verify := &exec.Cmd{Path: binary(t), Args: []string{"parallax", "verify", "brief.md"}, Dir: folder}
	out, err := verify.CombinedOutput()
	if err != nil {
		t.Errorf("the brief is not verified: %v", err)
	}
	transcript.WriteString("$ parallax verify brief.md\n" + string(out))
	compareTranscript(t, transcript.String())
}

func containsAll(text string, parts []string) bool {
	return !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(text, part) })
}

// heard is what was written from a place on.
func heard(p *person, from int) string { return plainly(p.Raw())[from:] }

// plainly is what was written with its line ends as in a file.
func plainly(raw []byte) string { return strings.ReplaceAll(string(raw), "\r\n", "\n") }

// begun is a transcript from the end of the tour on: on a slow machine it begins with the word that the links are still to come.
func begun(transcript string) string {
	return transcript[strings.Index(transcript, "the tour is over"):]
}

func binary(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func compareTranscript(t *testing.T, got string) {
	t.Helper()
	file := filepath.Join("testdata", "linear.txt")
	if *updateTranscript {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := string(want)
	if strings.Contains(got, "not linked yet") {
		all, got = begun(all), begun(got)
	}
	w, g := strings.Split(all, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		switch {
		case i >= len(w):
			t.Fatalf("line %d is one too many: %q", i+1, g[i])
		case i >= len(g):
			t.Fatalf("line %d is missing: %q", i+1, w[i])
		case w[i] != g[i]:
			t.Fatalf("line %d is %q, want %q", i+1, g[i], w[i])
		}
	}
}
