package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/source"
	"parallax/ui/key"
	"parallax/ui/want"
)

// Of an archive only what is asked for is here: more of it comes as files do that are read again.

// countsMsg brings how many reports of the archive match.
type countsMsg struct {
	counts source.Counts
	err    error
}

// count counts in the background.
func (m *model) count() tea.Cmd {
	if m.opts.Count == nil {
		return nil
	}
	ctx, count := m.ctx, m.opts.Count
	return func() tea.Msg {
		c, err := count(ctx)
		return countsMsg{c, err}
	}
}

// takeCounts keeps the counts for the list of stories. Without them it is shown as ever.
func (m *model) takeCounts(msg countsMsg) {
	if msg.err != nil {
		m.message.say("not counted: " + msg.err.Error())
		return
	}
	m.counts = &msg.counts
	m.look()
}

const noArchive = "these reports are in no archive: --archive URL opens one"

// FindMore asks the archive for more reports of the story under the cursor.
func (m *model) FindMore(want.FindMore) tea.Cmd {
	if m.opts.Ask == nil {
		m.message.say(noArchive)
		return nil
	}
	r := &m.desk.Now().Corpus.Reports[m.reader.Focus().Report]
	m.opts.Ask("", r)
	m.message.say("asking the archive for more like “" + cmp.Or(r.Title, "untitled") + "”" + m.theme.Ellipsis + m.stops())
	return m.readAgain(true)
}

// ask asks the archive for what words find, besides.
func (m *model) ask(words string) tea.Cmd {
	switch {
	case m.opts.Ask == nil:
		m.message.say(noArchive)
		return nil
	case words == "":
		m.message.say("say what to look for: :archive hospital mariupol")
		return nil
	}
	m.opts.Ask(words, nil)
	m.message.say("asking the archive for " + words + m.theme.Ellipsis + m.stops())
	return m.readAgain(true)
}

// stops says how to stop it.
func (m *model) stops() string { return " " + m.keys.Reading.Name(key.Close) + " stops" }
