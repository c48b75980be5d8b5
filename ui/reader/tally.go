package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/ui/pane"
)

// tally is what the strip says of the current claim: every outlet's part in it, and how many outlets have which.
type tally struct {
	outlets       []outlet // in the order of the panes, two reports of one outlet once
	parts         counts
	name          string // of the current claim, "" for none
	here, carried int    // which of the statement's claims it is, from 1, of how many
}

// counts is how many outlets have which part, without the one that the cursor is in: it does not agree with itself.
type counts struct{ same, partial, differs, elsewhere, silent int }

func (c *counts) add(o *outlet) {
	switch {
	case o.current:
	case o.mark == pane.Same:
		c.same++
	case o.mark == pane.Partial:
		c.partial++
	case o.mark == pane.Differs:
		c.differs++
	case o.mark == pane.Elsewhere:
		c.elsewhere++
	case o.silent:
		c.silent++
	}
}

// outlet is one outlet's part in the current claim: Unmarked when there is none, Cursor where the cursor is.
type outlet struct {
	name    string
	mark    pane.Mark
	silent  bool
	signed  bool // the reader has signed the silence
	inPart  bool // a report of its was taken in part
	current bool // the cursor is in one of its reports
	hidden  bool // all of its panes are
}

// count makes the tally.
func (r *Reader) count() tally {
	t := tally{}
	set := r.corpus.Statements
	at := make([]int, len(set.Outlets.All)) // in t.outlets, from 1
	for _, id := range r.order {
		i := &at[set.Outlets.Of[id]]
		if *i == 0 {
			t.outlets = append(t.outlets, outlet{name: r.corpus.Reports[id].Outlet, hidden: true})
			*i = len(t.outlets)
		}
		o := &t.outlets[*i-1]
		o.current = o.current || id == r.at.Report
		o.hidden = o.hidden && r.hidden[id]
	}
	if r.claim == noClaim {
		return t
	}
	r.linked.Claims.Row(r.claim, &r.row)
	for id := range r.row.Cells {
		if at[id] == 0 { // no report of the story
			continue
		}
		o := &t.outlets[at[id]-1]
		o.mark = r.part(&r.row.Cells[id])
		o.signed = (o.mark == pane.Unmarked || o.mark == pane.Elsewhere) && r.signed(o.name, r.claimed())
		if o.signed {
			o.mark = pane.Unmarked
		}
		o.silent = o.mark == pane.Unmarked
		o.inPart = r.row.Cells[id].InPart
		t.parts.add(o)
	}
	here := r.claimsHere()
	t.name = r.named(r.claim)
	t.here, t.carried = slices.Index(here, r.claim)+1, len(here)
	return t
}

// part is an outlet's part in the current claim, seen from the cursor.
func (r *Reader) part(c *claim.Cell) pane.Mark {
	switch c.State {
	case claim.Silent:
		return pane.Unmarked
	case claim.Elsewhere:
		return pane.Elsewhere
	}
	part, last := pane.Partial, report.ID(-1)
	for _, s := range c.Wordings {
		id := r.corpus.Statements.All[s].Report
		if id == r.at.Report {
			return pane.Same
		}
		if id == last {
			continue
		}
		last = id
		for _, c := range r.counterparts(id) {
			switch markOf(c) {
			case pane.Same:
				return pane.Same
			case pane.Differs:
				part = pane.Differs
			}
		}
	}
	return part
}

// markOf is what a counterpart is marked with.
func markOf(c claim.Counterpart) pane.Mark {
	switch {
	case c.Differs:
		return pane.Differs
	case c.Partial:
		return pane.Partial
	}
	return pane.Same
}

// texts is the tally in words, the longest first, for whatever room there is: the claim's name, and how many outlets have
// which part in it.
func (t *tally) texts(dot, ellipsis string) []string {
	if t.name == "" {
		return nil
	}
	here, short := "", ""
	if t.carried > 1 {
		here = fmt.Sprintf(" (%d of %d here)", t.here, t.carried)
		short = fmt.Sprintf(" (%d/%d)", t.here, t.carried)
	}
	parts := " " + dot + " " + t.words()
	return []string{
		safe.Line(t.name) + here + parts,
		safe.Truncate(t.name, shortName, ellipsis) + short + parts,
		strings.TrimSpace(short + " " + t.words()),
		safe.Truncate(t.name, shortName, ellipsis) + short,
		"",
	}
}

// shortName is the columns of a claim's name where there is little room.
const shortName = 24

// words counts the outlets by their part, leaving out what there is none of: "2 same, 1 in part, 1 silent".
func (t *tally) words() string {
	var parts []string
	for _, p := range []struct {
		n    int
		name string
	}{{t.parts.same, "same"}, {t.parts.partial, "in part"}, {t.parts.differs, "differs"}, {t.parts.elsewhere, "linked elsewhere"}, {t.parts.silent, "silent"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.name))
		}
	}
	if len(parts) == 0 {
		return "no other outlet"
	}
	return strings.Join(parts, ", ")
}
