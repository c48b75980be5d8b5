package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/session"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/theme"
)

// Options says what to show and where.
type Options struct {
	Corpus   *corpus.Corpus
	Linear   bool // one column, words instead of marks
	ASCII    bool // no glyphs beyond ASCII
	FirstRun bool // show the most useful keys
	Tmux     bool // copies go to tmux's buffer as well

	Session *session.Session // nil: kept in memory only
	Saving  *desk.Saving     // where Session says how far it is saved; nil: nowhere
	Keys    *key.Keys        // nil: key.Default
	Palette *theme.Palette   // nil: theme.BlueAndOrange()
	Version string           // of the program, for exports
	Notice  string           // what the footer says at first
	Tags    []string         // of a codebook, offered beside those in use

	// Edit makes the command that lets the reader write a text in an editor, and what reads it when the command has ended.
	Edit func(text string) (command *exec.Cmd, written func() (string, error), err error)

	Input  *os.File // the keyboard
	Output *os.File // the screen
}

// fps bounds the frames a second; a key is drawn at the next of them.
const fps = 120

// grace is how long the first frame waits for the links, so that a small event opens synchronised; the terminal is set up
// meanwhile. Links that come later change marks only, and the panes stay where they are until the cursor moves.
const grace = 100 * time.Millisecond

// graceOverMsg ends the waiting.
type graceOverMsg struct{}

// Signalled is the error of a program that a signal ended.
type Signalled struct{ Signal syscall.Signal }

func (s Signalled) Error() string { return "ended by signal: " + s.Signal.String() }

// ExitStatus is the exit status that shells know for it.
func (s Signalled) ExitStatus() int { return 128 + int(s.Signal) }

// Run shows the reading screen until the user quits. A hang-up, an interrupt and a request to end restore the terminal
// and end it with a [Signalled] error.
func Run(ctx context.Context, o Options) error { return run(ctx, o) }

func run(ctx context.Context, o Options, more ...tea.ProgramOption) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	opts := append([]tea.ProgramOption{
		tea.WithInput(o.Input), tea.WithOutput(o.Output), tea.WithFPS(fps), tea.WithoutSignalHandler(), tea.WithFilter(countByRune),
	}, more...)
	m := newModel(ctx, o)
	m.desk.Link()
	m.holding = true
	p := tea.NewProgram(m, opts...)

	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	defer signal.Stop(signals)
	ended := make(chan struct{})
	got := make(chan syscall.Signal, 1)
	go func() {
		select {
		case s := <-signals:
			got <- s.(syscall.Signal)
			p.Quit()
		case <-ended:
		}
	}()
	_, err := p.Run()
	close(ended)
	m.rememberPlace()
	select {
	case s := <-got:
		return Signalled{s}
	default:
	}
	if errors.Is(err, tea.ErrProgramPanic) {
		return fmt.Errorf("a fault in parallax: please report what stands above: %w", err)
	}
	return err
}

// countByRune keeps the terminal's word that it can count columns by grapheme from the renderer, which would turn that mode
// on. Frames are laid out by rune, as every terminal counts that is not asked to do otherwise (see safe.Measure).
func countByRune(_ tea.Model, msg tea.Msg) tea.Msg {
	if report, ok := msg.(tea.ModeReportMsg); ok && report.Mode == ansi.ModeUnicodeCore {
		return nil
	}
	return msg
}
