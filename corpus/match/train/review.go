package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/review"
	"parallax/corpus/statement"
)

// The review is simulated with each of the two readers in turn, who answers from that reader's own list of claims and is
// judged by it: the mean over both is printed. A set of statements is taken for that of the reader's claims which it
// overlaps most; it is none when the two have no two statements in common, or when an earlier answer was about that
// claim. An answer is that to one question, for which the reader presses one key, and one more for each row that is marked
// wrong: the keys are counted beside.

// rounds is after how many answers the links and claims are scored.
var rounds = []int{0, 10, 20, 40, 80}

// manner is how questions are chosen.
type manner struct {
	name    string
	learns  bool // the odds, from the answers
	shuffle bool
}

var manners = []manner{{"review", true, false}, {"review, never learns", false, false}, {"random order", true, true}}

// reviewed is the curves of a manner: the F1 of the links, the F of the claims and the keys that were pressed, by round.
type reviewed struct{ f1, f, keys []float64 }

// simulate prints how links and claims fare while each event is reviewed with weights that were learnt without it.
func simulate(ctx context.Context, events []event, without []*match.Weights, stdout io.Writer) error {
	for _, m := range manners {
		var all []reviewed
		for i := range events {
			var both []reviewed
			for who := range events[i].readers {
				r, err := events[i].review(ctx, without[i], m, who)
				if err != nil {
					return err
				}
				both = append(both, r)
			}
			fmt.Fprintf(stdout, "%-22s %-22s %s\n", m.name, events[i].Name, meanOf(both))
			all = append(all, both...)
		}
		fmt.Fprintf(stdout, "%-22s %-22s %s\n", m.name, "mean", meanOf(all))
	}
	return nil
}

func meanOf(all []reviewed) reviewed {
	mean := reviewed{make([]float64, len(rounds)), make([]float64, len(rounds)), make([]float64, len(rounds))}
	for _, r := range all {
		for k := range rounds {
			mean.f1[k] += r.f1[k] / float64(len(all))
			mean.keys[k] += r.keys[k] / float64(len(all))
			mean.f[k] += r.f[k] / float64(len(all))
		}
	}
	return mean
}

func (r reviewed) String() string {
	return fmt.Sprintf("after %v answers (%.0f keys): links F1 %.3f | claims F %.3f", rounds, r.keys, r.f1, r.f)
}

// review answers questions about the event, one at a time.
func (e *event) review(ctx context.Context, w *match.Weights, m manner, who int) (reviewed, error) {
	var r reviewed
	scored, err := match.ScoreWith(ctx, w, e.Set, nil)
	if err != nil {
		return r, err
	}
	random := rand.New(rand.NewPCG(1, 2))
	reader := &answerer{claims: e.readers[who], meant: make(map[string]int), done: make(map[int]bool)}
	var verdicts []claim.Verdict
	for n := 0; len(r.f) < len(rounds); n++ {
		settled := claim.Settle(verdicts)
		links, group := match.Apply(scored, claim.Implied(e.Set, settled)), claim.Untaught
		if m.learns {
			if links, err = links.Taught(ctx, claim.Implied(e.Set, settled)); err != nil {
				return r, err
			}
			group = claim.Group
		}
		claims := group(e.Set, links, settled...)
		if n == rounds[len(r.f)] {
			r.keys = append(r.keys, float64(reader.keys))
			r.f1 = append(r.f1, e.linksF1(scored, claims.Links()))
			r.f = append(r.f, e.claimsF(claims, who))
		}
		q := review.New(e.Set, links, claims)
		if len(q.Questions) == 0 {
			continue
		}
		next := &q.Questions[0]
		if m.shuffle {
			next = &q.Questions[random.IntN(len(q.Questions))]
		}
		verdicts = append(verdicts, reader.answer(next))
	}
	return r, nil
}

// answerer is a reader of a marked event who answers.
type answerer struct {
	claims [][]statement.ID
	meant  map[string]int // by a claim's statements as an answer left them: the reader's claim that they are taken for
	keys   int            // pressed so far
	done   map[int]bool   // the reader's claims that an answer was about
}

// none is that a set is no claim of its own.
const none = -1

func (a *answerer) answer(q *review.Question) claim.Verdict {
	a.keys++
	g := a.means(q.Claim.Statements)
	if g == none {
		return q.None()
	}
	v := a.of(q, a.claims[g])
	after := claim.Settle([]claim.Verdict{v})[0].Statements
	a.meant[fmt.Sprint(after)] = g
	a.done[g] = true
	return v
}

// means is the reader's claim for which a set is taken.
func (a *answerer) means(set []statement.ID) int {
	if g, ok := a.meant[fmt.Sprint(set)]; ok {
		return g
	}
	best, g := 0.0, none
	for i, c := range a.claims {
		if j := jaccard(set, c); j > best {
			best, g = j, i
		}
	}
	if g == none || a.done[g] || common(set, a.claims[g]) < 2 {
		return none
	}
	return g
}

// of is the answer to a question about a claim of the reader's: a key for each row that is marked wrong, and one to answer.
func (a *answerer) of(q *review.Question, mine []statement.ID) claim.Verdict {
	for _, r := range q.Rows {
		if slices.Contains(mine, r.Statement) != r.In {
			a.keys++
		}
	}
	return q.Answer(func(i int) bool { return slices.Contains(mine, q.Rows[i].Statement) })
}

// common is the number of statements in both sets.
func common(a, b []statement.ID) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// linksF1 is the F1 of links over the scored pairs on which the readers were of one mind.
func (e *event) linksF1(scored *match.Scored, links *match.Links) float64 {
	said, all, right := 0.0, 0.0, 0.0
	for _, p := range scored.Pairs {
		linked, agreed := e.Linked(p.A, p.B)
		if !agreed {
			continue
		}
		_, is := links.Between(p.A, p.B)
		if is {
			said++
		}
		if linked {
			all++
		}
		if linked && is {
			right++
		}
	}
	return 2 * right / max(1, said+all)
}
