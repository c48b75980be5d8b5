package source

import (
	"slices"
	"testing"
)

func TestNatural(t *testing.T) {
	want := []string{
		"", "1.txt", "02.txt", "2.txt", "10.txt", "10a.txt", "99999999999999999999998", "99999999999999999999999",
		"A.txt", "a.txt", "a1", "a1b2", "a1b10", "a2", "B", "b", "é", "\xff",
	}
	for i, a := range want {
		for k, b := range want {
			if got := natural(a, b); (got < 0) != (i < k) || (got == 0) != (i == k) {
				t.Errorf("natural(%q, %q) = %d", a, b, got)
			}
		}
	}
	if !slices.IsSortedFunc(want, natural) {
		t.Error("out of order")
	}
}
