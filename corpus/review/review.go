// Package review finds what is worth asking the reader: questions whose answers mend most of the claims for one key, the
// most useful first. Call [New] with the links and the claims; [Question.Row], [Question.Right] and [Question.None] are what
// an answer says, which claim.Settle makes into claims.
//
// A question is about a claim as a set: of each statement that is in it or comes near it the odds are known that it says what
// the claim says (claim.Doubt). Questions about two statements were tried; so many are needed that forty answers mended
// little. What an answer teaches moves the odds of all the others, because New is given the links as it teaches them.
package review

import (
	"cmp"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// Queue is the questions worth asking: an immutable snapshot.
type Queue struct {
	Questions []Question    // the most useful first
	Errors    float64       // rows that are expected to be wrong among the questions
	Claims    *claim.Claims // that the questions are about
	Links     *match.Links
}

const (
	mostRows   = 9    // of a question: a key each
	leastWrong = 0.03 // odds of being wrong from which a statement is in doubt
	extentPart = 0.5  // of what is wrong, what an answer about the extent mends
	linkWorth  = 0.05 // of a link that comes or goes, in claims
	noneWorth  = 0.6  // of a claim that is none
	soundFrom  = 0.6  // score from which a claim is one
	maybeWorth = 0.1  // of a claim that comes, by its score
)

// leastWorth is what a question must be worth: below it an answer mends less than one part in twenty of a claim.
const leastWorth = 0.05

// New finds the questions about the claims, which were made with the links.
func New(set *statement.Set, links *match.Links, claims *claim.Claims) *Queue {
	a := &asker{set, links}
	q := &Queue{Claims: claims, Links: links}
	for i := range claims.All {
		q.add(a, &claims.All[i], Claimed)
	}
	maybe := claims.Maybe()
	for i := range maybe {
		q.add(a, &maybe[i], Unclaimed)
	}
	slices.SortStableFunc(q.Questions, func(x, y Question) int { return cmp.Compare(y.Worth, x.Worth) })
	for i := range q.Questions {
		q.Errors += q.Questions[i].Errors
	}
	return q
}

// add adds the question about a claim, if it is worth asking.
func (q *Queue) add(a *asker, c *claim.Claim, kind Kind) {
	d := c.Doubt()
	if d == nil || d.Whole {
		return
	}
	x := Question{Kind: kind, Claim: c, Extent: !d.Answered}
	a.rows(&x, d)
	if len(x.Rows) == 0 {
		return
	}
	if a.weigh(&x, d); x.Worth >= leastWorth {
		q.Questions = append(q.Questions, x)
	}
}

// asker is what questions are made from.
type asker struct {
	set   *statement.Set
	links *match.Links
}

// rows finds what is in doubt.
func (a *asker) rows(q *Question, d *claim.Doubt) {
	for _, m := range d.Members {
		if r := (Row{m.Statement, m.In, m.Odds}); !m.Known && r.wrong() >= leastWrong {
			q.Rows = append(q.Rows, r)
		} else if m.In {
			q.Sure = append(q.Sure, m.Statement)
		}
	}
	slices.SortStableFunc(q.Rows, func(x, y Row) int { return cmp.Compare(y.wrong(), x.wrong()) })
	if len(q.Rows) > mostRows {
		for _, r := range q.Rows[mostRows:] {
			if r.In {
				q.Sure = append(q.Sure, r.Statement)
			}
		}
		slices.Sort(q.Sure)
		q.Rows, q.more = q.Rows[:mostRows], true
	}
	if q.Extent {
		slices.SortStableFunc(q.Rows, func(x, y Row) int { return cmp.Compare(y.Odds, x.Odds) })
	}
}

// weigh finds what an answer is worth. One about the extent mends part of all that is wrong, one about the first wrong row
// that row; either may find that it is no claim.
func (a *asker) weigh(q *Question, d *claim.Doubt) {
	q.Odds = 1
	pairs, worst := 0.0, 0.0
	for i := range q.Rows {
		r := &q.Rows[i]
		q.Errors += r.wrong()
		q.Odds *= 1 - r.wrong()
		p := r.wrong() * a.changes(q.Claim, r)
		pairs, worst = pairs+p, max(worst, p)
	}
	size := float64(len(q.Claim.Statements) + 1)
	none := max(0, soundFrom-d.Score)
	switch {
	case q.Kind == Unclaimed:
		q.Worth = maybeWorth * d.Score
	case q.Extent:
		q.Worth = (1-none)*extentPart*q.Errors/size + linkWorth*pairs + none*noneWorth
	default:
		q.Worth = (1-q.Odds)/size + linkWorth*worst
	}
}

// changes is the number of links that would come or go were a row wrong.
func (a *asker) changes(c *claim.Claim, r *Row) float64 {
	n := 0.0
	for _, x := range c.Statements {
		if x == r.Statement || a.set.All[x].Report == a.set.All[r.Statement].Report {
			continue
		}
		if _, linked := a.links.Between(x, r.Statement); linked == r.In {
			n++
		}
	}
	return n
}
