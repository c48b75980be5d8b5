package ui

import (
	"cmp"
	"os"
	"os/exec"
	"strings"
)

// editor is the command that edits a file: $VISUAL or $EDITOR, which may hold arguments, else vi.
func editor(file string) *exec.Cmd {
	words := strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), "vi"))
	return exec.Command(words[0], append(words[1:], file)...)
}
