//go:build !unix

package cache

import "io/fs"

// own: the folder lies in the user's profile, and the system says who may write there.
func own(fs.FileInfo) bool { return true }
