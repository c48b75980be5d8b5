// Package ui is the only Bubble Tea model of the program. It takes messages to the desk and to the topmost screen, carries
// out what screens want, and composes the frame.
package ui

import (
	"cmp"
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/language"
	"parallax/corpus/safe"
	"parallax/corpus/source"
	"parallax/ui/crosstab"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/reader"
	"parallax/ui/screen"
	"parallax/ui/table"
	"parallax/ui/theme"
	"parallax/ui/tour"
	"parallax/ui/want"
	"parallax/ui/wording"
)

// model is the state of the whole screen. Update changes it and composes the frame; View only hands the frame out.
type model struct {
	ctx   context.Context
	opts  Options
	keys  *key.Keys
	theme *theme.Theme
	dark  bool
	mouse bool

	width, height int
	holding       bool // the first frame waits a little for the links

	desk   *desk.Desk
	reader *reader.Reader // the lowest screen of the stack
	stack  *screen.Stack

	message  message
	reread   reread
	texts    texts
	counts   *source.Counts // of an archive, nil until they are known
	drafts   drafts
	refused  bool               // a change, since this was last set to false
	before   before             // the search: what stood on the screen when it was opened
	crosstab *crosstab.Crosstab // likewise
	table    *table.Table       // the last that was open: the next begins as it was arranged
	behind   behind
	query    string     // of the last search that was ended with enter
	tour     *tour.Tour // nil: none is on
	deeds    deeds

	spoken *spoken // nil where the screen is drawn

	frame  string
	cursor *tea.Cursor
	pulse  *pulse // hears of every frame
}

// before is what esc puts back when the search is left.
type before struct {
	snapshot reader.Snapshot
	active   *reader.Set
}

func newModel(ctx context.Context, o Options) *model {
	if o.Mask != nil {
		o.Corpus = o.Mask.Corpus(o.Corpus)
	}
	m := &model{ctx: ctx, opts: o, keys: cmp.Or(o.Keys, key.Default()), dark: true, mouse: true}
	m.desk = desk.New(ctx, desk.Options{Corpus: o.Corpus, Session: o.Session, Saving: o.Saving, Book: o.Book, Before: o.Before, Mask: o.Mask})
	m.theme = m.makeTheme()
	now := m.desk.Now()
	m.reader = reader.New(now.Corpus, m.theme, m.keys, m.message.say, reader.Options{FirstRun: o.FirstRun, Blind: o.Mask != nil})
	m.texts = newTexts(m.opts.Revisions, m.opts.Clock)
	m.stack = screen.On(m.reader)
	m.look()
	m.comeBack(now.Resolved.Brief.Left)
	if len(now.Corpus.Stories.All) > 1 && m.stack.Top() == screen.Screen(m.reader) {
		m.open(key.OpenStories)
	}
	notice := o.Notice
	if changes := m.desk.Changes(!o.More); notice == "" && changes != "" {
		notice = changes + "; " + m.keys.Reading.Name(key.OpenNew) + " lists files, " + m.keys.Reading.Name(key.OpenBrief) + " passages"
	}
	if n := len(m.drafts); notice == "" && n > 0 {
		notice = language.Counted(n, "text") + " left half written; the key that began one brings it back"
	}
	m.message.say(notice)
	if o.Tour {
		m.beginTour(1)
	}
	if o.Linear {
		m.spoken = newSpoken(o)
	}
	return m
}

func (m *model) makeTheme() *theme.Theme {
	t := theme.Of(m.opts.Theme, m.dark, m.opts.ASCII)
	t.Short = m.opts.Short
	return t
}

func (m *model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.readOn(), m.nextReading(), m.count(), m.desk.Start(), m.searchAgain(), m.watch(), tea.Tick(m.grace(), func(time.Time) tea.Msg { return graceOverMsg{} }))
}

// grace is how long the first words or the first frame wait for the links.
func (m *model) grace() time.Duration {
	if m.spoken != nil {
		return graceInWords
	}
	return grace
}

// Update takes a message to whom it concerns and composes the next frame.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := tea.Batch(m.route(msg), m.wordings())
	m.watchTour()
	if m.spoken != nil {
		cmd = tea.Batch(cmd, m.speak(msg))
	} else {
		m.compose()
	}
	if m.frame != "" || m.spoken != nil { // what comes before the first frame must not use up the hurry that it needs
		m.pulse.Beat()
	}
	return m, cmd
}

