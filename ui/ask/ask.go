// Package ask is a text field at the foot of the screen: for a note, a tag, a heading, a file's name.
package ask

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Ask is the state of the field.
type Ask struct {
	screen.Still
	theme *theme.Theme
	bound *key.Map
	field *field.Field
	ask   want.Ask
	known []string // tags that tab completes
}

// New opens the field with a text.
func New(t *theme.Theme, bound *key.Map, w want.Ask, text string, known []string) *Ask {
	a := &Ask{theme: t, bound: bound, field: field.New(), ask: w, known: known}
	a.field.Set(text)
	return a
}

// Place is the last row.
func (a *Ask) Place() screen.Place { return screen.Foot }

// Keys is those of writing.
func (a *Ask) Keys() *key.Map { return a.bound }

// SetTheme changes the styles.
func (a *Ask) SetTheme(t *theme.Theme) { a.theme = t }

// Left is the field as it would be left now.
func (a *Ask) Left() want.LeaveField { return want.LeaveField{Asked: a.ask, Text: a.field.Text()} }

// Prompt is what is asked for.
func (a *Ask) Prompt() string { return a.ask.Prompt }

// Key takes one key press.
func (a *Ask) Key(msg tea.KeyPressMsg) want.Want {
	text := a.field.Text()
	switch a.bound.Action(msg.String()) {
	case key.Accept:
		return want.Answer{Asked: a.ask, Text: text}
	case key.Close:
		return a.Left()
	case key.Quit:
		return want.Quit{}
	case key.Edit:
		return want.Editor{Asked: a.ask, Text: text}
	case key.Complete:
		if a.ask.Tags {
			a.complete()
		}
	default:
		a.field.Key(msg)
	}
	return nil
}

// Paste inserts a pasted text.
func (a *Ask) Paste(text string) (want.Want, bool) {
	a.field.Paste(text)
	return nil, true
}

// complete completes the last tag; tab again goes on to the next known one.
func (a *Ask) complete() {
	text := a.field.Text()
	cut := strings.LastIndexAny(text, ", ") + 1
	head, typed := text[:cut], text[cut:]
	i := slices.Index(a.known, typed)
	if i >= 0 {
		a.field.Set(head + a.known[(i+1)%len(a.known)])
		return
	}
	for _, k := range a.known {
		if strings.HasPrefix(k, typed) {
			a.field.Set(head + k)
			return
		}
	}
}

// Draw writes the row, and returns the cell of its cursor.
func (a *Ask) Draw(b *strings.Builder, width, _ int) (x, y int) {
	l := line.New(width, a.theme.Ellipsis)
	l.Glyph("", " ").Put(a.theme.Key, a.ask.Prompt+": ")
	x = a.field.Draw(l, "")
	if a.field.Text() == "" {
		l.Put(a.theme.Quiet, a.ask.Empty)
	}
	b.WriteString(l.HintsRight(a.bound.Footer(), a.theme.Quiet).String())
	return x, 0
}
