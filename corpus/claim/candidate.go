package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
)

// A candidate is a set of statements that may be all that carry one claim. What tells the claims of one statement apart
// is what it shares with others: so for every unit, and every two units that stand together in two reports, the statements
// that have them are taken, and parted where no probable pair holds them together, at three levels of probability. The
// same set comes from many units; it is kept once, with their number.
//
// Which of them are claims is learnt (feature.go, choose.go). Rejected: connected components of the links alone, because
// one statement with two claims joins everything; maximal cliques, because where ten statements say much the same they
// make dozens of nearly equal groups; link communities, which the readers' claims overlap less; and what is one statement
// more or less than a good candidate, or two of them in one, because among so many a learnt score finds its own errors.
type candidate struct {
	members    []int32  // in order
	generators int      // units and pairs of units of which it came
	score      float64  // how far it is likely to overlap a claim, 0..1
	settled    *verdict // nil but for what the reader settled
}

// levels are the probabilities from which pairs hold a candidate together.
var levels = [...]float32{loose, 0.35, 0.5}

// The units that an edge brings in, its heaviest: all that a pair can share in a story that a reader opens, few in one of
// hundreds of reports, so that the work grows with the edges only.
const (
	fewEdges  = 4000
	allUnits  = 48
	someUnits = 5
)

// record is that both ends of an edge have a unit, or two: their numbers, the lesser first, and the edge's, side by side in
// one integer, because sorting them is most of the work. A story has fewer of each than there is room for.
type record uint64

const (
	unitBits = 20
	edgeBits = 64 - 2*unitBits
)

func newRecord(u, v int32, edge int) record {
	return record(u)<<(unitBits+edgeBits) | record(v)<<edgeBits | record(edge)
}

func (r record) units() record { return r >> edgeBits }
func (r record) edge() int     { return int(r & (1<<edgeBits - 1)) }

func (f *field) records() []record {
	width := allUnits
	if len(f.edges) > fewEdges {
		width = someUnits
	}
	edges := min(len(f.edges), 1<<edgeBits)
	var all []record
	if len(f.edges) > fewEdges { // grown piece by piece, a large table is there several times
		all = make([]record, 0, edges*width*(width+1)/2)
	}
	var us []match.Unit
	for i, e := range f.edges[:edges] {
		us = f.shared(us[:0], e.a, e.b)
		if len(us) > width {
			slices.SortFunc(us, func(x, y match.Unit) int {
				return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.ID, y.ID))
			})
			us = us[:width]
			slices.SortFunc(us, byNumber)
		}
		for k, u := range us {
			if u.ID >= 1<<unitBits {
				break
			}
			for _, v := range us[k:] {
				if v.ID < 1<<unitBits {
					all = append(all, newRecord(u.ID, v.ID, i))
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

// candidates is the story's candidates.
func (f *field) candidates() []candidate {
	g := &gatherer{f: f, parent: make([]int32, len(f.units)), known: make(map[string]int)}
	for i := range g.parent {
		g.parent[i] = -1
	}
	rs := f.records()
	for from := 0; from < len(rs); {
		to := from
		for to < len(rs) && rs[to].units() == rs[from].units() {
			to++
		}
		for _, level := range levels {
			g.part(rs[from:to], level)
		}
		from = to
	}
	return g.all
}

// gatherer finds candidates.
type gatherer struct {
	f      *field
	parent []int32 // by statement: towards the first of its part (union-find), -1 when it is in none
	in     []int32 // the statements in any part
	known  map[string]int
	all    []candidate
	buf    []byte
}

// part makes a candidate of each connected part.
func (g *gatherer) part(rs []record, level float32) {
	g.in = g.in[:0]
	for _, r := range rs {
		e := &g.f.edges[r.edge()]
		if e.p < level {
			continue
		}
		for _, x := range [...]int32{e.a, e.b} {
			if g.parent[x] < 0 {
				g.parent[x] = x
				g.in = append(g.in, x)
			}
		}
		if a, b := g.root(e.a), g.root(e.b); a != b {
			g.parent[max(a, b)] = min(a, b)
		}
	}
	slices.SortFunc(g.in, func(x, y int32) int { return cmp.Or(cmp.Compare(g.root(x), g.root(y)), cmp.Compare(x, y)) })
	for from := 0; from < len(g.in); {
		to := from
		for to < len(g.in) && g.root(g.in[to]) == g.root(g.in[from]) {
			to++
		}
		g.add(g.in[from:to])
		from = to
	}
	for _, x := range g.in {
		g.parent[x] = -1
	}
}

func (g *gatherer) root(x int32) int32 {
	for g.parent[x] != x {
		g.parent[x] = g.parent[g.parent[x]]
		x = g.parent[x]
	}
	return x
}

func (g *gatherer) add(members []int32) {
	g.buf = g.buf[:0]
	for _, m := range members {
		g.buf = append(g.buf, byte(m), byte(m>>8), byte(m>>16), byte(m>>24))
	}
	i, ok := g.known[string(g.buf)]
	if !ok {
		i = len(g.all)
		g.known[string(g.buf)] = i
		g.all = append(g.all, candidate{members: slices.Clone(members)})
	}
	g.all[i].generators++
}
