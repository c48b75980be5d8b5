package brief_test

import (
	"strings"
	"testing"

	. "parallax/corpus/brief"

	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/match"
	"parallax/corpus/session"
)

// TestChanges makes one change after another: what it says of itself, what the brief is then, or why it is refused. Every
// change is undone and done again at once, which must lead to the same brief.
func TestChanges(t *testing.T) {
	at := kept.Anchors(t)
	s := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
	for i, c := range []struct {
		change           Change
		says, now, wrong string
	}{
		{Mark{}, "", "", "nothing is marked"},
		{Mark{Wordings: []Anchor{at(0), at(1)}}, "", "", "one wording"},
		{Undo{}, "", "", "nothing to undo"},
		{Redo{}, "", "", "nothing to redo"},
		{Mark{Wordings: []Anchor{at(0)}, Note: " when? ", Tags: []string{"weather", " "}}, // 1
			"marked “The storm reached the coast on …”, with a note", "A1 (Ann: when?) #weather", ""},
		{Mark{Claim: true, Wordings: []Anchor{at(1), at(4)}}, "marked a claim in 2 outlets", "A1 (Ann: when?) #weather; A2 + B2", ""}, // 2
		{AddWording{2, at(4)}, "", "", "has this wording"},
		{AddWording{1, at(4)}, "", "", "only a claim"},
		{AddWording{2, at(5)}, "added a wording to a marked claim", "A1 (Ann: when?) #weather; A2 + B2 + B3", ""}, // 3
		{Lead{2, 3}, "put another wording first", "A1 (Ann: when?) #weather; B3 + A2 + B2", ""},                   // 4
		{Lead{2, 9}, "", "", "no such wording"},
		{Unmark{2, 2}, "took a wording out of a marked claim", "A1 (Ann: when?) #weather; B3 + A2", ""}, // 5
		{Unmark{1, 9}, "", "", "no such wording"},
		{Unmark{1, 1}, "", "", "only wording"},
		{Requote{2, 3, []Part{{Words, "Schools"}, {Kind: Omission}}}, "edited a quotation", "A1 (Ann: when?) #weather; B3 + A2", ""}, // 6
		{Requote{2, 3, []Part{{Words, "Schools"}}}, "", "", "left out without a sign"},
		{Requote{2, 3, nil}, "quoted the whole passage", "A1 (Ann: when?) #weather; B3 + A2", ""},            // 7
		{AddNote{Target{2, 1}, "sure"}, "noted “sure”", "A1 (Ann: when?) #weather; B3 + A2 (Ann: sure)", ""}, // 8
		{AddNote{Target{2, 1}, "\n"}, "", "", "the note is empty"},
		{EditNote{8, "not sure"}, "edited a note", "A1 (Ann: when?) #weather; B3 + A2 (Ann: not sure)", ""}, // 9
		{EditNote{77, "x"}, "", "", "not in the brief"},
		{DropNote{1}, "deleted a note", "A1 #weather; B3 + A2 (Ann: not sure)", ""},                                             // 10
		{EditNote{8, " "}, "edited a note", "A1 #weather; B3 + A2", ""},                                                         // 11
		{Tag{Target{Entry: 2}, []string{"schools", "schools"}}, "tagged schools, schools", "A1 #weather; B3 + A2 #schools", ""}, // 12
		{Tag{Target{Entry: 2}, []string{" "}}, "", "", "the tag is empty"},
		{Untag{Target{Entry: 1}, []string{"weather"}}, "took away the tag weather", "A1; B3 + A2 #schools", ""},              // 13
		{Insert{After: 1, Level: 2, Text: "Schools"}, "inserted the heading “Schools”", "A1; Schools; B3 + A2 #schools", ""}, // 14
		{Insert{After: 77, Text: "x"}, "", "", "not in the brief"},
		{Insert{Text: " "}, "", "", "no text"},
		{Edit{Entry: 14, Level: 1, Text: "On schools"}, "edited “On schools”", "A1; On schools; B3 + A2 #schools", ""}, // 15
		{Edit{Entry: 14, Text: ""}, "", "", "no text"},
		{Edit{Entry: 1, Text: "x"}, "", "", "stay as they are"},
		{Move{14, 2}, "moved an entry", "A1; B3 + A2 #schools; On schools", ""}, // 16
		{Move{2, 0}, "moved an entry", "B3 + A2 #schools; A1; On schools", ""},  // 17
		{Move{2, 2}, "", "", "behind itself"},
		{Move{77, 2}, "", "", "not in the brief"},
		{Move{2, 77}, "", "", "not in the brief"},
		{Fold{Entry: 2}, "folded an entry", "B3 + A2 #schools; A1; On schools", ""},               // 18
		{Fold{Entry: 2, Open: true}, "unfolded an entry", "B3 + A2 #schools; A1; On schools", ""}, // 19
		{Decide{Kind: match.Added, Anchors: []Anchor{at(0), at(3)}, Pairs: [][2]int{{0, 1}}}, "added 1 link", "B3 + A2 #schools; A1; On schools", ""},
		{Decide{Kind: match.Confirmed, Anchors: []Anchor{at(0), at(3)}, Pairs: [][2]int{{0, 1}}}, "confirmed 1 link", "B3 + A2 #schools; A1; On schools", ""},
		{Decide{Anchors: []Anchor{at(0), at(3)}, Pairs: [][2]int{{0, 1}}}, "took back the decision on 1 link", "B3 + A2 #schools; A1; On schools", ""},
		{Decide{Kind: 9, Anchors: []Anchor{at(0), at(3)}, Pairs: [][2]int{{0, 1}}}, "", "", "no decision"},
		{Decide{Kind: match.Cut}, "", "", "no statements"},
		{Decide{Kind: match.Cut, Anchors: []Anchor{at(0)}, Pairs: [][2]int{{0, 0}}}, "", "", "two statements"},
		{Decide{Kind: match.Cut, Anchors: []Anchor{at(0)}, Pairs: [][2]int{{0, -1}}}, "", "", "two statements"},
		{CheckSilence{Report: at(3).Ref, Claim: at(0)}, "checked that B is silent", "B3 + A2 #schools; A1; On schools", ""},
		{CheckSilence{Report: at(3).Ref, Claim: at(0), Not: true}, "took back that B is silent", "B3 + A2 #schools; A1; On schools", ""},
		{CheckSilence{Report: at(3).Ref, Claim: at(0), Not: true}, "", "", "was not checked"},
		{SetBoilerplate{at(0), true}, "turned a statement into boilerplate", "B3 + A2 #schools; A1; On schools", ""},
		{SetBoilerplate{at(0), false}, "turned boilerplate into a statement of the story", "B3 + A2 #schools; A1; On schools", ""},
		{Retitle{" Storm "}, "named the brief “Storm”", "B3 + A2 #schools; A1; On schools", ""},
		{Memo{Text: "x"}, "wrote a memo", "B3 + A2 #schools; A1; On schools", ""},
		{Memo{}, "took the memo away", "B3 + A2 #schools; A1; On schools", ""},
		{Front{Title: "Storm", Date: "soon"}, "", "", "no date"},
		{ReadFront("Storm | 2022-03-12 | A. Reader"), "named the brief “Storm”, dated it 2022-03-12, by A. Reader", "B3 + A2 #schools; A1; On schools", ""},
		{Delete{[]uint64{1, 14}}, "deleted 2 items", "B3 + A2 #schools", ""},
		{Delete{[]uint64{1}}, "", "", "not in the brief"},
		{Delete{}, "", "", "not in the brief"},
		{Unmark{Entry: 2}, "unmarked", "", ""},
	} {
		was := s.Brief()
		_, err := s.Do(c.change)
		if c.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) || s.Brief() != was {
				t.Errorf("%d: got %v, want %s", i, err, c.wrong)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		if got := c.change.Say(); got != c.says {
			t.Errorf("%d: says %q, want %q", i, got, c.says)
		}
		if got := kept.Told(s.Brief()); got != c.now {
			t.Errorf("%d: %s, want %s", i, got, c.now)
		}
		undone, err := was.Apply(Action{Seq: was.Seq + 1, Change: c.change})
		if err != nil {
			t.Fatal(err)
		}
		back, err := undone.Apply(Action{Seq: was.Seq + 2, Change: Undo{Of: was.Seq + 1}})
		if err != nil || kept.Told(back) != kept.Told(was) {
			t.Errorf("%d: undone it is %s, want %s (%v)", i, kept.Told(back), kept.Told(was), err)
		}
		again, err := back.Apply(Action{Seq: was.Seq + 3, Change: Redo{Of: was.Seq + 1}})
		if err != nil || kept.Told(again) != kept.Told(undone) {
			t.Errorf("%d: done again it is %s, want %s (%v)", i, kept.Told(again), kept.Told(undone), err)
		}
	}
	if title := s.Brief().Title; title != "Storm" {
		t.Errorf("the title is %q", title)
	}
}

