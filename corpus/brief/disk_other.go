//go:build !unix

package brief

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace is not atomic on every one of these systems, but leaves the old file until the new one is written.
func (system) Replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

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
