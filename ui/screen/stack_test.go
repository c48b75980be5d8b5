package screen_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/linear"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// sheet is a screen that notes what it is given.
type sheet struct {
	screen.Still
	name  string
	place screen.Place
	takes bool // the wheel
	stays bool
	log   *[]string
}

func (s *sheet) Place() screen.Place                        { return s.place }
func (s *sheet) Keys() *key.Map                             { return nil }
func (s *sheet) Key(tea.KeyPressMsg) want.Want              { return nil }
func (s *sheet) SetTheme(*theme.Theme)                      { *s.log = append(*s.log, s.name+" theme") }
func (s *sheet) Words() linear.Page                         { return linear.Page{Name: s.name} }
func (s *sheet) Draw(*strings.Builder, int, int) (x, y int) { return 0, -1 }
func (s *sheet) Wheel(int, int, int) bool {
	*s.log = append(*s.log, s.name+" wheel")
	return s.takes
}
func (s *sheet) Look(_ desk.Snapshot, at screen.Focus) bool {
	*s.log = append(*s.log, s.name+" looks")
	return s.stays
}

func TestStack(t *testing.T) {
	var log []string
	base := &sheet{name: "base", takes: true, stays: true, log: &log}
	list := &sheet{name: "list", place: screen.Panel, stays: true, log: &log}
	gone := &sheet{name: "gone", place: screen.Below, log: &log}
	row := &sheet{name: "row", place: screen.Foot, stays: true, log: &log}
	s := screen.On(base)
	if s.Pop() {
		t.Error("the first screen was closed")
	}
	for _, one := range []*sheet{list, gone, row} {
		s.Push(one)
	}
	if s.Top() != screen.Screen(row) || s.Body() != screen.Screen(gone) || !s.Has(screen.Panel) {
		t.Error("the row at the foot is taken for the body, or the list is not seen")
	}
	s.Wheel(0, 0, 1)
	s.Look(desk.Snapshot{}, func() screen.Focus {
		log = append(log, "focus")
		return screen.Focus{}
	})
	want := []string{"row wheel", "gone wheel", "list wheel", "base wheel", "base looks", "focus", "list looks", "gone looks", "row looks"}
	if !slices.Equal(log, want) {
		t.Errorf("got %q\nwant %q", log, want)
	}
	if s.Body() != screen.Screen(list) {
		t.Error("a screen that has nothing to show stays open")
	}
	if found, ok := screen.Find[*sheet](s); !ok || found != row {
		t.Error("the topmost of its type is not found")
	}
	s.Clear()
	if s.Top() != screen.Screen(base) {
		t.Error("not all is closed")
	}
}
