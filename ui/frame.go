package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

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
	m.frame = strings.TrimSuffix(b.String(), "\n")
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
	p := body.Place()
	switch text := m.message.text; {
	case m.tellsReading():
		b.WriteString(m.readingBar())
	case text != "" && (p == screen.Whole || p == screen.Below):
		l := line.New(m.width, m.theme.Ellipsis).Glyph("", " ").Put(m.theme.Warning, text)
		b.WriteString(l.Right(m.theme.Key, m.reader.Pending()+" ").String())
	case m.tour != nil && m.tourRows() == 0:
		b.WriteString(m.tour.Draw(m.theme, m.width))
	case body == screen.Screen(m.reader):
		b.WriteString(m.reader.Footer())
	default:
		b.WriteString(m.hints(body.Hints(body.Keys())))
	}
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
