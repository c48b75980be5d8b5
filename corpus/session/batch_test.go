package session

import (
	"testing"

	"parallax/corpus/brief"
)

// TestBatch: changes that are made together are undone and done again together, also by a session that was opened anew; what
// was made before and after stays by itself, and what is refused among them takes nothing with it.
func TestBatch(t *testing.T) {
	d := newFakeDisk()
	s := open(t, d)
	want := func(n int) {
		t.Helper()
		if got := len(s.Brief().Entries); got != n {
			t.Fatalf("%d entries, want %d", got, n)
		}
	}
	if _, err := s.Do(brief.Insert{Text: "before"}); err != nil {
		t.Fatal(err)
	}
	made, err := s.DoAll([]brief.Change{brief.Insert{Text: "a"}, brief.Unmark{Entry: 99}, brief.Insert{Text: "b"}, brief.Insert{Text: "c"}})
	if err == nil || len(made) != 3 {
		t.Fatalf("%d were made, %v", len(made), err)
	}
	want(4)
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	want(1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, d)
	want(1)
	for range 2 {
		if _, err := s.Redo(); err != nil {
			t.Fatal(err)
		}
		want(4)
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
		want(1)
	}
	if _, err := s.DoAll([]brief.Change{brief.Insert{Text: "alone"}}); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 0} {
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
		want(n)
	}
}
