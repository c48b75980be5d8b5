//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFrameByKeys: a report is left out on the list of reports, with its reason; what was found then is kept when the screen is
// left, is found again by another run, and is no longer the same once a file was changed.
func TestFrameByKeys(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	write := func(name, outlet, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte("---\noutlet: "+outlet+"\ndate: 2024-05-02\n---\n"+text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.md", "Alder", "The ferry Marta ran aground near Ostholm on Thursday with 212 people on board.")
	write("b.md", "Birch", "The ferry Marta with 212 people on board ran aground near Ostholm on Thursday.")
	write("c.md", "Cedar", "Near Ostholm the ferry Marta ran aground on Thursday with 212 people on board.")
	s := begin(t, state, "--coder", "Ann", folder)
	s.sees(" same")
	s.types("gl", "Reports")
	s.types("jj", "c.md")
	s.types("x", "left out because")
	s.types("an opinion piece\r", "left out: an opinion piece")
	s.types("\x1b", "2 outlets · 2 statements")
	s.sees(" same")
	s.quits("")
	for _, of := range []string{"count,reports,,2", "count,reports left out,,1", "decision,reports left out,Ann,1"} {
		if got := prints(t, state, 0, "methods", folder, "--format", "csv"); !strings.Contains(got, of+"\n") {
			t.Errorf("no %q in\n%s", of, got)
		}
	}
	if links := prints(t, state, 0, "links", folder, "--format", "csv"); strings.Contains(links, "Cedar") || !strings.Contains(links, "Birch") {
		t.Errorf("the links are\n%s", links)
	}
	name := filepath.Base(folder)
	if got := prints(t, state, 0, "reproduce", name); !strings.HasPrefix(got, "the same: ") {
		t.Errorf("found again: %s", got)
	}
	write("b.md", "Birch", "The ferry Marta left Ostholm on Thursday.")
	if got := prints(t, state, 1, "reproduce", name); !strings.Contains(got, "file changed: "+filepath.Join(folder, "b.md")) {
		t.Errorf("a changed file: %s", got)
	}
}

// TestReopened: opening a study again says which files are new, changed and gone, and what became of the passages.
func TestReopened(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "The ferry Marta ran aground near Ostholm on Thursday.\nNobody was hurt.\n")
	write("b.txt", "Near Ostholm the ferry Marta ran aground on Thursday.\n")
	s := begin(t, state, folder)
	s.sees(" same")
	s.types("m", "saved, u undoes")
	s.quits("")
	write("a.txt", "The ferry sank.\n")
	write("c.txt", "The ferry Marta ran aground on Thursday near Ostholm.\n")
	if err := os.Remove(filepath.Join(folder, "b.txt")); err != nil {
		t.Fatal(err)
	}
	s = begin(t, state, folder)
	s.sees("1 new, 1 changed, 1 gone")
	s.sees("1 not found again")
	s.quits("")
}
