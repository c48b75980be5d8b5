package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/help"
	"parallax/ui/key"
	"parallax/ui/layout"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/table"
)

// compose draws the frame: the screens write their rows from top to bottom, as many as the screen has.
func (m *model) compose() {
	var b strings.Builder
	b.Grow(4 * m.width * m.height)
	m.cursor = nil
	switch {
	case m.width == 0 || m.height == 0 || m.holding:
	case m.reader.TooSmall():
		m.composeSmall(&b)
	default:
		m.composeBody(&b)
		if m.tourRows() > 0 {
			b.WriteString(m.tour.Draw(m.theme, m.width) + "\n")
		}
		if m.legendRows(m.stack.Body()) > 0 {
			b.WriteString(help.Marks(m.theme, m.width) + "\n")
		}
		m.composeFoot(&b)
	}
	m.frame = m.withMessage(strings.TrimSuffix(b.String(), "\n"))
	if m.opts.ASCII {
		m.frame = foldASCII(m.frame)
	}
}

// composeSmall asks for a larger screen.
func (m *model) composeSmall(b *strings.Builder) {
	text := fmt.Sprintf("parallax needs %dx%d, this is %dx%d; %s quits", layout.MinWidth, layout.MinHeight, m.width, m.height, m.keys.Reading.Name(key.Quit))
	rows := line.Wrap(text, m.width, "")
	for y := range m.height {
		if y < len(rows) {
			b.WriteString(line.New(m.width, "").Glyph("", rows[y]).String())
		} else {
			b.WriteString(line.Blank(m.width))
		}
		b.WriteByte('\n')
	}
}

// foot is how many rows stand below the screens: the last, the tour's, and the first time also what the marks mean.
func (m *model) foot(body screen.Screen) int { return 1 + m.tourRows() + m.legendRows(body) }

// legendRows is the rows that say what the marks mean, below a screen that has them.
func (m *model) legendRows(body screen.Screen) int {
	_, marks := body.(*table.Table)
	if marks = marks || body == screen.Screen(m.reader) || body.Place() != screen.Whole; !marks {
		return 0
	}
	if m.opts.FirstRun && m.width >= help.MarksWidth && m.height >= legendHeight {
		return 1
	}
	return 0
}

// legendHeight is the rows from which the first screen can spare one for the marks.
const legendHeight = 24

// composeBody draws all rows above the foot.
func (m *model) composeBody(b *strings.Builder) {
	body := m.stack.Body()
	top, rows := 0, m.height-m.foot(body)
	switch body.Place() {
	case screen.Below:
		top = m.reader.DrawTop(b)
		rows -= top
	case screen.Panel:
		m.reader.Draw(b, m.width, rows)
		top, rows = m.reader.Panel()
	}
	m.putCursor(top)(body.Draw(b, m.width, rows))
}

// putCursor puts the terminal's cursor on a cell of a screen that begins at a row.
func (m *model) putCursor(top int) func(x, y int) {
	return func(x, y int) {
		if y >= 0 {
			m.cursor = tea.NewCursor(x, top+y)
		}
	}
}

// composeFoot draws the last row: a field, else a message where the screen bears one, else the screen's keys.
func (m *model) composeFoot(b *strings.Builder) {
	if top := m.stack.Top(); top.Place() == screen.Foot {
		m.putCursor(m.height - 1)(top.Draw(b, m.width, 1))
		return
	}
	body := m.stack.Body()
	switch {
	case m.tellsReading():
		b.WriteString(m.readingBar())
	case m.hasMessage():
		rows := m.messageRows()
		l := line.New(m.width, m.theme.Ellipsis).Glyph("", " ").Put(m.theme.Warning, rows[len(rows)-1])
		b.WriteString(l.Right(m.theme.Key, m.reader.Pending()+" ").String())
	case m.tour != nil && m.tourRows() == 0:
		b.WriteString(m.tour.Draw(m.theme, m.width))
	case body == screen.Screen(m.reader):
		b.WriteString(m.reader.Footer())
	default:
		b.WriteString(m.hints(body.Hints(body.Keys())))
	}
}

// messageRows is the message in rows, at most a third of the screen.
func (m *model) messageRows() []string {
	if safe.Width(safe.Line(m.message.text)) < m.width {
		return []string{m.message.text} // with all its blanks
	}
	rows := line.Wrap(m.message.text, m.width-2, "  ")
	if most := max(1, m.height/3); len(rows) > most {
		return append(rows[:most-1], strings.TrimSpace(strings.Join(rows[most-1:], " ")))
	}
	return rows
}

// hasMessage reports whether the last row has one.
func (m *model) hasMessage() bool {
	p := m.stack.Body().Place()
	return m.message.text != "" && m.stack.Top().Place() != screen.Foot && !m.tellsReading() && (p == screen.Whole || p == screen.Below)
}

// withMessage lays the rows of a message that is too long for the last one over those above it. Nothing moves for it: the next
// key takes it away.
func (m *model) withMessage(frame string) string {
	if frame == "" || m.reader.TooSmall() || !m.hasMessage() {
		return frame
	}
	said := m.messageRows()
	rows := strings.Split(frame, "\n")
	first := len(rows) - len(said)
	for i, text := range said[:len(said)-1] {
		rows[first+i] = line.New(m.width, m.theme.Ellipsis).Glyph("", " ").Put(m.theme.Warning, text).String()
	}
	return strings.Join(rows, "\n")
}

// hints is a last row that names the keys of the open screen.
func (m *model) hints(hints []key.Hint) string {
	l := line.New(m.width, m.theme.Ellipsis)
	if m.theme.ASCII {
		for i := range hints {
			hints[i].Key = key.ASCII(hints[i].Key)
		}
	}
	return l.Glyph("", " ").Hints(hints, m.theme.Key, m.theme.Quiet).String()
}
