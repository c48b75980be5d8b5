package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/ui/finder"
	"parallax/ui/reader"
	"parallax/ui/want"
)

// briefScreen is what a session calls the brief's screen.
const briefScreen = "brief"

// leave is where the reader is, for the next time.
func (m *model) leave() brief.Leave {
	set := m.corpus.Statements
	l := brief.Leave{Query: m.query}
	if id := m.reader.At().Statement; id >= 0 {
		a := brief.AnchorOf(set, id)
		l.At = &a
	}
	if id, ok := m.reader.Lead(); ok {
		a := brief.AnchorOf(set, id)
		l.Claim = &a
	}
	for _, p := range m.reader.Panes() {
		l.Panes = append(l.Panes, brief.Pane{File: m.corpus.Reports[p.Report].Path, Hidden: p.Hidden, Unlinked: p.Unlinked})
	}
	if m.reader.Active() != nil {
		l.Active = m.query
	}
	if m.briefing != nil {
		l.Screen = briefScreen
	}
	return l
}

// rememberPlace notes in the session where the reader is. It is on disk once the session is closed.
func (m *model) rememberPlace() {
	if m.keeping.session.ReadOnly() == nil {
		m.keeping.session.Do(m.leave()) // a session that takes no more actions has nothing to remember
	}
}

// comeBack puts the panes and the cursor where they were the last time.
func (m *model) comeBack(l *brief.Leave) {
	if l == nil {
		return
	}
	byFile := make(map[string]report.ID)
	for i := range m.corpus.Reports {
		byFile[m.corpus.Reports[i].Path] = report.ID(i)
	}
	var panes []reader.Pane
	for _, p := range l.Panes {
		if id, ok := byFile[p.File]; ok {
			panes = append(panes, reader.Pane{Report: id, Hidden: p.Hidden, Unlinked: p.Unlinked})
		}
	}
	m.reader.Arrange(panes)
	if l.At != nil {
		if at := m.keeping.finder.Find(*l.At); at.State != brief.Orphan {
			m.reader.Show(at.First)
		}
	}
	if l.Screen == briefScreen {
		m.open(want.Brief)
	}
	m.query = l.Query
}

// followClaim makes the claim of the last time current again, once there are links.
func (m *model) followClaim() {
	l := m.keeping.resolved.Brief.Left
	if l == nil || l.Claim == nil {
		return
	}
	if at := m.keeping.finder.Find(*l.Claim); at.State != brief.Orphan {
		m.reader.Follow(at.First)
	}
}

// activateMsg is the answer to the search of the last time, whose hits become the active set again.
type activateMsg struct {
	query  string
	result search.Result
}

// searchAgain finds the active set of the last time.
func (m *model) searchAgain() tea.Cmd {
	l := m.keeping.resolved.Brief.Left
	if l == nil || l.Active == "" {
		return nil
	}
	return func() tea.Msg {
		res, err := m.searcher.index().Find(m.ctx, l.Active, finder.Limit)
		if err != nil {
			return nil
		}
		return activateMsg{l.Active, res}
	}
}
