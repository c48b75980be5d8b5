package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"parallax/corpus"
	"parallax/corpus/blind"
	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/ui/desk"
	"parallax/ui/key"
)

// Options says what to show and where.
type Options struct {
	Corpus   *corpus.Corpus
	Linear   bool // nothing is drawn: what changes is written in words, line by line
	Bare     bool // the terminal knows no control sequences
	ASCII    bool // no glyphs beyond ASCII
	FirstRun bool // show the most useful keys
	Tour     bool // begin the tour
	Tmux     bool // copies go to tmux's buffer as well
	Through  bool // copies also go the way on which screen hands them to the terminal that it is drawn on

	Session *session.Session  // nil: kept in memory only
	Saving  *desk.Saving      // where Session says how far it is saved; nil: nowhere
	Keys    *key.Keys         // nil: key.Default
	Short   map[string]string // outlets' names where there is little room, as the reader says
	Theme   string            // one of theme.Names; "": theme.Auto
	Version string            // of the program, for exports
	Notice  string            // what the footer says at first
	Book    coding.Codebook   // nil for none
	Before  []brief.Ref       // the reports that the session was opened with the last time
	Mask    *blind.Mask       // hides outlets and the other coder's codes; nil: nothing is hidden

	// Reread reads the same files and folders again, in the background. When ctx ends it may return what had been read by
	// then, with the error. nil: they cannot be read again.
	Reread func(ctx context.Context) (*corpus.Corpus, brief.Opening, error)
	// Revisions keeps the older texts of reports whose files change. nil: they are kept until the program ends.
	Revisions *revision.Shelf
	// Clock tells the time. nil: time.Now.
	Clock func() time.Time
	// More says that Corpus is what had been read when it was time to show something: Reread brings the rest, at once.
	More bool
	// Ask asks an archive for more: for what words find, or for reports like one. Reread brings it. nil: there is no archive.
	Ask func(words string, like *report.Report)
	// Count counts what matches in the whole archive. nil: there is none.
	Count func(ctx context.Context) (source.Counts, error)
	// Reading says how far Reread is; only the latest word waits. nil: nobody knows.
	Reading <-chan Reading
	// Stirred says that something changed in them, when they are watched.
	Stirred <-chan struct{}

	// Edit makes the command that lets the reader write a text in an editor, and what reads it when the command has ended.
	Edit func(text string) (command *exec.Cmd, written func() (string, error), err error)

	// Left gets what there was to show when the reader left. nil: nobody wants to know.
	Left func(desk.Snapshot)

	// Environ is the environment, from which the terminal's colours are known. nil: os.Environ.
	Environ []string

	Input  *os.File // the keyboard
	Output *os.File // the screen
	// Written gets what is written line by line. nil: Output.
	Written io.Writer
}

// Reading is how far the reading of files is, and the name of the one that is read.
type Reading struct {
	Done, Total int
	File        string
}

// fps bounds the frames a second; a key is drawn at the next of them.
const fps = 120

// grace is how long the first frame waits for the links, so that a small event opens synchronised; the terminal is set up
// meanwhile. Links that come later change marks only, and the panes stay where they are until the cursor moves.
const grace = 100 * time.Millisecond

// graceInWords is the same where what is written cannot be drawn anew when the links come.
const graceInWords = time.Second

// graceOverMsg ends the waiting.
type graceOverMsg struct{}

// enders are the signals that end the program, which then leaves the terminal as it was: those that ask it to, and those
// that mean a fault when somebody else sends them.
var enders = []os.Signal{
	syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGBUS, syscall.SIGFPE,
	syscall.SIGSEGV, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGALRM,
}

// Signalled is the error of a program that a signal ended.
type Signalled struct{ Signal syscall.Signal }

func (s Signalled) Error() string { return "ended by signal: " + s.Signal.String() }

// ExitStatus is the exit status that shells know for it.
func (s Signalled) ExitStatus() int { return 128 + int(s.Signal) }

