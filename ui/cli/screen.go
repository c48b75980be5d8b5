package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/source"
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
	var last atomic.Pointer[corpus.Corpus]
	reread := p.reread(paths, &last)
	if reread != nil {
		p.soon = firstLook
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
	watching, cancel := context.WithCancel(context.Background())
	defer cancel()
	stirred := p.watch(watching, c.Watch, paths)
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
		Reread:   reread,
		More:     o.more,
		Stirred:  stirred,
		Input:    keyboard,
		Output:   p.stdout.(*os.File),
	})
	p.alsoUnread(o.Problems, last.Load())
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

// firstLook is how long all files may take before the screen shows those that have been read.
const firstLook = 250 * time.Millisecond

// alsoUnread complains of the files that the last reading could not read and the first did not come to.
func (p *program) alsoUnread(said []report.Problem, last *corpus.Corpus) {
	if last == nil {
		return
	}
	for _, problem := range last.Problems {
		if !slices.ContainsFunc(said, func(s report.Problem) bool { return s.Error() == problem.Error() }) {
			p.complain(problem)
		}
	}
}

// reread is how the screen reads the same paths again; nil for reports that cannot change. The last of them is kept.
func (p *program) reread(paths []string, last *atomic.Pointer[corpus.Corpus]) func(context.Context) (*corpus.Corpus, brief.Opening, error) {
	if len(paths) == 0 || slices.Contains(paths, "-") {
		return nil
	}
	options, one := p.options(), p.call.OneStory
	return func(context.Context) (*corpus.Corpus, brief.Opening, error) {
		c, err := corpus.Open(paths, options)
		if err != nil {
			return nil, brief.Opening{}, err
		}
		keepSmall(c)
		last.Store(c)
		c.Statements.Aliases = p.named
		if one {
			c = c.AsOneStory()
		}
		return c, openFor(&opened{Corpus: c}, paths), nil
	}
}

// watch tells when the paths change, if that is wanted. Where they cannot be watched, that is said and R still reads them.
func (p *program) watch(ctx context.Context, wanted bool, paths []string) <-chan struct{} {
	if !wanted || len(paths) == 0 {
		return nil
	}
	stirred, err := source.Watch(ctx, paths)
	if err != nil {
		p.complain(fmt.Errorf("not watched: %w", err))
	}
	return stirred
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
