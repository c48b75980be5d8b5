package review

import (
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// Kind is why a question is asked.
type Kind uint8

const (
	Silence Kind = iota // an outlet without a wording has a statement that comes near
	Missing             // an outlet with a wording has another statement that comes near
	Merge               // a statement that represents another claim comes near: the two may be one
	Doubt               // a wording that may not belong
)

// String is the kind as machine output spells it.
func (k Kind) String() string { return [...]string{"silence", "missing", "merge", "doubt"}[k] }

// Why says it to the reader.
func (k Kind) Why() string {
	return [...]string{
		"the outlet is without a wording, and this comes near",
		"another statement that comes near",
		"two claims that may be one",
		"a wording that may not belong",
	}[k]
}

// Question asks whether a statement says what a claim says, of which one wording is shown.
type Question struct {
	Kind      Kind
	Claim     claim.ID
	Statement statement.ID
	Wording   statement.ID // of the claim, in another report
	Odds      float64      // that the answer is yes, 0..1
	Worth     float64      // how much of the claims the answer is expected to change
	pairs     [][2]statement.ID
	added     bool // a yes adds links that were not found
}

// Key is what tells the question from others, whatever the order of its two statements.
func (q *Question) Key() [2]statement.ID { return pairOf(q.Statement, q.Wording) }

// Reply is an answer.
type Reply uint8

const (
	Yes    Reply = iota
	No           // it says nothing of the kind
	InPart       // the two statements have something in common, but the claim is not in both
)

// Answer is what a reply decides, of which pairs: yes and no hold for the statement and every wording of the claim in
// another report that was not decided on, in part for the two statements shown.
func (q *Question) Answer(r Reply) (match.DecisionKind, [][2]statement.ID) {
	switch {
	case r == No:
		return match.Cut, q.pairs
	case r == InPart:
		return match.InPart, [][2]statement.ID{{q.Statement, q.Wording}}
	case q.added:
		return match.Added, q.pairs
	}
	return match.Confirmed, q.pairs
}
