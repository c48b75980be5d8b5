package cli

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// marker is the file, below the state folder, that says the program has been run before.
const marker = "parallax/seen"

// firstRun reports whether this is the first run, and notes that it was. Where that cannot be noted, every run is a
// first one: the reader is shown a line of keys too often, which is no reason for an error.
func firstRun() bool {
	xdg.Reload()
	path := filepath.Join(xdg.StateHome, filepath.FromSlash(marker))
	if _, err := os.Stat(path); err == nil {
		return false
	}
	if os.MkdirAll(filepath.Dir(path), 0o700) == nil {
		_ = os.WriteFile(path, nil, 0o600)
	}
	return true
}
