// Package help is the help page: all keys by screen, narrowed by what is typed.
package help

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Help is the state of the help page.
type Help struct {
	screen.Still
	theme *theme.Theme
	bound *key.Map
	field *field.Field
	maps  []*key.Map // the screen it was opened from first
	top   int
	rows  int
}

// New opens the help with the keys of the screen it was asked from first.
func New(t *theme.Theme, bound *key.Keys, first *key.Map) *Help {
	h := &Help{theme: t, bound: &bound.Help, field: field.New(), maps: []*key.Map{first}}
	for _, m := range bound.All() {
		if m != first {
			h.maps = append(h.maps, m)
		}
	}
	return h
}

// Place covers everything.
func (h *Help) Place() screen.Place { return screen.Cover }

// Keys is the help page's.
func (h *Help) Keys() *key.Map { return h.bound }

// SetTheme changes the styles.
func (h *Help) SetTheme(t *theme.Theme) { h.theme = t }

// Key takes one key press.
func (h *Help) Key(msg tea.KeyPressMsg) want.Want {
	switch h.bound.Action(msg.String()) {
	case key.ListDown:
		h.top++
	case key.ListUp:
		h.top--
	case key.ListPageDown:
		h.top += max(1, h.rows-1)
	case key.ListPageUp:
		h.top -= max(1, h.rows-1)
	case key.Close:
		return want.Close{}
	case key.Quit:
		return want.Quit{}
	default:
		if h.field.Key(msg) {
			h.top = 0
		}
	}
	return nil
}

// Paste inserts a pasted text.
func (h *Help) Paste(text string) (want.Want, bool) {
	if h.field.Paste(text) {
		h.top = 0
	}
	return nil, true
}

// wheelRows is how many rows one turn of the wheel scrolls.
const wheelRows = 3

// Wheel scrolls.
func (h *Help) Wheel(_, _, by int) (taken bool) {
	h.top += by * wheelRows
	return true
}

// Click does nothing.
func (h *Help) Click(int, int) (taken bool) { return true }

// Draw writes rows rows of width columns and returns the cell of the field's cursor, from the page's corner.
func (h *Help) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := h.theme
	h.rows = max(1, rows-1)
	lines := h.lines(width)
	h.top = max(0, min(h.top, len(lines)-h.rows))
	l := line.New(width, t.Ellipsis)
	l.Glyph(t.Brand, " Help").Glyph(t.Quiet, "  type to narrow: ")
	x = h.field.Draw(l, "")
	if more := len(lines) - h.top - h.rows; more > 0 {
		l.Right(t.Quiet, fmt.Sprintf("%d more rows ", more))
	}
	b.WriteString(l.String() + "\n")
	for i := range rows - 1 {
		if n := h.top + i; n < len(lines) {
			b.WriteString(lines[n])
		} else {
			b.WriteString(line.Blank(width))
		}
		b.WriteByte('\n')
	}
	return x, 0
}

// lines is the whole page as far as it fits what was typed.
func (h *Help) lines(width int) []string {
	t := h.theme
	var lines []string
	row := func(l *line.Line) { lines = append(lines, l.String()) }
	for _, m := range h.maps {
		var keep []key.Binding
		for _, b := range m.Bindings {
			if h.fits(m, b) {
				keep = append(keep, b)
			}
		}
		if len(keep) == 0 {
			continue
		}
		if len(lines) > 0 {
			row(line.New(width, t.Ellipsis))
		}
		row(line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Name, m.Screen))
		for _, b := range keep {
			for i, text := range line.Wrap(h.spell(strings.ReplaceAll(b.Help, "`", "")), max(16, width-22), "") {
				l := line.New(width, t.Ellipsis)
				if i == 0 {
					l.Glyph("", "  ").Put(t.Key, h.spell(b.Names()))
				}
				row(l.To(20).Glyph("", " ").Put("", text))
			}
		}
	}
	if len(lines) == 0 {
		row(line.New(width, t.Ellipsis).Put(t.Quiet, "  no key does that"))
	}
	return append(lines, h.legend(width)...)
}

// spell is a text about keys in the glyphs that the screen has.
func (h *Help) spell(text string) string {
	if h.theme.ASCII {
		return key.ASCII(text)
	}
	return text
}

// legend explains the marks.
func (h *Help) legend(width int) []string {
	t := h.theme
	if h.field.Text() != "" {
		return nil
	}
	lines := []string{line.Blank(width), line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Name, "Marks").String()}
	for _, m := range meanings(t) {
		if strings.TrimSpace(m.mark) != "" {
			lines = append(lines, line.New(width, t.Ellipsis).Glyph("", "  ").Glyph(t.Shared, m.mark).To(20).Glyph("", " ").Glyph("", m.means).String())
		}
	}
	return lines
}

// meaning is what a mark means.
type meaning struct{ mark, means string }

// meanings is all marks.
func meanings(t *theme.Theme) []meaning {
	return []meaning{
		{t.Cursor, "the cursor"},
		{t.Bar, "carries the current claim"},
		{t.OtherVoice, "the same, from another speaker than the cursor's, or in an outlet's own words"},
		{t.Same, "same: says the same"},
		{t.Partial, "in part: says a part of it, or more"},
		{t.Differs, "differs: says the opposite of a part, or another figure"},
		{t.Elsewhere, "linked elsewhere: carries not this claim, but is linked to a wording of it"},
		{t.Silent, "silent: no counterpart found"},
		{t.Kept, "marked for the brief"},
		{t.Signed, "silent, and the reader has checked it"},
		{t.Absent, "no report of this event"},
		{t.Glyphs.Boilerplate, "boilerplate: not part of the story"},
	}
}

// MarksWidth is the columns that [Marks] needs.
const MarksWidth = 80

// Marks is one row that says what the marks mean: those of the outlets, and of the gutter.
func Marks(t *theme.Theme, width int) string {
	l := line.New(width, t.Ellipsis)
	for _, m := range []struct{ mark, means string }{
		{t.Same, "same"}, {t.Partial, "in part"}, {t.Differs, "differs"}, {t.Elsewhere, "linked elsewhere"}, {t.Silent, "silent"},
		{t.Glyphs.Boilerplate, "boilerplate"}, {t.Kept, "marked"},
	} {
		l.Glyph("", " ").Glyph(t.Shared, m.mark).Glyph(t.Quiet, " "+m.means)
	}
	return l.String()
}

// fits reports whether every typed word stands in the binding's keys, its help or its screen's name.
func (h *Help) fits(m *key.Map, b key.Binding) bool {
	return h.has(b.Names() + " " + b.Help + " " + m.Screen)
}

// has reports whether every typed word stands in a text.
func (h *Help) has(text string) bool {
	text = strings.ToLower(text)
	for _, word := range strings.Fields(strings.ToLower(h.field.Text())) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
