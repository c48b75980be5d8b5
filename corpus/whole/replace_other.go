//go:build !unix

package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace is not atomic on every one of these systems, but leaves the old file until the new one is written. They have no
// mode of a file that would need setting.
func Replace(path string, data []byte, _ fs.FileMode) error {
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
