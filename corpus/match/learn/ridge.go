package learn

import "math"

// Points is examples whose answers are numbers: rows of Width numbers, each with its answer and how much it counts.
type Points struct {
	Width int
	x     []float32 // row by row
	y, w  []float64
}

// Add appends an example.
func (p *Points) Add(x []float32, y, weight float64) {
	p.x = append(p.x, x...)
	p.y = append(p.y, y)
	p.w = append(p.w, weight)
}

func (p *Points) row(i int) []float32 { return p.x[i*p.Width : (i+1)*p.Width] }

// Ridge fits a linear regression with a penalty on the squares of the weights of columns scaled to a standard deviation
// of 1, in units of all examples (Hoerl and Kennard, "Ridge regression", Technometrics 12, 1970). The value of its Sum is
// the answer itself, no logit. Without examples the sum is all zeros.
func Ridge(p *Points, penalty float64) *Sum {
	n := p.Width
	if len(p.y) == 0 {
		return &Sum{Weight: make([]float64, n)}
	}
	mean, scale, middle := p.standard()
	a, b, z := make([]float64, n*n), make([]float64, n), make([]float64, n)
	all := 0.0
	for i := range p.y {
		all += p.w[i]
		for k, v := range p.row(i) {
			z[k] = (float64(v) - mean[k]) * scale[k]
		}
		for k, v := range z {
			b[k] += p.w[i] * v * (p.y[i] - middle)
			row := a[k*n : k*n+k+1]
			for j := range row {
				row[j] += p.w[i] * v * z[j]
			}
		}
	}
	for k := range n {
		a[k*n+k] += (penalty + 1e-9) * all
	}
	s := &Sum{Base: middle, Weight: solve(n, a, b)}
	for k := range s.Weight {
		s.Weight[k] *= scale[k]
		s.Base -= s.Weight[k] * mean[k]
	}
	return s
}

// standard is the columns' means and one over their standard deviations, 0 for a column that never varies, and the mean
// answer.
func (p *Points) standard() (mean, scale []float64, middle float64) {
	mean, scale = make([]float64, p.Width), make([]float64, p.Width)
	all := 0.0
	for i, w := range p.w {
		all += w
		middle += w * p.y[i]
		for k, v := range p.row(i) {
			mean[k] += w * float64(v)
		}
	}
	for k := range mean {
		mean[k] /= all
	}
	for i, w := range p.w {
		for k, v := range p.row(i) {
			d := float64(v) - mean[k]
			scale[k] += w * d * d / all
		}
	}
	for k, v := range scale {
		if scale[k] = 0; v > 1e-12 {
			scale[k] = 1 / math.Sqrt(v)
		}
	}
	return mean, scale, middle / all
}

// solve solves a x = b for a symmetric positive a, of which the lower half is given (Cholesky).
func solve(n int, a, b []float64) []float64 {
	for k := range n {
		for j := range k {
			a[k*n+k] -= a[k*n+j] * a[k*n+j]
		}
		a[k*n+k] = math.Sqrt(max(a[k*n+k], 1e-12))
		for i := k + 1; i < n; i++ {
			for j := range k {
				a[i*n+k] -= a[i*n+j] * a[k*n+j]
			}
			a[i*n+k] /= a[k*n+k]
		}
	}
	for k := range n {
		for j := range k {
			b[k] -= a[k*n+j] * b[j]
		}
		b[k] /= a[k*n+k]
	}
	for k := n - 1; k >= 0; k-- {
		for j := k + 1; j < n; j++ {
			b[k] -= a[j*n+k] * b[j]
		}
		b[k] /= a[k*n+k]
	}
	return b
}
