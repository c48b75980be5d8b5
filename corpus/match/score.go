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
	s := &Scored{
		Generation: set.Generation, Threshold: w.threshold,
		set: set, weights: w, storyIn: make([]int32, len(set.Reports)),
	}
	for i, reports := range bundles(set) {
		if progress != nil {
			progress(i, len(set.All))
		}
		for _, r := range reports {
			s.storyIn[r] = int32(i)
		}
		st := readStory(set, reports)
		ab, err := candidates(ctx, st)
		if err != nil {
			return nil, err
		}
		pairs, crowd, err := w.score(ctx, newBoard(st, ab))
		if err != nil {
			return nil, err
		}
		s.Pairs = append(s.Pairs, pairs...)
		s.stories = append(s.stories, scoredStory{crowd})
	}
	slices.SortFunc(s.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return s, nil
}

// scoredStory is what is kept of a story to explain its links.
type scoredStory struct {
	crowd *crowd // of the last pass
}

// storyOf is the story of a statement, nil for one that does not exist.
func (s *Scored) storyOf(id statement.ID) *scoredStory {
	if id < 0 || int(id) >= len(s.set.All) {
		return nil
	}
	return &s.stories[s.storyIn[s.set.All[id].Report]]
}

// index is a statement's place in the story.
func (st *scoredStory) index(id statement.ID) int32 {
	i, _ := slices.BinarySearchFunc(st.crowd.b.s.of, id, func(x reading, id statement.ID) int { return cmp.Compare(x.id, id) })
	return int32(i)
}

// score is the pairs of a board with their probabilities.
func (w *Weights) score(ctx context.Context, b *board) ([]Pair, *crowd, error) {
	logits, crowd, err := w.run(ctx, b)
	if err != nil {
		return nil, nil, err
	}
	pairs := make([]Pair, len(b.ab))
	for k, ab := range b.ab {
		x, y := &b.s.of[ab[0]], &b.s.of[ab[1]]
		pairs[k] = Pair{A: x.id, B: y.id, Score: w.probability(logits[k]), Partial: b.s.partial(x, y)}
	}
	return pairs, crowd, nil
}

// partial reports whether one of two statements carries clearly more than the other: it weighs clearly more, and much
// less of it is in the lighter one than of that in it.
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
