package match

import (
	"cmp"
	"context"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ScoreWith is Score with other weights than the shipped ones.
func ScoreWith(ctx context.Context, w *Weights, set *statement.Set, progress func(done, total int)) (*Scored, error) {
	s := &Scored{Generation: set.Generation, Threshold: w.threshold, set: set, weights: w}
	for _, reports := range [][]report.ID{allReports(set)} {
		st := readStory(set, reports)
		pairs, err := w.score(ctx, newBoard(st, candidates(st)))
		if err != nil {
			return nil, err
		}
		s.Pairs = append(s.Pairs, pairs...)
		s.stories = append(s.stories, st)
	}
	slices.SortFunc(s.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return s, nil
}

// score is the pairs of a board with their probabilities.
func (w *Weights) score(ctx context.Context, b *board) ([]Pair, error) {
	logits, err := w.run(ctx, b)
	if err != nil {
		return nil, err
	}
	pairs := make([]Pair, len(b.ab))
	for k, ab := range b.ab {
		x, y := &b.s.of[ab[0]], &b.s.of[ab[1]]
		pairs[k] = Pair{A: x.id, B: y.id, Score: w.probability(logits[k]), Partial: b.s.partial(x, y)}
	}
	return pairs, nil
}

// partial reports whether one of two statements carries clearly more than the other: much of the lighter one is in the
// heavier, and the heavier has as much again of its own.
func (s *story) partial(x, y *reading) bool {
	if x.weight > y.weight {
		x, y = y, x
	}
	return y.weight > 1.5*x.weight && s.covered(x, y.wide) > 1.5*s.covered(y, x.wide)
}

func allReports(set *statement.Set) []report.ID {
	ids := make([]report.ID, len(set.Reports))
	for i := range ids {
		ids[i] = report.ID(i)
	}
	return ids
}
