package ui

import (
	"slices"
	"strings"
	"testing"
)

// TestAlias: what the reader says is one thing is the first group of the wording, counts in the present statements, and goes
// again when it is undone or said a second time.
func TestAlias(t *testing.T) {
	s := openEmbedded(t, 120, 40)
	s.press("W g g A")
	for range 60 {
		s.press("backspace")
	}
	s.write("war = crisis")
	s.press("enter")
	has := func() bool {
		return slices.ContainsFunc(s.rows(), func(r string) bool { return strings.Contains(r, "your words for one thing") })
	}
	if !has() || !slices.ContainsFunc(s.desk.Now().Corpus.Statements.Aliases, func(a []string) bool { return slices.Contains(a, "crisis") }) {
		t.Fatalf("no group of the reader's:\n%s", s.text())
	}
	s.press("u")
	if has() {
		t.Errorf("undo leaves the alias:\n%s", s.text())
	}
	s.press("ctrl+r")
	if !has() {
		t.Errorf("redo does not bring it back:\n%s", s.text())
	}
	s.press("A")
	for range 60 {
		s.press("backspace")
	}
	s.write("crisis = war")
	s.press("enter")
	if has() {
		t.Errorf("the same words again do not take it back:\n%s", s.text())
	}
}

// TestVoiceSet: choosing a voice marks its words in all panes, and n goes through all of its statements.
func TestVoiceSet(t *testing.T) {
	s := openEmbedded(t, 200, 50)
	s.press("V g g j enter")
	set := s.reader.Active()
	if set == nil || !strings.HasPrefix(set.Name, "voice ") || len(set.Statements) < 10 {
		t.Fatalf("the active set is %+v:\n%s", set, s.text())
	}
	outlets := map[string]bool{}
	for _, id := range set.Statements {
		if len(set.Spans(id)) == 0 {
			t.Errorf("nothing is marked in statement %d", id)
		}
		outlets[s.desk.Now().Corpus.Statements.ReportOf(id).Outlet] = true
		s.press("n")
	}
	if len(outlets) != 5 {
		t.Errorf("the voice speaks in %v", outlets)
	}
}
