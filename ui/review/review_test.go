package review

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/claim"
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
	now.Review = review.New(c.Statements, l.Links, l.Claims)
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

// TestAnswerKeys: numbers and space turn lines round, and the answer is what is marked; the next question follows at once.
func TestAnswerKeys(t *testing.T) {
	for _, c := range []struct {
		keys string
		says func(q *review.Question) claim.Verdict
	}{
		{"y", func(q *review.Question) claim.Verdict { return q.Right() }},
		{"n", func(q *review.Question) claim.Verdict { return q.None() }},
		{"2y", func(q *review.Question) claim.Verdict {
			return q.Answer(func(i int) bool { return q.Rows[i].In != (i == 1) })
		}},
		{"131y", func(q *review.Question) claim.Verdict {
			return q.Answer(func(i int) bool { return q.Rows[i].In != (i == 2) })
		}},
		{"jj y", func(q *review.Question) claim.Verdict {
			return q.Answer(func(i int) bool { return q.Rows[i].In != (i == 2) })
		}},
	} {
		r := opened(t)
		first := r.open()[0]
		var last want.Want
		for _, k := range c.keys {
			last = press(r, string(k))
		}
		w, ok := last.(want.Judge)
		if !ok || !w.Verdict.Equal(c.says(first)) || w.Name != first.Claim.Name {
			t.Errorf("%s wants %+v", c.keys, w)
		}
		if next := r.open()[0]; keyOf(next) == keyOf(first) {
			t.Errorf("%s: the question stays", c.keys)
		}
		if !strings.Contains(shown(r, 80, 23), "1 of ") {
			t.Errorf("%s: no progress in\n%s", c.keys, shown(r, 80, 23))
		}
		press(r, "u")
		if keyOf(r.open()[0]) != keyOf(first) || r.answered != 0 {
			t.Errorf("%s: after u another question", c.keys)
		}
	}
}

// TestNoSuchLine: a digit beyond the last line answers nothing and says so.
func TestNoSuchLine(t *testing.T) {
	r := opened(t)
	for len(r.open()[0].Rows) > 8 {
		press(r, "l")
	}
	if w, ok := press(r, "9").(want.Say); !ok || w.Text != "there is no line 9" || r.answered != 0 {
		t.Errorf("9 wants %+v", w)
	}
}

// TestQuestion: the screen has the text of every line in doubt, under its number and mark.
func TestQuestion(t *testing.T) {
	r := opened(t)
	q := r.open()[0]
	lines, _, _ := r.lines(120)
	page := strings.Join(lines, "\n")
	for i, row := range q.Rows {
		mark := "○"
		if row.In {
			mark = "●"
		}
		number := "  "
		if i < 9 {
			number = fmt.Sprintf("%d ", i+1)
		}
		if head := fmt.Sprintf("%s%s %s", number, mark, name(r.now.Corpus.Statements, row.Statement)); !strings.Contains(ansi.Strip(page), head) {
			t.Errorf("no line %q in\n%s", head, ansi.Strip(page))
		}
	}
}

// TestLater: the question goes to the end and nothing is decided.
func TestLater(t *testing.T) {
	r := opened(t)
	first, n := keyOf(r.open()[0]), len(r.open())
	if w := press(r, "l"); w != nil {
		t.Errorf("later wants %+v", w)
	}
	open := r.open()
	if len(open) != n || keyOf(open[0]) == first || keyOf(open[n-1]) != first {
		t.Error("the question is not at the end")
	}
}

// TestNothingLeft: before the questions are there, and when none is left, the screen says so and takes no answer.
func TestNothingLeft(t *testing.T) {
	r := opened(t)
	now := r.now
	now.Review = nil
	r.Look(now, screen.Focus{})
	if !strings.Contains(shown(r, 40, 11), "Looking for what is worth asking") {
		t.Errorf("nothing about the wait in\n%s", shown(r, 40, 11))
	}
	now.Review = &review.Queue{}
	r.Look(now, screen.Focus{})
	if !strings.Contains(shown(r, 40, 11), "Nothing left that is worth asking; ") {
		t.Errorf("nothing about the end in\n%s", shown(r, 40, 11))
	}
	if w := press(r, "y"); w != nil {
		t.Errorf("y wants %+v", w)
	}
}
