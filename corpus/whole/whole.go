// Package whole writes files whole or not at all, also when the program is killed in the midst of it: [Replace] for a file
// that may be there already, [Create] for one that must not. Sessions and exports have no other way to a disk. What a killed
// program leaves behind is a file beside, with a name of its own; [Sweep] takes such files away, and is called by whoever is
// about to write the same file again.
package whole

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The bytes are written to a file beside, synced, and only then get the name: by a rename, which replaces, or by a link,
// which does not. A rename is atomic on Unix; on Windows it leaves the old file until the new one is written. The library
// that does this on Unix has no Windows, and cannot create without replacing, so it is done here for all.

// Replace puts data in the place of the file at once: afterwards the file has all of it or is as it was, also after a loss
// of power. That a new name survives one needs the folder synced too. A file that is there keeps its mode; a new one gets
// mode, less what the process takes away from all its files.
func Replace(path string, data []byte, mode fs.FileMode) error {
	keep := fs.FileMode(0)
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
		keep = info.Mode().Perm()
	}
	f, err := written(path, data, mode, keep)
	if err != nil {
		return err
	}
	defer f.Close()
	if err = movable(f); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Create writes a new file. One that is there already is left as it is, and the error is fs.ErrExist.
func Create(path string, data []byte, mode fs.FileMode) error {
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	f, err := written(path, data, mode, 0)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := movable(f); err != nil {
		return err
	}
	err = os.Link(f.Name(), path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// A disk without links. Between this look and the rename another program may make the file, and lose it.
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return os.Rename(f.Name(), path)
}

// written is a file beside path that has all of data on the disk. It is open and locked, so that nobody sweeps it away.
func written(path string, data []byte, mode, keep fs.FileMode) (*os.File, error) {
	f, err := beside(path, mode)
	if err != nil {
		return nil, err
	}
	if keep != 0 {
		err = f.Chmod(keep)
	}
	if err == nil {
		_, err = f.Write(data)
	}
	if err = errors.Join(err, f.Sync()); err != nil {
		err = errors.Join(err, f.Close())
		os.Remove(f.Name())
		return nil, err
	}
	return f, nil
}

// beside opens a new file whose name is .NAME.NUMBER.parallax for a file called NAME.
func beside(path string, mode fs.FileMode) (*os.File, error) {
	for try := 0; ; try++ {
		name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.FormatUint(rand.Uint64(), 10)+ending)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && try < 100 {
			continue
		}
		if why := (*fs.PathError)(nil); errors.As(err, &why) {
			return nil, &fs.PathError{Op: "write", Path: path, Err: why.Err} // the name beside would tell nobody anything
		}
		if err == nil {
			hold(f) // without locks nobody can tell that it is in use; it is for an instant only
		}
		return f, err
	}
}

// ending ends the names of files that are being written, so that no file of anyone else is taken for one.
const ending = ".parallax"

// Sweep takes away what programs that were killed while they wrote the file at path have left beside it. Files that a
// program is writing now stay. What cannot be taken away stays too: nothing depends on it.
func Sweep(path string) {
	folder := filepath.Dir(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type().IsRegular() && leftBehind(e.Name(), filepath.Base(path)) {
			removeUnheld(filepath.Join(folder, e.Name()))
		}
	}
}

// fewDigits is more digits than people number their files with. The names of earlier versions were nothing but .NAME and
// nearly always more of them.
const fewDigits = 12

// leftBehind reports whether a file of that name was made in order to write the one called base.
func leftBehind(name, base string) bool {
	number, ok := strings.CutPrefix(name, "."+base)
	if !ok {
		return false
	}
	if inner, ok := strings.CutSuffix(number, ending); ok {
		number, ok = strings.CutPrefix(inner, ".")
		return ok && number != "" && strings.Trim(number, "0123456789") == ""
	}
	return len(number) > fewDigits && strings.Trim(number, "0123456789") == ""
}
