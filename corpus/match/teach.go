package match

import (
	"context"
	"errors"
	"slices"

	"parallax/corpus/match/learn"
	"parallax/corpus/statement"
)

// Every decision of the reader teaches. It holds for its consequences: the last pass sees decided pairs as certain, so
// that what a third statement, a rival or a neighbour makes of a pair follows. And it shifts the event's own weights: the
// learnt ones are the centre of a ridge to which a few decisions are held strongly, so that what the event shows again and
// again moves them and one answer hardly does. It costs what the passes cost, and a few steps of Newton's method.

// ownPenalty holds an event's own weights to the learnt ones, of columns scaled to a standard deviation of 1.
const ownPenalty = 500

// Taught is the links as the decisions teach them: they win, as in Apply, and the scores of the other pairs follow.
func (ls *Links) Taught(ctx context.Context, decisions []Decision) (*Links, error) {
	s, err := ls.scored.taught(ctx, decisions)
	if err != nil {
		return nil, err
	}
	return Apply(s, decisions), nil
}

// taught is the scores as the decisions teach them.
func (s *Scored) taught(ctx context.Context, decisions []Decision) (*Scored, error) {
	decided := s.decided(decisions)
	next := *s
	next.isTaught = true
	next.stories, next.Pairs = slices.Clone(s.stories), slices.Clone(s.Pairs)
	for i := range next.stories {
		st := &s.stories[i]
		if !s.isDecided(i, decided) {
			continue
		}
		before := st.weighed()
		if before == nil {
			return nil, errLost
		}
		pins, said := before.graph.pins(decided)
		if len(pins) == 0 {
			continue
		}
		scores, after, err := s.withWeights().teach(ctx, before.graph, pins, said)
		if err != nil {
			return nil, err
		}
		next.stories[i] = scoredStory{st.made, st.read, func() *standings { return after }}
		next.take(before.graph, scores)
	}
	return &next, nil
}

// errLost is the error of scores of which it cannot be found out again how they came about.
var errLost = errors.New("the story cannot be scored again")

// isDecided reports whether something was decided of a pair of story i.
func (s *Scored) isDecided(i int, decided map[[2]statement.ID]DecisionKind) bool {
	for pair := range decided {
		if s.storyOf(pair[0]) == &s.stories[i] && s.storyOf(pair[1]) == &s.stories[i] {
			return true
		}
	}
	return false
}

// decided is the last decision on each pair that can be linked.
func (s *Scored) decided(decisions []Decision) map[[2]statement.ID]DecisionKind {
	m := make(map[[2]statement.ID]DecisionKind, len(decisions))
	for _, d := range decisions {
		if s.canLink(d.A, d.B) {
			m[[2]statement.ID{min(d.A, d.B), max(d.A, d.B)}] = d.Kind
		}
	}
	return m
}

// pins is what was decided of the pairs of a graph: whether they are links, and those of which the reader said so one by
// one. What a claim carries is left out: it is all links and no cuts, and by itself it would teach that everything is linked.
// As certainties in the last pass such pairs made the other links worse, too: by 0.003 to 0.026 in F1 on the gold events.
func (b *graph) pins(decided map[[2]statement.ID]DecisionKind) (pins, said map[int]bool) {
	pins, said = make(map[int]bool), make(map[int]bool)
	for k, ab := range b.ab {
		switch decided[[2]statement.ID{b.s.of[ab[0]].id, b.s.of[ab[1]].id}] {
		case Confirmed, Added, InPart, Differing:
			pins[k], said[k] = true, true
		case Cut:
			pins[k], said[k] = false, false
		}
	}
	return pins, said
}

// take gives the pairs of a graph new scores.
func (s *Scored) take(b *graph, scores []float64) {
	var v comparison
	k := 0
	for i := range s.Pairs {
		p := &s.Pairs[i]
		if k == len(b.ab) {
			break
		}
		x, y := &b.s.of[b.ab[k][0]], &b.s.of[b.ab[k][1]]
		if p.A != x.id || p.B != y.id {
			continue
		}
		was := p.Score >= s.Threshold
		p.Score = scores[k]
		if is := p.Score >= s.Threshold; is && !was {
			v.compare(b.s, x, y)
			_, p.Differs = v.differ()
		} else if !is {
			p.Differs = false
		}
		k++
	}
}

// teach scores the pairs of a graph anew with some of them known, and weights moved by what the reader said of some.
func (w *Weights) teach(ctx context.Context, b *graph, pins, said map[int]bool) ([]float64, *standings, error) {
	e, err := b.gather(ctx)
	if err != nil {
		return nil, nil, err
	}
	scores := b.plain(e)
	logits := make([]float32, len(b.ab))
	last := len(w.passes) - 1
	for _, sum := range w.passes[:last] {
		if _, err = b.weigh(ctx, e, scores, func(k int, row []float32) { logits[k] = float32(sum.Of(row)) }); err != nil {
			return nil, nil, err
		}
		scores = probabilities(logits)
	}
	for k, yes := range pins {
		scores[k] = 0
		if yes {
			scores[k] = 1
		}
	}
	t := &learn.Table{Width: len(columns()), X: make([]float32, len(b.ab)*len(columns()))}
	prior := make([]float64, len(b.ab))
	seen, err := b.weigh(ctx, e, scores, func(k int, row []float32) {
		copy(t.X[k*t.Width:], row)
		prior[k] = w.slope*(w.passes[last].Of(row)-float64(b.lessFor(k))) + w.base
	})
	if err != nil {
		return nil, nil, err
	}
	shift := learn.Shift(t, prior, said, ownPenalty)
	ps := make([]float64, len(b.ab))
	for k := range ps {
		ps[k] = learn.Sigmoid(prior[k] + shift.Of(t.X[k*t.Width:(k+1)*t.Width]))
	}
	return ps, seen, nil
}
