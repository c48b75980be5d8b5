package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/briefing"
	"parallax/ui/card"
	"parallax/ui/command"
	"parallax/ui/finder"
	"parallax/ui/help"
	"parallax/ui/key"
	"parallax/ui/want"
)

// do carries out what a screen wants.
func (m *model) do(w want.Want) tea.Cmd {
	switch w := w.(type) {
	case want.Open:
		m.open(w.Screen)
	case want.Close:
		m.close()
	case want.Quit:
		return m.quit()
	case want.Suspend:
		return tea.Suspend
	case want.Redraw:
		return tea.ClearScreen
	case want.ToggleMouse:
		m.toggleMouse()
	case want.Go:
		m.card, m.briefing = nil, nil
		m.reader.Go(w.Statement)
	case want.Step:
		m.stepCard(w.By)
	case want.Run:
		m.close()
		return m.run(w.Command)
	case want.Say:
		m.reader.Say(w.Text)
	default:
		return m.keep(w)
	}
	return nil
}

// search carries out what the search wants.
func (m *model) search(w want.Want) tea.Cmd {
	switch w := w.(type) {
	case want.Find:
		return m.searcher.find(m.ctx, w.Number, w.Query)
	case want.Preview:
		m.preview(w)
	case want.Stay:
		query := m.finder.Query()
		m.query = query
		m.finder = nil
		m.resize()
		m.reader.Restore(m.before.snapshot)
		m.reader.Activate("search "+query, w.Result, m.searcher.spans(query))
		m.reader.GoFrom(m.before.snapshot, w.Statement)
	case want.Cancel:
		m.finder = nil
		m.resize()
		m.reader.SetActive(m.before.active)
		m.reader.Restore(m.before.snapshot)
	}
	return nil
}

// preview lets the panes follow the chosen hit; without one they go back to where they were.
func (m *model) preview(w want.Preview) {
	if !w.Found {
		m.reader.Preview(nil)
		m.reader.Restore(m.before.snapshot)
		return
	}
	m.reader.Preview(m.searcher.spans(m.finder.Query()))
	m.reader.Show(w.Statement)
}

func (m *model) open(s want.Screen) {
	switch s {
	case want.Search:
		m.before = before{m.reader.Snapshot(), m.reader.Active()}
		m.finder = finder.New(m.corpus.Statements, m.keeping.Kept, m.theme)
		m.resize()
	case want.Card:
		if id, ok := m.reader.Claim(); ok {
			m.card = card.New(m.corpus, m.linked, m.theme, m.keeping, id, m.reader.At().Statement)
		}
	case want.Command:
		m.command = command.New(m.theme)
	case want.Brief:
		m.briefing = briefing.New(m.theme, m.corpus.Reports, m.opts.Version)
		m.showBrief()
	case want.Help:
		from := &key.Reading
		if m.card != nil {
			from = &key.Card
		}
		if m.briefing != nil {
			from = &key.Brief
		}
		m.help = help.New(m.theme, from)
	}
}

// close closes the topmost screen.
func (m *model) close() {
	switch {
	case m.help != nil:
		m.help = nil
	case m.command != nil:
		m.command = nil
	case m.briefing != nil:
		m.briefing = nil
	case m.card != nil:
		m.card = nil
	}
}

// quit ends the program. The reading screen's q first closes what is above it, which is nothing there.
func (m *model) quit() tea.Cmd {
	m.linking.cancel()
	return tea.Quit
}

func (m *model) toggleMouse() {
	m.mouse = !m.mouse
	if m.mouse {
		m.reader.Say("mouse on: the wheel scrolls, a click puts the cursor")
	} else {
		m.reader.Say("mouse off: select text with the terminal; M turns it on again")
	}
}

// stepCard turns the claim card, and the panes behind it, to another claim of the statement.
func (m *model) stepCard(by int) {
	m.reader.StepClaim(by)
	if id, ok := m.reader.Claim(); ok && m.card != nil {
		m.card.Show(id, m.reader.At().Statement)
	}
}

// run runs a command line.
func (m *model) run(line string) tea.Cmd {
	name, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	if n, err := strconv.Atoi(name); err == nil {
		m.reader.GoNumber(n)
		return nil
	}
	switch name {
	case "":
	case "q", "quit", "q!", "qa":
		return m.quit()
	case "help", "h":
		m.open(want.Help)
	case "noh", "nohlsearch":
		m.reader.EndActive()
	case "sync":
		m.reader.ToggleSync()
	case "outlet":
		if rest == "" || !m.reader.ToOutletNamed(rest) {
			m.reader.Say("no outlet begins with " + rest)
		}
	case "w", "write":
		return m.write(rest)
	case "export":
		if rest == "" {
			rest = "brief.md"
		}
		m.export(rest, false)
	case "brief":
		m.open(want.Brief)
	case "search":
		m.open(want.Search)
		return m.do(m.finder.Type(rest))
	default:
		m.reader.Say("not a command: " + name + " (commands: a number, " + strings.Join(command.Names, ", ") + ")")
	}
	return nil
}
