package source

import (
	"context"
	"slices"
	"sync"
	"time"

	"parallax/corpus/report"
)

// Soon is Whole for somebody who waits: it answers after a while with what has been read by then, but not without a
// report, and more says that some is left. That is to be read anew, with the rest, by Whole. What blocks at that moment
// is left behind and ends with its own deadline. It waits longer where that brings all: longer is asked after a while how much
// longer the rest will take, once; nil is never.
func Soon(ctx context.Context, s Source, while time.Duration, longer func() time.Duration) (read report.Reading, more bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var lock sync.Mutex
	var r report.Reading // so far
	var failed error
	first, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for some, err := range s.Reports(ctx) {
			lock.Lock()
			none := len(r.Reports) == 0
			if r.Add(some); none && len(r.Reports) > 0 {
				close(first)
			}
			failed = err
			lock.Unlock()
		}
	}()
	enough := time.NewTimer(while)
	defer enough.Stop()
	select {
	case <-done:
		return r, false, failed
	case <-enough.C:
	}
	if longer != nil {
		enough.Reset(longer())
		select {
		case <-done:
			return r, false, failed
		case <-enough.C:
		}
	}
	select {
	case <-done:
		return r, false, failed
	case <-first:
	}
	lock.Lock()
	defer lock.Unlock()
	return report.Reading{Reports: slices.Clone(r.Reports), Problems: slices.Clone(r.Problems), Passed: slices.Clone(r.Passed)}, true, nil
}
