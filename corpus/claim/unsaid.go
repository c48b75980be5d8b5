package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Unsaid is a claim that several other outlets have and on which a report's own is silent, with the place in the report
// where it would stand.
type Unsaid struct {
	Claim   ID
	Outlets int          // that have it
	Before  statement.ID // of the report; one past its last when the place is its end
}

// leastOthers is how many other outlets must have a claim that a report is said to lack: of what one alone has there is
// much in every report.
const leastOthers = 2

// Unsaid is what at least two other outlets have and the outlet of report r neither has nor has linked elsewhere, by place,
// what most have first. The place is judged by neighbours: in each report that has the claim, the nearest statement before
// it with a counterpart in r, else the nearest after it, says where; the middle of what they say counts. What has no
// neighbour in common with r has no place, and is left out.
func (cs *Claims) Unsaid(r report.ID) []Unsaid {
	sts := cs.set.In(r)
	if len(sts) == 0 {
		return nil
	}
	f := unsaidFinder{cs: cs, outlet: cs.set.Outlets.Of[r], best: cs.bestIn(sts)}
	var all []Unsaid
	for i := range cs.All {
		if len(cs.All[i].Statements) < leastOthers {
			continue
		}
		n := cs.Outlets(ID(i))
		if n < leastOthers || f.hasPart(&cs.All[i]) {
			continue
		}
		if at, ok := f.place(&cs.All[i]); ok {
			all = append(all, Unsaid{ID(i), n, at})
		}
	}
	slices.SortStableFunc(all, func(a, b Unsaid) int {
		return cmp.Or(cmp.Compare(a.Before, b.Before), cmp.Compare(b.Outlets, a.Outlets))
	})
	return all
}

// bestIn is, for every statement that is linked to one of the given, the best of those.
func (cs *Claims) bestIn(sts []statement.Statement) map[statement.ID]statement.ID {
	best := make(map[statement.ID]statement.ID)
	score := make(map[statement.ID]float64)
	for i := range sts {
		for l := range cs.links.Of(sts[i].ID) {
			if o := l.Other(sts[i].ID); l.Score > score[o] {
				best[o], score[o] = sts[i].ID, l.Score
			}
		}
	}
	return best
}

type unsaidFinder struct {
	cs     *Claims
	outlet report.OutletID
	best   map[statement.ID]statement.ID // statements of the report, by those of which they are the best counterpart
}

// hasPart reports whether the outlet has the claim, or something that is linked to it.
func (f *unsaidFinder) hasPart(cl *Claim) bool {
	of := f.cs.set.Outlets.Of
	for _, w := range cl.Statements {
		if of[f.cs.set.All[w].Report] == f.outlet {
			return true
		}
		for l := range f.cs.links.Of(w) {
			if o := l.Other(w); of[f.cs.set.All[o].Report] == f.outlet && len(f.cs.of[o]) > 0 {
				return true
			}
		}
	}
	return false
}

// place is the statement of the report before which the claim would stand.
func (f *unsaidFinder) place(cl *Claim) (at statement.ID, ok bool) {
	var places []statement.ID
	for _, w := range cl.Statements {
		if p, ok := f.beside(w); ok {
			places = append(places, p)
		}
	}
	if len(places) == 0 {
		return 0, false
	}
	slices.Sort(places)
	return places[(len(places)-1)/2], true
}

// beside is where the neighbours of one wording put it.
func (f *unsaidFinder) beside(w statement.ID) (statement.ID, bool) {
	sts := f.cs.set.In(f.cs.set.All[w].Report)
	here := int(w - sts[0].ID)
	for i := here - 1; i >= 0; i-- {
		if b, ok := f.best[sts[i].ID]; ok {
			return b + 1, true
		}
	}
	for i := here + 1; i < len(sts); i++ {
		if b, ok := f.best[sts[i].ID]; ok {
			return b, true
		}
	}
	return 0, false
}
