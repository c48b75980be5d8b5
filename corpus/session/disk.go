package session

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/whole"
)

// disk is what a session needs of a file system. Tests put one in its place that forgets what was not synced, is full,
// or fails part-way.
type disk interface {
	// Read is the whole file; its error is fs.ErrNotExist when there is none.
	Read(path string) ([]byte, error)
	// Edit opens a file for writing at any place, for this program alone; it is created when there is none. When another
	// program has it open, the error is a *heldError.
	Edit(path string) (editable, error)
	// Replace puts data in the place of the file at once: afterwards the file has all of it or is as it was, also after a
	// loss of power. That its name survives one needs SyncFolder too.
	Replace(path string, data []byte) error
	// SyncFolder makes the names in a folder survive.
	SyncFolder(folder string) error
	// MakeFolder makes a folder and those above it, so that they survive.
	MakeFolder(folder string) error
	Exists(path string) bool
	Remove(path string) error
	// Stamp tells the file at path from another, and from what it was before it was written to; the zero stamp is none.
	Stamp(path string) stamp
	// Sweep takes away what a program left behind that was killed within Replace.
	Sweep(path string)
	// Lock takes the lock at path until it is released or the process ends, however it ends. When another process has
	// it, the error is a *heldError. With both a guard and an error there is no such lock here, and anyone may write.
	Lock(path string) (guard, error)
}

// editable is an open file.
type editable interface {
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Close() error
	// Stands is how long the file is, and whether its path still names it.
	Stands() (size int64, named bool)
}

// guard is a lock that is held.
type guard interface {
	// Holds reports whether another program that asks for the lock is refused. It is not when the lock's file was removed.
	Holds() bool
	Release()
}

// stamp is a file's identity and state, to be compared with ==.
type stamp struct {
	file    any // device and number where the system has them
	size    int64
	changed time.Time
}

// heldError says who has a lock.
type heldError struct{ holder string }

func (e *heldError) Error() string {
	if e.holder == "" {
		return "the session is open in another parallax"
	}
	return "the session is open in another parallax (process " + e.holder + ")"
}

// holderOf is the number in a lock file, "" when it holds none.
func holderOf(f *os.File) string {
	var number [20]byte
	n, _ := f.ReadAt(number[:], 0)
	holder := strings.TrimSpace(string(number[:n]))
	if strings.Trim(holder, "0123456789") != "" {
		return ""
	}
	return holder
}

// system is the operating system's disk.
type system struct{}

// private is the mode of what a session writes: a reader's notes are no one else's business.
const private = 0o600

// mostSession is how many bytes of a session are read: a reader's work of years has a hundredth of that.
const mostSession = 1 << 30

// Read reads with the care with which a report is read: what a user names as a session may be a pipe, or never end.
func (system) Read(path string) ([]byte, error) {
	return source.File(path, report.Limits{Bytes: mostSession})
}

func (system) Edit(path string) (editable, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, private)
	if err != nil {
		return nil, err
	}
	if heldElsewhere(f) {
		f.Close()
		return nil, &heldError{}
	}
	return openFile{f, path}, nil
}

// openFile is a file that Edit opened.
type openFile struct {
	*os.File
	path string
}

func (f openFile) Stands() (size int64, named bool) {
	info, err := f.Stat()
	if err != nil {
		return 0, false
	}
	there, err := os.Lstat(f.path)
	return info.Size(), err == nil && os.SameFile(info, there)
}

func (system) Stamp(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{identity(info), info.Size(), info.ModTime()}
}

func (system) Sweep(path string) { whole.Sweep(path) }

func (system) Replace(path string, data []byte) error { return whole.Replace(path, data, private) }

func (s system) MakeFolder(folder string) error {
	if info, err := os.Stat(folder); err == nil {
		if !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: folder, Err: errors.New("a file stands in its place")}
		}
		return nil
	}
	above := filepath.Dir(folder)
	if err := s.MakeFolder(above); err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return s.SyncFolder(above)
}

func (system) Exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func (system) Remove(path string) error { return os.Remove(path) }
