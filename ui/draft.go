package ui

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/ask"
	"parallax/ui/screen"
	"parallax/ui/want"
)

// What was written in a field and did not get into the brief, because the field was left or because the brief refused it,
// is kept until the same field about the same thing takes it: esc loses nothing, and a text is never written twice. The session
// keeps them too, with where the reader was: a terminal that is closed on a half-written note loses nothing either.

// drafts is the texts that were left in fields.
type drafts map[draftOf]string

type draftOf struct{ prompt, about string }

// draftsIn is what a session calls them.
const draftsIn = "drafts"

// keptDraft is a draft in a session.
type keptDraft struct {
	Prompt string `json:"prompt"`
	About  string `json:"about"`
	Text   string `json:"text"`
}

// allDrafts is the drafts as a session keeps them, with the text of a field that is open; "" for none.
func (m *model) allDrafts() string {
	if open, is := screen.Find[*ask.Ask](m.stack); is {
		left := open.Left()
		m.keepDraft(left.Asked, left.Text)
	}
	var all []keptDraft
	for of, text := range m.drafts {
		all = append(all, keptDraft{of.prompt, of.about, text})
	}
	if len(all) == 0 {
		return ""
	}
	slices.SortFunc(all, func(a, b keptDraft) int {
		return cmp.Or(cmp.Compare(a.About, b.About), cmp.Compare(a.Prompt, b.Prompt))
	})
	data, err := json.Marshal(all)
	if err != nil {
		return "" // strings always can be
	}
	return string(data)
}

// takeDrafts takes the drafts of the last time, and reports how many there are.
func (m *model) takeDrafts(kept string) int {
	var all []keptDraft
	if kept == "" || json.Unmarshal([]byte(kept), &all) != nil {
		return 0
	}
	m.drafts = make(drafts)
	for _, d := range all {
		m.drafts[draftOf{d.Prompt, d.About}] = d.Text
	}
	return len(all)
}

// Ask opens a text field at the foot of the screen, with what was left in it before.
func (m *model) Ask(w want.Ask) tea.Cmd {
	text, left := m.drafts[draftOf{w.Prompt, w.About}]
	if !left {
		text = w.Text
	}
	m.push(ask.New(m.theme, &m.keys.Asking, w, text, m.desk.Tags()))
	return nil
}

func (m *model) Answer(w want.Answer) tea.Cmd {
	m.pop()
	return m.take(w.Asked, w.Text, w.Asked.Done(w.Text))
}

func (m *model) LeaveField(w want.LeaveField) tea.Cmd {
	m.pop()
	if m.keepDraft(w.Asked, w.Text) {
		m.message.say("left, not saved; the same key brings the text back")
	}
	return nil
}

// Editor lets the text of a field be written in the reader's editor.
func (m *model) Editor(w want.Editor) tea.Cmd {
	m.pop()
	m.keepDraft(w.Asked, w.Text)
	if m.opts.Edit == nil {
		m.message.say("there is no editor here")
		return nil
	}
	command, written, err := m.opts.Edit(w.Text)
	if err != nil {
		m.message.say(err.Error())
		return nil
	}
	return tea.ExecProcess(command, func(err error) tea.Msg {
		text, readErr := written()
		return writtenMsg{w.Asked, text, errors.Join(err, readErr)}
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
	m.message.say("the editor failed: " + msg.err.Error())
	return nil
}

// take carries out what follows from a text; where that is refused, the text stays a draft.
func (m *model) take(asked want.Ask, text string, w want.Want) tea.Cmd {
	m.keepDraft(asked, text)
	m.refused = false
	cmd := m.do(w)
	if _, said := w.(want.Say); !said && !m.refused {
		delete(m.drafts, draftOf{asked.Prompt, asked.About})
	}
	return cmd
}

// keepDraft keeps a text as a draft and reports whether there is anything to keep.
func (m *model) keepDraft(asked want.Ask, text string) bool {
	of := draftOf{asked.Prompt, asked.About}
	if asked.About == "" || text == "" || text == asked.Text {
		delete(m.drafts, of)
		return false
	}
	if m.drafts == nil {
		m.drafts = make(drafts)
	}
	m.drafts[of] = text
	return true
}
