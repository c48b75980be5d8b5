package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// tree is where files come from: the disk, or a folder embedded in the program. Names are paths as the tree writes
// them; on disk they are what a user can open, bytes that are no UTF-8 included, which is why this is not an fs.FS.
type tree interface {
	list(folder string) ([]fs.DirEntry, error)
	stat(name string) (fs.FileInfo, error)
	open(name string) (fs.File, error)
	join(folder, name string) string
	base(name string) string
	folder(name string) string
	slashed(name string) string // the name in full, with slashes
	same(name string) string    // a string that is equal for two names of one file
}

type disk struct{}

func (disk) list(folder string) ([]fs.DirEntry, error) { return os.ReadDir(folder) }
func (disk) stat(name string) (fs.FileInfo, error)     { return os.Stat(name) }
func (disk) open(name string) (fs.File, error)         { return os.Open(name) }
func (disk) join(folder, name string) string           { return filepath.Join(folder, filepath.FromSlash(name)) }
func (disk) base(name string) string                   { return filepath.Base(name) }
func (disk) folder(name string) string                 { return filepath.Dir(name) }

func (disk) slashed(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		name = full
	}
	return filepath.ToSlash(name)
}

func (disk) same(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		name = full
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	return name
}

type embedded struct{ fs.FS }

func (e embedded) list(folder string) ([]fs.DirEntry, error) { return fs.ReadDir(e.FS, folder) }
func (e embedded) stat(name string) (fs.FileInfo, error)     { return fs.Stat(e.FS, name) }
func (e embedded) open(name string) (fs.File, error)         { return e.Open(name) }
func (embedded) join(folder, name string) string             { return path.Join(folder, name) }
func (embedded) base(name string) string                     { return path.Base(name) }
func (embedded) folder(name string) string                   { return path.Dir(name) }
func (embedded) same(name string) string                     { return name }
func (embedded) slashed(name string) string                  { return name }

// worded is an error in other words.
type worded struct {
	error
	words string
}

func (w worded) Error() string { return w.words }
func (w worded) Unwrap() error { return w.error }

// plainly is the error of a file operation without the operation and the path, which a Problem gives already.
func plainly(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return worded{fs.ErrNotExist, "no such file or folder"}
	case errors.Is(err, fs.ErrPermission):
		return worded{fs.ErrPermission, "may not be read: permission denied"}
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// irregular says what a file is that is neither a file nor a folder; nil for a plain file.
func irregular(mode fs.FileMode) error {
	kind := ""
	switch {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeNamedPipe != 0:
		kind = "a named pipe"
	case mode&fs.ModeSocket != 0:
		kind = "a socket"
	case mode&fs.ModeDevice != 0:
		kind = "a device"
	case mode.IsDir():
		kind = "a folder"
	default:
		kind = "no plain file"
	}
	return errors.New("is " + kind)
}

// hidden reports whether a file or folder is passed over when it is found in a folder: because its name says so, or
// because an editor keeps its own things there.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#")
}
