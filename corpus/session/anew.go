package session

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"parallax/corpus/brief"
)

// anew writes the whole session where a new program will find it, after its files have gone or changed under it for the
// reason why: in its own place when what stands there is nothing, or what the session has left there itself; else beside,
// since what stands there may be the work of another program. The caller has s.io.
func (s *Session) anew(b *brief.Brief, why error) error {
	k, err := s.keep.again(b)
	if err != nil {
		err = fmt.Errorf("%w; nor could the session be written anew: %w", why, err)
		s.mu.Lock()
		s.saved = 0 // what was saved is no longer where it was
		s.mu.Unlock()
		s.written(0, err, "")
		return err
	}
	s.keep = k
	s.mu.Lock()
	word := fmt.Sprintf("%v; all of it is written anew in %s", why, k.path)
	if k.path != s.path {
		s.moved = true
		word = fmt.Sprintf("the session is in %s from now on: %v", k.path, why)
	}
	s.path = k.path
	s.warnings = append(s.warnings, word)
	s.mu.Unlock()
	s.written(b.Seq, nil, word)
	return nil
}

// again is a keeper that has begun the session anew. k is closed then, and is good for nothing but another try.
func (k *keeper) again(b *brief.Brief) (*keeper, error) {
	own := k.isOwn()
	k.close()
	if own {
		next := newKeeper(k.disk, k.path, k.floor)
		if k.disk.Exists(k.path) {
			next.stamp, next.sum = k.stamp, k.sum
		}
		err := next.lock()
		if err == nil {
			next.broken, next.dirty = true, true
			if err = next.ready(b); err == nil {
				return next, nil
			}
			next.close()
		}
		// Somebody came between: beside, then. What else is wrong with the place is wrong beside it too, and said.
		var held *heldError
		if !errors.Is(err, errGone) && !errors.As(err, &held) {
			return nil, err
		}
	}
	for n := 2; ; n++ {
		next, err := begun(k.disk, beside(k.path, n), k.floor, b)
		var held *heldError
		if errors.Is(err, fs.ErrExist) || errors.As(err, &held) {
			continue
		}
		return next, err
	}
}

// isOwn reports whether nothing stands in the session's place but what k has left there.
func (k *keeper) isOwn() bool {
	if k.disk.Exists(k.path) && !k.isCheckpoint() {
		return false
	}
	if !k.disk.Exists(k.path + journalSuffix) {
		return true
	}
	if k.file == nil {
		return false
	}
	_, named := k.file.Stands()
	return named
}

// beside is the nth place for a session whose own is path: another folder of the store, or another name in a folder.
func beside(path string, n int) string {
	number := "-" + strconv.Itoa(n)
	folder, name := filepath.Split(path)
	if name == sessionFile {
		return filepath.Join(filepath.Clean(folder)+number, name)
	}
	ext := filepath.Ext(name)
	return filepath.Join(folder, strings.TrimSuffix(name, ext)+number+ext)
}
