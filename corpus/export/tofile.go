package export

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"parallax/corpus/brief"
	"parallax/corpus/whole"
)

// ErrExists says that a file is there already and was left as it is.
var ErrExists = errors.New("is there already")

// ToFile exports the brief to a file, whole or not at all. A file that is there already is replaced only when over says
// so; otherwise the error wraps ErrExists.
func ToFile(path string, d *brief.Document, format string, o Options, over bool) error {
	var b bytes.Buffer
	if err := Write(&b, d, format, o); err != nil {
		return err
	}
	whole.Sweep(path)
	if over {
		return whole.Replace(path, b.Bytes(), 0o644)
	}
	err := whole.Create(path, b.Bytes(), 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s %w", path, ErrExists)
	}
	return err
}
