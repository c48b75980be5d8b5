package reader

import (
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Pane is how one report's pane is arranged.
type Pane struct {
	Report   report.ID
	Hidden   bool
	Unlinked bool
}

// Panes is the arrangement of all panes, from left to right.
func (r *Reader) Panes() []Pane {
	panes := make([]Pane, 0, len(r.order))
	for _, id := range r.order {
		panes = append(panes, Pane{id, r.hidden[id], r.loose[id]})
	}
	return panes
}

// Arrange puts panes as they were; reports that it does not name come last, shown.
func (r *Reader) Arrange(panes []Pane) {
	var order []report.ID
	shown := len(r.order)
	for _, p := range panes {
		if !slices.Contains(r.order, p.Report) || slices.Contains(order, p.Report) {
			continue
		}
		order = append(order, p.Report)
		r.loose[p.Report] = p.Unlinked
		if p.Hidden && shown > 1 {
			r.hidden[p.Report] = true
			shown--
		}
	}
	for _, id := range r.order {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	r.order = order
}

// Lead is the statement that represents the current claim; ok is false without one.
func (r *Reader) Lead() (id statement.ID, ok bool) {
	if r.claim == noClaim {
		return 0, false
	}
	return r.linked.Claims.All[r.claim].Lead, true
}

// Follow makes the claim of which the statement is a part current, if the cursor's statement carries it.
func (r *Reader) Follow(lead statement.ID) {
	for _, c := range r.claimsHere() {
		if slices.Contains(r.linked.Claims.All[c].Statements, lead) && r.linked.Claims.All[c].Lead == lead {
			r.chooseClaim(c)
			r.settle(false)
			return
		}
	}
}
