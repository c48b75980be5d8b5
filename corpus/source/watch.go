package source

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settled is how long files must be quiet before a change is told: a program that saves writes several times.
const settled = 300 * time.Millisecond

// mostWatched is how many folders are watched at most; systems allow few.
const mostWatched = 2000

// Watch tells when a file or folder that paths name, or one below such a folder, changes. What is told is only that something
// did, once it is quiet again; nothing waits for whoever does not listen. It ends with ctx. What cannot be watched is an
// error, and Watch then tells nothing.
func Watch(ctx context.Context, paths []string) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		if err := watchBelow(w, path); err != nil {
			w.Close()
			return nil, err
		}
	}
	stirred := make(chan struct{}, 1)
	go func() {
		defer w.Close()
		quiet := time.NewTimer(time.Hour)
		defer quiet.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case e, ok := <-w.Events:
				if !ok {
					return
				}
				if hidden(filepath.Base(e.Name)) || e.Op == fsnotify.Chmod {
					continue
				}
				if e.Op.Has(fsnotify.Create) {
					if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
						_ = watchBelow(w, e.Name) // a folder that is gone again has nothing to tell
					}
				}
				quiet.Reset(settled)
			case _, ok := <-w.Errors: // too many at once: something did change
				if !ok {
					return
				}
				quiet.Reset(settled)
			case <-quiet.C:
				select {
				case stirred <- struct{}{}:
				default:
				}
			}
		}
	}()
	return stirred, nil
}

// watchBelow watches a folder and those below it; of a file the folder it is in, since programs save by putting a new file in
// its place.
func watchBelow(w *fsnotify.Watcher, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return plainly(err)
	}
	if !info.IsDir() {
		return w.Add(filepath.Dir(path))
	}
	return filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be read is told by the reading
		case !d.IsDir():
			return nil
		case name != path && hidden(d.Name()):
			return filepath.SkipDir
		case len(w.WatchList()) >= mostWatched:
			return filepath.SkipAll
		}
		return w.Add(name)
	})
}
