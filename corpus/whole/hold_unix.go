//go:build unix

package whole

import (
	"os"

	"golang.org/x/sys/unix"
)

// hold locks an open file until it is closed, also by the program's being killed.
func hold(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) }

// movable makes f fit to be given another name: nothing is needed, and the lock stays.
func movable(*os.File) error { return nil }

// removeUnheld removes a file that no program holds.
func removeUnheld(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	if unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) != unix.EWOULDBLOCK {
		os.Remove(path)
	}
}
