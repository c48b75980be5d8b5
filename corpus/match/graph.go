package match

import (
	"cmp"
	"slices"
)

// graph is the pairs of a story that are worth weighing, with every statement's pairs at hand.
type graph struct {
	s     *event
	ab    [][2]int32 // indices into s.of, by the first, then the second
	units *units
	rows  [][]edge // by statement, in the order of the partners, hence of their reports
}

// edge is one of a statement's pairs, seen from it.
type edge struct {
	to   int32 // index into s.of
	pair int32 // index into graph.ab
}

// newGraph takes the pairs sorted.
func newGraph(s *event, ab [][2]int32) *graph {
	b := &graph{s: s, ab: ab, units: s.units(), rows: make([][]edge, len(s.of))}
	count := make([]int32, len(s.of))
	for _, p := range b.ab {
		count[p[0]]++
		count[p[1]]++
	}
	room := make([]edge, 2*len(b.ab))
	for i, n := range count {
		b.rows[i], room = room[:0:n], room[n:]
	}
	// Partners before a statement come first because pairs are sorted by their first end.
	for k, p := range b.ab {
		b.rows[p[1]] = append(b.rows[p[1]], edge{p[0], int32(k)})
	}
	for k, p := range b.ab {
		b.rows[p[0]] = append(b.rows[p[0]], edge{p[1], int32(k)})
	}
	return b
}

// row is the part of x's pairs whose partners stand in the given report.
func (b *graph) row(x int32, report int) []edge {
	of := b.rows[x]
	from, _ := slices.BinarySearchFunc(of, report, func(e edge, r int) int { return cmp.Compare(b.s.of[e.to].report, r) })
	to := from
	for to < len(of) && b.s.of[of[to].to].report == report {
		to++
	}
	return of[from:to]
}

// pairOf is the index of the pair x, y, -1 when it is not in the graph.
func (b *graph) pairOf(x, y int32) int {
	if x < 0 || y < 0 || int(x) >= len(b.rows) || int(y) >= len(b.rows) {
		return -1
	}
	i, ok := slices.BinarySearchFunc(b.rows[x], y, func(e edge, y int32) int { return cmp.Compare(e.to, y) })
	if !ok {
		return -1
	}
	return int(b.rows[x][i].pair)
}

// find is the score of the pair x, y in scores, 0 when it is not in the graph.
func (b *graph) find(scores []float32, x, y int32) float32 {
	if k := b.pairOf(x, y); k >= 0 {
		return scores[k]
	}
	return 0
}
