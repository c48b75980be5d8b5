package match

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/statement"
)

// Reason is a piece of evidence for a link in words that a reader can check: "same speaker: Lavrov".
type Reason struct {
	Signal string // the name of the evidence: "same speaker", "both", "quotes the same words"
	Detail string // what was seen, unescaped text of the reports: "Lavrov", "17 wounded"
}

func (r Reason) String() string {
	if r.Detail == "" {
		return r.Signal
	}
	return r.Signal + ": " + r.Detail
}

// leastWorth is how much, in logits, a piece of evidence must have moved the score to be named.
const leastWorth = 0.1

// Reasons explains a link, the weightiest evidence first. Only what moved the score is named, by how far it moved it.
// They are worked out when asked for.
func (ls *Links) Reasons(l Link) []Reason {
	var reasons []Reason
	if l.Decided.IsLink() {
		reasons = append(reasons, Reason{Signal: "decided by the reader"})
	}
	r := ls.scored.reading(l)
	if r == nil {
		return reasons
	}
	if detail, ok := r.tellDifference(); ok && l.Differs {
		reasons = append(reasons, Reason{"differs", detail})
	}
	type weighed struct {
		Reason
		worth float64
	}
	var found []weighed
	for _, e := range explanations {
		if worth := e.worth(r); worth >= leastWorth {
			if detail, ok := e.detail(r); ok {
				found = append(found, weighed{Reason{e.signal, detail}, worth})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b weighed) int { return cmp.Compare(b.worth, a.worth) })
	for _, f := range found {
		reasons = append(reasons, f.Reason)
	}
	return reasons
}

// weighing is a pair with what each family of evidence was worth, in logits of the last pass.
type weighing struct {
	comparison
	outlets   func(statements []statement.ID) string
	standings *standings
	pair      int // in the graph, -1 for a pair that was not weighed
	worth     [families]float64
}

// reading weighs a link's pair again, nil when its ends have no story in common, or how it was scored cannot be had again.
func (s *Scored) reading(l Link) *weighing {
	st := s.storyOf(l.A)
	if st == nil || s.storyOf(l.B) != st {
		return nil
	}
	c := st.weighed()
	if c == nil {
		return nil
	}
	a, b := st.made.index(l.A), st.made.index(l.B)
	r := &weighing{standings: c, pair: c.graph.pairOf(a, b), outlets: s.outletsOf}
	r.compare(c.graph.s, &c.graph.s.of[a], &c.graph.s.of[b])
	row := make([]float32, 0, len(signals)+len(standingColumns))
	for i := range signals {
		row = append(row, float32(signals[i].value(&r.comparison)))
	}
	if r.pair >= 0 {
		row = c.fill(row, r.pair)
	}
	last := s.withWeights().lastPass()
	columns := columns()
	for k, x := range row {
		r.worth[columns[k].family] += last.Weight[k] * float64(x)
	}
	return r
}

func (s *Scored) outletsOf(ids []statement.ID) string {
	var names []string
	for _, id := range ids {
		if o := s.set.ReportOf(id).Outlet; !slices.Contains(names, o) {
			names = append(names, o)
		}
	}
	return strings.Join(names, ", ")
}
