package match

import (
	"math"
	"slices"
)

// Once every pair has a score, the other pairs are evidence too: whether each of two statements is the other's best
// counterpart, whether statements of third reports match both, whether the statements before and after match. These
// signals read one score of every pair and are worked out anew after each pass.

// crowd is the scores of a pass, summed up for each statement.
type crowd struct {
	b      *board
	scores []float32
	sum    []float64 // of a statement's scores
	square []float64
	best   []float32
	strong [][]edge // a statement's pairs that score at least a tenth, in the order of partners
}

const leastStrong = 0.08

func newCrowd(b *board, scores []float32) *crowd {
	n := len(b.rows)
	c := &crowd{b: b, scores: scores, sum: make([]float64, n), square: make([]float64, n), best: make([]float32, n), strong: make([][]edge, n)}
	for i, row := range b.rows {
		for _, e := range row {
			p := scores[e.pair]
			c.sum[i] += float64(p)
			c.square[i] += float64(p) * float64(p)
			c.best[i] = max(c.best[i], p)
			if p >= leastStrong {
				c.strong[i] = append(c.strong[i], e)
			}
		}
	}
	return c
}

// crowdColumns is what crowd.fill gives, in order.
var crowdColumns = []column{
	{"score", byRank, +1},
	{"rank worse", byRank, +1}, {"rank better", byRank, +1},
	{"margin worse", byRank, +1}, {"margin better", byRank, +1},
	{"share worse", byRank, +1}, {"share better", byRank, +1},
	{"overall worse", byRank, +1}, {"overall better", byRank, +1},
	{"sum least", byCrowd, 0}, {"sum most", byCrowd, 0},
	{"third sum", byCrowd, +1}, {"third most", byCrowd, +1}, {"third mean", byCrowd, +1}, {"third alike", byCrowd, +1},
	{"both neighbours", byOrder, +1}, {"neighbour", byOrder, +1}, {"beside", byOrder, +1},
}

// fill appends the signals of pair k.
func (c *crowd) fill(dst []float32, k int) []float32 {
	a, b := c.b.ab[k][0], c.b.ab[k][1]
	p := c.scores[k]
	rankA, rivalA := c.rank(a, c.b.s.of[b].report, k)
	rankB, rivalB := c.rank(b, c.b.s.of[a].report, k)
	shareA, shareB := float64(p)/(c.sum[a]+0.05), float64(p)/(c.sum[b]+0.05)
	topA, topB := p/(c.best[a]+0.01), p/(c.best[b]+0.01)
	dst = append(dst, p,
		1/float32(1+max(rankA, rankB)), 1/float32(1+min(rankA, rankB)),
		p-max(rivalA, rivalB), p-min(rivalA, rivalB),
		float32(min(shareA, shareB)), float32(max(shareA, shareB)),
		min(topA, topB), max(topA, topB),
		float32(math.Log1p(min(c.sum[a], c.sum[b]))), float32(math.Log1p(max(c.sum[a], c.sum[b]))))
	dst = c.third(dst, a, b, float64(p))
	return c.order(dst, a, b)
}

// rank is how many of x's pairs with the report score better than pair k, and the best score among the others.
func (c *crowd) rank(x int32, report, k int) (better int, rival float32) {
	for _, e := range c.b.row(x, report) {
		if int(e.pair) == k {
			continue
		}
		p := c.scores[e.pair]
		rival = max(rival, p)
		if p > c.scores[k] {
			better++
		}
	}
	return better, rival
}

// third walks the statements of third reports that match both.
func (c *crowd) third(dst []float32, a, b int32, p float64) []float32 {
	var sum, most, dot, inReport float64
	ra, rb := c.b.s.of[a].report, c.b.s.of[b].report
	report := -1
	x, y := c.strong[a], c.strong[b]
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].to < y[j].to:
			i++
		case x[i].to > y[j].to:
			j++
		default:
			r := c.b.s.of[x[i].to].report
			both := float64(c.scores[x[i].pair]) * float64(c.scores[y[j].pair])
			if r != ra && r != rb {
				dot += both
				if r != report {
					sum, inReport, report = sum+inReport, 0, r
				}
				inReport = max(inReport, both)
				most = max(most, both)
			}
			i, j = i+1, j+1
		}
	}
	sum += inReport
	lenA := c.square[a] - c.rowSquare(a, rb)
	lenB := c.square[b] - c.rowSquare(b, ra)
	return append(dst, float32(math.Log1p(sum)), float32(math.Sqrt(most)), float32(sum/float64(max(1, c.b.s.reports-2))),
		float32(dot/(math.Sqrt(max(0, lenA)*max(0, lenB))+0.02)))
}

func (c *crowd) rowSquare(x int32, report int) float64 {
	sum := 0.0
	for _, e := range c.b.row(x, report) {
		sum += float64(c.scores[e.pair]) * float64(c.scores[e.pair])
	}
	return sum
}

// order looks at the statements before and after both, and at those beside one of them.
func (c *crowd) order(dst []float32, a, b int32) []float32 {
	f := func(x, y int32) float32 { return c.b.find(c.scores, x, y) }
	before, after := c.b.beside(a, -1), c.b.beside(a, 1)
	ahead, behind := c.b.beside(b, -1), c.b.beside(b, 1)
	both := []float32{f(before, ahead), f(after, behind)}
	one := []float32{f(a, ahead), f(a, behind), f(before, b), f(after, b)}
	return append(dst, both[0]+both[1], slices.Max(both), slices.Max(one))
}
