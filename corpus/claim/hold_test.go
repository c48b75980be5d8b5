package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// several is the claims of at least n outlets.
func (e *embedded) several(n int) []claim.Claim {
	var all []claim.Claim
	for _, c := range e.claims.All {
		if e.claims.Outlets(c.ID) >= n {
			all = append(all, c)
		}
	}
	return all
}

// overlapped reports whether another claim has half of the claim's statements, so that a change may make it the nearer one.
func (e *embedded) overlapped(c claim.Claim) bool {
	return slices.ContainsFunc(e.claims.All, func(d claim.Claim) bool {
		both := 0
		for _, id := range d.Statements {
			if slices.Contains(c.Statements, id) {
				both++
			}
		}
		return d.ID != c.ID && 2*both >= len(c.Statements)
	})
}

func readers(cs *claim.Claims, id uint64) []claim.Claim {
	var all []claim.Claim
	for _, c := range cs.All {
		if c.Reader == id {
			all = append(all, c)
		}
	}
	return all
}

// TestHold: what the reader added is in his claim and what he took out is not, every statement of the story keeps a claim,
// and without his word all is as before.
func TestHold(t *testing.T) {
	e := openSeeds(t)
	for _, c := range e.several(3) {
		if e.overlapped(c) {
			continue
		}
		added := statement.ID(-1)
		for i := range e.set.All {
			if id := statement.ID(i); e.set.All[i].IsStory() && !slices.Contains(c.Statements, id) && len(e.claims.Of(id)) == 1 {
				added = id
			}
		}
		out := c.Statements[len(c.Statements)-1]
		in := append(slices.Clone(c.Statements[:len(c.Statements)-1]), added)
		slices.Sort(in)
		cs := e.claims.Hold([]claim.Held{{ID: 7, In: in, Out: []statement.ID{out}}})
		mine := readers(cs, 7)
		if len(mine) != 1 || !slices.Equal(mine[0].Statements, in) || mine[0].Name == "" {
			t.Fatalf("%s: held as %+v, want %v", c.Name, mine, in)
		}
		for i := range e.set.All {
			if id := statement.ID(i); e.set.All[i].IsStory() && len(cs.Of(id)) == 0 {
				t.Errorf("%s: statement %d has no claim left", c.Name, id)
			}
		}
		if of := cs.Of(added); len(of) != 1 || of[0] != mine[0].ID {
			t.Errorf("%s: what was added carries %v too", c.Name, of)
		}
		if again := cs.Hold(nil); again != e.claims {
			t.Error("without the reader's word they are other claims")
		}
	}
}

// TestHoldStays: a claim of the reader's stays what it is when the links that made it are gone, and another that shares most
// of its statements is not taken for it.
func TestHoldStays(t *testing.T) {
	e := openSeeds(t)
	c := e.several(3)[0]
	var cut []match.Decision
	for i, a := range c.Statements {
		for _, b := range c.Statements[:i] {
			cut = append(cut, match.Decision{A: a, B: b, Kind: match.Cut})
		}
	}
	links := e.links.Decide(cut)
	held := []claim.Held{{ID: 1, In: c.Statements}, {ID: 2, In: c.Statements[:len(c.Statements)-1]}}
	cs := claim.Group(e.set, links).Hold(held)
	for _, h := range held {
		if mine := readers(cs, h.ID); len(mine) != 1 || !slices.Equal(mine[0].Statements, h.In) {
			t.Errorf("%d is held as %+v, want %v", h.ID, mine, h.In)
		}
	}
	if cs = e.claims.Hold(held); len(readers(cs, 1)) != 1 || len(readers(cs, 2)) != 1 || readers(cs, 1)[0].Name != c.Name {
		t.Errorf("as grouped: %+v, %+v", readers(cs, 1), readers(cs, 2))
	}
}

// TestHoldMain: what was signed on a statement before claims were told apart is of the claim that comes first in it.
func TestHoldMain(t *testing.T) {
	e := openSeeds(t)
	for i := range e.set.All {
		of := e.claims.Of(statement.ID(i))
		if len(of) < 2 {
			continue
		}
		cs := e.claims.Hold([]claim.Held{{ID: 3, In: []statement.ID{statement.ID(i)}, Main: true}})
		if mine := readers(cs, 3); len(mine) != 1 || mine[0].ID != of[0] {
			t.Fatalf("statement %d: %+v, want claim %d", i, mine, of[0])
		}
	}
}
