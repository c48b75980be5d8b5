package source

import (
	"fmt"
	"time"

	"parallax/corpus/report"
)

// The bytes of a file are read within its time, because some never end: what the system makes up while it is read
// (/proc/kmsg), a disk that hangs. A read that blocks cannot be stopped; it is left behind, and ends with the program.
// The work on what was read has its own limits, in package report.

// within is what do answers, or an error when it takes longer than d.
func within[T any](d time.Duration, do func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		value, err := do()
		done <- answer{value, err}
	}()
	late := time.NewTimer(d)
	defer late.Stop()
	select {
	case a := <-done:
		return a.value, a.err
	case <-late.C:
		var none T
		return none, report.Late(d)
	}
}

// File is the bytes of a file on disk that is no report, read with the same care: at most l.Bytes of a plain file, within
// l.Time.
func File(path string, l report.Limits) ([]byte, error) {
	l = l.Or(report.DefaultLimits)
	data, err := within(l.Time, func() ([]byte, error) { return load(disk{}, path, l.Bytes) })
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}
