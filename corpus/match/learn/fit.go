package learn

import "math"

// Fit learns a sum of the table. Newton's method (iteratively reweighted least squares, Hastie et al., The Elements of
// Statistical Learning, 4.4.1) gives a parabola at each step, whose lowest point under the penalties and signs is found a
// weight at a time (coordinate descent, Friedman, Hastie and Tibshirani 2010). A step costs rows x width² / 2; it
// settles in about a dozen.
func Fit(t *Table, o Options) *Sum {
	f := &fitter{t: t, o: o, weight: make([]float64, t.Width)}
	f.standardise()
	for range 25 {
		if f.step() < 1e-6 {
			break
		}
	}
	s := &Sum{Base: f.base, Weight: make([]float64, t.Width)}
	for k, w := range f.weight {
		s.Weight[k] = w * f.scale[k]
		s.Base -= s.Weight[k] * f.mean[k]
	}
	return s
}

// fitter is the state of a fit, over columns moved to mean 0 and scaled to standard deviation 1.
type fitter struct {
	t           *Table
	o           Options
	mean, scale []float64 // scale is one over the standard deviation, 0 for a column that never varies
	weight      []float64
	base        float64
}

func (f *fitter) standardise() {
	f.mean, f.scale = make([]float64, f.t.Width), make([]float64, f.t.Width)
	n := float64(max(1, f.t.Rows()))
	for i := range f.t.Rows() {
		for k, v := range f.t.Row(i) {
			f.mean[k] += float64(v) / n
		}
	}
	for i := range f.t.Rows() {
		for k, v := range f.t.Row(i) {
			d := float64(v) - f.mean[k]
			f.scale[k] += d * d / n
		}
	}
	for k, v := range f.scale {
		if f.scale[k] = 0; v > 1e-12 {
			f.scale[k] = 1 / math.Sqrt(v)
		}
	}
}

// step is one step of Newton's method; it returns the greatest change of a weight.
func (f *fitter) step() float64 {
	d := f.t.Width + 1
	hessian, gradient, z := make([]float64, d*d), make([]float64, d), make([]float64, d)
	z[d-1] = 1
	for i := range f.t.Rows() {
		sum := f.base
		for k, v := range f.t.Row(i) {
			z[k] = (float64(v) - f.mean[k]) * f.scale[k]
			sum += f.weight[k] * z[k]
		}
		p, y := Sigmoid(sum), 0.0
		if f.t.Y[i] {
			y = 1
		}
		h := max(p*(1-p), 1e-9)
		for a := range d {
			gradient[a] += (y - p) * z[a]
			ha, row := h*z[a], hessian[a*d:a*d+a+1]
			for b := range row {
				row[b] += ha * z[b]
			}
		}
	}
	return f.descend(hessian, gradient)
}

// descend moves the weights to the lowest point of the step's parabola. hessian holds its lower half.
func (f *fitter) descend(hessian, gradient []float64) float64 {
	d := len(gradient)
	w := append(append(make([]float64, 0, d), f.weight...), f.base)
	for range 500 {
		most := 0.0
		for k := range d {
			next := f.lowest(k, hessian[k*d+k], w[k], gradient[k])
			move := next - w[k]
			if move == 0 {
				continue
			}
			w[k] = next
			most = max(most, math.Abs(move))
			for j := range d {
				gradient[j] -= hessian[max(j, k)*d+min(j, k)] * move
			}
		}
		if most < 1e-8 {
			break
		}
	}
	most := math.Abs(w[d-1] - f.base)
	for k := range f.weight {
		most = max(most, math.Abs(w[k]-f.weight[k]))
	}
	copy(f.weight, w)
	f.base = w[d-1]
	return most
}

// lowest is where weight k is best when all others stay: h is the parabola's curvature along it and g its slope at w.
// The base, which comes after the weights, is free of penalties.
func (f *fitter) lowest(k int, h, w, g float64) float64 {
	if k == len(f.weight) {
		return w + g/(h+1e-12)
	}
	if f.scale[k] == 0 {
		return 0
	}
	next := shrink(h*w+g, f.o.Lasso) / (h + f.o.Ridge + 1e-12)
	if f.o.Signs != nil && f.o.Signs[k]*next < 0 {
		return 0
	}
	return next
}

// shrink moves x towards zero by at most by.
func shrink(x, by float64) float64 {
	switch {
	case x > by:
		return x - by
	case x < -by:
		return x + by
	}
	return 0
}
