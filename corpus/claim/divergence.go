package claim

import (
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/statement"
)

// Divergence is one thing of which outlets give two figures that differ, or that one of them denies, whatever the claims in
// which they meet.
type Divergence struct {
	Label  string   // what it is of; text of a report
	A, B   []Figure // those that agree with each other on either side, the one to show first; A's is of the earlier report
	Claims []ID     // in which both sides have a wording, in order; none when the statements are only linked
}

// comparable is how probable it must be that two statements say the same for figures of theirs to be compared that only their
// words show to be of one thing.
const comparable = 0.02

// Divergences is all that outlets give differently as figures, once each, in the order of the claims, then what differs
// between linked statements that share no claim, then what one outlet says and another denies.
func (cs *Claims) Divergences() []Divergence {
	var all []Divergence
	for i := range cs.All {
		if len(cs.All[i].Statements) < 2 {
			continue
		}
		for _, t := range cs.Topics(ID(i)) {
			for _, d := range t.Differences {
				all = cs.addDivergence(all, Divergence{t.Label, side(t.Figures, d.A, d.B), side(t.Figures, d.B, d.A), []ID{ID(i)}})
			}
		}
	}
	for _, p := range cs.links.Pairs() {
		if p.Score >= comparable && cs.outlet(p.A) != cs.outlet(p.B) && !cs.together(p) {
			all = cs.pairDivergence(all, p)
		}
	}
	return cs.polarities(all)
}

// side is the figures that agree with one of a difference and not with the other, that one first.
func side(figures []Figure, of, against Figure) []Figure {
	all := []Figure{of}
	for i := range figures {
		f := &figures[i]
		if (f.Statement != of.Statement || f.Core != of.Core) && agree(f, &of) && !agree(f, &against) {
			all = append(all, *f)
		}
	}
	return all
}

// together reports whether two statements carry a claim in common.
func (cs *Claims) together(p match.Pair) bool {
	return slices.ContainsFunc(cs.of[p.A], func(c ID) bool { return slices.Contains(cs.of[p.B], c) })
}

// pairDivergence adds what differs between two statements that share no claim: anything when they are linked, else what
// their own words show to be one thing.
func (cs *Claims) pairDivergence(all []Divergence, p match.Pair) []Divergence {
	_, linked := cs.links.Between(p.A, p.B)
	for _, x := range cs.book.Of(p.A) {
		for _, y := range cs.book.Of(p.B) {
			if particular.Compare(&x, &y) != particular.Differs || !particular.Surely(&x, &y) && !(linked && x.Kind != particular.Date) {
				continue
			}
			a, b := Figure{x, p.A}, Figure{y, p.B}
			if cs.reportGives(p.A, &b) || cs.reportGives(p.B, &a) {
				continue
			}
			d := cs.inTime(a, b)
			all = cs.addDivergence(all, Divergence{nameOf([]Figure{d.A, d.B}), []Figure{d.A}, []Figure{d.B}, nil})
		}
	}
	return all
}

// reportGives reports whether the report of a statement gives a figure that agrees with f.
func (cs *Claims) reportGives(id statement.ID, f *Figure) bool {
	for _, st := range cs.set.In(cs.set.All[id].Report) {
		for _, p := range cs.book.Of(st.ID) {
			if v := particular.Compare(&p, &f.Particular); v == particular.Equal || v == particular.Within {
				return true
			}
		}
	}
	return false
}

// addDivergence adds a difference, or what it has more to one that is known already.
func (cs *Claims) addDivergence(all []Divergence, d Divergence) []Divergence {
	for i := range all {
		k := &all[i]
		if !cs.sameStory(k.A[0].Statement, d.A[0].Statement) {
			continue
		}
		switch {
		case agree(&k.A[0], &d.A[0]) && agree(&k.B[0], &d.B[0]):
		case agree(&k.A[0], &d.B[0]) && agree(&k.B[0], &d.A[0]):
			d.A, d.B = d.B, d.A
		default:
			continue
		}
		k.A, k.B = withFigures(k.A, d.A), withFigures(k.B, d.B)
		for _, c := range d.Claims {
			if !slices.Contains(k.Claims, c) {
				k.Claims = append(k.Claims, c)
			}
		}
		return all
	}
	return append(all, d)
}

func (cs *Claims) sameStory(a, b statement.ID) bool {
	x, _ := cs.links.StoryOf(a)
	y, _ := cs.links.StoryOf(b)
	return x.Same(y)
}

// withFigures is figures with those that are not yet among them.
func withFigures(figures, more []Figure) []Figure {
	for _, m := range more {
		if !slices.ContainsFunc(figures, func(f Figure) bool { return f.Statement == m.Statement && f.Core == m.Core }) {
			figures = append(figures, m)
		}
	}
	return figures
}

// SayOf is whose words a figure is: the voice over it, or none for the outlet's own.
func (cs *Claims) SayOf(f *Figure) (v statement.Voice, spoken bool) {
	for _, v := range cs.set.All[f.Statement].Voices {
		if v.Span.Overlap(f.Core) > 0 {
			return v, true
		}
	}
	return statement.Voice{}, false
}
