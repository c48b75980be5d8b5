package match_test

import (
	"fmt"
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/statement"
)

// found is how many of the planted pairs of statements are links, how many were planted, and how many links join
// statements of different claims.
func found(f *plant.Field, set *statement.Set, links *match.Links) (right, planted, wrong int) {
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
	for _, n := range count {
		planted += n * (n - 1) / 2
	}
	for _, l := range links.All {
		if of[l.A] >= 0 && of[l.A] == of[l.B] {
			right++
		} else {
			wrong++
		}
	}
	return right, planted, wrong
}

func BenchmarkScore(b *testing.B) {
	for _, o := range []plant.Options{
		{Stories: 10, Reports: 10, Statements: 30, Seed: 1},
		{Stories: 100, Reports: 10, Statements: 30, Seed: 1},
		{Stories: 1, Reports: 200, Statements: 30, Seed: 1},
		{Stories: 100, Reports: 10, Statements: 30, Seed: 1, Mixed: true},
		{Stories: 1, Reports: 200, Statements: 200, Seed: 1, Mixed: true},
	} {
		name := fmt.Sprintf("%dx%dx%d", o.Stories, o.Reports, o.Statements)
		if o.Mixed {
			name += "-mixed"
		}
		b.Run(name, func(b *testing.B) {
			f := plant.Grow(o)
			set := statement.Of(f.Reports, 1)
			b.ReportAllocs()
			for b.Loop() {
				scored, err := match.Score(b.Context(), set, nil)
				if err != nil {
					b.Fatal(err)
				}
				links := match.Apply(scored, nil)
				right, planted, wrong := found(f, set, links)
				b.ReportMetric(float64(right)/float64(planted), "recall")
				b.ReportMetric(float64(right)/float64(right+wrong), "precision")
				b.ReportMetric(float64(len(scored.Pairs)), "pairs")
			}
		})
	}
}
