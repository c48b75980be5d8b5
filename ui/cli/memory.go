package cli

import (
	"os"
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
