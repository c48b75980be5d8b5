//go:build unix

package cache

import (
	"io/fs"
	"os"
	"syscall"
)

// own reports whether the folder is this user's, and nobody else can put anything into it.
func own(folder fs.FileInfo) bool {
	stat, ok := folder.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && folder.Mode().Perm()&0o022 == 0
}
