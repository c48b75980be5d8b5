package match

import "slices"

// A word that all statements of a story have says little, a rare one says much: that is what rarity knows. What a word
// tells two statements apart by is seen better in the scores themselves. Of statements that have "depth" most match, of
// those that have the country's name few. So each unit, a concept or a class of related words, is given the mean score of
// the pairs that share it, the pair in question set aside.

// units is, by statement of a story, the units by which it may match another one.
type units struct {
	of    [][]int32 // its concepts, and its classes counted on from them, that another report has too; sorted
	alone []int     // how many others it has
	count int       // of the story's units
}

func (s *event) units() *units {
	u := &units{of: make([][]int32, len(s.of)), alone: make([]int, len(s.of)), count: len(s.concepts)}
	for i := range s.of {
		x := &s.of[i]
		if !x.story {
			continue
		}
		own := slices.Clone(x.said)
		for _, c := range x.said {
			for _, class := range s.concepts[c].classes {
				own = append(own, int32(len(s.concepts))+int32(class))
			}
		}
		u.of[i] = sortedSet(own)
		if n := len(u.of[i]); n > 0 {
			u.count = max(u.count, int(u.of[i][n-1])+1)
		}
	}
	first, more := make([]int, u.count), make([]bool, u.count) // the first report that has a unit, from 1; whether others do
	for i, own := range u.of {
		for _, c := range own {
			more[c] = more[c] || first[c] > 0 && first[c] != s.of[i].report+1
			first[c] = s.of[i].report + 1
		}
	}
	for i, own := range u.of {
		u.of[i] = slices.DeleteFunc(own, func(c int32) bool { return !more[c] })
		u.alone[i] = len(own) - len(u.of[i])
	}
	return u
}

// carried is, by unit, how far the statements that have it say the same.
type carried struct {
	units *units
	sum   []float32 // by unit, of the scores of the pairs that share it
	pairs []float32
	usual float32   // mean score of all pairs
	whole []float32 // by statement, what its units carry in all
}

// heldBack is how many pairs of the usual score a unit is given to begin with.
const heldBack = 3

func newCarried(b *graph, scores []float32) *carried {
	c := &carried{units: b.units, sum: make([]float32, b.units.count), pairs: make([]float32, b.units.count), whole: make([]float32, len(b.s.of))}
	total := 0.0
	for k, ab := range b.ab {
		total += float64(scores[k])
		c.shared(ab[0], ab[1], func(u int32) {
			c.sum[u] += scores[k]
			c.pairs[u]++
		})
	}
	c.usual = float32(total / float64(max(1, len(b.ab))))
	for i, own := range c.units.of {
		c.whole[i] = float32(c.units.alone[i]) * c.usual
		for _, u := range own {
			c.whole[i] += c.without(u, 0, 0)
		}
	}
	return c
}

// shared calls do with the units that two statements share.
func (c *carried) shared(a, b int32, do func(u int32)) {
	x, y := c.units.of[a], c.units.of[b]
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			do(x[i])
			i, j = i+1, j+1
		}
	}
}

// without is what a unit carries when n pairs that share it, which score p together, are set aside.
func (c *carried) without(u int32, p, n float32) float32 {
	return (c.sum[u] - p + heldBack*c.usual) / (c.pairs[u] - n + heldBack)
}

// fill appends the signals of a pair that scores p: what the unit carries that carries most, and the next; how probable it
// is that any does; and how much of what either carries is shared.
func (c *carried) fill(dst []float32, a, b int32, p float32) []float32 {
	most, second, none, both := float32(0), float32(0), float32(1), float32(0)
	c.shared(a, b, func(u int32) {
		q := c.without(u, p, 1)
		both += q
		none *= 1 - q
		if q > most {
			most, second = q, most
		} else if q > second {
			second = q
		}
	})
	less, more := min(c.whole[a], c.whole[b]), max(c.whole[a], c.whole[b])
	return append(dst, most, second, 1-none, both/(less+0.2), both/(more+0.2))
}
