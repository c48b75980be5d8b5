package cli

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// edit makes the command that lets the reader write a text in $VISUAL or $EDITOR, which may hold arguments, else in the
// editor that every such system has, and what reads it, and removes the file, when the command has ended.
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
	words := strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), usualEditor()))
	return exec.Command(words[0], append(words[1:], name)...), func() (string, error) {
		defer os.Remove(name)
		data, err := os.ReadFile(name)
		return strings.TrimRight(string(data), "\n"), err
	}, nil
}

// usualEditor is the one that is there where nobody chose another.
func usualEditor() string {
	if runtime.GOOS == "windows" {
		return "notepad"
	}
	return "vi"
}
