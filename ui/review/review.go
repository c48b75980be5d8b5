// Package review is the review: one question at a time whether a statement says what a claim says, with both texts, and a
// key for each answer. [New] opens it; the questions come with the desk's snapshots.
package review

import (
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
	answered int                      // answers given here that hold
	said     map[[2]statement.ID]bool // answered, until the questions are found anew
	later    [][2]statement.ID        // put off, in order
	top      int                      // the first row of the question on screen
	rows     int                      // for the question
	about    []statement.ID           // the questions must be about one of these statements; nil for any
}

// New opens the review: of the questions about a claim, given by its statements, or with nil of all.
func New(now desk.Snapshot, t *theme.Theme, bound *key.Map, about []statement.ID) *Review {
	return &Review{now: now, theme: t, bound: bound, said: make(map[[2]statement.ID]bool), about: about}
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

// open is the questions that have no answer yet, those that were put off last.
func (r *Review) open() []*review.Question {
	q := r.now.Review
	if q == nil {
		return nil
	}
	put := make(map[[2]statement.ID]*review.Question)
	for _, k := range r.later {
		put[k] = nil
	}
	var open []*review.Question
	for i := range q.Questions {
		k := q.Questions[i].Key()
		if r.about != nil && !slices.Contains(r.about, k[0]) && !slices.Contains(r.about, k[1]) {
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

// Key takes one key press.
func (r *Review) Key(msg tea.KeyPressMsg) want.Want {
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
	case key.SayYes, key.SayNo, key.SayInPart, key.SayLater, key.Accept:
		return r.answer(action)
	}
	return nil
}

// answer answers the question on screen, puts it off or goes to its statement.
func (r *Review) answer(action key.Action) want.Want {
	open := r.open()
	if len(open) == 0 {
		return nil
	}
	q := open[0]
	reply := review.Yes
	switch action {
	case key.Accept:
		return want.Go{Statement: q.Statement}
	case key.SayLater:
		r.top = 0
		for i, k := range r.later {
			if k == q.Key() {
				r.later = append(r.later[:i], r.later[i+1:]...)
				break
			}
		}
		r.later = append(r.later, q.Key())
		return nil
	case key.SayNo:
		reply = review.No
	case key.SayInPart:
		reply = review.InPart
	}
	r.top = 0
	r.answered++
	r.said[q.Key()] = true
	kind, pairs := q.Answer(reply)
	return want.Decide{Kind: kind, Pairs: pairs}
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
