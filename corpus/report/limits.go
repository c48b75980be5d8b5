package report

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Limits says how much a file may ask for, so that none can stop the others from being read. A zero means the default.
type Limits struct {
	Bytes   int64         // of a file, and of each file in an archive
	Archive int64         // bytes of a file that holds others
	Unpack  int64         // bytes that all files in one take together
	Entries int           // files in one, those of archives in it included
	Depth   int           // archives in archives
	Time    time.Duration // that reading a file may take; a PDF, or one that holds others, may take six times as long
}

// DefaultLimits holds unless a reader says otherwise.
var DefaultLimits = Limits{Bytes: 8 << 20, Archive: 256 << 20, Unpack: 512 << 20, Entries: 20_000, Depth: 4, Time: 10 * time.Second}

// ErrLate is in the error of a file that took too long.
var ErrLate = errors.New("and was left: give it longer with --deadline")

// Late is the error of a file that took longer than d.
func Late(d time.Duration) error {
	return fmt.Errorf("took longer than the limit of %v a file %w", d, ErrLate)
}

// Or fills what l leaves open from m.
func (l Limits) Or(m Limits) Limits {
	return Limits{
		Bytes: cmp.Or(max(0, l.Bytes), m.Bytes), Archive: cmp.Or(max(0, l.Archive), m.Archive), Unpack: cmp.Or(max(0, l.Unpack), m.Unpack),
		Entries: cmp.Or(max(0, l.Entries), m.Entries), Depth: cmp.Or(max(0, l.Depth), m.Depth), Time: cmp.Or(max(0, l.Time), m.Time),
	}
}

// For is how many bytes a file of that name that begins with head may have.
func (l Limits) For(name string, head []byte) int64 {
	if f, err := formatOf(name, head); err == nil && f.holds {
		return max(l.Bytes, l.Archive)
	}
	return l.Bytes
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
	case n >= 1<<30:
		return fmt.Sprintf("%s%s (%.4g GiB)", s, unit, float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%s%s (%.4g MiB)", s, unit, float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%s%s (%.4g KiB)", s, unit, float64(n)/(1<<10))
	}
	return s + unit
}
