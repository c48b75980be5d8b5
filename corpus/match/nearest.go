package match

import (
	"cmp"
	"iter"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Nearest is the statements of report r that score highest with any of from, best first, at most n, each in its best
// pair: what a reader looks at before calling an outlet silent. Boilerplate and pairs that were never scored are not
// among them.
func (ls *Links) Nearest(from []statement.ID, r report.ID, n int) []Pair {
	set := ls.scored.set
	in := make(map[statement.ID]bool, len(from))
	for _, id := range from {
		in[id] = true
	}
	best := make(map[statement.ID]Pair)
	for _, id := range from {
		for p := range ls.Scored(id) {
			near := p.Other(id)
			if in[near] || set.All[near].Report != r || !set.All[near].IsStory() {
				continue
			}
			if b, ok := best[near]; !ok || p.Score > b.Score || p.Score == b.Score && before(p, b) {
				best[near] = p
			}
		}
	}
	pairs := make([]Pair, 0, len(best))
	for _, p := range best {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return pairs[:min(n, len(pairs))]
}

func before(p, q Pair) bool { return p.A < q.A || p.A == q.A && p.B < q.B }

// Scored walks every pair that was scored and has the statement at one end, links or not, in their order.
func (ls *Links) Scored(id statement.ID) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		for _, i := range ls.scored.pairsOf()[id] {
			if !yield(ls.scored.Pairs[i]) {
				return
			}
		}
	}
}

// Decide is the links after other decisions: those that ls was made with no longer count.
func (ls *Links) Decide(decisions []Decision) *Links { return Apply(ls.scored, decisions) }

// Pairs is every pair that was scored, links or not, sorted by statement.
func (ls *Links) Pairs() []Pair { return ls.scored.Pairs }
