package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"parallax/corpus/language"
)

// folderFound tries whether a folder can be written. One that is not there yet is made when it is needed: then the folder
// that it would be made in is asked, and nothing written.
func folderFound(of, folder, do string) finding {
	f := finding{Of: of, Found: folder}
	wrong := func(err error) finding {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return finding{Of: of, Found: fmt.Sprintf("%s cannot be written: %v", folder, err), Wrong: true, Do: do}
	}
	if folder == "" {
		return finding{Of: of, Found: "no folder", Wrong: true, Do: do}
	}
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		file, err := os.CreateTemp(folder, ".parallax-doctor-*")
		if err == nil {
			err = errors.Join(file.Close(), os.Remove(file.Name()))
		}
		if err != nil {
			return wrong(err)
		}
		return f
	}
	at := folder
	for at != filepath.Dir(at) {
		info, err := os.Stat(at)
		if err == nil && !info.IsDir() {
			return wrong(fmt.Errorf("%s is no folder", at))
		}
		if err == nil {
			break
		}
		at = filepath.Dir(at)
	}
	if err := writable(at); err != nil {
		return wrong(err)
	}
	f.Found += ", not made yet"
	return f
}

// cacheFound is what can be said of the cache.
func (p *program) cacheFound() finding {
	const do = "set HOME or XDG_CACHE_HOME to a folder that can be written; till then every file is read anew"
	kept := readings()
	if kept == nil {
		return folderFound("cache", "", do)
	}
	f := folderFound("cache", kept.Folder(), do)
	if f.Wrong {
		return f
	}
	if n, _, err := kept.Use(); err != nil {
		f.Wrong, f.Found, f.Do = true, err.Error(), "parallax cache --clear takes it away"
	} else if n > 0 {
		f.Found += fmt.Sprintf(", %d kept", n)
	}
	return f
}

// configFound is what can be said of the configuration: it has been read by now.
func (p *program) configFound() finding {
	f := finding{Of: "configuration", Found: usersConfig()}
	if f.Found == "" {
		f.Found, f.Do = "none: there is no home folder", "set HOME or XDG_CONFIG_HOME where one is wanted"
	} else if _, err := os.Stat(f.Found); err != nil {
		f.Found = "none: " + f.Found + " is not there"
	} else {
		f.Found += " says " + language.Counted(len(p.config.From), "thing")
	}
	return f
}
