package source

import (
	"fmt"
	"io"

	"parallax/corpus/report"
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
		return nil, fmt.Errorf("is %s, over the limit of %s a file: raise it with --limit", report.Size(info.Size()), report.Size(limit))
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
		return nil, fmt.Errorf("is longer than the limit of %s a file: raise it with --limit", report.Size(limit))
	}
	return data, nil
}
