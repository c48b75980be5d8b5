package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"parallax/corpus/coding"
	"parallax/corpus/session"
	"parallax/ui"
	"parallax/ui/desk"
)

// hasScreen reports whether standard output is a terminal that a screen can be drawn on.
func (p *program) hasScreen() bool {
	out, ok := p.stdout.(*os.File)
	return ok && term.IsTerminal(out.Fd()) && os.Getenv("TERM") != "dumb"
}

// screen opens the reading screen.
func (p *program) screen(c *readCommand) error {
	store := session.DefaultStore()
	file, err := c.file(store)
	if err != nil {
		return err
	}
	paths, err := c.paths(c.Paths, file)
	if err != nil {
		return err
	}
	book, err := c.book(p)
	if err != nil {
		return err
	}
	o := p.open(paths)
	if o == nil {
		return nil
	}
	p.status = found // a screen that could be opened is no failure; the problems are still said when it is left
	keyboard, done, err := keyboardOf(p.stdin)
	if err != nil {
		return err
	}
	defer done()
	saving := desk.NewSaving()
	session, before, refused, err := c.session(store, file, openFor(o, paths), saving)
	if err != nil {
		return err
	}
	abrupt := false
	defer func() { p.leave(session, refused, abrupt) }()
	err = ui.Run(context.Background(), ui.Options{
		Corpus:   o.Corpus,
		Linear:   p.call.Linear,
		ASCII:    p.call.ASCII,
		FirstRun: firstRun(),
		Tmux:     os.Getenv("TMUX") != "",
		Session:  session,
		Saving:   saving,
		Version:  version(),
		Notice:   notice(session, refused, o.Problems),
		Tags:     names(book),
		Before:   before,
		Edit:     edit,
		Input:    keyboard,
		Output:   p.stdout.(*os.File),
	})
	if signalled := (ui.Signalled{}); errors.As(err, &signalled) {
		if abrupt = !signalled.Asked(); abrupt {
			p.complain(signalled)
		}
		p.status = signalled.ExitStatus()
		return nil
	}
	abrupt = errors.Is(err, ui.ErrFault)
	return err
}

// names is the tags of a codebook.
func names(book coding.Codebook) []string {
	var names []string
	for _, code := range book {
		names = append(names, code.Name)
	}
	return names
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
