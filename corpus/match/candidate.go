package match

import (
	"cmp"
	"context"
	"slices"
)

// Candidates come from an inverted index: for each concept the statements that have it. A statement asks with its own
// and related concepts, the rarest first, until it has looked at enough places; so the work grows with the number of
// statements, not with its square. The words of attributions do not ask: that one person speaks in two statements makes
// nothing the same. In a small set every pair that shares anything is weighed. In a large one a statement
// keeps, of each other report, only the few that share most with it, and a pair is weighed when each end keeps the other.

const (
	smallSet   = 600   // statements up to which every plausible pair is weighed
	looks      = 30000 // places in the index that a statement of a large set looks at
	perReport  = 2     // candidates that a statement of a large set keeps of each report
	leastAlike = 0.15  // similarity below which a pair of a large set is not weighed
)

// candidates is the pairs of a story that are worth weighing.
func candidates(ctx context.Context, s *story) ([][2]int32, error) {
	x := newIndex(s)
	parts := make([][][2]int32, (len(s.of)+chunk-1)/chunk)
	err := inChunks(ctx, len(s.of), func(from, to int) {
		a := asker{index: x, shared: make([]float32, len(s.of))}
		for i := from; i < to; i++ {
			a.ask(int32(i))
		}
		parts[from/chunk] = a.pairs
	})
	ab := slices.Concat(parts...)
	slices.SortFunc(ab, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	if x.small {
		return slices.Compact(ab), err
	}
	return twice(ab), err
}

// twice keeps the pairs that both ends asked for, each once.
func twice(ab [][2]int32) [][2]int32 {
	kept := ab[:0]
	for i := 1; i < len(ab); i++ {
		if ab[i] == ab[i-1] {
			kept = append(kept, ab[i])
		}
	}
	return slices.Clip(kept)
}

// index leads from a concept to the statements of the story that have it.
type index struct {
	s     *story
	small bool
	posts [][]int32
}

func newIndex(s *story) *index {
	x := &index{s: s, posts: make([][]int32, len(s.concepts))}
	for i := range s.of {
		if s.of[i].story {
			for _, c := range s.of[i].said {
				x.posts[c] = append(x.posts[c], int32(i))
			}
		}
	}
	x.small = len(s.set.All) <= smallSet
	return x
}

// asker finds the candidates of one statement after another.
type asker struct {
	*index
	shared  []float32 // weight shared with each statement, zero but for those touched
	touched []int32
	query   []near
	pairs   [][2]int32
}

func (a *asker) ask(i int32) {
	x := &a.s.of[i]
	if !x.story {
		return
	}
	a.query = append(append(a.query[:0], a.s.widen(x.said)...), x.taken...)
	weight := func(n near) float32 { return float32(a.s.concepts[n.concept].weight) * n.much }
	if !a.small {
		slices.SortFunc(a.query, func(m, n near) int {
			return cmp.Or(cmp.Compare(weight(n), weight(m)), cmp.Compare(m.concept, n.concept))
		})
	}
	left := looks
	for _, n := range a.query {
		posts := a.posts[n.concept]
		if left -= len(posts); left < 0 && !a.small {
			break
		}
		for _, j := range posts {
			if a.s.of[j].report != x.report {
				if a.shared[j] == 0 {
					a.touched = append(a.touched, j)
				}
				a.shared[j] += weight(n)
			}
		}
	}
	a.keep(i)
}

// keep makes pairs of statement i and the best that were touched, and clears the table.
func (a *asker) keep(i int32) {
	defer func() {
		for _, j := range a.touched {
			a.shared[j] = 0
		}
		a.touched = a.touched[:0]
	}()
	if a.small {
		for _, j := range a.touched {
			a.pairs = append(a.pairs, [2]int32{min(i, j), max(i, j)})
		}
		return
	}
	of, own := a.s.of, a.s.of[i].weight
	alike := func(j int32) float64 { return float64(a.shared[j]) / (own + of[j].weight + 8) }
	a.touched = slices.DeleteFunc(a.touched, func(j int32) bool {
		if alike(j) >= leastAlike {
			return false
		}
		a.shared[j] = 0
		return true
	})
	slices.SortFunc(a.touched, func(j, k int32) int {
		return cmp.Or(cmp.Compare(of[j].report, of[k].report), cmp.Compare(alike(k), alike(j)), cmp.Compare(j, k))
	})
	report, kept := -1, 0
	for _, j := range a.touched {
		if of[j].report != report {
			report, kept = of[j].report, 0
		}
		if kept++; kept <= perReport {
			a.pairs = append(a.pairs, [2]int32{min(i, j), max(i, j)})
		}
	}
}
