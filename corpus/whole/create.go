// Package whole writes files whole or not at all: [Replace] for a file that may be there already, [Create] for one that must
// not. Sessions and exports have no other way to a disk.
package whole

import (
	"errors"
	"io/fs"
	"os"
)

// Create writes a new file. One that is there already is left as it is, and the error is fs.ErrExist; one that could not be
// written whole is taken away again.
func Create(path string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}
