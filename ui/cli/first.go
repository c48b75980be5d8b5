package cli

import (
	"os"
	"path/filepath"

	"parallax/corpus/session"
)

// marker is the file, below the state folder, that says the program has been run before.
const marker = "seen"

// firstRun reports whether this is the first run, and notes that it was. Where that cannot be noted, every run is a
// first one: the reader is shown a line of keys too often, which is no reason for an error.
func firstRun() bool {
	folder := session.StateFolder()
	if folder == "" {
		return true
	}
	path := filepath.Join(folder, marker)
	if _, err := os.Stat(path); err == nil {
		return false
	}
	if os.MkdirAll(filepath.Dir(path), 0o700) == nil {
		_ = os.WriteFile(path, nil, 0o600)
	}
	return true
}
