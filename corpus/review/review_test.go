package review_test

import (
	"testing"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/review"
	"parallax/corpus/source"
	"parallax/seeds"
)

// reviewing is the embedded reports with the decisions so far.
type reviewing struct {
	t         *testing.T
	c         *corpus.Corpus
	linked    *corpus.Linked
	decisions []match.Decision
}

func start(t *testing.T) *reviewing {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &reviewing{t: t, c: c, linked: l}
}

func (r *reviewing) queue() *review.Queue {
	r.t.Helper()
	taught, err := r.linked.Links.Taught(r.t.Context(), r.decisions)
	if err != nil {
		r.t.Fatal(err)
	}
	return review.New(r.c.Statements, taught, r.linked.Claims, r.decisions)
}

func (r *reviewing) answer(q *review.Question, reply review.Reply) {
	kind, pairs := q.Answer(reply)
	for _, p := range pairs {
		r.decisions = append(r.decisions, match.Decision{A: p[0], B: p[1], Kind: kind})
	}
	r.linked = r.c.Decide(r.linked, r.decisions)
}

// TestOrder: the most useful question comes first, about statements of two reports, and the expected errors are the doubt of
// all of them.
func TestOrder(t *testing.T) {
	r := start(t)
	q := r.queue()
	if len(q.Questions) < 20 {
		t.Fatalf("%d questions", len(q.Questions))
	}
	errors, kinds := 0.0, make(map[review.Kind]int)
	for i, x := range q.Questions {
		if i > 0 && x.Worth > q.Questions[i-1].Worth {
			t.Errorf("question %d is worth more than the one before", i)
		}
		if set := r.c.Statements; set.All[x.Statement].Report == set.All[x.Wording].Report {
			t.Errorf("question %d is about one report", i)
		}
		errors += min(x.Odds, 1-x.Odds)
		kinds[x.Kind]++
	}
	if errors-q.Errors > 1e-9 || q.Errors-errors > 1e-9 {
		t.Errorf("expected errors %.3f, of the questions %.3f", q.Errors, errors)
	}
	if kinds[review.Silence] == 0 || kinds[review.Doubt] == 0 || kinds[review.Merge] == 0 {
		t.Errorf("questions by kind: %v", kinds)
	}
}

// TestAnswers: what was answered is not asked again, holds for links and claims, and leaves less doubt in the end.
func TestAnswers(t *testing.T) {
	r := start(t)
	first := r.queue()
	asked := make(map[[2]int]bool)
	for n := range 12 {
		q := r.queue()
		x := q.Questions[0]
		k := x.Key()
		if asked[[2]int{int(k[0]), int(k[1])}] {
			t.Fatalf("statements %v are asked about again", k)
		}
		asked[[2]int{int(k[0]), int(k[1])}] = true
		reply := []review.Reply{review.Yes, review.No, review.InPart}[n%3]
		r.answer(&x, reply)
		if _, linked := r.linked.Links.Between(x.Statement, x.Wording); linked != (reply != review.No) {
			t.Errorf("reply %d, linked %t", reply, linked)
		}
	}
	if last := r.queue(); last.Errors >= first.Errors {
		t.Errorf("expected errors went from %.1f to %.1f", first.Errors, last.Errors)
	}
}
