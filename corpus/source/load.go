package source

import (
	"bytes"
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
		return nil, tooLong(fmt.Sprintf("is %s, over the limit of %s a file", report.Size(info.Size()), report.Size(limit)))
	}
	f, err := t.open(name)
	if err != nil {
		return nil, plainly(err)
	}
	defer f.Close()
	return readBytes(f, info.Size(), limit)
}

// tooLong says how a file is over its limit.
type tooLong string

func (t tooLong) Error() string { return string(t) }

// readBytes reads r, which is thought to hold about size bytes, to its end; that must come within limit bytes.
func readBytes(r io.Reader, size, limit int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, max(0, min(size, limit))+bytes.MinRead))
	if _, err := b.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, plainly(err)
	}
	data := b.Bytes()
	if int64(len(data)) > limit {
		return nil, tooLong(fmt.Sprintf("is longer than the limit of %s a file", report.Size(limit)))
	}
	return data, nil
}
