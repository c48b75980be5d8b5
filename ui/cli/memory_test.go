package cli

import (
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

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

// TestCollectorStartsLate: the collector lets the start pass, and works as always once it has begun.
func TestCollectorStartsLate(t *testing.T) {
	t.Setenv("GOGC", "")
	percent := func() uint64 {
		read := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(read)
		return read[0].Value.Uint64()
	}
	before := percent()
	startQuick()
	if got := percent(); got != atFirst {
		t.Errorf("%d percent at first, want %d", got, atFirst)
	}
	for deadline := time.Now().Add(time.Minute); percent() != before; {
		if time.Now().After(deadline) {
			t.Fatalf("%d percent for ever, want %d", percent(), before)
		}
		runtime.GC()
	}
}
