package ui

import (
	"parallax/ui/desk"
	"parallax/ui/key"
)

// message is what the last row has to say, until the next key.
type message struct {
	text    string
	words   string // the same where it is read by the line
	number  int    // of what was said, so that the same words are heard twice that are said twice
	pending pending
}

// pending is a message about an action that is not on disk yet.
type pending struct {
	said string
	seq  uint64
}

// say shows a text in place of what was said before.
func (m *message) say(text string) { m.sayOr(text, text) }

// sayOr is say with other words where it is read by the line.
func (m *message) sayOr(text, words string) {
	m.text, m.words = text, words
	if text != "" {
		m.number++
	}
}

// sayPending says what was done, and that it is being saved until it is.
func (m *model) sayPending(said string, seq uint64) {
	m.message.pending = pending{said, seq}
	m.message.sayOr(m.saving(said), said)
}

func (m *model) saving(said string) string {
	return said + " " + m.theme.Dot + " saving" + m.theme.Ellipsis
}

// noteSaved takes the session's word. What was said as being saved is said as saved, if it still stands there.
func (m *model) noteSaved(s desk.Saved) {
	p := m.message.pending
	switch {
	case s.Err != nil:
		m.message.say("not saved: " + s.Err.Error() + " (kept in memory; " + m.writeElsewhere() + ")")
	case s.Word != "":
		m.message.say(s.Word)
		m.message.pending = pending{}
	case p.said != "" && m.desk.Now().Saved >= p.seq:
		if m.message.text == m.saving(p.said) {
			saved := "saved, " + m.keys.Reading.Name(key.Undo) + " undoes"
			m.message.sayOr(p.said+" "+m.theme.Dot+" "+saved, saved)
		}
		m.message.pending = pending{}
	}
}
