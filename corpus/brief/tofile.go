package brief

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/google/renameio/v2"
)

// ErrExists says that a file is there already and was left as it is.
var ErrExists = errors.New("is there already")

// ToFile exports the brief to a file, whole or not at all. A file that is there already is replaced only when over says
// so; otherwise the error wraps ErrExists.
func ToFile(path string, d *Document, format string, o ExportOptions, over bool) error {
	var b bytes.Buffer
	if err := Export(&b, d, format, o); err != nil {
		return err
	}
	if over {
		return renameio.WriteFile(path, b.Bytes(), 0o644)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s %w", path, ErrExists)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}
