package archive

import "golang.org/x/sys/windows"

// What the system says when a connection is refused, and when the other side ends one.
const (
	errRefused = windows.WSAECONNREFUSED
	errReset   = windows.WSAECONNRESET
)
