package match

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Candidates come from an inverted index: for each concept the statements that have it. A statement asks with its own
// and related concepts, the rarest first. Once those that are left weigh too little to make a candidate of a statement
// that has none of the rarer ones, only statements already met are looked at further, in their own concepts (the MaxScore
// of Turtle and Flood, 1995): so the long lists of words that half of a great story has are never walked, and the work
// grows with the number of statements, not with its square. The words of attributions do not ask: that one person speaks
// in two statements makes nothing the same. In a small set every pair that shares anything is weighed. In a large one a
// statement keeps, of each other report, only the few that share most with it, and of all reports no more than a story
// of that size can hold; and a pair is weighed when each end keeps the other.

const (
	smallSet    = 600   // statements up to which every plausible pair is weighed
	looks       = 30000 // places in the index that a statement of a large set looks at, whatever is left
	perReport   = 2     // candidates that a statement of a large set keeps of each report
	leastAlike  = 0.15  // similarity below which a pair of a large set is not weighed
	manyPairs   = 3 << 20
	fewKept     = 48 // candidates that a statement may keep in a story of any size
	wordsLooked = 10 // places that looking through a statement's own concepts is worth
	fullLooks   = 4  // times as many are looked at in all their concepts
)

// mostKept is how many candidates a statement of a story keeps, so that all together are no more than manyPairs unless
// that leaves each with too few.
func mostKept(statements int) int { return max(fewKept, manyPairs/max(1, statements)) }

