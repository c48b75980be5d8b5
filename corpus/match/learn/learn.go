// Package learn fits logistic regression: a weighted sum of numbers that gives the probability of an answer. Call [Fit]
// with a [Table]. It is deterministic: the same table gives the same sum.
//
// The regression is penalised by the squares and the sizes of its weights (elastic net), and a weight may be kept on one
// side of zero. That last restraint matters most when few events teach many signals that say nearly the same: left free,
// signals of overlap take weights of both signs that cancel on the events learnt from and on no other. Boosted trees
// were tried in its place and beside it; on events they had not seen they ranked pairs no better.
package learn

import "math"

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

// Sum is a base and a weight for each column. Its value is a logit, the logarithm of the odds.
type Sum struct {
	Base   float64
	Weight []float64
}

// Of is the logit for one row.
func (s *Sum) Of(x []float32) float64 { return s.Add(s.Base, 0, x) }

// Add is sum and what the columns from column on are worth, of which x has the first few.
func (s *Sum) Add(sum float64, column int, x []float32) float64 {
	for k, v := range x {
		sum += s.Weight[column+k] * float64(v)
	}
	return sum
}

// Sigmoid is the probability for a logit.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Options says how to fit. The penalties act on weights of columns scaled to a standard deviation of 1.
type Options struct {
	Ridge float64   // penalty on the squares of the weights, in units of one example
	Lasso float64   // penalty on their sizes, in units of one example
	Signs []float64 // of each weight: +1 or -1 to keep it on that side of zero, 0 for free; nil for all free
}
