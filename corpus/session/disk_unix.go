//go:build unix

package session

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// Lock uses flock, which the system gives back when the process ends, also by kill -9. The file holds the number of the
// process. It is removed on release; a program that opened it just before that finds another file under the name, or
// none, and tries again.
func (system) Lock(path string) (guard, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, private)
		if err != nil {
			return nil, err
		}
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if errors.Is(err, unix.EWOULDBLOCK) {
			holder := holderOf(f)
			f.Close()
			return nil, &heldError{holder}
		}
		if err != nil {
			f.Close()
			if !errors.Is(err, unix.ENOTSUP) && !errors.Is(err, unix.ENOSYS) && !errors.Is(err, unix.ENOLCK) {
				return nil, fmt.Errorf("lock %s: %w", path, err)
			}
			return unguarded(path), fmt.Errorf("this file system has no locks: %w", err)
		}
		if !isNamed(f, path) {
			f.Close()
			continue
		}
		// The number is for people; the lock holds without it, on a full disk for example.
		if f.Truncate(0) == nil {
			fmt.Fprintf(f, "%d\n", os.Getpid())
		}
		return lockFile{f, path}, nil
	}
}

// lockFile is a lock that this process has.
type lockFile struct {
	*os.File
	path string
}

func (l lockFile) Holds() bool { return isNamed(l.File, l.path) }

// Release leaves alone what another program has put in the lock's place.
func (l lockFile) Release() {
	if l.Holds() {
		os.Remove(l.path)
	}
	l.Close()
}

// unguarded is the file of a lock where there are none.
type unguarded string

func (unguarded) Holds() bool { return true }
func (u unguarded) Release()  { os.Remove(string(u)) }

// heldElsewhere takes the lock of an open file, which goes with it, and reports whether another program has it.
func heldElsewhere(f *os.File) bool {
	return errors.Is(unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB), unix.EWOULDBLOCK)
}

// identity is the device and the number of a file.
func identity(info os.FileInfo) any {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return [2]uint64{uint64(s.Dev), uint64(s.Ino)}
	}
	return nil
}

// isNamed reports whether the open file is the one that the path names now.
func isNamed(f *os.File, path string) bool {
	named, err := os.Stat(path)
	if err != nil {
		return false
	}
	open, err := f.Stat()
	return err == nil && os.SameFile(named, open)
}

func (system) SyncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
