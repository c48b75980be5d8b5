// Package match links statements of different reports that carry at least one claim in common. [Score] is the
// machine's reading, a pure function of the statements; [Apply] lets the reader's decisions win over it.
package match

import (
	"context"
	"iter"

	"parallax/corpus/statement"
)

// Pair is two statements of different reports with the probability that they carry a claim in common.
type Pair struct {
	A, B    statement.ID // A < B
	Score   float64      // 0..1
	Partial bool         // one carries clearly more than the other
}

// Scored is the machine's reading of a set of statements: an immutable snapshot.
type Scored struct {
	Generation int    // of the statements it was made from
	Pairs      []Pair // every pair that was scored, by A, then B
	// what Reasons needs is kept beside
}

// Score finds candidates, weighs the evidence and scores each pair. It is deterministic. progress, which may be nil, is
// called now and then, never at once from two goroutines. When ctx ends, so does Score, with ctx's error.
func Score(ctx context.Context, set *statement.Set, progress func(done, total int)) (*Scored, error) {
	panic("unwritten")
}

// Decision is the reader's word on a pair of statements.
type Decision struct {
	A, B statement.ID
	Kind DecisionKind
}

// DecisionKind is what the reader decided.
type DecisionKind uint8

const (
	Undecided DecisionKind = iota
	Confirmed              // a link that the machine found
	Cut                    // a link that is none
	Added                  // a link that the machine did not find
)

// Link is a pair that says the same.
type Link struct {
	A, B    statement.ID // A < B
	Score   float64
	Partial bool
	Decided DecisionKind
}

// Other is the end of the link that is not id.
func (l Link) Other(id statement.ID) statement.ID {
	if l.A == id {
		return l.B
	}
	return l.A
}

// Links is the links that hold after the reader's decisions: an immutable snapshot.
type Links struct {
	Generation int
	All        []Link // by A, then B
	scored     *Scored
}

// Apply keeps the pairs that score high enough and lets decisions win.
func Apply(scored *Scored, decisions []Decision) *Links { panic("unwritten") }

// Of walks the links of one statement, best first.
func (ls *Links) Of(id statement.ID) iter.Seq[Link] { panic("unwritten") }

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

// Reasons explains a link, the weightiest evidence first. They are worked out when asked for.
func (ls *Links) Reasons(l Link) []Reason { panic("unwritten") }
