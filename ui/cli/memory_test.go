package cli

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/report"
)

// TestMemoryFollowsTheTexts: few reports are free, many megabytes have a bound.
func TestMemoryFollowsTheTexts(t *testing.T) {
	of := func(size int) *corpus.Corpus {
		return &corpus.Corpus{Reports: []report.Report{{Text: strings.Repeat("a", size/2)}, {Text: strings.Repeat("a", size/2)}}}
	}
	for size, want := range map[int]int64{0: freeMemory, 1 << 20: freeMemory, 8 << 20: baseMemory + 480<<20} {
		if got := memoryFor(of(size)); got != want {
			t.Errorf("%d bytes of text may take %d, want %d", size, got, want)
		}
	}
}
