package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/ask"
	"parallax/ui/key"
	"parallax/ui/want"
)

// What was written in a field and did not get into the brief, because the field was left or because the brief refused it,
// is kept until the same field about the same thing takes it: esc loses nothing, and a text is never written twice.

// drafts is the texts that were left in fields.
type drafts map[draftOf]string

type draftOf struct{ prompt, about string }

// openAsk opens a text field at the foot of the screen, with what was left in it before.
func (m *model) openAsk(w want.Ask) {
	m.ask = ask.New(m.theme, w, m.keeping.tags())
	if text, ok := m.drafts[draftOf{w.Prompt, w.About}]; ok {
		m.ask.Set(text)
	}
}

// askKey gives a key to the text field.
func (m *model) askKey(msg tea.KeyPressMsg) tea.Cmd {
	a := m.ask
	w, done := a.Key(msg)
	if !done {
		return m.do(w)
	}
	m.ask = nil
	if key.Asking.Action(msg.String()) == key.Close {
		if m.keepDraft(a.Asked(), a.Text()) {
			m.reader.Say("left, not saved; the same key brings the text back")
		}
		return nil
	}
	if e, ok := w.(want.Editor); ok {
		m.keepDraft(a.Asked(), a.Text())
		return m.edit(e, a.Asked())
	}
	return m.take(a.Asked(), a.Text(), w)
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
