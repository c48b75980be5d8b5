// Package field is a one-line text field: bubbles' textinput does the editing, this draws it as one row of the screen.
package field

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/line"
	"parallax/ui/linear"
	"parallax/ui/theme"
)

// maxRunes bounds what can be typed or pasted: more than any note, and little enough to draw at every key.
const maxRunes = 100_000

// Field is a text field with the focus.
type Field struct{ input textinput.Model }

// New is an empty field.
func New() *Field {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = maxRunes
	in.SetVirtualCursor(false)
	in.Focus()
	// ctrl-n, ctrl-p, up and down move in the list beside the field.
	in.KeyMap.NextSuggestion.SetEnabled(false)
	in.KeyMap.PrevSuggestion.SetEnabled(false)
	in.KeyMap.AcceptSuggestion.SetEnabled(false)
	in.KeyMap.Paste.SetEnabled(false)
	return &Field{in}
}

// Key edits the field; changed reports whether its text is another now.
func (f *Field) Key(msg tea.KeyPressMsg) (changed bool) {
	old := f.input.Value()
	f.input, _ = f.input.Update(msg)
	return f.input.Value() != old
}

// Paste inserts text at the cursor; line ends and other controls become blanks.
func (f *Field) Paste(text string) (changed bool) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	old := f.input.Value()
	runes, at := []rune(old), f.input.Position()
	f.Set(string(runes[:at]) + text + string(runes[at:]))
	f.input.SetCursor(at + len([]rune(text)))
	return f.input.Value() != old
}

// Text is what the field holds.
func (f *Field) Text() string { return f.input.Value() }

// Set replaces the text; the cursor goes to its end.
func (f *Field) Set(text string) {
	f.input.SetValue(text)
	f.input.CursorEnd()
}

// Draw puts the field into the row and returns the column of its cursor. When the text is too long, its end shows.
func (f *Field) Draw(l *line.Line, s theme.Style) (column int) {
	runes := []rune(f.input.Value())
	at, room := f.input.Position(), l.Left()-1
	// No more is looked at than could show: a note can be long, and every key draws it.
	before := line.Tail(string(runes[max(0, at-8*max(1, room)):at]), room)
	after := safe.Line(string(runes[at:min(len(runes), at+8*max(1, room))]))
	l.Glyph(s, before)
	column = l.Columns()
	if l.Left() > 1 {
		l.Glyph(s, safe.Truncate(after, l.Left()-1, ""))
	}
	return column
}

// Words is the field as it is read by the line.
func (f *Field) Words(prompt string) *linear.Field {
	return &linear.Field{Prompt: prompt, Text: f.input.Value(), At: f.input.Position()}
}
