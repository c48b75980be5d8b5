package desk

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/match"
	"parallax/corpus/session"
	"parallax/corpus/statement"
)

// settle runs a command and hands the desk what comes back, until nothing more does.
func settle(t *testing.T, d *Desk, cmd tea.Cmd) {
	t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			settle(t, d, c)
		}
	case LinkFailed:
		t.Fatal(msg.Err)
	case Msg:
		settle(t, d, d.Take(msg))
	}
}

// onDesk is a desk with the embedded reports, linked.
func onDesk(t *testing.T) *Desk {
	t.Helper()
	d := New(t.Context(), Options{Corpus: embedded(t)})
	d.Link()
	settle(t, d, d.linking.commands())
	if d.Now().Linked == nil {
		t.Fatal("there are no links")
	}
	return d
}

// linked reports whether two statements are.
func linked(d *Desk, a, b statement.ID) bool {
	for l := range d.Now().Linked.Links.Of(a) {
		if l.Other(a) == b {
			return true
		}
	}
	return false
}

func change(t *testing.T, d *Desk, c brief.Change) tea.Cmd {
	t.Helper()
	_, cmd, err := d.Change(c)
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}

// boilerplate is the word that turns a statement into boilerplate.
func boilerplate(d *Desk, id statement.ID) brief.Change {
	return brief.SetBoilerplate{Anchor: brief.AnchorOf(d.Now().Corpus.Statements, id), Boilerplate: true}
}

// TestDecidedWhileLinking: a decision wins over links that were on their way when it was made: those of the first linking,
// and those that follow a word on boilerplate.
func TestDecidedWhileLinking(t *testing.T) {
	first := onDesk(t).Now().Linked.Links.All[0]
	cut := func(d *Desk) tea.Cmd {
		return change(t, d, brief.DecideOn(d.Now().Corpus.Statements, match.Cut, [][2]statement.ID{{first.A, first.B}}))
	}
	other := statement.ID(0)
	for other == first.A || other == first.B {
		other++
	}
	t.Run("first", func(t *testing.T) {
		d := New(t.Context(), Options{Corpus: embedded(t)})
		d.Link()
		coming := d.linking.commands()
		settle(t, d, cut(d))
		settle(t, d, coming)
		if linked(d, first.A, first.B) {
			t.Error("the links undid the decision")
		}
	})
	t.Run("anew", func(t *testing.T) {
		d := onDesk(t)
		coming := change(t, d, boilerplate(d, other))
		settle(t, d, cut(d))
		if linked(d, first.A, first.B) {
			t.Fatal("the decision does not win at once")
		}
		settle(t, d, coming)
		if linked(d, first.A, first.B) {
			t.Error("the new links undid the decision")
		}
		if l := d.Now().Linked.Links; l.Generation != d.Now().Corpus.Statements.Generation {
			t.Errorf("the links are of generation %d, the statements of %d", l.Generation, d.Now().Corpus.Statements.Generation)
		}
	})
	t.Run("undone", func(t *testing.T) {
		d := onDesk(t)
		coming := change(t, d, boilerplate(d, other))
		settle(t, d, cut(d))
		_, _, cmd, err := d.Undo()
		if err != nil {
			t.Fatal(err)
		}
		settle(t, d, cmd)
		settle(t, d, coming)
		if !linked(d, first.A, first.B) {
			t.Error("what was undone is still decided")
		}
	})
}

// TestSnapshotsStay: what a screen was shown does not change under it.
func TestSnapshotsStay(t *testing.T) {
	d := onDesk(t)
	before := d.Now()
	settle(t, d, change(t, d, boilerplate(d, 0)))
	settle(t, d, change(t, d, brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(d.Now().Corpus.Statements, 3)}}))
	if !before.Corpus.Statements.All[0].IsStory() || before.Kept(3) {
		t.Error("the old snapshot has the new words")
	}
	if now := d.Now(); now.Corpus.Statements.All[0].IsStory() || !now.Kept(3) || now.Resolved.Brief.Seq == before.Resolved.Brief.Seq {
		t.Error("the new snapshot has the old ones")
	}
}

