package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/export"
	"parallax/corpus/statement"
	"parallax/ui/briefing"
	"parallax/ui/want"
)

// keep carries out what a screen wants of the brief.
func (m *model) keep(w want.Want) tea.Cmd {
	switch w := w.(type) {
	case want.Mark:
		m.mark(w.Passage)
	case want.MarkClaim:
		m.markClaim(w)
	case want.Note:
		m.openAsk(want.Ask{Prompt: "note", About: fmt.Sprint(w.Passage), Done: func(text string) want.Want { return noted{w.Passage, text} }})
	case want.Tag:
		m.askTags(w.Passage)
	case noted:
		m.note(w)
	case tagged:
		m.tag(w)
	case want.Ask:
		m.openAsk(w)
	case want.Change:
		m.change(w.Change)
	case want.Changes:
		for _, c := range w.Changes {
			m.change(c)
		}
	case want.Undo:
		m.undo()
	case want.Redo:
		m.redo()
	case want.Decide:
		m.decide(w)
	case want.CheckSilence:
		m.checkSilence(w)
	case want.Boilerplate:
		m.toggleBoilerplate(w.Statement)
	case want.LinkByHand:
		m.card = nil
		m.reader.LinkByHand(w.From)
	case want.Export:
		m.export(w.Path, false)
	case overwrite:
		m.export(w.path, true)
	default:
		return m.copy(w)
	}
	return nil
}

// noted and tagged are what was written in the field that Note and Tag opened.
type (
	noted struct {
		passage want.Passage
		text    string
	}
	tagged struct {
		passage want.Passage
		text    string
	}
	overwrite struct{ path string }
)

// note writes a note on a passage; an unmarked one is marked with it.
func (m *model) note(w noted) {
	if e := m.entryOf(w.passage); e != nil {
		m.change(brief.AddNote{Target: brief.Target{Entry: e.ID}, Text: w.text})
		return
	}
	if a, ok := m.anchor(w.passage); ok && strings.TrimSpace(w.text) != "" {
		m.change(brief.Mark{Wordings: []brief.Anchor{a}, Note: w.text})
	}
}

// askTags asks for the tags of a passage, beginning with those it has.
func (m *model) askTags(p want.Passage) {
	had := ""
	if e := m.entryOf(p); e != nil {
		had = strings.Join(e.Tags, ", ")
	}
	m.openAsk(want.Ask{Prompt: "tags", About: fmt.Sprint(p), Text: had, Tags: true, Done: func(text string) want.Want { return tagged{p, text} }})
}

// tag tags a passage; an unmarked one is marked with the tags.
func (m *model) tag(w tagged) {
	if e := m.entryOf(w.passage); e != nil {
		m.keep(briefing.TagChange(brief.Target{Entry: e.ID}, e.Tags, w.text))
		return
	}
	a, ok := m.anchor(w.passage)
	if !ok {
		return
	}
	if c, is := briefing.TagChange(brief.Target{}, nil, w.text).(want.Change); is {
		m.change(brief.Mark{Wordings: []brief.Anchor{a}, Tags: c.Change.(brief.Tag).Tags})
	}
}

// decide records the reader's word on pairs of statements.
func (m *model) decide(w want.Decide) {
	d := brief.Decide{Kind: w.Kind}
	index := make(map[statement.ID]int)
	at := func(id statement.ID) int {
		i, ok := index[id]
		if !ok {
			i = len(d.Anchors)
			index[id] = i
			d.Anchors = append(d.Anchors, brief.AnchorOf(m.corpus.Statements, id))
		}
		return i
	}
	for _, p := range w.Pairs {
		d.Pairs = append(d.Pairs, [2]int{at(p[0]), at(p[1])})
	}
	m.change(d)
}

// checkSilence records a silence as checked, or takes that back.
func (m *model) checkSilence(w want.CheckSilence) {
	rep := &m.corpus.Reports[w.Report]
	var carried []statement.ID
	if id, ok := m.reader.Claim(); ok {
		carried = m.linked.Claims.All[id].Statements
	}
	if c, checked := m.keeping.resolved.Checked(rep.Outlet, carried); checked {
		m.change(brief.CheckSilence{Report: c.Report, Claim: c.Claim, Not: true})
		return
	}
	m.change(brief.CheckSilence{Report: brief.RefTo(rep), Claim: brief.AnchorOf(m.corpus.Statements, w.Claim)})
}

func (m *model) toggleBoilerplate(id statement.ID) {
	st := &m.corpus.Statements.All[id]
	m.change(brief.SetBoilerplate{Anchor: brief.AnchorOf(m.corpus.Statements, id), Boilerplate: st.IsStory()})
}

