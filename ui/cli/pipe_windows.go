package cli

import (
	"errors"

	"golang.org/x/sys/windows"
)

// unheard reports whether a write failed because whoever read has stopped, as head does: elsewhere a signal ends the program
// then, without a word.
func unheard(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA) || errors.Is(err, windows.ERROR_PIPE_NOT_CONNECTED)
}