// Asked reports whether the signal is the ordinary way to end a program.
func (s Signalled) Asked() bool {
	return s.Signal == syscall.SIGHUP || s.Signal == syscall.SIGTERM || s.Signal == syscall.SIGINT
}

// ErrFault is wrapped by the error of a program that a fault of its own ended.
var ErrFault = errors.New("a fault in parallax: please report what stands above")

// Run shows the reading screen until the user quits. A signal that ends it restores the terminal and is a [Signalled]
// error; so does a fault, which is an [ErrFault].
func Run(ctx context.Context, o Options) error { return run(ctx, o) }

func run(ctx context.Context, o Options, more ...tea.ProgramOption) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	opts := append([]tea.ProgramOption{
		tea.WithInput(o.Input), tea.WithOutput(o.Output), tea.WithFPS(fps), tea.WithoutSignalHandler(), tea.WithFilter(countByRune),
		tea.WithEnvironment(o.Environ),
	}, more...)
	if o.Linear {
		opts = append(opts, tea.WithOutput(mute{o.Output}))
	}
	m := newModel(ctx, o)
	if m.spoken != nil {
		defer m.spoken.writer.End()
	}
	m.desk.Link()
	m.holding = true
	p := tea.NewProgram(m, opts...)
	m.pulse = newPulse(p)

	restore := restorer(o)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, enders...)
	defer signal.Stop(signals)
	ended := make(chan error, 1)
	go func() {
		_, err := p.Run()
		ended <- err
	}()
	select {
	case err := <-ended:
		if errors.Is(err, tea.ErrProgramPanic) {
			return fmt.Errorf("%w: %w", ErrFault, err)
		}
		m.rememberPlace()
		m.sayLeft()
		return err
	case s := <-signals:
		go p.Quit() // which waits for the program to hear it
		select {
		case err := <-ended:
			if !errors.Is(err, tea.ErrProgramPanic) {
				m.rememberPlace()
				m.sayLeft()
			}
		case <-time.After(obedience):
			restore() // it hangs, and so would everything that needs it
		}
		return Signalled{s.(syscall.Signal)}
	}
}

// sayLeft says what there was to show at the end.
func (m *model) sayLeft() {
	if m.opts.Left != nil {
		m.opts.Left(m.desk.Now())
	}
}

// obedience is how long a program that is told to end may take to do so.
const obedience = 3 * time.Second

// restorer puts a terminal back as it is now, without the program's help.
func restorer(o Options) func() {
	if o.Input == nil || o.Output == nil {
		return func() {}
	}
	state, err := term.GetState(o.Input.Fd())
	return func() {
		if o.Linear {
			if err == nil {
				_ = term.Restore(o.Input.Fd(), state)
			}
			return
		}
		// What Bubble Tea turns on: the alternate screen, the mouse, pasting in brackets, reports of focus and of keys.
		_, _ = io.WriteString(o.Output, ansi.ResetModeMouseButtonEvent+ansi.ResetModeMouseAnyEvent+ansi.ResetModeMouseExtSgr+
			ansi.ResetModeBracketedPaste+ansi.ResetModeFocusEvent+ansi.KittyKeyboard(0, 1)+ansi.ResetModifyOtherKeys+
			ansi.ResetModeAltScreenSaveCursor+ansi.SetModeTextCursorEnable+ansi.ResetStyle)
		if err == nil {
			_ = term.Restore(o.Input.Fd(), state)
		}
	}
}

// countByRune keeps the terminal's word that it can count columns by grapheme from the renderer, which would turn that mode
// on. Frames are laid out by rune, as every terminal counts that is not asked to do otherwise (see safe.Measure).
func countByRune(_ tea.Model, msg tea.Msg) tea.Msg {
	if report, ok := msg.(tea.ModeReportMsg); ok && report.Mode == ansi.ModeUnicodeCore {
		return nil
	}
	return msg
}
