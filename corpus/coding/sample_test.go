package coding

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"

	"parallax/corpus/brief"
)

// TestSample: the share of each part is drawn, the same for the same seed whatever the order, and about as often each.
func TestSample(t *testing.T) {
	var refs []brief.Ref
	for i := range 300 {
		refs = append(refs, brief.Ref{TextHash: sha256.Sum256(fmt.Append(nil, i)), Outlet: fmt.Sprint("outlet ", i%10)})
	}
	of := func(refs []brief.Ref) func(int) string { return func(i int) string { return refs[i].Outlet } }
	names := func(refs []brief.Ref, places []int) map[brief.Hash]bool {
		all := make(map[brief.Hash]bool)
		for _, i := range places {
			all[refs[i].TextHash] = true
		}
		return all
	}
	one := Sample(refs, 0.2, 7, of(refs))
	if len(one) != 60 || !slices.IsSorted(one) {
		t.Fatalf("%d were drawn: %v", len(one), one)
	}
	per := make(map[string]int)
	for _, i := range one {
		per[refs[i].Outlet]++
	}
	for o, n := range per {
		if n != 6 {
			t.Errorf("%d of %s", n, o)
		}
	}
	turned := slices.Clone(refs)
	slices.Reverse(turned)
	again := names(turned, Sample(turned, 0.2, 7, of(turned)))
	for h := range names(refs, one) {
		if !again[h] {
			t.Fatal("another order draws others")
		}
	}
	if other := Sample(refs, 0.2, 8, of(refs)); slices.Equal(one, other) {
		t.Error("another seed draws the same")
	}
	often := make([]int, len(refs))
	for seed := range uint64(500) {
		for _, i := range Sample(refs, 0.2, seed, nil) {
			often[i]++
		}
	}
	for i, n := range often { // 100 are to be expected, with a deviation of 9
		if n < 55 || n > 145 {
			t.Errorf("report %d was drawn %d times of 500", i, n)
		}
	}
	if n := len(Sample(refs[:3], 0.01, 1, nil)); n != 1 {
		t.Errorf("a share of next to nothing draws %d", n)
	}
}
