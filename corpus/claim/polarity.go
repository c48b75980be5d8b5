package claim

import (
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// Polarity is what one outlet says and another denies, or says in words of the opposite sense. It is no figure, but it is
// told like one: both sides with their words, who says them, and when. Statements that share a side are one difference.

// polarities adds what linked statements of different outlets say the opposite of.
func (cs *Claims) polarities(all []Divergence) []Divergence {
	first := len(all)
	for _, l := range cs.links.All {
		if cs.outlet(l.A) == cs.outlet(l.B) {
			continue
		}
		o, ok := cs.links.Opposition(l)
		if !ok {
			continue
		}
		a, b := cs.saying(l.A, o.A), cs.saying(l.B, o.B)
		if t := cs.inTime(a, b); t.A.Statement != a.Statement {
			a, b = t.A, t.B
		}
		all = joinPolarity(all, first, Divergence{o.Kind.String(), []Figure{a}, []Figure{b}, cs.common(l)})
	}
	return all
}

// saying is the words of one side as a figure.
func (cs *Claims) saying(id statement.ID, span report.Span) Figure {
	return Figure{particular.Particular{
		Kind: particular.Polarity, Span: span, Core: span,
		Figure: safe.Line(cs.set.ReportOf(id).Text[span.Start:span.End]),
	}, id}
}

// common is the claims that both ends of a link carry.
func (cs *Claims) common(l match.Link) []ID {
	var both []ID
	for _, c := range cs.of[l.A] {
		if slices.Contains(cs.of[l.B], c) {
			both = append(both, c)
		}
	}
	slices.Sort(both)
	return both
}

// joinPolarity adds d to one from first on that has a statement on the same side with the same words, else as one of its own.
func joinPolarity(all []Divergence, first int, d Divergence) []Divergence {
	has := func(side []Figure, f Figure) bool {
		return slices.ContainsFunc(side, func(g Figure) bool { return g.Statement == f.Statement && g.Core == f.Core })
	}
	for i := first; i < len(all); i++ {
		k := &all[i]
		if k.Label != d.Label {
			continue
		}
		if has(k.A, d.B[0]) || has(k.B, d.A[0]) {
			d.A, d.B = d.B, d.A
		}
		if has(k.A, d.A[0]) || has(k.B, d.B[0]) {
			k.A, k.B = withFigures(k.A, d.A), withFigures(k.B, d.B)
			for _, c := range d.Claims {
				if !slices.Contains(k.Claims, c) {
					k.Claims = append(k.Claims, c)
				}
			}
			return all
		}
	}
	return append(all, d)
}
