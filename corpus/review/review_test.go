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

// TestOrder: the most useful question comes first, each claim is asked about once, with few lines; the queue is one
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
		if len(x.Rows) < 1 || len(x.Rows) > 16 {
			t.Errorf("question %d has %d rows", i, len(x.Rows))
		}
		for k, r := range x.Rows {
			if k > 0 && r.Odds > x.Rows[k-1].Odds {
				t.Errorf("question %d: row %d is likelier than the one before", i, k)
			}
			if r.In != slices.Contains(x.Claim.Statements, r.Statement) {
				t.Errorf("question %d: row %d is marked wrong", i, k)
			}
		}
		if x.Kind == review.Claimed {
			errors += x.Errors
		}
	}
	if errors-q.Errors > 1e-9 || q.Errors-errors > 1e-9 {
		t.Errorf("expected errors %.3f, of the questions %.3f", q.Errors, errors)
	}
}

// TestAnswers: after each answer the claim is what was said, at one stroke, and the question comes no more.
func TestAnswers(t *testing.T) {
	first := func(n int) func(q *review.Question) claim.Verdict {
		return func(q *review.Question) claim.Verdict { return q.Answer(func(i int) bool { return i < n }) }
	}
	for name, c := range map[string]struct {
		answer func(q *review.Question) claim.Verdict
		left   func(q *review.Question) []statement.ID // nil: no claim
	}{
		"as marked": {(*review.Question).Right, func(q *review.Question) []statement.ID { return q.Claim.Statements }},
		"the first two": {first(2), func(q *review.Question) []statement.ID {
			return claim.Ordered([]statement.ID{q.Rows[0].Statement, q.Rows[1].Statement})
		}},
		"one alone": {first(1), nil},
		"no claim":  {func(q *review.Question) claim.Verdict { return q.None() }, nil},
	} {
		r := start(t)
		qs := r.queue().Questions
		i := slices.IndexFunc(qs, func(q review.Question) bool { return q.Kind == review.Claimed && len(q.Rows) > 3 && len(q.Rows) < 16 })
		x := qs[i]
		r.answer(c.answer(&x))
		left := []statement.ID(nil)
		if c.left == nil {
			if r.holds(x.Claim.Statements) {
				t.Errorf("%s: the claim is there again", name)
			}
		} else if left = c.left(&x); !r.holds(left) {
			t.Errorf("%s: there is no claim of %v", name, left)
		}
		for _, y := range r.queue().Questions {
			if slices.Equal(y.Claim.Statements, x.Claim.Statements) || slices.Equal(y.Claim.Statements, left) {
				t.Errorf("%s: the question is asked again", name)
			}
		}
	}
}

// TestAnswersPart: what one end of a link says and the other does not links them no longer, unless another claim has both or
// the machine is sure of the link.
func TestAnswersPart(t *testing.T) {
	r := start(t)
	parted := 0
	for _, x := range r.queue().Questions {
		if x.Kind != review.Claimed || len(x.Claim.Statements) < 4 {
			continue
		}
		out := x.Claim.Lead
		before := r.linked.Links
		r.verdicts = nil
		l := r.c.Decide(r.linked, nil, x.Answer(func(i int) bool { return x.Rows[i].In && x.Rows[i].Statement != out }))
		for _, y := range x.Claim.Statements {
			link, was := before.Between(out, y)
			_, is := l.Links.Between(out, y)
			both := slices.ContainsFunc(l.Claims.All, func(c claim.Claim) bool {
				return slices.Contains(c.Statements, out) && slices.Contains(c.Statements, y)
			})
			if was && is && !both && link.Score < 0.7 {
				t.Errorf("%d and %d have no claim in common and are linked at %.2f", out, y, link.Score)
			}
			if was && !is {
				parted++
				if both {
					t.Errorf("%d and %d have a claim in common and are not linked", out, y)
				}
			}
		}
	}
	if parted == 0 {
		t.Error("no answer parted a pair")
	}
}

// TestKnown: what the reader said of a claim's statements is not asked again; of a large claim the rest is.
func TestKnown(t *testing.T) {
	r := start(t)
	qs := r.queue().Questions
	i := slices.IndexFunc(qs, func(q review.Question) bool { return len(q.Rows) == 16 })
	if i < 0 {
		t.Fatal("no question has more lines than are asked at once")
	}
	x := qs[i]
	v := x.Right()
	r.answer(v)
	left := claim.Settle(r.verdicts)[0].Statements
	for _, y := range r.queue().Questions {
		if !slices.Equal(y.Claim.Statements, left) {
			continue
		}
		if !slices.Equal(y.Known, v.In) {
			t.Errorf("known are %v, said was %v", y.Known, v.In)
		}
		for _, row := range y.Rows {
			if slices.Contains(v.In, row.Statement) || slices.Contains(v.Out, row.Statement) {
				t.Errorf("%d is asked about again", row.Statement)
			}
		}
	}
}
