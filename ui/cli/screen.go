package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/corpus/session"
	"parallax/ui"
	"parallax/ui/desk"
	"parallax/ui/key"
)

// hasScreen reports whether standard output is a terminal that a screen can be drawn on, or that is read by the line.
func (p *program) hasScreen() bool {
	out, ok := p.stdout.(*os.File)
	return ok && term.IsTerminal(out.Fd()) && (p.call.Linear || os.Getenv("TERM") != "dumb")
}

// bare reports whether the terminal would show a control sequence that it does not know as text.
func bare() bool { return os.Getenv("TERM") == "dumb" || os.Getenv("TERM") == "linux" }

// throughScreen reports whether screen may lie between here and the terminal. At the other end of a connection only TERM
// says so, and tmux calls itself by the same name.
func throughScreen(env func(string) string) bool {
	return env("STY") != "" || env("TMUX") == "" && strings.HasPrefix(env("TERM"), "screen")
}

// environ is the environment. NO_COLOR means no colours whatever it says, also where a library wants to read yes or no there.
func environ() []string {
	all := os.Environ()
	if os.Getenv("NO_COLOR") != "" {
		all = append(all, "NO_COLOR=1")
	}
	return all
}

// screen opens the reading screen.
func (p *program) screen(c *readCommand) error {
	store := session.DefaultStore()
	file, err := c.file(store)
	if err != nil {
		return err
	}
	paths, err := c.paths(p, c.Paths, file)
	if err != nil {
		return err
	}
	book, err := c.book(p)
	if err != nil {
		return err
	}
	if !slices.Contains(paths, "-") && (len(paths) > 0 || len(p.call.Archive) > 0) {
		p.soon = firstLook
		p.reading = make(chan ui.Reading, 1)
	}
	o := p.open(paths)
	if o == nil {
		return nil
	}
	var last atomic.Pointer[corpus.Corpus]
	last.Store(o.Corpus)
	var reread rereading
	if p.soon > 0 {
		reread = p.reread(o, &last)
	}
	p.status = found // a screen that could be opened is no failure; the problems are still said when it is left
	keyboard, done, err := keyboardOf(p.stdin)
	if err != nil {
		return err
	}
	defer done()
	saving := desk.NewSaving()
	shelving := newShelving(&last)
	session, before, refused, err := c.session(store, file, openFor(o), func(s session.Saved) {
		saving.Put(s)
		shelving.stir()
	})
	if err != nil {
		return err
	}
	defer shelving.follow(session)()
	p.hold(o, session)
	watching, cancel := context.WithCancel(context.Background())
	defer cancel()
	stirred := p.watch(watching, c.Watch, o)
	mask := c.mask()
	problems, older, count := o.Problems, revisions(session), counting(o)
	if mask != nil { // none of these knows of letters
		problems, older, count = nil, revision.NewShelf(""), nil
		if n := len(p.complaints); n > 0 { // they begin with the names of files
			p.complaints = []error{fmt.Errorf("%s on files: which is not said while outlets are hidden; parallax sources says it", language.Counted(n, "remark"))}
		}
	}
	left := func(s desk.Snapshot) {
		if mask == nil && (!o.more || last.Load() != o.Corpus) {
			noteFound(session, s, last.Load())
		}
	}
	first, noted := firstRun()
	abrupt := false
	defer func() { p.leave(session, refused, abrupt) }()
	err = ui.Run(context.Background(), ui.Options{
		Corpus:    o.Corpus,
		Keys:      p.keys,
		Short:     p.config.Short,
		Theme:     p.config.Theme,
		Linear:    p.call.Linear,
		Bare:      bare(),
		ASCII:     p.call.ASCII,
		FirstRun:  first,
		Tour:      first && noted && o.places.embedded != nil && mask == nil,
		Tmux:      os.Getenv("TMUX") != "",
		Through:   throughScreen(os.Getenv),
		Environ:   environ(),
		Session:   session,
		Saving:    saving,
		Version:   version(),
		Notice:    notice(session, refused, problems, cmp.Or(p.keys, key.Default())),
		Book:      book,
		Before:    before,
		Mask:      mask,
		Edit:      edit,
		Reread:    reread,
		More:      o.more,
		Reading:   p.reading,
		Stirred:   stirred,
		Revisions: older,
		Ask:       p.asking(o),
		Count:     count,
		Left:      left,
		Input:     keyboard,
		Output:    p.stdout.(*os.File),
	})
	if mask == nil {
		p.alsoUnread(o.Problems, last.Load())
	}
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

// patientLook is how much longer it waits at most, where all files will be read by then.
const patientLook = 500 * time.Millisecond

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

// rereading reads the same reports again.
type rereading func(context.Context) (*corpus.Corpus, brief.Opening, error)

// reread is how the screen reads from the same source again: when it is stopped, what was read by then comes with the error.
// The last corpus that is whole is kept.
func (p *program) reread(o *opened, last *atomic.Pointer[corpus.Corpus]) rereading {
	name, one := o.Name, p.call.OneStory
	return func(ctx context.Context) (*corpus.Corpus, brief.Opening, error) {
		c, err := corpus.From(ctx, name, o.from)
		if errors.Is(err, context.Canceled) {
			if c = c.Part(); c == nil {
				return nil, brief.Opening{}, err
			}
		} else if err != nil {
			return nil, brief.Opening{}, err
		}
		keepSmall(c)
		if err == nil {
			last.Store(c)
		}
		if c = p.settle(c); err != nil {
			c = c.Keeping(nil)
		}
		if one {
			c = c.AsOneStory()
		}
		return c, openFor(&opened{Corpus: c, roots: o.roots}), err
	}
}

// watch tells when there may be something new, if that is wanted. Where that cannot be, it is said, and R still reads again.
func (p *program) watch(ctx context.Context, wanted bool, o *opened) <-chan struct{} {
	if !wanted {
		return nil
	}
	stirred, err := o.from.Watch(ctx)
	if err != nil {
		p.complain(fmt.Errorf("not watched: %w", err))
	}
	return stirred
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
