//go:build !unix

package session

import (
	"errors"
	"io/fs"
	"os"
)

// Lock makes a file that must not exist. After a crash it has to be removed by hand: these systems have no lock that
// ends with the process in the standard library.
func (system) Lock(path string) (func(), error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, private)
	if errors.Is(err, fs.ErrExist) {
		return nil, &heldError{}
	}
	if err != nil {
		return nil, err
	}
	return func() {
		f.Close()
		os.Remove(path)
	}, nil
}
