package claim_test

import (
	"fmt"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/statement"
)

func BenchmarkGroup(b *testing.B) {
	for _, o := range []plant.Options{
		{Stories: 100, Reports: 10, Statements: 30, Seed: 1},
		{Stories: 1, Reports: 200, Statements: 30, Seed: 1},
	} {
		b.Run(fmt.Sprintf("%dx%dx%d", o.Stories, o.Reports, o.Statements), func(b *testing.B) {
			f := plant.Grow(o)
			set := statement.Of(f.Reports, 1)
			scored, err := match.Score(b.Context(), set, nil)
			if err != nil {
				b.Fatal(err)
			}
			links := match.Apply(scored, nil)
			b.ReportAllocs()
			for b.Loop() {
				claim.Group(set, links)
			}
			b.ReportMetric(together(f, set, claim.Group(set, links)), "recall")
		})
	}
}

// together is the part of the planted pairs of statements that are in one claim.
func together(f *plant.Field, set *statement.Set, cs *claim.Claims) float64 {
	of := make([]int, len(set.All))
	count := make(map[int]int)
	for r, claims := range f.Claims {
		for i, s := range set.In(f.Reports[r].ID) {
			of[s.ID] = claims[i]
			if claims[i] >= 0 {
				count[claims[i]]++
			}
		}
	}
	planted, seen := 0, make(map[[2]statement.ID]bool)
	for _, n := range count {
		planted += n * (n - 1) / 2
	}
	for _, c := range cs.All {
		for i, a := range c.Statements {
			for _, b := range c.Statements[:i] {
				if of[a] >= 0 && of[a] == of[b] {
					seen[[2]statement.ID{b, a}] = true
				}
			}
		}
	}
	return float64(len(seen)) / float64(planted)
}

// TestPlanted: statements that word one planted claim come into one claim.
func TestPlanted(t *testing.T) {
	f := plant.Grow(plant.Options{Stories: 3, Reports: 10, Statements: 30, Seed: 8})
	set := statement.Of(f.Reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	if recall := together(f, set, claim.Group(set, match.Apply(scored, nil))); recall < 0.8 {
		t.Errorf("recall %.3f", recall)
	}
}
