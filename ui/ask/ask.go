// Package ask is a text field at the foot of the screen: for a note, a tag, a heading, a file's name.
package ask

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Ask is the state of the field.
type Ask struct {
	theme *theme.Theme
	field *field.Field
	ask   want.Ask
	known []string // tags that tab completes
}

// New opens the field.
func New(t *theme.Theme, w want.Ask, known []string) *Ask {
	a := &Ask{theme: t, field: field.New(), ask: w, known: known}
	a.field.Set(w.Text)
	return a
}

// SetTheme changes the styles.
func (a *Ask) SetTheme(t *theme.Theme) { a.theme = t }

// Key takes one key press. done reports that the field is to be closed; w is then what follows from it.
func (a *Ask) Key(msg tea.KeyPressMsg) (w want.Want, done bool) {
	switch key.Asking.Action(msg.String()) {
	case key.Accept:
		return a.ask.Done(a.field.Text()), true
	case key.Close:
		return nil, true
	case key.Quit:
		return want.Quit{}, true
	case key.Edit:
		return want.Editor{Text: a.field.Text(), Done: a.ask.Done}, true
	case key.Complete:
		if a.ask.Tags {
			a.complete()
		}
	default:
		a.field.Key(msg)
	}
	return nil, false
}

// Asked is what the field was opened for, Text what it holds; Set replaces that.
func (a *Ask) Asked() want.Ask { return a.ask }
func (a *Ask) Text() string    { return a.field.Text() }
func (a *Ask) Set(text string) { a.field.Set(text) }

// Paste inserts a pasted text.
func (a *Ask) Paste(text string) { a.field.Paste(text) }

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

// Draw is the row, and the column of its cursor.
func (a *Ask) Draw(width int) (row string, x int) {
	l := line.New(width, a.theme.Ellipsis)
	l.Glyph("", " ").Put(a.theme.Key, a.ask.Prompt+": ")
	x = a.field.Draw(l, "")
	l.Right(a.theme.Quiet, "ctrl-e $EDITOR  enter done  esc leave it ")
	return l.String(), x
}
