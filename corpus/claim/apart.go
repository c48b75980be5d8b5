package claim

import (
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// apart is the links without those that the reader's answers leave nothing of: one end says a claim that the other does not,
// or both were taken for a claim that is none, and no other claim has both.
func (cs *Claims) apart(links *match.Links, settled []Settled) *match.Links {
	type pair [2]statement.ID
	denied := make(map[pair]bool)
	deny := func(some, others []statement.ID) {
		for _, a := range some {
			for _, b := range others {
				denied[pair{min(a, b), max(a, b)}] = true
			}
		}
	}
	for _, s := range settled {
		deny(s.Statements, s.Out)
		if len(s.Statements) < 2 {
			for _, was := range s.was {
				deny(was, was)
			}
		}
	}
	if len(denied) == 0 {
		return links
	}
	return links.Apart(func(a, b statement.ID) bool {
		return denied[pair{min(a, b), max(a, b)}] && !slices.ContainsFunc(cs.of[a], func(c ID) bool { return slices.Contains(cs.of[b], c) })
	})
}
