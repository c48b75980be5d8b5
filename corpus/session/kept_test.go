package session

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"parallax/corpus/internal/fixture/kept"
)

// TestVersion1 reads a session that the program wrote before brief, session and export were packages of their own.
func TestVersion1(t *testing.T) {
	b, warnings, err := ReadFile("testdata/version-1")
	if err != nil || len(warnings) > 0 {
		t.Fatalf("%v %v", warnings, err)
	}
	want := "Middle East Eye3 (: a note of before); Middle East Eye4 #casualties #hospital; Middle East Eye9 + Press TV2 + Gossip Dad3 + NBC Bay Area6"
	if got := kept.Told(b); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(b.Decisions) != 5 || len(b.Overrides) != 1 {
		t.Errorf("%d decisions, %d overrides", len(b.Decisions), len(b.Overrides))
	}
}

// TestEveryChange opens a session that a program of before left without closing it, a checkpoint with every kind of change
// and a journal, and closes it: the bytes are those that the program of before wrote when it closed the same.
func TestEveryChange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session")
	for _, suffix := range []string{"", journalSuffix} {
		data, err := os.ReadFile("testdata/every-change/session" + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+suffix, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := OpenFile(path, Options{})
	if err != nil || len(s.Warnings()) > 0 {
		t.Fatalf("%v %v", s.Warnings(), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/every-change/closed")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
