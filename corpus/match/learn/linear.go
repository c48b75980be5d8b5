package learn

import "math"

// Linear is a weighted sum of standardised numbers.
type Linear struct {
	Base   float64   `json:"base"`
	Mean   []float64 `json:"mean"`
	Scale  []float64 `json:"scale"`  // one over the standard deviation, 0 for a column that never varies
	Weight []float64 `json:"weight"` // of the standardised number
}

// Logit is the sum for one row.
func (l *Linear) Logit(x []float32) float64 {
	sum := l.Base
	for k, w := range l.Weight {
		sum += w * (float64(x[k]) - l.Mean[k]) * l.Scale[k]
	}
	return sum
}

// fitLinear is ridge logistic regression by Newton's method (iteratively reweighted least squares, Hastie et al., The
// Elements of Statistical Learning, 4.4.1). It costs rows x width² a step and settles in less than a dozen.
func fitLinear(t *Table, ridge float64) Linear {
	l := Linear{Mean: make([]float64, t.Width), Scale: make([]float64, t.Width), Weight: make([]float64, t.Width)}
	n := float64(max(1, t.Rows()))
	for i := range t.Rows() {
		for k, v := range t.Row(i) {
			l.Mean[k] += float64(v) / n
		}
	}
	for i := range t.Rows() {
		for k, v := range t.Row(i) {
			d := float64(v) - l.Mean[k]
			l.Scale[k] += d * d / n
		}
	}
	for k, v := range l.Scale {
		if v > 1e-12 {
			l.Scale[k] = 1 / math.Sqrt(v)
		} else {
			l.Scale[k] = 0
		}
	}
	for range 12 {
		if l.step(t, ridge) < 1e-6 {
			break
		}
	}
	return l
}

// step is one step of Newton's method; it returns the greatest change of a weight.
func (l *Linear) step(t *Table, ridge float64) float64 {
	d := t.Width + 1
	hessian, gradient, z := make([]float64, d*d), make([]float64, d), make([]float64, d)
	for i := range t.Rows() {
		for k, v := range t.Row(i) {
			z[k] = (float64(v) - l.Mean[k]) * l.Scale[k]
		}
		z[d-1] = 1
		sum := l.Base
		for k, w := range l.Weight {
			sum += w * z[k]
		}
		p := Sigmoid(sum)
		y := 0.0
		if t.Y[i] {
			y = 1
		}
		h := max(p*(1-p), 1e-9)
		for a := range d {
			gradient[a] += (y - p) * z[a]
			ha := h * z[a]
			row := hessian[a*d : a*d+a+1]
			for b := range row {
				row[b] += ha * z[b]
			}
		}
	}
	for k, w := range l.Weight {
		gradient[k] -= ridge * w
		hessian[k*d+k] += ridge
	}
	hessian[d*d-1] += 1e-9
	move := solve(hessian, gradient, d)
	most := 0.0
	for k := range l.Weight {
		l.Weight[k] += move[k]
		most = max(most, math.Abs(move[k]))
	}
	l.Base += move[d-1]
	return most
}

// solve solves A x = b for a symmetric positive A of which the lower half is given, by Cholesky's decomposition. It
// overwrites both.
func solve(a, b []float64, n int) []float64 {
	for i := range n {
		for j := range i + 1 {
			sum := a[i*n+j]
			for k := range j {
				sum -= a[i*n+k] * a[j*n+k]
			}
			if i == j {
				a[i*n+i] = math.Sqrt(max(sum, 1e-12))
			} else {
				a[i*n+j] = sum / a[j*n+j]
			}
		}
	}
	for i := range n {
		for k := range i {
			b[i] -= a[i*n+k] * b[k]
		}
		b[i] /= a[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[k*n+i] * b[k]
		}
		b[i] /= a[i*n+i]
	}
	return b
}
