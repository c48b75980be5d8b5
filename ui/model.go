// Package ui is the only Bubble Tea model of the program. It routes messages to one screen and composes the frame; the
// screens are plain structs that never import each other and say what they want done as values of package want.
package ui

import (
	"cmp"
	"context"
	"os/exec"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/safe"
	"parallax/corpus/session"
	"parallax/ui/ask"
	"parallax/ui/briefing"
	"parallax/ui/card"
	"parallax/ui/command"
	"parallax/ui/finder"
	"parallax/ui/help"
	"parallax/ui/key"
	"parallax/ui/reader"
	"parallax/ui/theme"
)

// model is the state of the whole screen. Update changes it and composes the frame; View only hands the frame out.
type model struct {
	ctx    context.Context
	opts   Options
	corpus *corpus.Corpus
	linked *corpus.Linked
	theme  *theme.Theme
	dark   bool
	mouse  bool

	width, height int
	holding       bool // the first frame waits a little for the links

	reader  *reader.Reader
	finder  *finder.Finder   // nil unless the search is open
	card    *card.Card       // nil unless the claim card is open
	help    *help.Help       // nil unless the help is open; it covers everything else
	command *command.Command // nil unless the command line is open

	briefing *briefing.Screen // nil unless the brief is open
	ask      *ask.Ask         // nil unless a note, a tag or a name is asked for; it stands at the foot of any screen
	drafts   drafts
	refused  bool // a change, since this was last set to false

	linking    *linking
	generation int // of the statements
	searcher   *searcher
	before     before // the search: what stood on the screen when it was opened
	keeping    *keeping
	pending    pending
	query      string // of the last search that was ended with enter

	frame  string
	cursor *tea.Cursor
}

// before is what esc puts back when the search is left.
type before struct {
	snapshot reader.Snapshot
	active   *reader.Set
}

func newModel(ctx context.Context, o Options) *model {
	m := &model{ctx: ctx, opts: o, corpus: o.Corpus, generation: o.Corpus.Statements.Generation, dark: true, mouse: true}
	if m.opts.Session == nil {
		m.opts.Session = session.Memory(session.Options{})
	}
	if m.opts.News == nil {
		m.opts.News = NewNews()
	}
	m.keeping = newKeeping(m.opts.Session, o.Corpus.Statements, m.opts.News)
	m.keeping.codebook = o.Tags
	if b := m.keeping.resolved.Boilerplate; len(b) > 0 {
		m.generation++
		m.keeping.boilerplate = b
		m.corpus = o.Corpus.With(m.keeping.resolved.Override(m.generation))
	}
	m.keeping.decisions = m.keeping.resolved.Decisions
	m.theme = m.makeTheme()
	m.reader = reader.New(m.corpus, m.theme, reader.Options{Linear: o.Linear, FirstRun: o.FirstRun})
	m.linking = noLinking()
	m.searcher = newSearcher(o.Corpus.Statements)
	m.reader.SetKept(m.keeping.Kept)
	m.comeBack(m.keeping.resolved.Brief.Left)
	m.reader.Say(cmp.Or(o.Notice, m.keeping.changes()))
	return m
}

func (m *model) makeTheme() *theme.Theme {
	t := theme.New(m.dark, m.opts.ASCII)
	if m.opts.Linear {
		t = t.Linear()
	}
	return t
}

func (m *model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.linking.wait(), m.linking.next(), m.keeping.news.take(m.ctx.Done()), m.searchAgain(), tea.Tick(grace, func(time.Time) tea.Msg { return graceOverMsg{} }))
}

// Update takes a message to the screen that it concerns and composes the next frame.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.route(msg)
	m.compose()
	return m, cmd
}

func (m *model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.resize()
	case tea.BackgroundColorMsg:
		m.setDark(msg.IsDark())
	case tea.KeyPressMsg:
		m.holding = false
		return m.key(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && m.finder == nil && m.card == nil && m.help == nil && m.briefing == nil {
			m.reader.Click(msg.X, msg.Y)
		}
	case tea.MouseWheelMsg:
		m.wheel(msg)
	case progressMsg:
		m.reader.Progress(float64(msg))
		return m.linking.next()
	case linkedMsg:
		m.takeLinks(msg.linked)
	case graceOverMsg:
		m.holding = false
	case linkFailedMsg:
		m.holding = false
		m.reader.Say("linking failed: " + msg.err.Error())
	case foundMsg:
		if m.finder != nil {
			return m.do(m.finder.Answer(msg.number, msg.result))
		}
	case saidMsg:
		m.reader.Say(string(msg))
	case activateMsg:
		if m.reader.Active() == nil {
			m.reader.Activate("search "+msg.query, msg.result, m.searcher.spans(msg.query))
		}
	case savedMsg:
		m.noteSaved(session.Saved(msg))
		return m.keeping.news.take(m.ctx.Done())
	case writtenMsg:
		return m.written(msg)
	case tea.ResumeMsg:
		return tea.ClearScreen
	}
	return nil
}

