package source

import (
	"context"
	"slices"
	"time"

	"parallax/corpus/report"
)

// ReadSoon is Read for somebody who waits: it answers after a while with what has been read by then, but not without a
// report, and more says that files are left. They are to be read anew, with the rest, by Read. What blocks at that moment
// is left behind and ends with its own deadline.
func ReadSoon(ctx context.Context, paths []string, o Options, while time.Duration) (r report.Reading, more bool) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := newWalker(disk{}, o)
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.readAll(ctx, paths, o.Stdin)
	}()
	enough := time.NewTimer(while)
	defer enough.Stop()
	select {
	case <-done:
		return w.Reading, false
	case <-enough.C:
	}
	select {
	case <-done:
		return w.Reading, false
	case <-w.first:
	}
	w.lock.Lock()
	defer w.lock.Unlock()
	return report.Reading{Reports: slices.Clone(w.Reports), Problems: slices.Clone(w.Problems), Passed: slices.Clone(w.Passed)}, true
}
