package source

import (
	"testing"

	"parallax/seeds"
)

func BenchmarkReadSeeds(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if r := ReadFS(b.Context(), seeds.Files, Options{}); len(r.Problems) > 0 {
			b.Fatal(r.Problems)
		}
	}
}
