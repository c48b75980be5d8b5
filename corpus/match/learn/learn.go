// Package learn fits small models that give a probability for a row of numbers: a ridge logistic regression, and on top
// of it shallow boosted trees for what a sum of parts cannot say. Call [Fit] with a [Table]; the [Model] that it
// returns marshals to JSON. Everything is deterministic: the same table gives the same model, on any machine with
// IEEE arithmetic in Go's order of evaluation.
package learn

import (
	"fmt"
	"math"
)

// Table is the examples to learn from: rows of Width numbers, each with its answer.
type Table struct {
	Width int
	X     []float32 // row by row
	Y     []bool
}

// Rows is the number of examples.
func (t *Table) Rows() int { return len(t.Y) }

// Row is the numbers of example i.
func (t *Table) Row(i int) []float32 { return t.X[i*t.Width : (i+1)*t.Width] }

// Add appends an example.
func (t *Table) Add(x []float32, y bool) {
	t.X = append(t.X, x...)
	t.Y = append(t.Y, y)
}

// Model gives a logit, the logarithm of the odds, for a row of numbers.
type Model struct {
	Linear Linear  `json:"linear"`
	Trees  []Tree  `json:"trees"`
	Share  float64 `json:"share"` // of the trees in the logit, 0..1
}

// Logit is the model's answer for one row.
func (m *Model) Logit(x []float32) float64 {
	sum := m.Linear.Logit(x)
	for i := range m.Trees {
		sum += m.Share * m.Trees[i].Value(x)
	}
	return sum
}

// Options says how to fit.
type Options struct {
	Ridge     float64 // penalty on the squares of the linear weights, in units of one example
	Trees     int     // how many; 0 for none
	Depth     int     // of each tree
	Rate      float64 // how much of each tree is believed
	MinWeight float64 // least sum of p(1-p) in a leaf
	Penalty   float64 // on the squares of the leaves
	Rows      float64 // part of the rows that each tree sees
	Columns   float64 // part of the columns that each tree sees
	Seed      uint64
}

// Fit learns a model of the table.
func Fit(t *Table, o Options) *Model {
	m := &Model{Linear: fitLinear(t, o.Ridge), Share: 1}
	start := make([]float64, t.Rows())
	for i := range start {
		start[i] = m.Linear.Logit(t.Row(i))
	}
	m.Trees = fitTrees(t, start, o)
	return m
}

// Sigmoid is the probability for a logit.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Check says what makes a model unfit for rows of width numbers, nil when nothing does.
func (m *Model) Check(width int) error {
	l := &m.Linear
	if len(l.Mean) != width || len(l.Scale) != width || len(l.Weight) != width {
		return fmt.Errorf("the linear part has %d weights, not %d", len(l.Weight), width)
	}
	for i := range m.Trees {
		t := &m.Trees[i]
		n := len(t.Column)
		if n&(n+1) != 0 || len(t.Cut) != n || len(t.Leaf) != n+1 {
			return fmt.Errorf("tree %d is not a full tree", i+1)
		}
		for _, c := range t.Column {
			if int(c) >= width || c < -1 {
				return fmt.Errorf("tree %d tests column %d of %d", i+1, c, width)
			}
		}
	}
	return nil
}
