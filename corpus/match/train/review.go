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

// The review is simulated with the first reader answering from her own claims: yes when the statement is in that of her
// claims which the program's overlaps most, among those that the shown wording makes; in part when it has another claim in
// common with the wording; no otherwise.

// rounds is after how many answers the links and claims are scored.
var rounds = []int{0, 10, 20, 40, 80}

// manner is how questions are chosen.
type manner struct {
	name    string
	learns  bool // which questions to ask, from the answers
	shuffle bool
}

// reviewed is the curves of a manner: the F1 of the links and the F of the claims, by round.
type reviewed struct{ f1, f []float64 }

// simulate prints how links and claims fare while each event is reviewed with weights that were learnt without it.
func simulate(ctx context.Context, events []event, without []*match.Weights, stdout io.Writer) error {
	for _, m := range []manner{{"review", true, false}, {"review, never learns", false, false}, {"random order", true, true}} {
		mean := reviewed{make([]float64, len(rounds)), make([]float64, len(rounds))}
		for i := range events {
			r, err := events[i].review(ctx, without[i], m)
			if err != nil {
				return err
			}
			fmt.Fprintf(stdout, "%-22s %-22s %s\n", m.name, events[i].Name, r)
			for k := range rounds {
				mean.f1[k] += r.f1[k] / float64(len(events))
				mean.f[k] += r.f[k] / float64(len(events))
			}
		}
		fmt.Fprintf(stdout, "%-22s %-22s %s\n", m.name, "mean", mean)
	}
	return nil
}

func (r reviewed) String() string {
	return fmt.Sprintf("after %v answers: links F1 %.3f | claims F %.3f", rounds, r.f1, r.f)
}

// review answers questions about the event, one at a time.
func (e *event) review(ctx context.Context, w *match.Weights, m manner) (reviewed, error) {
	var r reviewed
	scored, err := match.ScoreWith(ctx, w, e.Set, nil)
	if err != nil {
		return r, err
	}
	random := rand.New(rand.NewPCG(1, 2))
	var decisions []match.Decision
	for n := 0; len(r.f) < len(rounds); n++ {
		links := match.Apply(scored, decisions)
		claims := claim.Group(e.Set, links)
		if n == rounds[len(r.f)] {
			r.f1 = append(r.f1, e.linksF1(scored, links))
			r.f = append(r.f, e.claimsF(claims))
		}
		if m.learns {
			if links, err = links.Taught(ctx, decisions); err != nil {
				return r, err
			}
		}
		q := review.New(e.Set, links, claims, decisions)
		if len(q.Questions) == 0 {
			continue
		}
		next := &q.Questions[0]
		if m.shuffle {
			next = &q.Questions[random.IntN(len(q.Questions))]
		}
		kind, pairs := next.Answer(e.reply(next, claims.All[next.Claim].Statements))
		for _, p := range pairs {
			decisions = append(decisions, match.Decision{A: p[0], B: p[1], Kind: kind})
		}
	}
	return r, nil
}

// reply is the first reader's answer.
func (e *event) reply(q *review.Question, members []statement.ID) review.Reply {
	best, of := 0.0, []statement.ID(nil)
	part := false
	for _, c := range e.readers[0] {
		if !slices.Contains(c, q.Wording) {
			continue
		}
		part = part || slices.Contains(c, q.Statement)
		if j := jaccard(members, c); j > best {
			best, of = j, c
		}
	}
	switch {
	case slices.Contains(of, q.Statement):
		return review.Yes
	case part:
		return review.InPart
	}
	return review.No
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
