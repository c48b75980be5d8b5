package match

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/story"
)

// ScoreWith is Score with other weights than the shipped ones.
func ScoreWith(ctx context.Context, w *Weights, set *statement.Set, progress func(done, total int)) (*Scored, error) {
	return w.score(ctx, set, story.Of(set), progress)
}

// ScoreStories is ScoreWith of reports whose stories are known: each is the reports of one event, every report in one of
// them. Without weights it takes the shipped ones.
func ScoreStories(ctx context.Context, w *Weights, set *statement.Set, stories [][]report.ID, progress func(done, total int)) (*Scored, error) {
	if w == nil {
		shipped, err := shippedWeights()
		if err != nil {
			return nil, err
		}
		w = shipped
	}
	return w.score(ctx, set, stories, progress)
}

func (w *Weights) score(ctx context.Context, set *statement.Set, stories [][]report.ID, progress func(done, total int)) (*Scored, error) {
	s := newScored(set, stories)
	s.weights, s.Threshold = w, w.threshold
	pairs := make([][]Pair, len(stories))
	steps := counter{total: len(set.All) * (len(w.passes) + 2), tell: progress}
	err := inTurn(ctx, len(stories), func(i int) (err error) {
		var weighed *standings
		if pairs[i], weighed, err = w.scoreStory(ctx, set, stories[i], &steps); err != nil {
			return err
		}
		s.stories[i] = newScoredStory(weighed)
		probable := func(k int) bool { return pairs[i][k].Score >= w.threshold }
		for k, origin := range weighed.graph.origins(stories[i], probable) {
			s.origins[stories[i][k]] = origin
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.Pairs = slices.Concat(pairs...)
	if len(stories) > 1 {
		slices.SortFunc(s.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	}
	return s, nil
}

// newScored is a reading of a set in which nothing is scored yet.
func newScored(set *statement.Set, stories [][]report.ID) *Scored {
	s := &Scored{
		Generation: set.Generation, set: set, stories: make([]scoredStory, len(stories)),
		storyIn: make([]int32, len(set.Reports)), origins: make([]report.ID, len(set.Reports)),
	}
	for i, story := range stories {
		for _, r := range story {
			s.storyIn[r] = int32(i)
		}
	}
	s.pairsOf = sync.OnceValue(func() [][]int32 {
		return byEnd(len(set.All), len(s.Pairs), func(i int) (a, b statement.ID) { return s.Pairs[i].A, s.Pairs[i].B })
	})
	return s
}

// scoredStory is what is known of a story once it is scored.
type scoredStory struct {
	made    *makeup
	read    func() *event     // for what is compared anew
	weighed func() *standings // how it was scored, of the last pass: what explains its links, and teaches them; nil when that cannot be had
}

func newScoredStory(c *standings) scoredStory {
	return scoredStory{c.graph.s.makeup(), func() *event { return c.graph.s }, func() *standings { return c }}
}

// withWeights is the weights by which the pairs were scored: the shipped ones, which it takes a while to read, when none are named.
func (s *Scored) withWeights() *Weights {
	if s.weights != nil {
		return s.weights
	}
	w, _ := shippedWeights() // which are read whenever something is scored
	return w
}

// compared is the ends of a link compared again, nil when they have no story in common.
func (s *Scored) compared(l Link) *comparison {
	st := s.storyOf(l.A)
	if st == nil || s.storyOf(l.B) != st {
		return nil
	}
	p, e := new(comparison), st.read()
	p.compare(e, &e.of[st.made.index(l.A)], &e.of[st.made.index(l.B)])
	return p
}

// storyOf is the story of a statement, nil for one that does not exist.
func (s *Scored) storyOf(id statement.ID) *scoredStory {
	if id < 0 || int(id) >= len(s.set.All) {
		return nil
	}
	return &s.stories[s.storyIn[s.set.All[id].Report]]
}

// scoreStory reads a story and scores its pairs; it counts a step for every statement after reading, after gathering the
// evidence and after each pass.
func (w *Weights) scoreStory(ctx context.Context, set *statement.Set, reports []report.ID, steps *counter) ([]Pair, *standings, error) {
	s := readEvent(set, reports)
	steps.add(len(s.of))
	ab, err := candidates(ctx, s)
	if err != nil {
		return nil, nil, err
	}
	b := newGraph(s, ab)
	logits, standings, err := w.run(ctx, b, func() { steps.add(len(s.of)) })
	if err != nil {
		return nil, nil, err
	}
	pairs := make([]Pair, len(b.ab))
	var v comparison
	for k, ab := range b.ab {
		x, y := &s.of[ab[0]], &s.of[ab[1]]
		pairs[k] = Pair{A: x.id, B: y.id, Score: w.probability(logits[k]), Partial: s.partial(x, y)}
		if pairs[k].Score >= w.threshold {
			v.compare(s, x, y)
			_, pairs[k].Differs = v.differ()
		}
	}
	return pairs, standings, nil
}

// partial reports whether one of two statements carries clearly more than the other: it weighs clearly more, and much
// less of it is in the lighter one than of that in it.
func (s *event) partial(x, y *reading) bool {
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

// counter tells progress, never from two goroutines at once.
type counter struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int)
}

func (c *counter) add(n int) {
	if c.tell == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done += n
	c.tell(c.done, c.total)
}
