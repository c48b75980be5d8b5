//go:build !unix

package whole

import "os"

// hold does nothing: these systems do not let a file go that is open.
func hold(*os.File) {}

// movable makes f fit to be given another name: it must not be open.
func movable(f *os.File) error { return f.Close() }

func removeUnheld(path string) { os.Remove(path) }