// wordings keeps what outlets call the same thing up to date while a screen shows it.
func (m *model) wordings() tea.Cmd {
	_, open := screen.Find[*wording.Wording](m.stack)
	if counts, counting := screen.Find[*crosstab.Crosstab](m.stack); !open && !(counting && counts.ShowsWordings()) {
		return nil
	}
	return m.desk.Wordings()
}

func (m *model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		if m.spoken != nil {
			m.spoken.writer.SetWidth(msg.Width)
			m.width, m.height = pageWidth, pageHeight
		}
		m.resize()
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.theme = m.makeTheme()
		m.stack.SetTheme(m.theme)
	case tea.KeyPressMsg:
		m.holding = false
		return m.key(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			m.stack.Click(msg.X, msg.Y)
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			m.stack.Wheel(msg.X, msg.Y, -1)
		case tea.MouseWheelDown:
			m.stack.Wheel(msg.X, msg.Y, 1)
		}
	case desk.Msg:
		return m.background(msg)
	case graceOverMsg:
		m.holding = false
	case stirredMsg:
		return tea.Batch(m.readAgain(false), m.watch())
	case rereadMsg:
		return m.takeReread(msg)
	case Reading:
		m.reread.far = msg
		return m.nextReading()
	case countsMsg:
		m.takeCounts(msg)
	case saidMsg:
		m.message.say(string(msg))
	case activateMsg:
		if m.reader.Active() == nil {
			m.reader.Activate("search "+msg.Query, msg.Result, m.desk.Spans(msg.Query))
		}
	case writtenMsg:
		return m.written(msg)
	case tea.ResumeMsg:
		return tea.ClearScreen
	}
	return nil
}

// background shows what came from the background.
func (m *model) background(msg desk.Msg) tea.Cmd {
	unlinked := m.desk.Now().Linked == nil
	cmd := m.desk.Take(msg)
	switch msg := msg.(type) {
	case desk.LinkFailed:
		m.holding = false
		m.message.say("linking failed: " + msg.Err.Error())
	case desk.Found:
		if asked, open := screen.Find[interface {
			screen.Screen
			Answer(desk.Found) want.Want
		}](m.stack); open {
			return m.do(asked.Answer(msg))
		}
		return cmd
	case desk.Saved:
		m.noteSaved(msg)
	}
	m.look()
	if _, linked := msg.(desk.Linked); linked && unlinked && m.desk.Now().Linked != nil {
		m.holding = false
		m.followClaim()
	}
	return cmd
}

// look shows all screens what there is to show now.
func (m *model) look() { m.stack.Look(m.desk.Now(), m.reader.Focus) }

// key gives a key to the topmost screen.
func (m *model) key(msg tea.KeyPressMsg) tea.Cmd {
	if m.tooSmall() {
		if m.keys.Reading.Action(msg.String()) == key.Quit {
			return tea.Quit
		}
		return nil
	}
	if m.spoken != nil && m.answers(m.keys.Linear.Action(msg.String())) {
		return nil
	}
	top := m.stack.Top()
	if p := top.Place(); p == screen.Whole || p == screen.Below {
		m.message.say("") // it was there to be read
	}
	if top.Keys().Action(msg.String()) == key.Close && m.idle() && !m.typing() && m.stopsReading() {
		return nil
	}
	if m.endsTour(msg.String()) || m.turnsBack(msg) {
		return nil
	}
	if top.Keys().Action(msg.String()) == key.OpenPalette {
		m.open(key.OpenPalette)
		return nil
	}
	return tea.Batch(m.do(top.Key(msg)), m.showReread())
}

func (m *model) paste(text string) tea.Cmd {
	w, taken := m.stack.Top().Paste(text)
	if !taken {
		m.message.say("pasting does nothing here; " + m.keys.Reading.Name(key.OpenSearch) + " opens the search, where it does")
	}
	return m.do(w)
}

// do carries out what a screen wants.
func (m *model) do(w want.Want) tea.Cmd {
	if w == nil {
		return nil
	}
	return w.Do(m)
}

// resize shares the screen out again.
func (m *model) resize() {
	panel := 0
	if m.stack.Has(screen.Panel) {
		panel = max(6, m.height*2/5)
	}
	m.reader.Resize(m.width, m.height-m.foot(m.reader)+1, panel)
}

func (m *model) tooSmall() bool { return m.width == 0 || m.reader.TooSmall() }

// View hands out the frame.
func (m *model) View() tea.View {
	if m.spoken != nil {
		return tea.NewView("")
	}
	v := tea.NewView(m.frame)
	v.AltScreen = true
	v.Cursor = m.cursor
	v.WindowTitle = "parallax: " + safe.Line(m.desk.Now().Corpus.Name)
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}
