package reader

import (
	"fmt"
	"slices"
	"strings"

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
	index := make(map[string]int)
	parts := r.parts()
	for _, id := range r.order {
		name := r.corpus.Reports[id].Outlet
		i, known := index[name]
		if !known {
			i = len(t.outlets)
			index[name] = i
			t.outlets = append(t.outlets, outlet{name: name, hidden: true})
		}
		o := &t.outlets[i]
		o.current = o.current || id == r.at.Report
		o.hidden = o.hidden && r.hidden[id]
		if p := parts[id]; p == pane.Same || o.mark == pane.Unmarked {
			o.mark = p
		}
	}
	if r.claim == noClaim {
		return t
	}
	for i := range t.outlets {
		switch t.outlets[i].mark {
		case pane.Same:
			t.same++
		case pane.Partial:
			t.partial++
		default:
			t.outlets[i].silent = true
			t.silent++
		}
	}
	here := r.claimsHere()
	t.claim, t.claims = int(r.claim)+1, len(r.linked.Claims.All)
	t.here, t.carried = slices.Index(here, r.claim)+1, len(here)
	return t
}

// parts is each report's part in the current claim.
func (r *Reader) parts() map[report.ID]pane.Mark {
	parts := make(map[report.ID]pane.Mark)
	if r.claim == noClaim {
		return parts
	}
	for _, id := range r.corpusReports(r.claim) {
		cs := r.counterparts(id)
		if len(cs) == 0 {
			continue
		}
		parts[id] = pane.Partial
		for _, c := range cs {
			if !c.Partial {
				parts[id] = pane.Same
			}
		}
	}
	parts[r.at.Report] = pane.Same
	return parts
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
