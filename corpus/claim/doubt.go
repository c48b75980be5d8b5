package claim

import (
	"fmt"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// Doubt is how sure a claim is: what a review asks about.
type Doubt struct {
	Score    float64  // how far the claim is likely to overlap one that a careful reader would find, 0..1
	Members  []Member // its statements and those that come near to it, in order
	Answered bool     // the reader has said something of it
	Whole    bool     // and nothing more is worth asking
}

// Member is a statement held against a claim.
type Member struct {
	Statement statement.ID
	In        bool    // it is a wording
	Odds      float64 // that it says what the claim says, 0..1; see [Learn]
	Known     bool    // the reader has said so
}

// doubts is how sure claims are, by their statements, and what may be claims.
type doubts struct {
	of    map[string]*Doubt
	maybe []Claim
}

// Doubt is how sure a claim is; nil for a claim of one, and for one that the reader has changed. The first call for any
// claim groups all statements again.
func (cs *Claims) Doubt(c *Claim) *Doubt { return cs.doubts().of[fmt.Sprint(c.Statements)] }

// Maybe is sets of statements that are no claim, but might be one: the best first. They are no part of All, and their names
// need not be distinct. It takes as long as Doubt.
func (cs *Claims) Maybe() []Claim { return cs.doubts().maybe }

// findDoubts groups the statements once more, to the same claims.
func (cs *Claims) findDoubts(links *match.Links, settled []Settled, teach bool) *doubts {
	how := &grouping{settled: settled, teach: teach, doubt: true}
	ds := &doubts{of: make(map[string]*Doubt)}
	for _, g := range how.groups(cs.set, links) {
		if g.doubt == nil {
			continue
		}
		c := g.claim(cs.set, links)
		ds.of[fmt.Sprint(c.Statements)] = g.doubt
		if g.maybe {
			c.Name = cs.namer(&c).name(nameWords)
			ds.maybe = append(ds.maybe, c)
		}
	}
	return ds
}

func newDoubt(f *field, c *candidate, near []member) *Doubt {
	d := &Doubt{Score: min(1, c.score), Members: make([]Member, 0, len(near))}
	known := make(map[int32]bool)
	if c.settled != nil {
		d.Answered, d.Whole = true, c.settled.whole
		for _, x := range c.settled.known {
			known[x] = true
		}
	}
	for _, m := range near {
		d.Members = append(d.Members, Member{f.story.Statement(int(m.x)), m.in, m.odds, known[m.x]})
	}
	return d
}
