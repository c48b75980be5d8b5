// Package command is the command line at the foot of the screen.
package command

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Names is every command that tab completes; a number goes to the statement of that number.
func Names() []string {
	return []string{"archive", "brief", "export", "help", "memo", "noh", "outlet", "q", "quit", "search", "sync", "theme", "tour", "w"}
}

// Command is the state of the command line.
type Command struct {
	screen.Still
	theme *theme.Theme
	bound *key.Map
	field *field.Field
}

// New opens an empty command line.
func New(t *theme.Theme, bound *key.Map) *Command {
	return &Command{theme: t, bound: bound, field: field.New()}
}

// Place is the last row.
func (c *Command) Place() screen.Place { return screen.Foot }

// Keys is the command line's.
func (c *Command) Keys() *key.Map { return c.bound }

// SetTheme changes the styles.
func (c *Command) SetTheme(t *theme.Theme) { c.theme = t }

// Key takes one key press.
func (c *Command) Key(msg tea.KeyPressMsg) want.Want {
	switch c.bound.Action(msg.String()) {
	case key.Accept:
		return want.Run{Command: strings.TrimSpace(c.field.Text())}
	case key.Complete:
		c.complete()
		return nil
	case key.Close:
		return want.Close{}
	case key.Quit:
		return want.Quit{}
	}
	if msg.String() == "backspace" && c.field.Text() == "" {
		return want.Close{} // as vim does
	}
	c.field.Key(msg)
	return nil
}

// Paste inserts a pasted text.
func (c *Command) Paste(text string) (want.Want, bool) {
	c.field.Paste(text)
	return nil, true
}

func (c *Command) complete() {
	typed := c.field.Text()
	for _, n := range Names() {
		if typed != "" && n != typed && strings.HasPrefix(n, typed) {
			c.field.Set(n)
			return
		}
	}
}

// Draw writes the row, and returns the cell of its cursor.
func (c *Command) Draw(b *strings.Builder, width, _ int) (x, y int) {
	l := line.New(width, c.theme.Ellipsis)
	l.Glyph(c.theme.Key, ":")
	x = c.field.Draw(l, "")
	b.WriteString(l.HintsRight(c.bound.Footer(), c.theme.Quiet).String())
	return x, 0
}
