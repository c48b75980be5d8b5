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

// Question asks which statements say what a claim says. It is first asked how far down they do, of rows in the order of their
// odds, which brings the claim near to what the reader means at one stroke, and joins claims that are one; then, until
// nothing is wrong, which row is the first that is wrong, the most doubtful first.
type Question struct {
	Kind   Kind
	Claim  *claim.Claim
	Extent bool           // it is asked how far down; else for the first that is wrong
	Rows   []Row          // in doubt
	Sure   []statement.ID // statements of the claim that are not in doubt
	Odds   float64        // that the claim is right as it stands
	Worth  float64        // how much the answer is expected to mend: 1 is a claim
	Errors float64        // rows that are expected to be wrong
	more   bool           // there are more rows in doubt
}

// verdict is one on the claim, with what the rows before row n are taken for.
func (q *Question) verdict(n int) claim.Verdict {
	v := claim.Verdict{Of: q.Claim.Statements}
	for _, r := range q.Rows[:n] {
		if r.In {
			v.In = append(v.In, r.Statement)
		} else {
			v.Out = append(v.Out, r.Statement)
		}
	}
	return v
}

// Right says that all rows are as they should be.
func (q *Question) Right() claim.Verdict {
	v := q.verdict(len(q.Rows))
	v.Whole = !q.more
	return v
}

// None says that it is no claim, or that another says it already.
func (q *Question) None() claim.Verdict { return claim.Verdict{Of: q.Claim.Statements, None: true} }

// Row answers with a row, from 1. In a question of extent it is the last that says what the claim says, as far as rows in
// this order can tell, and 0 says that none of them does; else it is the first that is wrong, and there is no row 0. ok is
// false when there is no such row.
func (q *Question) Row(n int) (v claim.Verdict, ok bool) {
	switch {
	case n < 0 || n > len(q.Rows) || n == 0 && !q.Extent:
		return v, false
	case q.Extent:
		v = q.verdict(0)
		for i, r := range q.Rows {
			if i < n {
				v.Yes = append(v.Yes, r.Statement)
			} else {
				v.No = append(v.No, r.Statement)
			}
		}
		return v, true
	}
	v = q.verdict(n - 1)
	if r := q.Rows[n-1]; r.In {
		v.Out = append(v.Out, r.Statement)
	} else {
		v.In = append(v.In, r.Statement)
	}
	v.Whole = n == len(q.Rows) && !q.more
	return v, true
}
