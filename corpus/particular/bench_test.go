package particular_test

import (
	"testing"

	"parallax/corpus/particular"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// BenchmarkOf reads the particulars of the embedded reports' statements; the time is that of one statement. Opening
// reads none: a Book reads a statement when it is first asked for.
func BenchmarkOf(b *testing.B) {
	read := source.ReadFS(b.Context(), seeds.Files, source.Options{})
	set := statement.Of(read.Reports, 1)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		particular.Of(set, statement.ID(n%len(set.All)))
	}
}

// BenchmarkNewBook is what opening pays for the figures of 30,000 statements.
func BenchmarkNewBook(b *testing.B) {
	set := &statement.Set{All: make([]statement.Statement, 30000)}
	b.ReportAllocs()
	for b.Loop() {
		particular.NewBook(set)
	}
}
