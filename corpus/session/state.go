package session

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/adrg/xdg"
)

// StateFolder is the folder in which the program keeps what should outlive it: parallax in the user's folder for state
// ($XDG_STATE_HOME, else ~/.local/state or what the system has in its place), as it is now. Without HOME, the home is the
// one that the system has on record for the user; "" means that there is none.
func StateFolder() string {
	xdg.Reload()
	folder := xdg.StateHome
	if home := os.Getenv("HOME"); runtime.GOOS != "windows" && !filepath.IsAbs(os.Getenv("XDG_STATE_HOME")) && !isHome(home) {
		// xdg took the root of the disk, where the sessions of everyone without a home would meet.
		u, err := user.Current()
		if err != nil || !isHome(u.HomeDir) {
			return ""
		}
		below := strings.TrimPrefix(folder, home)
		if folder == "" { // xdg knows of none below a home that is no whole path
			below = usual
		}
		folder = filepath.Join(u.HomeDir, below)
	}
	return filepath.Join(folder, "parallax")
}

// usual is where the state of programs lies in a home, on systems that say nothing else.
const usual = ".local/state"

// isHome reports whether a folder can be a person's.
func isHome(folder string) bool { return filepath.IsAbs(folder) && filepath.Clean(folder) != "/" }
