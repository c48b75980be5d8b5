//go:build !windows

package archive

import "syscall"

// What the system says when a connection is refused, and when the other side ends one.
const (
	errRefused = syscall.ECONNREFUSED
	errReset   = syscall.ECONNRESET
)
