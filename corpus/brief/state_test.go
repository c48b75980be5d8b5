package brief_test

import (
	"testing"

	. "parallax/corpus/brief"
	"parallax/corpus/internal/fixture"

	"parallax/corpus/session"
)

func TestDo(t *testing.T) {
	s := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	marked, err := s.Do(Mark{Claim: true, Wordings: []Anchor{AnchorOf(set, 1), AnchorOf(set, 4)}, Note: "compare"})
	if err != nil {
		t.Fatal(err)
	}
	d := s.Brief().Resolve(NewLocator(set)).Document("1.0")
	if len(d.Items) != 1 || d.Items[0].Claim == nil || d.Items[0].Claim.Lead.Quote[0].Text != "No boat left the harbour." {
		t.Fatalf("got %+v", d.Items)
	}
	if undone, err := s.Undo(); err != nil || undone.Seq != marked.Seq || s.Brief().Marks() != 0 {
		t.Fatalf("undid %+v, %v", undone, err)
	}
	if _, err := s.Redo(); err != nil || s.Brief().Entries[0].ID != marked.Seq {
		t.Fatalf("redo: %v", err)
	}
}
