package claim

import (
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

// Doubt is how sure the claim is; nil for a claim of one, and for the reader's own.
func (c *Claim) Doubt() *Doubt { return c.doubt }

// Maybe is sets of statements that are no claim, but might be one: the best first. They are no part of All, and their names need not be distinct.
func (cs *Claims) Maybe() []Claim { return cs.maybe }

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
