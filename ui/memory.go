package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/ui/briefing"
	"parallax/ui/desk"
	"parallax/ui/finder"
	"parallax/ui/key"
	"parallax/ui/reader"
	"parallax/ui/screen"
)

// briefScreen is what a session calls the brief's screen.
const briefScreen = "brief"

// leave is where the reader is, for the next time.
func (m *model) leave() brief.Leave {
	now := m.desk.Now()
	set := now.Corpus.Statements
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
		l.Panes = append(l.Panes, brief.Pane{File: now.Corpus.Reports[p.Report].Path, Hidden: p.Hidden, Unlinked: p.Unlinked})
	}
	var been []string
	for i := range now.Corpus.Reports {
		if m.reader.Been(report.ID(i)) {
			been = append(been, textKey(&now.Corpus.Reports[i]))
		}
	}
	l.More = map[string]string{beenIn: strings.Join(been, " ")}
	if drafts := m.allDrafts(); drafts != "" {
		l.More[draftsIn] = drafts
	}
	if m.reader.Active() != nil {
		l.Active = m.query
	}
	if _, open := screen.Find[*briefing.Screen](m.stack); open {
		l.Screen = briefScreen
	}
	return l
}

// beenIn is what a session calls the texts in which the cursor was.
const beenIn = "been"

// textKey tells a report's text from others, briefly.
func textKey(r *report.Report) string { return fmt.Sprintf("%x", r.TextHash[:8]) }

// rememberPlace notes in the session where the reader is. It is on disk once the session is closed.
func (m *model) rememberPlace() {
	if m.desk.Session().ReadOnly() == nil {
		m.desk.Leave(m.leave())
	}
}

// comeBack puts the panes and the cursor where they were the last time.
func (m *model) comeBack(l *brief.Leave) {
	if l == nil {
		return
	}
	m.takeDrafts(l.More[draftsIn])
	byFile := make(map[string]report.ID)
	reports := m.desk.Now().Corpus.Reports
	for i := range reports {
		byFile[reports[i].Path] = report.ID(i)
	}
	var panes []reader.Pane
	for _, p := range l.Panes {
		if id, ok := byFile[p.File]; ok {
			panes = append(panes, reader.Pane{Report: id, Hidden: p.Hidden, Unlinked: p.Unlinked})
		}
	}
	been := make(map[string]bool)
	for _, k := range strings.Fields(l.More[beenIn]) {
		been[k] = true
	}
	for i := range reports {
		if been[textKey(&reports[i])] {
			m.reader.HaveBeen(report.ID(i))
		}
	}
	if l.At != nil {
		if at := m.desk.Find(*l.At); at.State != brief.Orphan {
			m.reader.Show(at.First)
		}
	}
	m.reader.Arrange(panes)
	if l.Screen == briefScreen {
		m.open(key.OpenBrief)
	}
	m.query = l.Query
}

// followClaim makes the claim of the last time current again, once there are links.
func (m *model) followClaim() {
	l := m.desk.Now().Resolved.Brief.Left
	if l == nil || l.Claim == nil {
		return
	}
	if at := m.desk.Find(*l.Claim); at.State != brief.Orphan {
		m.reader.Follow(at.First)
	}
}

// activateMsg is the answer to the search of the last time, whose hits become the active set again.
type activateMsg desk.Found

// searchAgain finds the active set of the last time.
func (m *model) searchAgain() tea.Cmd {
	l := m.desk.Now().Resolved.Brief.Left
	if l == nil || l.Active == "" {
		return nil
	}
	find := m.desk.Search(0, l.Active, finder.Limit)
	return func() tea.Msg {
		if found, ok := find().(desk.Found); ok {
			return activateMsg(found)
		}
		return nil
	}
}
