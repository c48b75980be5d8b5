package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/key"
	"parallax/ui/reader"
	"parallax/ui/review"
	"parallax/ui/screen"
)

// behind is the screen from which the cursor was sent to where it reads now. It lies behind the reading screen as it was left,
// the choice on its cell: esc shows it again, and so does the key that leads back from the jump.
type behind struct {
	screen screen.Screen // nil for none
	jump   int           // see reader.LastJump
}

// sent closes all screens and sends the cursor to where go does; the screen that says so is kept behind.
func (m *model) sent(cursor func(r *reader.Reader)) tea.Cmd {
	from := m.stack.Body()
	m.unwind()
	cursor(m.reader)
	m.behind = behind{}
	if _, asks := from.(*review.Review); from.Place() == screen.Whole && from != screen.Screen(m.reader) && !asks {
		m.behind = behind{from, m.reader.LastJump()}
	}
	m.nameBehind()
	return nil
}

// nameBehind tells the reading screen what its footer says esc goes back to.
func (m *model) nameBehind() {
	m.reader.CameFrom = ""
	if m.behind.screen != nil {
		m.reader.CameFrom = strings.ToLower(m.behind.screen.Keys().Screen)
	}
}

// turnsBack shows the screen that lies behind again, if the key on the reading screen asks for that.
func (m *model) turnsBack(msg tea.KeyPressMsg) bool {
	if m.behind.screen == nil || m.stack.Top() != screen.Screen(m.reader) || m.reader.Busy() || m.reader.Pending() != "" {
		return false
	}
	switch m.keys.Reading.Action(msg.String()) {
	case key.Close:
		if m.reader.Active() != nil {
			return false // esc ends that first
		}
	case key.Back:
		if m.reader.LastJump() != m.behind.jump {
			return false
		}
		m.reader.Key(msg)
	default:
		return false
	}
	m.message.say("")
	back := m.behind.screen
	back.SetTheme(m.theme)
	m.push(back)
	m.look()
	return true
}

// forget forgets the screen that lies behind when one with the same keys opens; nil is any.
func (m *model) forget(opens screen.Screen) {
	if m.behind.screen != nil && (opens == nil || opens.Keys() == m.behind.screen.Keys()) {
		m.behind = behind{}
		m.nameBehind()
	}
}
