// Package review finds what is worth asking the reader: questions whose answers mend most of the claims, the most useful
// first. Call [New] with the links and the claims; [Question.Answer] and [Question.None] are what an answer says, which
// claim.Settle makes into claims.
//
// A question is about a claim as a set: of each statement that is in it or comes near it the odds are known that it says what
// the claim says (claim.Doubt). Questions about two statements, and a question for each statement that may be wrong, were
// tried: the reader reads the same texts again and again, and forty answers mended little. What an answer teaches moves the
// odds of all the others, because New is given the links as it teaches them.
package review

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// Queue is the questions worth asking: an immutable snapshot.
type Queue struct {
	Questions []Question    // the most useful first
	Errors    float64       // rows that are expected to be wrong among the questions about claims
	Claims    *claim.Claims // that the questions are about
	Links     *match.Links
}

const (
	mostRows   = 16   // of a question: what a reader can keep apart
	leastWrong = 0.03 // odds from which a statement that is not in the claim is in doubt
	maybeWorth = 0.2  // of what is no claim, beside a claim

	// A careful reader has a claim for a set of this score hardly ever, and for one of that score nearly always: so the gold
	// events say, each scored with weights of the others.
	scoreNever, scoreAlways = 0.25, 0.65
	leastHit                = 0.05
)

// leastWorth is what a question must be worth.
const leastWorth = 0.015

// New finds the questions about the claims, which were made with the links.
func New(set *statement.Set, links *match.Links, claims *claim.Claims) *Queue {
	q := &Queue{Claims: claims, Links: links}
	for i := range claims.All {
		q.add(&claims.All[i], Claimed)
	}
	maybe := claims.Maybe()
	for i := range maybe {
		q.add(&maybe[i], Unclaimed)
	}
	slices.SortStableFunc(q.Questions, func(x, y Question) int { return cmp.Compare(y.Worth, x.Worth) })
	for i := range q.Questions {
		if q.Questions[i].Kind == Claimed {
			q.Errors += q.Questions[i].Errors
		}
	}
	return q
}

// add adds the question about a claim, if it is worth asking.
func (q *Queue) add(c *claim.Claim, kind Kind) {
	d := q.Claims.Doubt(c)
	if d == nil || d.Whole {
		return
	}
	x := Question{Kind: kind, Claim: c}
	x.ask(d)
	if x.Odds < 1 && x.weigh(d) >= leastWorth {
		q.Questions = append(q.Questions, x)
	}
}

// ask finds the rows: all statements of the claim of which nothing was said, and of the others those that are likeliest to
// belong to it.
func (q *Question) ask(d *claim.Doubt) {
	for _, m := range d.Members {
		switch r := (Row{m.Statement, m.In, m.Odds}); {
		case m.Known && m.In:
			q.Known = append(q.Known, m.Statement)
		case !m.Known && (m.In || r.wrong() >= leastWrong):
			q.Rows = append(q.Rows, r)
		}
	}
	byOdds := func(x, y Row) int { return cmp.Compare(y.Odds, x.Odds) }
	slices.SortStableFunc(q.Rows, byOdds)
	if len(q.Rows) > mostRows {
		// A statement of the claim is asked about before one that comes near it.
		slices.SortStableFunc(q.Rows, func(x, y Row) int { return cmp.Compare(flag(y.In), flag(x.In)) })
		q.Rows, q.more = q.Rows[:mostRows:mostRows], true
		slices.SortStableFunc(q.Rows, byOdds)
	}
	q.Odds = 1
	for i := range q.Rows {
		q.Errors += q.Rows[i].wrong()
		q.Odds *= 1 - q.Rows[i].wrong()
	}
}

func flag(is bool) int {
	if is {
		return 1
	}
	return 0
}

// weigh finds what the answer is worth: the part of the claim that is expected to be wrong, for a claim that is likely to be
// one. A large claim has more links.
func (q *Question) weigh(d *claim.Doubt) float64 {
	size := float64(len(q.Claim.Statements) + 1)
	hit := 1.0
	if !d.Answered {
		hit = min(1, max(leastHit, (d.Score-scoreNever)/(scoreAlways-scoreNever)))
	}
	q.Worth = hit * min(1, q.Errors/size) * math.Sqrt(size)
	if q.Kind == Unclaimed {
		q.Worth *= maybeWorth
	}
	return q.Worth
}
