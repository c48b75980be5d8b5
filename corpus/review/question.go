package review

import (
	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// Kind is what a question is about.
type Kind uint8

const (
	Claimed   Kind = iota // a claim: which statements say it
	Unclaimed             // statements that are no claim, and may be one
)

// String is the kind as machine output spells it.
func (k Kind) String() string { return [...]string{"claim", "unclaimed"}[k] }

// Row is a statement in question.
type Row struct {
	Statement statement.ID
	In        bool    // it is a wording of the claim as it stands
	Odds      float64 // that it says what the claim says, 0..1
}

// wrong is the odds that the row is not as it should be.
func (r *Row) wrong() float64 {
	if r.In {
		return 1 - r.Odds
	}
	return r.Odds
}

// Question asks which statements say what a claim says: those that are taken to say it and those that come near it, the
// likeliest first. One answer settles all of them.
type Question struct {
	Kind   Kind
	Claim  *claim.Claim
	Rows   []Row
	Known  []statement.ID // statements of the claim of which the reader has said that they say it
	Odds   float64        // that the claim is right as it stands
	Worth  float64        // how much the answer is expected to mend: 1 is a claim that is wrong and right afterwards
	Errors float64        // rows that are expected to be wrong
	more   bool           // there are more rows in doubt
}

// Answer says which rows say what the claim says, by the place of each. Fewer than two statements are no claim.
func (q *Question) Answer(says func(row int) bool) claim.Verdict {
	v := claim.Verdict{Of: q.Claim.Statements, Whole: !q.more}
	for i, r := range q.Rows {
		if says(i) {
			v.In = append(v.In, r.Statement)
		} else {
			v.Out = append(v.Out, r.Statement)
		}
	}
	if len(v.In)+len(q.Known) < 2 {
		return q.None()
	}
	v.In, v.Out = claim.Ordered(v.In), claim.Ordered(v.Out)
	return v
}

// Right says that all rows are as they should be.
func (q *Question) Right() claim.Verdict { return q.Answer(func(i int) bool { return q.Rows[i].In }) }

// None says that it is no claim, or that another says it already.
func (q *Question) None() claim.Verdict { return claim.Verdict{Of: q.Claim.Statements, None: true} }
