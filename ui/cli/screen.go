package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"parallax/ui"
)

// hasScreen reports whether standard output is a terminal that a screen can be drawn on.
func (s *session) hasScreen() bool {
	out, ok := s.stdout.(*os.File)
	return ok && term.IsTerminal(out.Fd()) && os.Getenv("TERM") != "dumb"
}

// screen opens the reading screen.
func (s *session) screen(paths []string) error {
	o := s.open(paths)
	if o == nil {
		return nil
	}
	s.status = found // a screen that could be opened is no failure; the problems are still said when it is left
	keyboard, done, err := keyboardOf(s.stdin)
	if err != nil {
		return err
	}
	defer done()
	err = ui.Run(context.Background(), ui.Options{
		Corpus:   o.Corpus,
		Linear:   s.call.Linear,
		ASCII:    s.call.ASCII,
		FirstRun: firstRun(),
		Tmux:     os.Getenv("TMUX") != "",
		Input:    keyboard,
		Output:   s.stdout.(*os.File),
	})
	if signalled := (ui.Signalled{}); errors.As(err, &signalled) {
		s.status = signalled.ExitStatus()
		return nil
	}
	return err
}

// keyboardOf is standard input when that is a terminal, else the terminal itself: standard input may be a report.
func keyboardOf(stdin io.Reader) (keyboard *os.File, done func(), err error) {
	if in, ok := stdin.(*os.File); ok && term.IsTerminal(in.Fd()) {
		return in, func() {}, nil
	}
	in, out, err := tea.OpenTTY()
	if err != nil {
		return nil, nil, fmt.Errorf("no keyboard: standard input is no terminal, and none could be opened: %w", err)
	}
	return in, func() {
		in.Close()
		if out != in {
			out.Close()
		}
	}, nil
}