// TestRefused: a change that cannot be made says so, and nothing follows from it.
func TestRefused(t *testing.T) {
	d := onDesk(t)
	before := d.Now()
	if _, cmd, err := d.Change(brief.Unmark{Entry: 99}); err == nil || cmd != nil {
		t.Errorf("it answers %v and begins %v", err, cmd != nil)
	}
	if _, _, cmd, err := d.Undo(); err == nil || cmd != nil {
		t.Errorf("there is nothing to undo, but it answers %v and begins %v", err, cmd != nil)
	}
	if d.Now().Resolved.Brief.Seq != before.Resolved.Brief.Seq {
		t.Error("something was done")
	}
}

// TestTags: the codebook's in its order, then those in use, each once.
func TestTags(t *testing.T) {
	d := New(t.Context(), Options{Corpus: embedded(t), Book: coding.Codebook{{Name: "tone"}, {Name: "casualties"}}})
	set := d.Now().Corpus.Statements
	change(t, d, brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, 1)}, Tags: []string{"casualties", "weather", "aid"}})
	if got := d.Tags(); !slices.Equal(got, []string{"tone", "casualties", "aid", "weather"}) {
		t.Errorf("got %q", got)
	}
}

// TestSaving: of several words on how far a session is saved the last is taken, also when it takes back what was said
// because the files are gone; a word for the reader is not overtaken; the writer never waits.
func TestSaving(t *testing.T) {
	s := NewSaving()
	s.Put(session.Saved{Word: "it is written anew"})
	for seq := range uint64(5) {
		s.Put(session.Saved{Seq: seq})
	}
	d := New(t.Context(), Options{Corpus: embedded(t), Saving: s})
	if msg, ok := s.take(t.Context().Done())().(Saved); !ok || msg.Seq != 4 || msg.Word != "it is written anew" {
		t.Fatalf("it says %+v", msg)
	}
	d.Take(Saved{Seq: 4})
	d.Take(Saved{Err: errors.New("the folder was removed, and the disk is full")})
	if got := d.Now().Saved; got != 0 {
		t.Errorf("saved up to %d", got)
	}
}

// TestReview: the questions come when they are wanted, anew after a decision, and not once the review is closed.
func TestReview(t *testing.T) {
	d := onDesk(t)
	if d.Now().Review != nil {
		t.Fatal("questions that nobody wanted")
	}
	settle(t, d, d.Review())
	first := d.Now().Review
	if first == nil || len(first.Questions) == 0 {
		t.Fatal("no questions")
	}
	v, _ := first.Questions[0].Right(), true
	cmd := change(t, d, brief.JudgeOf(d.Now().Corpus.Statements, v, "x"))
	want := claim.Settle([]claim.Verdict{v})[0].Statements
	holds := func() bool {
		return slices.ContainsFunc(d.Now().Linked.Claims.All, func(c claim.Claim) bool { return slices.Equal(c.Statements, want) })
	}
	if !holds() {
		t.Error("the answer does not hold at once")
	}
	settle(t, d, cmd)
	next := d.Now().Review
	if next == first || next.Claims != d.Now().Linked.Claims || next.Links != d.Now().Linked.Links || !holds() {
		t.Error("the questions are not those of the present claims and links")
	}
	late := d.Review()
	d.EndReview()
	settle(t, d, late)
	if d.Now().Review != nil {
		t.Error("the review is closed, and questions came")
	}
}

// TestWordings: words for one thing are looked for once for the same statements and links, and what comes for others is dropped.
func TestWordings(t *testing.T) {
	d := onDesk(t)
	if d.Now().Wordings != nil {
		t.Fatal("wordings that nobody wanted")
	}
	late := d.Wordings()
	if late == nil || d.Wordings() != nil {
		t.Fatal("not looked for just once")
	}
	cmd := change(t, d, boilerplate(d, 3))
	settle(t, d, late)
	if d.Now().Wordings != nil {
		t.Error("wordings of statements that are no longer the present ones")
	}
	settle(t, d, cmd)
	settle(t, d, d.Wordings())
	if w := d.Now().Wordings; w == nil || w.In != d.Now().Corpus || len(w.Groups) == 0 {
		t.Error("no wordings of the present statements")
	}
}
