// Package screen is what a screen is, and the [Stack] of those that are open. A new screen is a package with a type that
// is a [Screen], its keys in ui/key, and a row in ui's table of screens.
package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/linear"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Place is where a screen stands.
type Place uint8

const (
	Whole Place = iota // all rows but the last, which has its keys or a message
	Cover              // likewise, and the last row has nothing but its keys: it is read, and changes nothing
	Below              // the rows below the reading screen's strip
	Panel              // the rows at the foot that the reading screen leaves to a list; the last row has its keys
	Foot               // the last row, under whatever is open
)

// Focus is what the cursor of the reading screen stands on.
type Focus struct {
	Statement statement.ID // negative in a report without statements
	Claim     claim.ID
	HasClaim  bool // false until there are links, and on boilerplate
	Report    report.ID
	Story     int // that is open, an index of the corpus's stories
}

// Screen is one screen. Those that can do less than all embed [Still].
type Screen interface {
	Place() Place
	// Keys is the keys that it takes.
	Keys() *key.Map
	// Hints is the keys that the last row names: of those of k that are worth it, the ones that do something now.
	Hints(k *key.Map) []key.Hint
	// Key takes one key press.
	Key(msg tea.KeyPressMsg) want.Want
	// Paste takes a pasted text. What is not taken does nothing.
	Paste(text string) (w want.Want, taken bool)
	// Wheel takes one turn of the wheel over a cell of the terminal, down (1) or up (-1), and Click a click on one. What is
	// not taken goes to the screen beneath.
	Wheel(x, y, by int) (taken bool)
	Click(x, y int) (taken bool)
	// Look takes what there is to show now, once when the screen is opened and whenever something changed. A screen that has
	// nothing to show any more does not stay open.
	Look(s desk.Snapshot, at Focus) (stays bool)
	SetTheme(t *theme.Theme)
	// Draw writes rows rows of width columns, each ended by a line feed but the last row of the terminal, and returns the
	// cell of its cursor from its own corner; a negative y for none.
	Draw(b *strings.Builder, width, rows int) (x, y int)
	// Words is what it says where it is not drawn but read by the line.
	Words() linear.Page
}

// Still is the part of a screen that does nothing.
type Still struct{}

func (Still) Paste(string) (want.Want, bool)         { return nil, false }
func (Still) Hints(k *key.Map) []key.Hint            { return k.Footer() }
func (Still) Wheel(int, int, int) bool               { return false }
func (Still) Click(int, int) bool                    { return false }
func (Still) Look(desk.Snapshot, Focus) (stays bool) { return true }

// Stack is the open screens; the last is on top. The first, the reading screen, is never closed.
type Stack struct{ open []Screen }

// On is a stack with one screen.
func On(base Screen) *Stack { return &Stack{[]Screen{base}} }

// Push opens a screen on top.
func (s *Stack) Push(one Screen) { s.open = append(s.open, one) }

// Pop closes the topmost screen, and reports whether there was one to close.
func (s *Stack) Pop() bool {
	if len(s.open) == 1 {
		return false
	}
	s.open = s.open[:len(s.open)-1]
	return true
}

// Clear closes all screens but the first.
func (s *Stack) Clear() { s.open = s.open[:1] }

// Top is the topmost screen.
func (s *Stack) Top() Screen { return s.open[len(s.open)-1] }

// Over is the screens that are open over the first, the lowest first.
func (s *Stack) Over() []Screen { return slices.Clone(s.open[1:]) }

// Body is the topmost screen that is more than a row at the foot.
func (s *Stack) Body() Screen {
	for i := len(s.open) - 1; i > 0; i-- {
		if s.open[i].Place() != Foot {
			return s.open[i]
		}
	}
	return s.open[0]
}

// Has reports whether a screen stands at the place.
func (s *Stack) Has(p Place) bool {
	for _, one := range s.open[1:] {
		if one.Place() == p {
			return true
		}
	}
	return false
}

// Wheel and Click go to the topmost screen that takes them.
func (s *Stack) Wheel(x, y, by int) {
	s.topDown(func(one Screen) bool { return one.Wheel(x, y, by) })
}

func (s *Stack) Click(x, y int) { s.topDown(func(one Screen) bool { return one.Click(x, y) }) }

func (s *Stack) topDown(takes func(Screen) bool) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if takes(s.open[i]) {
			return
		}
	}
}

// Look shows all screens what there is to show now, the lowest first; at is asked once that one has looked.
func (s *Stack) Look(now desk.Snapshot, at func() Focus) {
	s.open[0].Look(now, Focus{})
	focus := at()
	kept := s.open[:1]
	for _, one := range s.open[1:] {
		if one.Look(now, focus) {
			kept = append(kept, one)
		}
	}
	clear(s.open[len(kept):])
	s.open = kept
}

// SetTheme gives all screens their look.
func (s *Stack) SetTheme(t *theme.Theme) {
	for _, one := range s.open {
		one.SetTheme(t)
	}
}

// Find is the topmost open screen of a type.
func Find[S Screen](s *Stack) (found S, ok bool) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if one, is := s.open[i].(S); is {
			return one, true
		}
	}
	return found, false
}
