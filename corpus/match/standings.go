package match

import (
	"cmp"
	"math"
	"slices"
)

// Once every pair has a score, the other pairs are evidence too: whether each of two statements is the other's best
// counterpart, whether statements of third reports match both, whether the statements before and after match. These
// signals read one score of every pair and are worked out anew after each pass. All are means over reports or compare
// within one report, so that they say the same in a story of three reports and in one of two hundred.

const (
	leastStrong = 0.08 // scores below this are no tie to a third statement
	mostStrong  = 48   // ties of a statement that are looked at, the strongest
	usual       = 5    // other reports that sums are brought to
)

// standings is the scores of a pass, with what they come to for each statement.
type standings struct {
	graph   *graph
	scores  []float32
	sum     []float64 // of a statement's scores, as if it had the usual number of other reports
	best    []float32
	strong  [][]tie // by partner
	carried *carried
}

// tie is a statement that another one probably matches.
type tie struct {
	to    int32
	score float32
}

func newStandings(b *graph, scores []float32) *standings {
	n := len(b.rows)
	c := &standings{graph: b, scores: scores, sum: make([]float64, n), best: make([]float32, n), strong: make([][]tie, n)}
	c.carried = newCarried(b, scores)
	scale := float64(usual) / float64(max(1, b.s.reports-1))
	for i, row := range b.rows {
		for _, e := range row {
			p := scores[e.pair]
			c.sum[i] += float64(p) * scale
			c.best[i] = max(c.best[i], p)
			if p >= leastStrong {
				c.strong[i] = append(c.strong[i], tie{e.to, p})
			}
		}
		if len(c.strong[i]) > mostStrong {
			slices.SortFunc(c.strong[i], func(x, y tie) int { return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.to, y.to)) })
			c.strong[i] = slices.Clone(c.strong[i][:mostStrong])
			slices.SortFunc(c.strong[i], func(x, y tie) int { return cmp.Compare(x.to, y.to) })
		}
	}
	return c
}

// standingColumns is what standings.fill gives, in order.
var standingColumns = []column{
	{"score", byRank, +1},
	{"rank worse", byRank, +1}, {"rank better", byRank, +1},
	{"margin worse", byRank, +1}, {"margin better", byRank, +1},
	{"share worse", byRank, +1}, {"share better", byRank, +1},
	{"overall worse", byRank, +1}, {"overall better", byRank, +1},
	{"sum least", byCrowd, 0}, {"sum most", byCrowd, 0},
	{"third mean", byCrowd, +1}, {"third most", byCrowd, +1}, {"third alike", byCrowd, +1},
	{"few reports", byCrowd, 0}, {"few reports, score", byCrowd, 0},
	{"carry most", byCarry, +1}, {"carry second", byCarry, +1}, {"carry any", byCarry, +1}, {"carry max", byCarry, +1}, {"carry min", byCarry, +1},
}

// fill appends the signals of pair k.
func (c *standings) fill(dst []float32, k int) []float32 {
	a, b := c.graph.ab[k][0], c.graph.ab[k][1]
	p := c.scores[k]
	x, y := c.standing(a, c.graph.s.of[b].report, k), c.standing(b, c.graph.s.of[a].report, k)
	topA, topB := p/(c.best[a]+0.01), p/(c.best[b]+0.01)
	dst = append(dst, p,
		1/float32(1+max(x.better, y.better)), 1/float32(1+min(x.better, y.better)),
		p-max(x.rival, y.rival), p-min(x.rival, y.rival),
		p/(max(x.sum, y.sum)+0.05), p/(min(x.sum, y.sum)+0.05),
		min(topA, topB), max(topA, topB),
		float32(math.Log1p(min(c.sum[a], c.sum[b]))), float32(math.Log1p(max(c.sum[a], c.sum[b]))))
	dst = c.third(dst, a, b, float64(p))
	return c.carried.fill(dst, a, b, p)
}

// standing is how a pair stands among those of one of its ends with the other's report.
type standing struct {
	better int     // pairs with a better score
	rival  float32 // best score of the others
	sum    float32 // of all scores
}

func (c *standings) standing(x int32, report, k int) standing {
	var s standing
	for _, e := range c.graph.row(x, report) {
		p := c.scores[e.pair]
		s.sum += p
		if int(e.pair) == k {
			continue
		}
		s.rival = max(s.rival, p)
		if p > c.scores[k] {
			s.better++
		}
	}
	return s
}

// third walks the statements of third reports that match both ends. The mean over the third reports takes in the pair
// itself as if it were one more, so that two reports alone are judged by what they have.
func (c *standings) third(dst []float32, a, b int32, p float64) []float32 {
	var sum, most, inReport, dot, lenA, lenB float64
	of := c.graph.s.of
	ra, rb, report := of[a].report, of[b].report, -1
	x, y := c.strong[a], c.strong[b]
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case j == len(y) || i < len(x) && x[i].to < y[j].to:
			if of[x[i].to].report != rb {
				lenA += square(x[i].score)
			}
			i++
		case i == len(x) || x[i].to > y[j].to:
			if of[y[j].to].report != ra {
				lenB += square(y[j].score)
			}
			j++
		default: // a statement of a third report
			both := float64(x[i].score) * float64(y[j].score)
			lenA, lenB, dot = lenA+square(x[i].score), lenB+square(y[j].score), dot+both
			if r := of[x[i].to].report; r != report {
				sum, inReport, report = sum+inReport, 0, r
			}
			inReport, most = max(inReport, both), max(most, both)
			i, j = i+1, j+1
		}
	}
	sum += inReport
	thirds := float64(min(c.graph.s.reports-2, mostStrong))
	return append(dst, float32((sum+p*p)/(thirds+1)), float32(math.Sqrt(most)), float32(dot/(math.Sqrt(lenA*lenB)+0.02)),
		float32(1/float64(max(1, c.graph.s.reports-1))), float32(p/float64(max(1, c.graph.s.reports-1))))
}

func square(x float32) float64 { return float64(x) * float64(x) }
