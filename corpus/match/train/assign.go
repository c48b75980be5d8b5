package main

import "math"

// assign is the greatest sum of a one to one pairing of rows and columns: the Hungarian method with potentials, a row at a
// time (Kuhn 1955; after Munkres 1957), in time rows² x columns.
func assign(m [][]float64) float64 {
	if len(m) == 0 || len(m[0]) == 0 {
		return 0
	}
	if len(m) > len(m[0]) {
		m = turned(m)
	}
	w := len(m[0])
	a := &assignment{m: m, row: make([]float64, len(m)+1), column: make([]float64, w+1), of: make([]int, w+1), way: make([]int, w+1)}
	for i := range m {
		a.enter(i + 1)
	}
	sum := 0.0
	for j := 1; j <= w; j++ {
		if i := a.of[j]; i > 0 {
			sum += m[i-1][j-1]
		}
	}
	return sum
}

func turned(m [][]float64) [][]float64 {
	t := make([][]float64, len(m[0]))
	for j := range t {
		t[j] = make([]float64, len(m))
		for i := range m {
			t[j][i] = m[i][j]
		}
	}
	return t
}

// assignment counts rows and columns from 1; 0 is none.
type assignment struct {
	m           [][]float64
	row, column []float64 // potentials
	of, way     []int     // by column: its row, and the column before it on the way to a free one
}

// enter finds a column for a row, moving others where that is better.
func (a *assignment) enter(i int) {
	a.of[0] = i
	low, used := make([]float64, len(a.of)), make([]bool, len(a.of))
	for j := range low {
		low[j] = math.Inf(1)
	}
	at := 0
	for a.of[at] != 0 {
		used[at] = true
		at = a.next(at, low, used)
	}
	for at != 0 {
		before := a.way[at]
		a.of[at] = a.of[before]
		at = before
	}
}

// next is the nearest column that was not looked at.
func (a *assignment) next(at int, low []float64, used []bool) int {
	i, least, to := a.of[at], math.Inf(1), 0
	for j := 1; j < len(low); j++ {
		if used[j] {
			continue
		}
		if cost := -a.m[i-1][j-1] - a.row[i] - a.column[j]; cost < low[j] {
			low[j], a.way[j] = cost, at
		}
		if low[j] < least {
			least, to = low[j], j
		}
	}
	for j := range low {
		if used[j] {
			a.row[a.of[j]] += least
			a.column[j] -= least
		} else {
			low[j] -= least
		}
	}
	return to
}
