// Package review is the review: one question at a time about a claim, with the texts of all statements in doubt, and a key
// for each answer. [New] opens it; the questions come with the desk's snapshots.
package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/review"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Review is the state of the screen.
type Review struct {
	screen.Still
	now      desk.Snapshot
	theme    *theme.Theme
	bound    *key.Map
	keys     key.Parser
	answered int             // answers given here that hold
	said     map[string]bool // answered, until the questions are found anew
	later    []string        // put off, in order
	top      int             // the first row of the question on screen
	rows     int             // for the question
	about    []statement.ID  // the questions must be about one of these statements; nil for any
}

// New opens the review: of the questions about a claim, given by its statements, or with nil of all.
func New(now desk.Snapshot, t *theme.Theme, bound *key.Map, about []statement.ID) *Review {
	return &Review{now: now, theme: t, bound: bound, said: make(map[string]bool), about: about}
}

// Place covers the panes.
func (r *Review) Place() screen.Place { return screen.Whole }

// Keys is the review's.
func (r *Review) Keys() *key.Map { return r.bound }

// SetTheme changes the styles.
func (r *Review) SetTheme(t *theme.Theme) { r.theme = t }

// Look takes the questions as they are now.
func (r *Review) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	if now.Review != r.now.Review {
		clear(r.said)
	}
	r.now = now
	return true
}

// keyOf is what tells a question from others: the claim that it is about.
func keyOf(q *review.Question) string { return fmt.Sprint(q.Claim.Statements) }

// open is the questions that have no answer yet, those that were put off last.
func (r *Review) open() []*review.Question {
	q := r.now.Review
	if q == nil {
		return nil
	}
	put := make(map[string]*review.Question)
	for _, k := range r.later {
		put[k] = nil
	}
	var open []*review.Question
	for i := range q.Questions {
		k := keyOf(&q.Questions[i])
		if !r.wants(&q.Questions[i]) {
			continue
		}
		if _, off := put[k]; off {
			put[k] = &q.Questions[i]
		} else if !r.said[k] {
			open = append(open, &q.Questions[i])
		}
	}
	for _, k := range r.later {
		if put[k] != nil && !r.said[k] {
			open = append(open, put[k])
		}
	}
	return open
}

// wants reports whether a question is about what the review is about: a claim that has most of its statements from that one,
// or holds most of them.
func (r *Review) wants(q *review.Question) bool {
	if r.about == nil {
		return true
	}
	both := 0
	for _, s := range q.Claim.Statements {
		if slices.Contains(r.about, s) {
			both++
		}
	}
	return 2*both > min(len(r.about), len(q.Claim.Statements))
}

// Key takes one key press.
func (r *Review) Key(msg tea.KeyPressMsg) want.Want {
	if name := msg.String(); r.keys.Pending() == "" && r.bound.Action(name) == key.SayRow {
		return r.answer(key.SayRow, int(name[0]-'0')) // lines have numbers: a digit is no count here
	}
	action, _ := r.keys.Feed(r.bound, msg.String())
	switch action {
	case key.ListDown:
		r.top++
	case key.ListUp:
		r.top--
	case key.Undo:
		r.answered = max(0, r.answered-1)
		clear(r.said)
		return want.Undo{}
	case key.Redo:
		return want.Redo{}
	case key.OpenHelp:
		return want.Open{Screen: key.OpenHelp}
	case key.Close:
		return want.Close{}
	case key.Quit:
		return want.Quit{}
	case key.SayYes, key.SayNo, key.SayLater, key.Accept:
		return r.answer(action, 0)
	}
	return nil
}

// answer answers the question on screen, puts it off or goes to its claim. n is the line that was named.
func (r *Review) answer(action key.Action, n int) want.Want {
	open := r.open()
	if len(open) == 0 {
		return nil
	}
	q := open[0]
	v := q.Right()
	switch action {
	case key.Accept:
		return want.Go{Statement: q.Claim.Lead}
	case key.SayLater:
		r.top = 0
		r.later = append(slices.DeleteFunc(r.later, func(k string) bool { return k == keyOf(q) }), keyOf(q))
		return nil
	case key.SayNo:
		v = q.None()
	case key.SayRow:
		var ok bool
		if v, ok = q.Row(n); !ok {
			return want.Say{Text: fmt.Sprintf("there is no line %d", n)}
		}
	}
	r.top = 0
	r.answered++
	r.said[keyOf(q)] = true
	return want.Judge{Verdict: v, Name: r.nameOf(q)}
}

// nameOf is the name of the claim in question, the reader's own before the program's.
func (r *Review) nameOf(q *review.Question) string {
	return cmp.Or(r.now.Resolved.ClaimName(q.Claim.Statements), q.Claim.Name)
}

// Wheel scrolls a question that does not fit.
func (r *Review) Wheel(_, _, by int) (taken bool) {
	r.top += by
	return true
}

// Click does nothing.
func (r *Review) Click(int, int) (taken bool) { return true }

// Draw writes the screen.
func (r *Review) Draw(b *strings.Builder, width, rows int) (x, y int) {
	r.rows = max(0, rows-2)
	lines := r.lines(width)
	r.top = max(0, min(r.top, len(lines)-r.rows))
	r.draw(b, lines, width, rows)
	return 1, 0
}
