//go:build unix

package cli

import "golang.org/x/sys/unix"

// writable says why a folder cannot be written, without writing.
func writable(folder string) error { return unix.Access(folder, unix.W_OK|unix.X_OK) }
