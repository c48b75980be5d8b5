package field

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/line"
)

func typed(f *Field, text string) {
	for _, r := range text {
		f.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// TestPaste: a pasted text stands at the cursor, on one line.
func TestPaste(t *testing.T) {
	f := New()
	typed(f, "ac")
	f.Key(tea.KeyPressMsg{Code: tea.KeyLeft})
	if !f.Paste("b\r\n\x1b[2Jb") || f.Text() != "ab   [2Jbc" {
		t.Errorf("the field has %q", f.Text())
	}
	typed(f, "!")
	if f.Text() != "ab   [2Jb!c" {
		t.Errorf("the cursor does not stand behind what was pasted: %q", f.Text())
	}
}

// TestDraw: of a text that is too long the end shows, and the cursor is always in sight.
func TestDraw(t *testing.T) {
	f := New()
	typed(f, "the mayor of the town said so 漢字")
	for width := range 40 {
		l := line.New(width, "")
		x := f.Draw(l, "")
		if x > max(0, width-1) || len([]rune(l.String())) > width {
			t.Errorf("width %d: the cursor is in column %d of %q", width, x, l.String())
		}
	}
	l := line.New(12, "")
	f.Draw(l, "")
	if got := l.String(); !strings.Contains(got, "so 漢字") {
		t.Errorf("of the text %q shows", got)
	}
}

// TestListKeys: what moves in the list beside a field changes nothing in it.
func TestListKeys(t *testing.T) {
	f := New()
	typed(f, "tag")
	for _, k := range []tea.KeyPressMsg{{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: 'n', Mod: tea.ModCtrl}, {Code: 'p', Mod: tea.ModCtrl}, {Code: tea.KeyTab}} {
		if f.Key(k) || f.Text() != "tag" {
			t.Errorf("%s made %q", k, f.Text())
		}
	}
}
