package reader

import (
	"fmt"
	"strings"

	"parallax/corpus/safe"
	"parallax/ui/line"
	"parallax/ui/pane"
)

// linear shows one column without boxes and with words in place of marks, for screen readers and for plain terminals.
// The terminal's cursor stands on the current statement.
type linear struct{}

func (linear) draw(r *Reader, b *strings.Builder) {
	b.WriteString(r.linearHeader() + "\n")
	b.WriteString(line.New(r.width, r.theme.Ellipsis).Put("", r.linearPlace()).String() + "\n")
	r.drawBody(b)
	if r.plan.Below.H > 0 {
		r.drawBelow(b, r.plan.Below.H)
	}
}

func (linear) cursor(r *Reader) (x, y int, ok bool) {
	eye, ok := r.eyeRow()
	if !ok || eye < 0 || int(eye) >= r.plan.Body.H {
		return 0, 0, false
	}
	return pane.Gutter, r.plan.Body.Y + int(eye), true
}

func (r *Reader) linearHeader() string {
	facts := append([]string{"parallax"}, r.facts()...)
	if s := r.state(); s != "" {
		facts = append(facts, s)
	}
	return line.New(r.width, r.theme.Ellipsis).Put("", strings.Join(facts, ", ")).String()
}

// linearPlace says in words where the cursor is and what stands there.
func (r *Reader) linearPlace() string {
	rep := &r.corpus.Reports[r.at.Report]
	if r.at.Statement == nowhere {
		return rep.Outlet + ", no text"
	}
	st := &r.corpus.Statements.All[r.at.Statement]
	place := fmt.Sprintf("%s, statement %d of %d", r.corpus.Statements.Named(rep.ID), st.Number, len(r.corpus.Statements.In(rep.ID)))
	switch {
	case !st.IsStory():
		return place + ", boilerplate"
	case r.tally.name == "":
		return place
	}
	here := ""
	if r.tally.carried > 1 {
		here = fmt.Sprintf(", claim %d of %d here", r.tally.here, r.tally.carried)
	}
	whole := place + ", " + safe.Line(r.tally.name) + here + ", " + r.tally.words()
	if safe.Width(whole) > r.width {
		return place + here + ", " + r.tally.words() // the card says the name too
	}
	return whole
}
