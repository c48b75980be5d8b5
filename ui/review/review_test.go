package review

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/review"
	"parallax/corpus/source"
	"parallax/seeds"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// opened is the review of the embedded reports.
func opened(t *testing.T) *Review {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	now := desk.New(t.Context(), desk.Options{Corpus: c}).Now()
	now.Linked = l
	r := New(now, theme.New(theme.BlueAndOrange(), true, false), &key.Default().Review, nil)
	now.Review = review.New(c.Statements, l.Links, l.Claims, nil)
	r.Look(now, screen.Focus{})
	return r
}

func press(r *Review, text string) want.Want {
	return r.Key(tea.KeyPressMsg{Text: text, Code: []rune(text)[0]})
}

func shown(r *Review, width, rows int) string {
	var b strings.Builder
	r.Draw(&b, width, rows)
	return ansi.Strip(b.String())
}

// TestAnswerKeys: each key decides what it says of the question on screen, and the next question follows at once.
func TestAnswerKeys(t *testing.T) {
	for _, c := range []struct {
		key  string
		kind []match.DecisionKind
	}{
		{"y", []match.DecisionKind{match.Added, match.Confirmed}},
		{"n", []match.DecisionKind{match.Cut}},
		{"p", []match.DecisionKind{match.InPart}},
	} {
		r := opened(t)
		first := *r.open()[0]
		w, ok := press(r, c.key).(want.Decide)
		if !ok || w.Pairs[0][0] != first.Statement || w.Kind != c.kind[0] && w.Kind != c.kind[len(c.kind)-1] {
			t.Errorf("%s wants %+v", c.key, w)
		}
		if next := r.open()[0]; next.Key() == first.Key() {
			t.Errorf("%s: the question stays", c.key)
		}
		if !strings.Contains(shown(r, 80, 23), "1 of ") {
			t.Errorf("%s: no progress in\n%s", c.key, shown(r, 80, 23))
		}
		press(r, "u")
		if r.open()[0].Key() != first.Key() || r.answered != 0 {
			t.Errorf("%s: after u another question", c.key)
		}
	}
}

// TestLater: the question goes to the end and nothing is decided.
func TestLater(t *testing.T) {
	r := opened(t)
	first, n := r.open()[0].Key(), len(r.open())
	if w := press(r, "l"); w != nil {
		t.Errorf("later wants %+v", w)
	}
	open := r.open()
	if len(open) != n || open[0].Key() == first || open[n-1].Key() != first {
		t.Error("the question is not at the end")
	}
}

// TestNothingLeft: before the questions are there, and when none is left, the screen says so and takes no answer.
func TestNothingLeft(t *testing.T) {
	r := opened(t)
	now := r.now
	now.Review = nil
	r.Look(now, screen.Focus{})
	if !strings.Contains(shown(r, 40, 11), "looking for what is worth asking") {
		t.Errorf("nothing about the wait in\n%s", shown(r, 40, 11))
	}
	now.Review = &review.Queue{}
	r.Look(now, screen.Focus{})
	if !strings.Contains(shown(r, 40, 11), "Nothing left that is worth asking.") {
		t.Errorf("nothing about the end in\n%s", shown(r, 40, 11))
	}
	if w := press(r, "y"); w != nil {
		t.Errorf("y wants %+v", w)
	}
}
