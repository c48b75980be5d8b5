package session

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// Lock opens a file that nobody else can write then, and that goes with its last handle: the system gives both back when the
// process ends, also when it is killed. The file holds the number of the process.
func (system) Lock(path string) (guard, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	h, err := windows.CreateFile(name, windows.GENERIC_WRITE|windows.DELETE, windows.FILE_SHARE_READ, nil, windows.OPEN_ALWAYS,
		windows.FILE_ATTRIBUTE_NORMAL|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
	if errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
		return nil, &heldError{holderAt(name)}
	}
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	f := os.NewFile(uintptr(h), path)
	fmt.Fprintf(f, "%d\n", os.Getpid()) // for people; the lock holds without it
	return lockFile{f}, nil
}

// holderAt is the number of the process that has the lock; "" where it cannot be read.
func holderAt(name *uint16) string {
	h, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE,
		nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return ""
	}
	f := os.NewFile(uintptr(h), "")
	defer f.Close()
	return holderOf(f)
}

// lockFile is a lock that this process has. It cannot be removed while it is open.
type lockFile struct{ *os.File }

func (lockFile) Holds() bool { return true }

func (l lockFile) Release() { l.Close() }

func heldElsewhere(*os.File) bool { return false }

// identity is nil: size and time have to do.
func identity(os.FileInfo) any { return nil }

// SyncFolder does nothing: the system writes the names in a folder with the file, and refuses to flush the folder itself.
func (system) SyncFolder(string) error { return nil }
