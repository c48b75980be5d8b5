package plant

import (
	"reflect"
	"strings"
	"testing"
)

func TestGrow(t *testing.T) {
	o := Options{Stories: 3, Reports: 10, Statements: 30, Seed: 1}
	f := Grow(o)
	if len(f.Reports) != 30 || len(f.Claims) != 30 {
		t.Fatalf("%d reports, %d lists of claims", len(f.Reports), len(f.Claims))
	}
	for i, r := range f.Reports {
		if n := strings.Count(r.Text, "\n"); n != 30 || len(f.Claims[i]) != 30 {
			t.Errorf("report %d has %d statements and %d claims", i, n, len(f.Claims[i]))
		}
	}
	if !reflect.DeepEqual(f, Grow(o)) {
		t.Error("the same seed gives other reports")
	}
}

// TestMixed: stories of mixed words share their commonest ones, and are the same for the same seed.
func TestMixed(t *testing.T) {
	o := Options{Stories: 2, Reports: 4, Statements: 30, Seed: 1, Mixed: true}
	f := Grow(o)
	if !reflect.DeepEqual(f, Grow(o)) {
		t.Error("the same seed gives other reports")
	}
	in := map[string]bool{}
	for _, w := range strings.Fields(f.Reports[0].Text) {
		in[w] = true
	}
	same, all := 0, 0
	for _, w := range strings.Fields(f.Reports[7].Text) {
		all++
		if in[w] {
			same++
		}
	}
	if 10*same < all || 2*same > all {
		t.Errorf("reports of two stories share %d of %d words", same, all)
	}
}

// TestShared: two reports of a story share 6 to 16 claims, of different stories none, and a shared claim is seldom worded
// the same.
func TestShared(t *testing.T) {
	f := Grow(Options{Stories: 2, Reports: 10, Statements: 30, Seed: 1})
	same, all := 0, 0
	for i := range f.Reports {
		for j := range i {
			n := 0
			x, y := strings.Split(f.Reports[i].Text, "\n"), strings.Split(f.Reports[j].Text, "\n")
			for a, c := range f.Claims[i] {
				for b, d := range f.Claims[j] {
					if c >= 0 && c == d {
						n++
						all++
						if x[a] == y[b] {
							same++
						}
					}
				}
			}
			if i/10 != j/10 && n > 0 || i/10 == j/10 && (n < 5 || n > 17) {
				t.Errorf("reports %d and %d share %d claims", i, j, n)
			}
		}
	}
	if 20*same > all {
		t.Errorf("%d of %d shared claims are worded the same", same, all)
	}
}