// candidates is the pairs of a story that are worth weighing.
func candidates(ctx context.Context, s *event) ([][2]int32, error) {
	x := newIndex(s)
	parts := make([][][2]int32, (len(s.of)+chunk-1)/chunk)
	err := inChunks(ctx, len(s.of), func(from, to int) {
		a := newAsker(x)
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
	s        *event
	small    bool
	posts    [][]int32
	lightest float64 // the least weight of a statement
	most     int     // candidates that a statement keeps
}

func newIndex(s *event) *index {
	x := &index{s: s, posts: make([][]int32, len(s.concepts)), lightest: math.Inf(1), most: mostKept(len(s.of))}
	for i := range s.of {
		if s.of[i].story {
			x.lightest = min(x.lightest, s.of[i].weight)
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
	rest    []near // of the query, by concept
	best    [][perReport]int32
	reports []int32 // of which best holds any
	kept    []int32
	pairs   [][2]int32
	looked  int // places in the index, and concepts of statements, so far
}

func newAsker(x *index) *asker {
	return &asker{index: x, shared: make([]float32, len(x.s.of)), best: make([][perReport]int32, x.s.reports)}
}

func (a *asker) weight(n near) float32 { return float32(a.s.concepts[n.concept].weight) * n.much }

func (a *asker) ask(i int32) {
	x := &a.s.of[i]
	if !x.story {
		return
	}
	a.query = append(append(a.query[:0], a.s.widen(x.said)...), x.taken...)
	if a.small {
		for _, n := range a.query {
			a.touch(n, x.report)
		}
		a.keepAll(i)
		return
	}
	slices.SortFunc(a.query, func(m, n near) int {
		return cmp.Or(cmp.Compare(a.weight(n), a.weight(m)), cmp.Compare(m.concept, n.concept))
	})
	left := float32(0)
	for _, n := range a.query {
		left += a.weight(n)
	}
	need := float32(leastAlike * (x.weight + a.lightest + 8))
	places := looks
	for k, n := range a.query {
		if places -= len(a.posts[n.concept]); left < need || places < 0 {
			a.complete(x, a.query[k:], left)
			break
		}
		a.touch(n, x.report)
		left -= a.weight(n)
	}
	a.keep(i)
}

// touch adds the weight of a concept to the statements of other reports that have it.
func (a *asker) touch(n near, report int) {
	weight := a.weight(n)
	a.looked += len(a.posts[n.concept])
	for _, j := range a.posts[n.concept] {
		if a.s.of[j].report != report {
			if a.shared[j] == 0 {
				a.touched = append(a.touched, j)
			}
			a.shared[j] += weight
		}
	}
}

// complete adds the weights of the concepts in rest, left in all, to the statements that were touched and may still
// become candidates; it drops others. It goes by the lists of the concepts or by the statements, whichever are fewer.
func (a *asker) complete(x *reading, rest []near, left float32) {
	places := 0
	for _, n := range rest {
		places += len(a.posts[n.concept])
	}
	if places <= wordsLooked*len(a.touched) && places <= looks {
		for _, n := range rest {
			weight := a.weight(n)
			for _, j := range a.posts[n.concept] {
				if a.shared[j] > 0 {
					a.shared[j] += weight
				}
			}
		}
		a.looked += places
		return
	}
	a.rest = append(a.rest[:0], rest...)
	slices.SortFunc(a.rest, func(m, n near) int { return cmp.Compare(m.concept, n.concept) })
	least := a.leastOf(fullLooks * a.most)
	kept := a.touched[:0]
	for _, j := range a.touched {
		y := &a.s.of[j]
		if a.shared[j] < least || float64(a.shared[j]+left) < leastAlike*(x.weight+y.weight+8) {
			a.shared[j] = 0
			continue
		}
		kept = append(kept, j)
		a.looked += len(y.said)
		for k, m := 0, 0; k < len(a.rest) && m < len(y.said); {
			switch {
			case a.rest[k].concept < y.said[m]:
				k++
			case a.rest[k].concept > y.said[m]:
				m++
			default: // the query may have a concept twice: its own, and one it takes over
				a.shared[j] += a.weight(a.rest[k])
				k++
			}
		}
	}
	a.touched = kept
}

// leastOf is a weight that no more than about n of the touched statements share, those that share most; 0 when there are
// no more.
func (a *asker) leastOf(n int) float32 {
	if len(a.touched) <= n {
		return 0
	}
	most := float32(0)
	for _, j := range a.touched {
		most = max(most, a.shared[j])
	}
	var count [256]int // by weight, in equal steps
	step := most / float32(len(count)-1)
	for _, j := range a.touched {
		count[int(a.shared[j]/step)]++
	}
	for k := len(count) - 1; k > 0; k-- {
		if n -= count[k]; n < 0 {
			return step * float32(k+1)
		}
	}
	return 0
}

// keepAll makes pairs of statement i and all that were touched, and clears the table.
func (a *asker) keepAll(i int32) {
	for _, j := range a.touched {
		a.pairs = append(a.pairs, [2]int32{min(i, j), max(i, j)})
		a.shared[j] = 0
	}
	a.touched = a.touched[:0]
}

// keep makes pairs of statement i and the best that were touched, and clears the table.
func (a *asker) keep(i int32) {
	of, own := a.s.of, a.s.of[i].weight
	alike := func(j int32) float64 { return float64(a.shared[j]) / (own + of[j].weight + 8) }
	better := func(j, k int32) int { return cmp.Or(cmp.Compare(alike(k), alike(j)), cmp.Compare(j, k)) }
	a.reports = a.reports[:0]
	for _, j := range a.touched {
		if alike(j) < leastAlike {
			continue
		}
		r := of[j].report
		best := &a.best[r]
		if best[0] == 0 {
			a.reports = append(a.reports, int32(r))
		}
		for k, in := 0, j+1; k < perReport && in != 0; k++ { // 0 is none
			if best[k] == 0 || better(in-1, best[k]-1) < 0 {
				best[k], in = in, best[k]
			}
		}
	}
	kept := a.kept[:0]
	for _, r := range a.reports {
		for _, j := range a.best[r] {
			if j > 0 {
				kept = append(kept, j-1)
			}
		}
		a.best[r] = [perReport]int32{}
	}
	a.kept = kept
	if len(kept) > a.most {
		slices.SortFunc(kept, better)
		kept = kept[:a.most]
	}
	for _, j := range kept {
		a.pairs = append(a.pairs, [2]int32{min(i, j), max(i, j)})
	}
	for _, j := range a.touched {
		a.shared[j] = 0
	}
	a.touched = a.touched[:0]
}
