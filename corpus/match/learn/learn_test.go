package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// made is a table whose answers follow known weights.
func made(rows int, base float64, weights ...float64) *Table {
	rng := rand.New(rand.NewPCG(1, 2))
	t := &Table{Width: len(weights)}
	x := make([]float32, len(weights))
	for range rows {
		sum := base
		for k, w := range weights {
			x[k] = float32(rng.NormFloat64()*float64(k+1) + 3)
			sum += w * float64(x[k])
		}
		t.Add(x, rng.Float64() < Sigmoid(sum))
	}
	return t
}

func TestFitFindsTheWeights(t *testing.T) {
	s := Fit(made(20000, -1, 1.5, -0.5, 0), Options{Ridge: 0.1})
	for k, want := range []float64{1.5, -0.5, 0} {
		if math.Abs(s.Weight[k]-want) > 0.1 {
			t.Errorf("weight %d is %.3f, not %.1f", k, s.Weight[k], want)
		}
	}
	if math.Abs(s.Base+1) > 0.25 {
		t.Errorf("base %.3f", s.Base)
	}
}

func TestFitKeepsSigns(t *testing.T) {
	s := Fit(made(5000, 0, 1, -1), Options{Ridge: 0.1, Signs: []float64{+1, +1}})
	if s.Weight[0] <= 0 || s.Weight[1] != 0 {
		t.Errorf("weights %v", s.Weight)
	}
	s = Fit(made(5000, 0, 1, -1), Options{Ridge: 0.1, Signs: []float64{-1, 0}})
	if s.Weight[0] != 0 || s.Weight[1] >= 0 {
		t.Errorf("weights %v", s.Weight)
	}
}

func TestFitDropsWhatSaysNothing(t *testing.T) {
	s := Fit(made(2000, 0, 1, 0), Options{Lasso: 60})
	if s.Weight[1] != 0 || s.Weight[0] <= 0.3 {
		t.Errorf("weights %v", s.Weight)
	}
}

// TestFitOddTables: columns that never vary, equal columns, one answer only and no rows at all give finite sums.
func TestFitOddTables(t *testing.T) {
	same := &Table{Width: 3}
	for i := range 100 {
		x := float32(i % 7)
		same.Add([]float32{x, x, 5}, i%2 == 0)
	}
	only := &Table{Width: 1}
	for i := range 50 {
		only.Add([]float32{float32(i)}, true)
	}
	for name, table := range map[string]*Table{"equal": same, "one answer": only, "none": {Width: 2}} {
		s := Fit(table, Options{Ridge: 1})
		for k, w := range append(s.Weight, s.Base) {
			if math.IsNaN(w) || math.IsInf(w, 0) {
				t.Errorf("%s: weight %d is %g", name, k, w)
			}
		}
	}
	if s := Fit(same, Options{Ridge: 1}); s.Weight[2] != 0 || math.Abs(s.Weight[0]-s.Weight[1]) > 1e-6 {
		t.Errorf("equal columns have the weights %v", s.Weight)
	}
}

func TestFitAgain(t *testing.T) {
	table := made(3000, 0.5, 1, -1, 2)
	a, b := Fit(table, Options{Ridge: 1, Lasso: 1}), Fit(table, Options{Ridge: 1, Lasso: 1})
	if a.Base != b.Base {
		t.Errorf("bases %g and %g", a.Base, b.Base)
	}
	for k := range a.Weight {
		if a.Weight[k] != b.Weight[k] {
			t.Errorf("weights %d: %g and %g", k, a.Weight[k], b.Weight[k])
		}
	}
}

func BenchmarkFit(b *testing.B) {
	table := made(10000, 0, make([]float64, 50)...)
	b.ReportAllocs()
	for b.Loop() {
		Fit(table, Options{Ridge: 10, Lasso: 10})
	}
}
