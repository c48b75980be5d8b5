package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/key"
	"parallax/ui/layout"
	"parallax/ui/line"
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
	case m.help != nil:
		m.composeHelp(&b)
	case m.briefing != nil:
		m.composeBrief(&b)
	case m.card != nil:
		m.composeCard(&b)
	default:
		m.composeReader(&b)
	}
	m.frame = strings.TrimSuffix(b.String(), "\n")
	if m.opts.ASCII {
		m.frame = foldASCII(m.frame)
	}
}

// composeSmall asks for a larger screen.
func (m *model) composeSmall(b *strings.Builder) {
	text := fmt.Sprintf("parallax needs %dx%d, this is %dx%d; q quits", layout.MinWidth, layout.MinHeight, m.width, m.height)
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

func (m *model) composeReader(b *strings.Builder) {
	m.reader.Draw(b)
	if x, y, ok := m.reader.Cursor(); ok {
		m.cursor = tea.NewCursor(x, y)
	}
	if m.finder != nil {
		y, rows := m.reader.Panel()
		x, dy := m.finder.Draw(b, m.width, rows)
		m.cursor = tea.NewCursor(x, y+dy)
		b.WriteString(m.hints(&key.Search))
		return
	}
	m.foot(b)
}

func (m *model) composeCard(b *strings.Builder) {
	top := m.reader.DrawTop(b)
	y := m.card.Draw(b, m.width, m.height-top-1)
	m.cursor = tea.NewCursor(2, top+y)
	m.footOr(b, &key.Card)
}

func (m *model) composeBrief(b *strings.Builder) {
	y := m.briefing.Draw(b, m.width, m.height-1)
	m.cursor = tea.NewCursor(2, y)
	m.footOr(b, &key.Brief)
}

// footOr is the last row of a screen other than the reading screen: a field, a message, else the screen's keys.
func (m *model) footOr(b *strings.Builder, k *key.Map) {
	if m.ask != nil || m.reader.Message() != "" {
		m.foot(b)
		return
	}
	b.WriteString(m.hints(k))
}

func (m *model) composeHelp(b *strings.Builder) {
	x, y := m.help.Draw(b, m.width, m.height-1)
	m.cursor = tea.NewCursor(x, y)
	b.WriteString(m.hints(&key.Help))
}

// foot is the last row: the command line when it is open, else the reading screen's own.
func (m *model) foot(b *strings.Builder) {
	if m.ask != nil {
		row, x := m.ask.Draw(m.width)
		b.WriteString(row)
		m.cursor = tea.NewCursor(x, m.height-1)
		return
	}
	if m.command != nil {
		row, x := m.command.Draw(m.width)
		b.WriteString(row)
		m.cursor = tea.NewCursor(x, m.height-1)
		return
	}
	b.WriteString(m.reader.Footer())
}

// hints is a last row that names the keys of the open screen.
func (m *model) hints(k *key.Map) string {
	l := line.New(m.width, m.theme.Ellipsis)
	hints := k.Footer()
	if m.theme.ASCII {
		for i := range hints {
			hints[i].Key = key.ASCII(hints[i].Key)
		}
	}
	return l.Glyph("", " ").Hints(hints, m.theme.Key, m.theme.Quiet).String()
}
