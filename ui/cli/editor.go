package cli

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"strings"
)

// edit makes the command that lets the reader write a text in $VISUAL or $EDITOR, which may hold arguments, else in vi,
// and what reads it, and removes the file, when the command has ended.
func edit(text string) (command *exec.Cmd, written func() (string, error), err error) {
	file, err := os.CreateTemp("", "parallax-*.txt")
	if err != nil {
		return nil, nil, err
	}
	name := file.Name()
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(name)
		return nil, nil, err
	}
	words := strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), "vi"))
	return exec.Command(words[0], append(words[1:], name)...), func() (string, error) {
		defer os.Remove(name)
		data, err := os.ReadFile(name)
		return strings.TrimRight(string(data), "\n"), err
	}, nil
}
