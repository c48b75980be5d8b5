package cli

import (
	"os"
	"runtime"
	"runtime/debug"

	"parallax/corpus"
)

// The collector lets memory grow to twice what is in use before it looks. Over a few reports nobody minds; over a file that
// asks for much, or a great event, that is hundreds of megabytes of nothing. So it is told how much the texts may take, and
// looks more often as that comes near; it never refuses memory that is needed.

const (
	freeMemory = 256 << 20 // bytes, over any reports
	baseMemory = 64 << 20  // bytes: the program and its word lists
	perByte    = 60        // bytes of memory a byte of text
)

// atFirst is the percent by which memory may grow before the collector looks for the first time: to 32 MiB. Five reports are
// opened and linked in less; it would look five times meanwhile, on the processors that the first frame waits for.
const atFirst = 800

// startQuick lets the collector begin late, unless the user has said when it should. Once it has begun it works as always.
func startQuick() {
	if os.Getenv("GOGC") != "" {
		return
	}
	ordinary := debug.SetGCPercent(atFirst)
	runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, ordinary)
}

// keepSmall asks for memory that follows the size of the texts, unless the user has said how much there may be.
func keepSmall(c *corpus.Corpus) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(memoryFor(c))
}

// memoryFor is the bytes of memory that the texts of a corpus may take.
func memoryFor(c *corpus.Corpus) int64 {
	size := int64(0)
	for i := range c.Reports {
		size += int64(len(c.Reports[i].Text))
	}
	return max(freeMemory, baseMemory+perByte*size)
}
