package learn

import (
	"maps"
	"slices"
)

// Shift is what to add to the logits of a table's rows so that they fit the rows whose answers are known: a logistic
// regression around prior logits, with a penalty on the squares of the weights of columns scaled to a standard deviation
// of 1 over the table. A few answers move it little, and where they agree with the prior not at all. It takes a handful of
// steps of Newton's method, each known rows x width² and width³ / 6.
func Shift(t *Table, prior []float64, known map[int]bool, penalty float64) *Sum {
	all := &Table{Width: t.Width, X: t.X, Y: make([]bool, len(prior))}
	f := &fitter{t: all, weight: make([]float64, t.Width)}
	f.standardise()
	order := slices.Sorted(maps.Keys(known))
	n := t.Width + 1 // the last is the base
	weight, z := make([]float64, n), make([]float64, n)
	z[n-1] = 1
	for range 6 {
		hessian, gradient := make([]float64, n*n), make([]float64, n)
		for k := range n {
			hessian[k*n+k] = penalty
			gradient[k] = -penalty * weight[k]
		}
		for _, i := range order {
			logit := prior[i]
			for k, v := range t.Row(i) {
				z[k] = (float64(v) - f.mean[k]) * f.scale[k]
			}
			for k, v := range z {
				logit += weight[k] * v
			}
			p := Sigmoid(logit)
			y := 0.0
			if known[i] {
				y = 1
			}
			for k, v := range z {
				gradient[k] += (y - p) * v
				for j := range k + 1 {
					hessian[k*n+j] += p * (1 - p) * v * z[j]
				}
			}
		}
		for k, d := range solve(n, hessian, gradient) {
			weight[k] += d
		}
	}
	s := &Sum{Base: weight[n-1], Weight: weight[:n-1]}
	for k := range s.Weight {
		s.Weight[k] *= f.scale[k]
		s.Base -= s.Weight[k] * f.mean[k]
	}
	return s
}
