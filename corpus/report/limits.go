package report

import (
	"cmp"
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
