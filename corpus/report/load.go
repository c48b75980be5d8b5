package report

import (
	"fmt"
	"io"
	"strconv"
)

// load is the bytes of a file of at most limit bytes. The size is asked for first, so that a file far over the limit is
// never read, and watched while reading, because a file may grow.
func load(t tree, name string, limit int64) ([]byte, error) {
	info, err := t.stat(name)
	if err != nil {
		return nil, plainly(err)
	}
	if err := irregular(info.Mode()); err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("is %s, over the limit of %s a file: raise it with --limit", size(info.Size()), size(limit))
	}
	f, err := t.open(name)
	if err != nil {
		return nil, plainly(err)
	}
	defer f.Close()
	return readAll(f, limit)
}

// readAll reads r to its end, which must come within limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, plainly(err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("is longer than the limit of %s a file: raise it with --limit", size(limit))
	}
	return data, nil
}

// size is a number of bytes, exactly, and roughly where that reads better: "9,961,472 bytes (9.5 MiB)".
func size(n int64) string {
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