// TestUndoIsInOrder undoes only the last change, and forgets what was undone when something else is done.
func TestUndoIsInOrder(t *testing.T) {
	s := session.Memory(session.Options{Now: fixture.Clock()})
	kept.Do(t, s, Insert{Text: "one"}, Insert{After: 1, Text: "two"}, Leave{Query: "port"})
	if _, err := s.Do(Undo{Of: 1}); err == nil {
		t.Error("a change in the middle was undone")
	}
	if a, err := s.Undo(); err != nil || a.Change.Say() != "inserted “two”" {
		t.Errorf("%v, %v", a, err)
	}
	if _, err := s.Do(Redo{Of: 1}); err == nil {
		t.Error("what was not undone was done again")
	}
	kept.Do(t, s, Leave{Query: "rain"})
	if a, err := s.Redo(); err != nil || a.Seq != 2 || kept.Told(s.Brief()) != "one; two" || s.Brief().Left.Query != "rain" {
		t.Errorf("%s, %v", kept.Told(s.Brief()), err)
	}
	kept.Do(t, s, Undo{}, Insert{After: 1, Text: "three"})
	if _, err := s.Redo(); err == nil || !strings.Contains(err.Error(), "nothing to redo") {
		t.Errorf("got %v", err)
	}
	if _, err := s.Brief().Apply(Action{Seq: 1, Change: Insert{Text: "late"}}); err == nil {
		t.Error("an action came before another that was there already")
	}
}

// TestUndoFar undoes more changes than lie between two bases.
func TestUndoFar(t *testing.T) {
	s := session.Memory(session.Options{Now: fixture.Clock()})
	var was []string
	for range 200 {
		was = append(was, kept.Told(s.Brief()))
		kept.Do(t, s, Insert{After: s.Brief().Seq, Text: "x"})
	}
	all := kept.Told(s.Brief())
	for i := len(was) - 1; i >= 0; i-- {
		if _, err := s.Undo(); err != nil || kept.Told(s.Brief()) != was[i] {
			t.Fatalf("undo to %d: %v", i, err)
		}
	}
	for range was {
		if _, err := s.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if kept.Told(s.Brief()) != all {
		t.Error("not all is back")
	}
}
