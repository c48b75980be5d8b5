package session

import (
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
