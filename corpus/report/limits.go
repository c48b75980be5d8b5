package report

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"time"
)

// Limits says how much a file may ask for, so that none can stop the others from being read. A zero means the default.
type Limits struct {
	Bytes int64         // of a file
	Time  time.Duration // that reading a file may take
}

// DefaultLimits holds unless a reader says otherwise.
var DefaultLimits = Limits{Bytes: 8 << 20, Time: time.Minute}

// Or fills what l leaves open from m.
func (l Limits) Or(m Limits) Limits {
	return Limits{Bytes: cmp.Or(max(0, l.Bytes), m.Bytes), Time: cmp.Or(max(0, l.Time), m.Time)}
}

// Size is a number of bytes, exactly, and roughly where that reads better: "9,961,472 bytes (9.5 MiB)".
func Size(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	unit := " bytes"
	if n == 1 {
		unit = " byte"
	}
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%s%s (%.4g MiB)", s, unit, float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%s%s (%.4g KiB)", s, unit, float64(n)/(1<<10))
	}
	return s + unit
}

// guarded runs what reads a file for no longer than the file's time, and makes an error of a panic in a library. What runs
// on after its time is left to itself; it holds nothing but the file.
func (in *input) guarded(f func() ([]draft, error)) ([]draft, error) {
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
		r.drafts, r.err = f()
	}()
	select {
	case r := <-done:
		return r.drafts, r.err
	case <-in.ctx.Done():
		return nil, context.Cause(in.ctx)
	}
}
