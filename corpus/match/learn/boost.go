package learn

import (
	"math/rand/v2"
	"slices"
)

// Gradient boosting (Friedman 2001) with second-order leaves (Chen and Guestrin 2016), over columns cut into at most 48
// bins by their quantiles. A tree of depth d costs rows x columns x d additions.

const bins = 48

// booster is the state of a fit.
type booster struct {
	t      *Table
	o      Options
	edges  [][]float32 // of each column: the greatest number of every bin but the last
	binned []uint8     // column by column
	logit  []float64
	g, h   []float64
	rng    *rand.Rand
}

func fitTrees(t *Table, start []float64, o Options) []Tree {
	if o.Trees == 0 || t.Rows() == 0 {
		return nil
	}
	b := &booster{t: t, o: o, logit: start, rng: rand.New(rand.NewPCG(o.Seed, 1))}
	b.bin()
	b.g, b.h = make([]float64, t.Rows()), make([]float64, t.Rows())
	trees := make([]Tree, 0, o.Trees)
	for range o.Trees {
		for i, x := range b.logit {
			p, y := Sigmoid(x), 0.0
			if t.Y[i] {
				y = 1
			}
			b.g[i], b.h[i] = y-p, p*(1-p)
		}
		tree := b.grow()
		for i := range b.logit {
			b.logit[i] += tree.Value(t.Row(i))
		}
		trees = append(trees, tree)
	}
	return trees
}

func (b *booster) bin() {
	n := b.t.Rows()
	b.binned = make([]uint8, n*b.t.Width)
	column := make([]float32, n)
	for k := range b.t.Width {
		for i := range n {
			column[i] = b.t.Row(i)[k]
		}
		sorted := slices.Clone(column)
		slices.Sort(sorted)
		var edges []float32
		distinct := slices.Compact(slices.Clone(sorted))
		if len(distinct) <= bins {
			for i := range len(distinct) - 1 {
				edges = append(edges, (distinct[i]+distinct[i+1])/2)
			}
		} else {
			for q := 1; q < bins; q++ {
				e := sorted[n*q/bins]
				if len(edges) == 0 || e > edges[len(edges)-1] {
					edges = append(edges, e)
				}
			}
			// the rare high values decide most: halve the last bin down to single per cents
			for _, q := range []float64{0.985, 0.99, 0.995, 0.998} {
				e := sorted[int(float64(n)*q)]
				if e > edges[len(edges)-1] {
					edges = append(edges, e)
				}
			}
		}
		b.edges = append(b.edges, edges)
		for i, v := range column {
			at, _ := slices.BinarySearch(edges, v)
			b.binned[k*n+i] = uint8(at)
		}
	}
}

// grow makes one tree on a sample of rows and columns.
func (b *booster) grow() Tree {
	nodes := 1<<b.o.Depth - 1
	tree := Tree{Column: make([]int16, nodes), Cut: make([]float32, nodes), Leaf: make([]float32, nodes+1)}
	rows := make([]int32, 0, b.t.Rows())
	for i := range b.t.Rows() {
		if b.rng.Float64() < b.o.Rows {
			rows = append(rows, int32(i))
		}
	}
	var columns []int
	for k := range b.t.Width {
		if b.rng.Float64() < b.o.Columns {
			columns = append(columns, k)
		}
	}
	b.split(&tree, 0, rows, columns)
	return tree
}

// split grows node i on its rows, which it reorders.
func (b *booster) split(tree *Tree, i int, rows []int32, columns []int) {
	if i >= len(tree.Column) {
		g, h := b.sum(rows)
		tree.Leaf[i-len(tree.Column)] = float32(b.o.Rate * g / (h + b.o.Penalty))
		return
	}
	column, at := b.best(rows, columns)
	tree.Column[i] = int16(column)
	if column < 0 {
		b.split(tree, 2*i+1, rows, columns)
		b.split(tree, 2*i+2, nil, columns)
		return
	}
	tree.Cut[i] = b.edges[column][at]
	binned := b.binned[column*b.t.Rows():]
	left := 0
	for k, r := range rows {
		if int(binned[r]) <= at {
			rows[left], rows[k] = rows[k], rows[left]
			left++
		}
	}
	b.split(tree, 2*i+1, rows[:left], columns)
	b.split(tree, 2*i+2, rows[left:], columns)
}

func (b *booster) sum(rows []int32) (g, h float64) {
	for _, r := range rows {
		g += b.g[r]
		h += b.h[r]
	}
	return g, h
}

// best is the column and the bin after which to cut, -1 when no cut is worth it.
func (b *booster) best(rows []int32, columns []int) (column, at int) {
	g, h := b.sum(rows)
	score := func(g, h float64) float64 { return g * g / (h + b.o.Penalty) }
	column, gain := -1, 1e-6
	for _, k := range columns {
		var sumG, sumH [bins + 8]float64
		binned := b.binned[k*b.t.Rows():]
		for _, r := range rows {
			sumG[binned[r]] += b.g[r]
			sumH[binned[r]] += b.h[r]
		}
		leftG, leftH := 0.0, 0.0
		for e := range b.edges[k] {
			leftG += sumG[e]
			leftH += sumH[e]
			if leftH < b.o.MinWeight || h-leftH < b.o.MinWeight {
				continue
			}
			if v := score(leftG, leftH) + score(g-leftG, h-leftH) - score(g, h); v > gain {
				column, at, gain = k, e, v
			}
		}
	}
	return column, at
}
