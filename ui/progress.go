package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/line"
)

// nextReading waits for the next word on how far the reading is.
func (m *model) nextReading() tea.Cmd {
	if m.opts.Reading == nil {
		return nil
	}
	done, reading := m.ctx.Done(), m.opts.Reading
	return func() tea.Msg {
		select {
		case far := <-reading:
			return far
		case <-done:
			return nil
		}
	}
}

// tellsReading reports whether the last row shows how far the reading is: one that the reader waits for, when the row has
// nothing else to say.
func (m *model) tellsReading() bool {
	r := &m.reread
	said := m.message.text == "" || m.message.text == r.said
	return r.running && !r.stopped && r.said != "" && r.far.Total > 0 && said && m.idle() && !m.typing()
}

// barWidth is the columns of the bar; half where the screen is narrow, and none where the words need them.
const barWidth = 24

// readingBar is the last row while files are read: what is being done, how far it is, and how to stop it.
func (m *model) readingBar() string {
	what, _, _ := strings.Cut(m.reread.said, m.theme.Ellipsis)
	far := m.reread.far
	l := line.New(m.width, m.theme.Ellipsis).Glyph("", " ").Put(m.theme.Warning, what+" ")
	if width := barWidth; m.width >= 60 {
		if m.width < 80 {
			width /= 2
		}
		filled := min(width, width*far.Done/far.Total)
		l.Glyph(m.theme.Brand, strings.Repeat(m.theme.Filled, filled)).Glyph(m.theme.Quiet, strings.Repeat(m.theme.Empty, width-filled)+" ")
	}
	l.Put("", fmt.Sprintf("%d of %d", far.Done, far.Total))
	stops := " " + m.theme.Dot + m.stops()
	if far.File != "" { // one that takes long is to be seen
		l.PutWhole(m.theme.Quiet, " "+m.theme.Dot+" "+far.File, safe.Width(stops)+1)
	}
	l.Put(m.theme.Quiet, stops)
	return l.Right(m.theme.Key, m.reader.Pending()+" ").String()
}
