package review_test

import (
	"fmt"
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/review"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// reviewing is the embedded reports with the answers so far.
type reviewing struct {
	t        *testing.T
	c        *corpus.Corpus
	linked   *corpus.Linked
	verdicts []claim.Verdict
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
	return review.New(r.c.Statements, r.linked.Links, r.linked.Claims)
}

func (r *reviewing) answer(v claim.Verdict) {
	r.t.Helper()
	r.verdicts = append(r.verdicts, v)
	l, err := r.c.Teach(r.t.Context(), r.linked, nil, r.verdicts)
	if err != nil {
		r.t.Fatal(err)
	}
	r.linked = l
}

func (r *reviewing) holds(set []statement.ID) bool {
	return slices.ContainsFunc(r.linked.Claims.All, func(c claim.Claim) bool { return slices.Equal(c.Statements, set) })
}

// TestOrder: the most useful question comes first, each claim is asked about once, with a key for each line; the queue is one
// that a reader comes to the end of.
func TestOrder(t *testing.T) {
	q := start(t).queue()
	if n := len(q.Questions); n < 15 || n > 60 {
		t.Fatalf("%d questions", n)
	}
	errors := 0.0
	seen := make(map[string]bool)
	for i, x := range q.Questions {
		if i > 0 && x.Worth > q.Questions[i-1].Worth {
			t.Errorf("question %d is worth more than the one before", i)
		}
		if k := fmt.Sprint(x.Claim.Statements); seen[k] {
			t.Errorf("question %d is asked again", i)
		} else {
			seen[k] = true
		}
		if len(x.Rows) < 1 || len(x.Rows) > 9 || !x.Extent {
			t.Errorf("question %d has %d rows, extent %t", i, len(x.Rows), x.Extent)
		}
		for k, r := range x.Rows {
			if k > 0 && r.Odds > x.Rows[k-1].Odds {
				t.Errorf("question %d: row %d is likelier than the one before", i, k)
			}
			if r.In != slices.Contains(x.Claim.Statements, r.Statement) {
				t.Errorf("question %d: row %d is marked wrong", i, k)
			}
		}
		errors += x.Errors
	}
	if errors-q.Errors > 1e-9 || q.Errors-errors > 1e-9 {
		t.Errorf("expected errors %.3f, of the questions %.3f", q.Errors, errors)
	}
}

// TestAnswers: after each answer the claim is what was said, and the question comes no more, or no more like that.
func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		answer func(q *review.Question) (claim.Verdict, bool)
		left   func(q *review.Question) []statement.ID
	}{
		"right": {
			func(q *review.Question) (claim.Verdict, bool) { return q.Right(), true },
			func(q *review.Question) []statement.ID { return q.Claim.Statements },
		},
		"down to the second": {
			func(q *review.Question) (claim.Verdict, bool) { return q.Row(2) },
			func(q *review.Question) []statement.ID {
				return claim.Ordered(slices.Concat(q.Sure, []statement.ID{q.Rows[0].Statement, q.Rows[1].Statement}))
			},
		},
		"no claim": {
			func(q *review.Question) (claim.Verdict, bool) { return q.None(), true },
			nil,
		},
	} {
		r := start(t)
		qs := r.queue().Questions
		i := slices.IndexFunc(qs, func(q review.Question) bool { return q.Kind == review.Claimed && len(q.Rows) > 2 && len(q.Sure) > 1 })
		x := qs[i]
		v, ok := c.answer(&x)
		if !ok {
			t.Fatalf("%s: there is no such answer", name)
		}
		r.answer(v)
		if c.left == nil {
			if r.holds(x.Claim.Statements) {
				t.Errorf("%s: the claim is there again", name)
			}
		} else if want := c.left(&x); !r.holds(want) {
			t.Errorf("%s: there is no claim of %v", name, want)
		}
		for _, y := range r.queue().Questions {
			if y.Extent && slices.Equal(y.Claim.Statements, x.Claim.Statements) {
				t.Errorf("%s: the question is asked again", name)
			}
		}
	}
}

// TestFirstWrong: once the extent is known, the first wrong row is asked for, and each answer leaves less of it until nothing
// more is asked.
func TestFirstWrong(t *testing.T) {
	r := start(t)
	first := r.queue().Questions[0]
	v, _ := first.Row(1)
	r.answer(v)
	for n := 0; ; n++ {
		if n == 40 {
			t.Fatal("there is no end to it")
		}
		left := claim.Settle(r.verdicts)[0].Statements
		qs := r.queue().Questions
		i := slices.IndexFunc(qs, func(q review.Question) bool { return slices.Equal(q.Claim.Statements, left) })
		if i < 0 {
			break
		}
		x := qs[i]
		if x.Extent {
			t.Fatal("the extent is asked for again")
		}
		if _, ok := x.Row(0); ok {
			t.Error("there is a row 0")
		}
		if _, ok := x.Row(len(x.Rows) + 1); ok {
			t.Error("there is a row too many")
		}
		if n%2 == 1 {
			r.answer(x.Right())
			continue
		}
		v, _ := x.Row(1)
		r.answer(v)
		if was, is := x.Rows[0].In, slices.Contains(claim.Settle(r.verdicts)[0].Statements, x.Rows[0].Statement); was == is {
			t.Error("the wrong row stays")
		}
	}
}
