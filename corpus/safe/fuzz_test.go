package safe

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

func FuzzLine(f *testing.F) {
	for _, s := range []string{
		"", "plain", "\x1b]0;title\x07\r\n", "a\u202eb\u200bc\ufeff", "e\u0301\u0302x\u0302", "👨‍👩‍👧 ❤️ 👍🏽 🇫🇷🇩 1️⃣",
		"क्षि का กำ \u0e33", "\u1112\u1161\u11ab\u1112\ufe0f\u1161", "\xff\xe2\x80日本\xc3", "\u0d4e\x1b\u0d4ex\U000110bd",
		"z" + strings.Repeat("\u0301", 40), strings.Repeat("क्", 40), "\u2028\u00ad\u3164\U000e0041\U0001d15e",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if fault := broken(s); fault != "" {
			t.Errorf("%+q: %s", s, fault)
		}
	})
}

// broken says which promise of the package does not hold for s, "" when all do.
func broken(s string) string {
	line := Line(s)
	if fault := unsafe(line); fault != "" {
		return fault
	}
	for _, m := range []Measure{ByGrapheme, ByRune} {
		if fault := uncovered(m, s, line); fault != "" {
			return fault
		}
	}
	// Measured afresh as a whole, the line is as wide as its clusters are one by one: none of them join.
	if got, want := displaywidth.String(line), ByGrapheme.Width(s); got != want {
		return fmt.Sprintf("the line is %d columns wide, its clusters are %d: %+q", got, want, line)
	}
	if again := Line(line); again != line {
		return fmt.Sprintf("the line is not safe yet: %+q, then %+q", line, again)
	}
	if got := ASCII(s); printable(got) != len(got) {
		return fmt.Sprintf("not ASCII: %+q", got)
	}
	for columns := range 4 {
		if got := Truncate(s, columns, "…"); Width(got) > columns || unsafe(got) != "" {
			return fmt.Sprintf("cut to %d columns: %+q %s", columns, got, unsafe(got))
		}
	}
	return ""
}

// unsafe says what in a line must not reach a terminal.
func unsafe(line string) string {
	if !utf8.ValidString(line) {
		return fmt.Sprintf("not UTF-8: %+q", line)
	}
	if !norm.NFC.IsNormalString(line) {
		return fmt.Sprintf("not NFC: %+q", line)
	}
	for _, r := range line {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs, unicode.Cn,
			unicode.Variation_Selector, unicode.Bidi_Control, unicode.Join_Control, unicode.Other_Default_Ignorable_Code_Point) {
			return fmt.Sprintf("%U in %+q", r, line)
		}
	}
	return ""
}

// uncovered says where the clusters of s do not cover it byte by byte, or do not make up its line and width.
func uncovered(m Measure, s, line string) string {
	at, width := 0, 0
	var text strings.Builder
	for _, c := range m.Clusters(nil, s) {
		if c.Start != at || c.End <= at || c.Width < 1 || c.Text == "" {
			return fmt.Sprintf("after byte %d comes %+v", at, c)
		}
		at, width = c.End, width+c.Width
		text.WriteString(c.Text)
		if m.width(c.Text) != c.Width {
			return fmt.Sprintf("%+v is %d columns wide", c, m.width(c.Text))
		}
	}
	if at != len(s) || width != m.Width(s) || text.String() != line {
		return fmt.Sprintf("clusters end at %d of %d, are %d of %d columns wide, and read %+q", at, len(s), width, m.Width(s), text.String())
	}
	return ""
}

// TestFastPath checks the shortcuts of next against the careful path for every character, alone and beside others.
func TestFastPath(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || everyday(r) == 0 {
			continue
		}
		g := string(r)
		careful := ByGrapheme.appendGrapheme(nil, g, 0)
		if len(careful) != 1 || careful[0] != (Cluster{Text: g, Width: everyday(r), End: len(g)}) || runeWidth(r) != everyday(r) {
			t.Errorf("%U: %+v, want width %d", r, careful, everyday(r))
		}
		for _, other := range []string{"a", "é", "日", "ن", "…"} {
			if len(graphemes.FromString(g+other).First()) != len(g) || len(graphemes.FromString(other+g).First()) != len(other) {
				t.Errorf("%U joins %q", r, other)
			}
		}
	}
}

// TestEveryCharacter holds each character of Unicode, alone and between others, to the promises, and the lists of
// characters that join others to the segmentation they are taken from.
func TestEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		g := string(r)
		switch {
		case !utf8.ValidRune(r):
			continue
		case unicode.In(r, unicode.Co, unicode.Cn): // most of all there are
			if got := standIn(r, len(g), 0); !hostile(r, len(g)) || unsafe(got.Text) != "" {
				t.Fatalf("%U is shown as %+v", r, got)
			}
			continue
		case unicode.In(r, unicode.Han, unicode.Hangul) && r%64 != 0: // many and alike
			continue
		}
		for _, s := range []string{g, "a" + g + "\x1b"} {
			if fault := broken(s); fault != "" {
				t.Fatalf("%+q: %s", s, fault)
			}
		}
		if hostile(r, len(g)) {
			continue
		}
		if joins := len(graphemes.FromString("x"+g).First()) > 1; joins != attaches(r) {
			t.Errorf("%U attaches to what is before it: %v", r, joins)
		}
		if joins := len(graphemes.FromString(g+"x").First()) > len(g); joins != unicode.Is(prepended, r) {
			t.Errorf("%U joins what follows: %v", r, joins)
		}
	}
}
