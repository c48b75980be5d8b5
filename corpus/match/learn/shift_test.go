package learn

import (
	"math"
	"testing"
)

// TestShift: without answers nothing moves; answers against the prior move the rows like them, and a stronger hold moves
// them less.
func TestShift(t *testing.T) {
	table := &Table{Width: 2, X: []float32{1, 0, 1, 0.1, -1, 0, -1, 0.2, 0, -0.1}}
	prior := []float64{-2, -2, -2, -2, -2}
	if s := Shift(table, prior, nil, 1); s.Base != 0 || s.Weight[0] != 0 || s.Weight[1] != 0 {
		t.Errorf("learnt %v from nothing", s)
	}
	loose := Shift(table, prior, map[int]bool{0: true, 2: false}, 1)
	if alike, unlike := loose.Of(table.Row(1)), loose.Of(table.Row(3)); alike <= 0 || alike <= unlike {
		t.Errorf("a row like the right one moves by %.3f, one like the wrong one by %.3f", alike, unlike)
	}
	tight := Shift(table, prior, map[int]bool{0: true, 2: false}, 100)
	if math.Abs(tight.Of(table.Row(0))) >= math.Abs(loose.Of(table.Row(0))) {
		t.Error("a stronger hold moves more")
	}
}
