package line

import (
	"strings"
	"testing"

	"parallax/corpus/safe"
	"parallax/ui/key"
)

// TestNeverWider: whatever is put into a row, it takes the row's columns, no more and no less.
func TestNeverWider(t *testing.T) {
	for _, text := range []string{"", "plain", "a much longer text than there is room for", "漢字漢字漢字漢字漢字", "e\u0301\u0301 \x1b[31mred\u202e", strings.Repeat("x", 500)} {
		for width := range 30 {
			l := New(width, "…").Put("", text).To(12).Glyph("", "◆").Right("", "end").Put("", text)
			if got := safe.Width(l.String()); got != width {
				t.Errorf("%q in %d columns takes %d: %q", text, width, got, l.String())
			}
		}
	}
}

// TestRight: a text at the row's end shows whole or not at all.
func TestRight(t *testing.T) {
	for width := range 20 {
		got := New(width, "…").Put("", "left").Right("", "right").String()
		if strings.Contains(got, "right") != (width > 9) || strings.Contains(got, "righ") && !strings.HasSuffix(got, "right") {
			t.Errorf("in %d columns: %q", width, got)
		}
	}
}

func TestWrap(t *testing.T) {
	rows := Wrap("the talks ended without a ceasefire, antidisestablishmentarianism", 12, "  ")
	want := "the talks|  ended|  without a|  ceasefire,|  antidisest|  ablishment|  arianism"
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestHints: keys that do not fit are left out whole.
func TestHints(t *testing.T) {
	hints := []key.Hint{{Key: "j", Short: "next"}, {Key: "enter", Short: "claim"}}
	for width := range 40 {
		got := strings.TrimRight(New(width, "").Hints(hints, "", "").String(), " ")
		if got != "" && !strings.HasSuffix(got, "next") && !strings.HasSuffix(got, "claim") {
			t.Errorf("in %d columns: %q", width, got)
		}
	}
}

// TestNeeded: the way back is named wherever any key is, then the first key, then help; the order stays.
func TestNeeded(t *testing.T) {
	hints := []key.Hint{{Key: "enter", Short: "go there"}, {Key: "m", Short: "mark"}, {Key: "?", Short: "help", Need: key.ToAsk}, {Key: "esc", Short: "back", Need: key.ToLeave}}
	for width, want := range map[int]string{
		8: "? help", 9: "esc back", 26: "enter go there   esc back", 35: "enter go there   ? help   esc back", 44: "enter go there   m mark   ? help   esc back",
	} {
		if got := strings.TrimRight(New(width, "").Hints(hints, "", "").String(), " "); got != want {
			t.Errorf("in %d columns: %q, want %q", width, got, want)
		}
	}
}
