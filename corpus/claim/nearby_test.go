package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// TestNearby: a statement that the reader took out of a claim is among the three nearest of its outlet, scored or not, in most
// claims; and what is in the claim is never among them.
func TestNearby(t *testing.T) {
	e := openSeeds(t)
	asked, found := 0, 0
	for _, c := range e.several(3) {
		for _, out := range c.Statements {
			in := slices.DeleteFunc(slices.Clone(c.Statements), func(id statement.ID) bool { return e.set.All[id].Report == e.set.All[out].Report })
			gone := slices.DeleteFunc(slices.Clone(c.Statements), func(id statement.ID) bool { return slices.Contains(in, id) })
			cs := e.claims.Hold([]claim.Held{{ID: 1, In: in, Out: gone}})
			mine := readers(cs, 1)[0]
			asked++
			near := cs.Nearby(mine.ID, e.set.Outlets.Of[e.set.All[out].Report], 3)
			if slices.ContainsFunc(near, func(n claim.Nearby) bool { return n.Statement == out }) {
				found++
			}
			for i, n := range near {
				if slices.Contains(mine.Statements, n.Statement) || n.Scored != scoredWith(e.links, n.Statement, mine.Statements) {
					t.Errorf("%s: %d. is %+v", mine.Name, i+1, n)
				}
			}
		}
	}
	if 10*found < 9*asked {
		t.Errorf("%d of %d are offered again", found, asked)
	}
}

func scoredWith(ls *match.Links, id statement.ID, others []statement.ID) bool {
	for p := range ls.Scored(id) {
		if slices.Contains(others, p.Other(id)) {
			return true
		}
	}
	return false
}

// TestNearbySeesAll: what was set aside as boilerplate, and so was never scored, is offered too.
func TestNearbySeesAll(t *testing.T) {
	e := openSeeds(t)
	set := *e.set
	set.All = slices.Clone(e.set.All)
	hidden := make(map[statement.ID]claim.Claim)
	for _, c := range e.several(3) {
		out := c.Statements[len(c.Statements)-1]
		if c.Statements[len(c.Statements)-2] < out-1 {
			hidden[out] = c
			set.All[out].Boilerplate = "by the test"
		}
	}
	scored, err := match.Score(t.Context(), &set, nil)
	if err != nil {
		t.Fatal(err)
	}
	links, found := match.Apply(scored, nil), 0
	grouped := claim.Group(&set, links)
	for out, c := range hidden {
		outlet := set.Outlets.Of[set.All[out].Report]
		in := slices.DeleteFunc(slices.Clone(c.Statements), func(id statement.ID) bool { return set.Outlets.Of[set.All[id].Report] == outlet })
		cs := grouped.Hold([]claim.Held{{ID: 1, In: in}})
		near := cs.Nearby(readers(cs, 1)[0].ID, outlet, 3)
		if i := slices.IndexFunc(near, func(n claim.Nearby) bool { return n.Statement == out }); i >= 0 {
			found++
			if near[i].Scored {
				t.Errorf("boilerplate was scored: %+v", near[i])
			}
		}
	}
	if len(hidden) < 5 || 2*found < len(hidden) {
		t.Errorf("%d of %d are offered", found, len(hidden))
	}
}
