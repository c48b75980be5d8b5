package report

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// spent is what reading a file with others in it has taken, and what came of those that gave no report. It is locked
// because a reader that took too long may still be at it when the file is done with.
type spent struct {
	mu       sync.Mutex
	bytes    int64
	entries  int
	problems []Problem
	passed   []Problem
}

// take notes one more file, and reports whether there may be so many.
func (s *spent) take(limit int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.entries++
	return s.entries <= limit
}

// add notes that n more bytes were unpacked and is how many have been.
func (s *spent) add(n int) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bytes += int64(n)
	return s.bytes
}

// came is what came of files in the file so far.
func (s *spent) came() (problems, passed []Problem) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.problems), slices.Clone(s.passed)
}

// problem notes that a part of the file could not be read.
func (in *input) problem(part string, err error) {
	in.spent.mu.Lock()
	defer in.spent.mu.Unlock()
	in.spent.problems = append(in.spent.problems, Problem{in.Path + part, err})
}

// pass notes that a part of the file was passed over.
func (in *input) pass(part string, why error) {
	in.spent.mu.Lock()
	defer in.spent.mu.Unlock()
	in.spent.passed = append(in.spent.passed, Problem{in.Path + part, why})
}

// grace is how long a reader has, once its time is over, to hand out what it has read so far.
const grace = 300 * time.Millisecond

// guarded runs a format's reader for no longer than the file's time, and makes an error of a panic in a library. What runs
// on after its time is left to itself; it holds nothing but the file.
func (in *input) guarded(f *format) ([]draft, error) {
	type result struct {
		drafts []draft
		err    error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{nil, fmt.Errorf("cannot be understood (%v)", p)}
			}
			done <- r
		}()
		r.drafts, r.err = f.read(in)
	}()
	select {
	case r := <-done:
		return r.drafts, r.err
	case <-in.ctx.Done():
	}
	select {
	case r := <-done:
		return r.drafts, r.err
	case <-time.After(grace * time.Duration(1+max(0, in.limits.Depth-in.depth))):
		return nil, context.Cause(in.ctx)
	}
}
