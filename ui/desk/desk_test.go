package desk

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/match"
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