// key gives a key to the topmost screen.
func (m *model) key(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.tooSmall():
		if a := key.Reading.Action(msg.String()); a == key.Quit {
			return tea.Quit
		}
		return nil
	case m.help != nil:
		return m.do(m.help.Key(msg))
	case m.ask != nil:
		return m.askKey(msg)
	case m.briefing != nil:
		m.reader.Say("")
		return m.do(m.briefing.Key(msg.String()))
	case m.command != nil:
		return m.do(m.command.Key(msg))
	case m.finder != nil:
		return m.do(m.finder.Key(msg))
	case m.card != nil:
		m.reader.Say("")
		return m.do(m.card.Key(msg.String()))
	default:
		return m.do(m.reader.Key(msg.String()))
	}
}

func (m *model) paste(text string) tea.Cmd {
	switch {
	case m.help != nil:
		m.help.Paste(text)
	case m.ask != nil:
		m.ask.Paste(text)
	case m.command != nil:
		m.command.Paste(text)
	case m.finder != nil:
		return m.do(m.finder.Paste(text))
	default:
		m.reader.Say("pasting does nothing here; / opens the search, where it does")
	}
	return nil
}

const wheelRows = 3

func (m *model) wheel(msg tea.MouseWheelMsg) {
	by := 0
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -1
	case tea.MouseWheelDown:
		by = 1
	}
	switch {
	case by == 0:
	case m.help != nil:
		m.help.Wheel(by * wheelRows)
	case m.briefing != nil:
		m.briefing.Wheel(by)
	case m.card != nil:
		m.card.Wheel(by)
	default:
		m.reader.Wheel(msg.X, msg.Y, by*wheelRows)
	}
}

// resize shares the screen out again.
func (m *model) resize() {
	panel := 0
	if m.finder != nil {
		panel = max(6, m.height*2/5)
	}
	m.reader.Resize(m.width, m.height, panel)
}

func (m *model) tooSmall() bool { return m.width == 0 || m.reader.TooSmall() }

func (m *model) setDark(dark bool) {
	m.dark = dark
	m.theme = m.makeTheme()
	m.reader.SetTheme(m.theme)
	if m.finder != nil {
		m.finder.SetTheme(m.theme)
	}
	if m.card != nil {
		m.card.SetTheme(m.theme)
	}
	if m.help != nil {
		m.help.SetTheme(m.theme)
	}
	if m.command != nil {
		m.command.SetTheme(m.theme)
	}
	if m.briefing != nil {
		m.briefing.SetTheme(m.theme)
	}
	if m.ask != nil {
		m.ask.SetTheme(m.theme)
	}
}

// takeLinks shows links that came from the background, unless they are of statements that are no longer the present ones.
func (m *model) takeLinks(l *corpus.Linked) {
	if l.Links.Generation != m.corpus.Statements.Generation {
		return
	}
	first := m.linked == nil
	m.linked = l
	if d := m.keeping.resolved.Decisions; !slices.Equal(d, m.keeping.decisions) {
		m.keeping.decisions = d // decided while the linking ran
		m.linked = m.corpus.Decide(l, d)
	}
	if first {
		m.reader.Linked(m.linked, m.width > 0 && !m.holding)
		m.holding = false
		m.followClaim()
		return
	}
	m.showLinks()
}

// toClipboard sends a text to the terminal's clipboard, inside tmux also to tmux's own buffer.
func (m *model) toClipboard(text, said string) tea.Cmd {
	m.reader.Say("sent to the terminal: " + said)
	cmds := []tea.Cmd{tea.SetClipboard(text)}
	if m.opts.Tmux {
		cmds = append(cmds, func() tea.Msg {
			c := exec.CommandContext(m.ctx, "tmux", "load-buffer", "-w", "-")
			c.Stdin = strings.NewReader(text)
			if err := c.Run(); err != nil {
				return saidMsg("tmux did not take the copy: " + err.Error())
			}
			return nil
		})
	}
	return tea.Batch(cmds...)
}

// saidMsg is a word from the background.
type saidMsg string

// View hands out the frame.
func (m *model) View() tea.View {
	v := tea.NewView(m.frame)
	v.AltScreen = true
	v.Cursor = m.cursor
	v.WindowTitle = "parallax: " + safe.Line(m.corpus.Name)
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}
