// Package claim groups linked statements into claims: what several outlets' statements say in common. A statement may
// carry several claims; an unlinked statement of the story is a claim of one; boilerplate carries none.
package claim

import (
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ID is the index of a claim in Claims.All. It may change from run to run: what is kept points at statements.
type ID int

// Claim is what a group of linked statements says in common.
type Claim struct {
	ID         ID
	Statements []statement.ID // in order
	Lead       statement.ID   // the one that represents the claim: short and central
}

// Claims is an immutable snapshot of all claims.
type Claims struct {
	Generation int
	All        []Claim // in the order in which a reader meets them
	set        *statement.Set
	links      *match.Links
	of         [][]ID // by statement
}

// Group makes claims of the links.
func Group(set *statement.Set, links *match.Links) *Claims { panic("unwritten") }

// Of is the claims that a statement carries, the one that most statements share first; empty for boilerplate.
func (cs *Claims) Of(id statement.ID) []ID { return cs.of[id] }

// Counterpart is a statement of another report that carries the claim in question.
type Counterpart struct {
	Statement statement.ID
	Link      match.Link // to the statement asked about; the zero Link when only other wordings tie the two
	Score     float64    // of that link, or of the best chain of links within the claim
	Partial   bool
}

// Counterparts is the statements of report r that carry claim c, seen from the statement from, best first.
func (cs *Claims) Counterparts(c ID, from statement.ID, r report.ID) []Counterpart { panic("unwritten") }

// Outlets is the number of different outlets whose statements carry the claim.
func (cs *Claims) Outlets(c ID) int { panic("unwritten") }

// Order is the claims that a report carries, in the order of its statements.
func Order(cs *Claims, r report.ID) []ID { panic("unwritten") }
