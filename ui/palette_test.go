package ui

import (
	"strings"
	"testing"

	"parallax/ui/key"
	"parallax/ui/palette"
	"parallax/ui/screen"
)

// TestPalette: everything that the reading screen's keys do is found by its words and done with enter, as its key does it.
func TestPalette(t *testing.T) {
	s := openEmbedded(t, 80, 24)
	s.press("ctrl+p")
	s.write("claims: a table")
	if text := s.text(); !strings.Contains(text, "c  ") {
		t.Fatalf("the list is\n%s", text)
	}
	s.press("enter")
	byKey := openEmbedded(t, 80, 24)
	byKey.press("c")
	if s.text() != byKey.text() {
		t.Errorf("enter shows\n%s\nthe key\n%s", s.text(), byKey.text())
	}
	t.Run("a sequence", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("ctrl+p")
		s.write("list of reports, and of the files")
		s.press("enter")
		if s.stack.Top().Keys() != &s.keys.Reports {
			t.Errorf("g l opened\n%s", s.text())
		}
	})
	t.Run("from a list to the reading screen", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("c ctrl+p")
		s.write("write a note on the statement")
		s.press("enter")
		if got := s.footer(); !strings.Contains(got, "note:") {
			t.Errorf("the footer says %q", got)
		}
	})
	t.Run("a command", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("ctrl+p")
		s.write("theme light")
		s.press("enter")
		if !strings.Contains(s.footer(), "light") {
			t.Errorf("the footer says %q", s.footer())
		}
	})
	t.Run("every key of every screen", func(t *testing.T) {
		for _, m := range key.Default().All() {
			for _, b := range m.Bindings {
				for _, one := range strings.Fields(b.Keys[0]) {
					if got := keyPress(one).String(); got != one {
						t.Errorf("%s: %q is pressed as %q", m.Screen, one, got)
					}
				}
			}
		}
	})
	t.Run("nothing", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("ctrl+p")
		s.write("xyzzy")
		s.press("enter")
		if _, open := screen.Find[*palette.Palette](s.stack); !open || !strings.Contains(s.text(), "nothing is called so") {
			t.Errorf("the list is\n%s", s.text())
		}
	})
}
