package cli

import (
	"os"
	"path/filepath"

	"parallax/corpus/session"
)

// marker is the file, below the state folder, that says the program has been run before.
const marker = "seen"

// firstRun reports whether this is the first run, and notes that it was; noted is false where that cannot be. Every run is a
// first one there: the reader is shown a line of keys too often, which is no reason for an error.
func firstRun() (first, noted bool) {
	folder := session.StateFolder()
	if folder == "" {
		return true, false
	}
	path := filepath.Join(folder, marker)
	if _, err := os.Stat(path); err == nil {
		return false, true
	}
	if os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return true, false
	}
	return true, os.WriteFile(path, nil, 0o600) == nil
}
