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
	asked    string          // the question that the reader is at
	flipped  map[int]bool    // its lines that the reader marked the other way round
	cursor   int             // the chosen line
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
		r.choose(1)
	case key.ListUp:
		r.choose(-1)
	case key.FlipRow:
		return r.answer(key.SayRow, r.cursor+1)
	case key.Undo:
		r.answered = max(0, r.answered-1)
		clear(r.said)
		return want.Undo{}
	case key.Redo, key.OpenHelp, key.Close, key.Quit:
		return want.Usual(action)
	case key.SayYes, key.SayNo, key.SayLater, key.Accept:
		return r.answer(action, 0)
	}
	return nil
}

// answer answers the question on screen, marks line n of it the other way round, puts it off or goes to the chosen line.
func (r *Review) answer(action key.Action, n int) want.Want {
	q := r.at()
	if q == nil {
		return nil
	}
	v := q.None()
	switch action {
	case key.Accept:
		return want.Go{Statement: q.Rows[r.cursor].Statement}
	case key.SayLater:
		r.later = append(slices.DeleteFunc(r.later, func(k string) bool { return k == keyOf(q) }), keyOf(q))
		return nil
	case key.SayRow:
		if n < 1 || n > len(q.Rows) {
			return want.Say{Text: fmt.Sprintf("there is no line %d", n)}
		}
		r.cursor, r.flipped[n-1] = n-1, !r.flipped[n-1]
		return nil
	case key.SayYes:
		v = q.Answer(func(i int) bool { return r.says(q, i) })
	}
	r.answered++
	r.said[keyOf(q)] = true
	return want.Judge{Verdict: v, Name: r.nameOf(q)}
}

// at is the question that the reader is at, nil when none is left. Another one than before has its lines as they stand.
func (r *Review) at() *review.Question {
	open := r.open()
	if len(open) == 0 {
		return nil
	}
	if k := keyOf(open[0]); k != r.asked {
		r.asked, r.flipped, r.cursor, r.top = k, make(map[int]bool), 0, 0
	}
	r.cursor = min(r.cursor, len(open[0].Rows)-1)
	return open[0]
}

// says reports whether a line is marked as one that says the claim.
func (r *Review) says(q *review.Question, i int) bool { return q.Rows[i].In != r.flipped[i] }

// choose chooses another line.
func (r *Review) choose(by int) {
	if q := r.at(); q != nil {
		r.cursor = max(0, min(r.cursor+by, len(q.Rows)-1))
	}
}

// nameOf is the name of the claim in question, the reader's own before the program's.
func (r *Review) nameOf(q *review.Question) string {
	return cmp.Or(r.now.Resolved.ClaimName(q.Claim.Statements), q.Claim.Name)
}

// Wheel chooses another line.
func (r *Review) Wheel(_, _, by int) (taken bool) {
	r.choose(by)
	return true
}

// Click does nothing.
func (r *Review) Click(int, int) (taken bool) { return true }

// Draw writes the screen.
func (r *Review) Draw(b *strings.Builder, width, rows int) (x, y int) {
	r.rows = max(0, rows-2)
	lines, from, to := r.lines(width)
	switch {
	case r.cursor == 0:
		r.top = 0 // with what is asked
	case to-r.top > r.rows:
		r.top = to - r.rows
	}
	r.top = max(0, min(r.top, from, len(lines)-r.rows))
	r.draw(b, lines, width, rows)
	return 1, 0
}