// copy carries out what a screen wants to have in the clipboard.
func (m *model) copy(w want.Want) tea.Cmd {
	switch w := w.(type) {
	case want.Copy:
		text, err := brief.CiteSpan(m.corpus.Statements, w.Passage.Report, w.Passage.Span)
		if err != nil {
			m.reader.Say(err.Error())
			return nil
		}
		return m.toClipboard(text, m.nameOf(w.Passage)+", with its citation")
	case want.CopyClaim:
		return m.toClipboard(m.plainClaim(w), "the whole claim, with its citations")
	case want.CopyText:
		return m.toClipboard(w.Text, w.Said)
	}
	return m.search(w)
}

// nameOf is how a message names a passage: by its outlet, and its statement if it is a whole one.
func (m *model) nameOf(p want.Passage) string {
	outlet := m.corpus.Reports[p.Report].Outlet
	for _, st := range m.corpus.Statements.In(p.Report) {
		if st.Span == p.Span {
			return fmt.Sprintf("%s, statement %d", outlet, st.Number)
		}
	}
	return "words of " + outlet
}

// plainClaim is every wording of a claim with its citation, then who is silent.
func (m *model) plainClaim(w want.CopyClaim) string {
	ids := m.wordings(w.Claim, w.From)
	var row claim.Row
	m.linked.Claims.Row(w.Claim, &row)
	var silences []brief.PlainSilence
	for id := range row.Without {
		o := m.corpus.Statements.Outlets.All[id]
		silences = append(silences, brief.PlainSilence{Report: o.Reports[0], Checked: m.keeping.Checked(o.Name, ids)})
	}
	return brief.PlainClaim(m.corpus.Statements, ids, silences)
}

// wordings is a claim's statements, the one it is seen from first, then the others by report, the best of each first.
func (m *model) wordings(id claim.ID, from statement.ID) []statement.ID {
	ids := []statement.ID{from}
	set := m.corpus.Statements
	for _, s := range m.linked.Claims.All[id].Statements {
		if s != from && set.All[s].Report == set.All[from].Report {
			ids = append(ids, s)
		}
	}
	for _, c := range m.linked.Claims.Wordings(id, from) {
		ids = append(ids, c.Statement)
	}
	return ids
}

// export writes the brief to a file; the ending of its name says the format. A file that is there already is written
// over only when the reader says so.
func (m *model) export(path string, over bool) {
	if path == "" {
		return
	}
	format, ok := formatOf(path)
	if !ok {
		m.reader.Say("no format ends in " + filepath.Ext(path) + ": " + strings.Join(endings(), " "))
		return
	}
	d := m.keeping.resolved.Document(m.opts.Version)
	err := export.ToFile(path, &d, format, export.Options{}, over)
	switch {
	case errors.Is(err, export.ErrExists):
		m.openAsk(want.Ask{Prompt: path + " is there already; write yes to replace it", Done: func(text string) want.Want {
			if strings.EqualFold(strings.TrimSpace(text), "yes") {
				return overwrite{path}
			}
			return want.Say{Text: path + " was left as it is"}
		}})
		return
	case err != nil:
		m.reader.Say(err.Error())
		return
	}
	m.reader.Say("exported to " + path)
}

func formatOf(path string) (string, bool) {
	for _, f := range export.Formats() {
		if strings.HasSuffix(strings.ToLower(path), f.Extension) {
			return f.Name, true
		}
	}
	return "", false
}

func endings() []string {
	var all []string
	for _, f := range export.Formats() {
		all = append(all, f.Extension)
	}
	return all
}

// edit lets the text of a field be written in the reader's editor.
func (m *model) edit(w want.Editor, asked want.Ask) tea.Cmd {
	if m.opts.Edit == nil {
		m.reader.Say("there is no editor here")
		return nil
	}
	command, written, err := m.opts.Edit(w.Text)
	if err != nil {
		m.reader.Say(err.Error())
		return nil
	}
	return tea.ExecProcess(command, func(err error) tea.Msg {
		text, readErr := written()
		return writtenMsg{asked, text, errors.Join(err, readErr)}
	})
}

// writtenMsg is what was written in the editor.
type writtenMsg struct {
	asked want.Ask
	text  string
	err   error
}

// written takes what was written in the editor. When the editor failed, what it wrote is a draft.
func (m *model) written(msg writtenMsg) tea.Cmd {
	if msg.err == nil {
		return m.take(msg.asked, msg.text, msg.asked.Done(msg.text))
	}
	if msg.text != "" {
		m.keepDraft(msg.asked, msg.text)
	}
	m.reader.Say("the editor failed: " + msg.err.Error())
	return nil
}
