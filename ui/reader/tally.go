package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/ui/pane"
)

// tally is what the strip says of the current claim: every outlet's part in it, and how many outlets have which.
type tally struct {
	outlets               []outlet // in the order of the panes, two reports of one outlet once
	same, partial, silent int      // outlets, the cursor's own among the same
	claim, claims         int      // number of the current claim, from 1, and of all
	here, carried         int      // which of the statement's claims it is, from 1, of how many
}

// outlet is one outlet's part in the current claim: Unmarked when there is none, Cursor where the cursor is.
type outlet struct {
	name    string
	mark    pane.Mark
	silent  bool
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
		o := &t.outlets[at[id]-1]
		switch o.mark = r.part(&r.row.Cells[id]); o.mark {
		case pane.Same:
			t.same++
		case pane.Partial:
			t.partial++
		default:
			o.silent = true
			t.silent++
		}
	}
	here := r.claimsHere()
	t.claim, t.claims = int(r.claim)+1, len(r.linked.Claims.All)
	t.here, t.carried = slices.Index(here, r.claim)+1, len(here)
	return t
}

// part is an outlet's part in the current claim, seen from the cursor.
func (r *Reader) part(c *claim.Cell) pane.Mark {
	if c.State != claim.Said {
		return pane.Unmarked
	}
	last := report.ID(-1)
	for _, s := range c.Wordings {
		id := r.corpus.Statements.All[s].Report
		if id == r.at.Report {
			return pane.Same
		}
		if id == last {
			continue
		}
		last = id
		if slices.ContainsFunc(r.counterparts(id), func(c claim.Counterpart) bool { return !c.Partial }) {
			return pane.Same
		}
	}
	return pane.Partial
}

// texts is the tally in words, the longest first, for whatever room there is.
func (t *tally) texts(dot string) []string {
	if t.claim == 0 {
		return nil
	}
	here := ""
	short := ""
	if t.carried > 1 {
		here = fmt.Sprintf(" (%d of %d here)", t.here, t.carried)
		short = fmt.Sprintf(" (%d/%d)", t.here, t.carried)
	}
	return []string{
		fmt.Sprintf("claim %d of %d%s %s %s", t.claim, t.claims, here, dot, t.words()),
		fmt.Sprintf("claim %d/%d%s %s %s", t.claim, t.claims, short, dot, t.words()),
		fmt.Sprintf("claim %d/%d%s", t.claim, t.claims, short),
		"",
	}
}

// words counts the outlets by their part, leaving out what there is none of: "3 same, 1 in part, 1 silent".
func (t *tally) words() string {
	var parts []string
	for _, p := range []struct {
		n    int
		name string
	}{{t.same, "same"}, {t.partial, "in part"}, {t.silent, "silent"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.name))
		}
	}
	return strings.Join(parts, ", ")
}
