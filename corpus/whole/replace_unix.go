//go:build unix

package whole

import (
	"io/fs"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// Replace puts data in the place of the file at once: afterwards the file has all of it or is as it was, also after a loss
// of power. That a new name survives one needs the folder synced too.
func Replace(path string, data []byte, mode fs.FileMode) error {
	return renameio.WriteFile(path, data, mode, renameio.WithTempDir(filepath.Dir(path)))
}
