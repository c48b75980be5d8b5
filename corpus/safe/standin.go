package safe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// hostile reports whether a character, decoded from n bytes, must not reach a terminal: because it commands one, because
// it is invisible or changes the order of what is around it, or because nobody knows what it is.
func hostile(r rune, n int) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, r == utf8.RuneError && n == 1:
		return true
	case r < 0x300:
		return r == 0xAD
	}
	return look(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn,
		unicode.Other_Default_Ignorable_Code_Point)
}

// attaches reports whether r joins the character before it whatever that is: nearly all marks do and, of the letters,
// Thai and Lao am and the voicing marks of half-width Kana (Grapheme_Cluster_Break = Extend or SpacingMark).
func attaches(r rune) bool {
	switch {
	case r == 0x0E33, r == 0x0EB3, r == 0xFF9E, r == 0xFF9F:
		return true
	case r < 0x300, !unicode.Is(unicode.M, r):
		return false
	}
	return len(graphemes.FromString("x"+string(r)).First()) > 1
}

// prepended are the characters that join whatever follows them (Grapheme_Cluster_Break = Prepend), those aside that are
// hostile anyway.
var prepended = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0D4E, Hi: 0x0D4E, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x111C2, Hi: 0x111C3, Stride: 1}, {Lo: 0x113D1, Hi: 0x113D1, Stride: 1}, {Lo: 0x1193F, Hi: 0x1193F, Stride: 1},
		{Lo: 0x11941, Hi: 0x11941, Stride: 1}, {Lo: 0x11A84, Hi: 0x11A89, Stride: 1}, {Lo: 0x11D46, Hi: 0x11D46, Stride: 1},
		{Lo: 0x11F02, Hi: 0x11F02, Stride: 1},
	},
}

// named are the invisible characters that are met often enough to be known by their names.
var named = map[rune]string{
	0x00AD: "‧", // a soft hyphen: where a word may be broken
	0x034F: "<CGJ>",
	0x061C: "<ALM>",
	0x200B: "<ZWSP>",
	0x200C: "¦", // the joiners stand inside words of Persian and Hindi, and inside emoji: one column must do
	0x200D: "¦",
	0x200E: "<LRM>",
	0x200F: "<RLM>",
	0x2028: "<LS>",
	0x2029: "<PS>",
	0x202A: "<LRE>",
	0x202B: "<RLE>",
	0x202C: "<PDF>",
	0x202D: "<LRO>",
	0x202E: "<RLO>",
	0x2060: "<WJ>",
	0x2066: "<LRI>",
	0x2067: "<RLI>",
	0x2068: "<FSI>",
	0x2069: "<PDI>",
	0xFEFF: "<BOM>",
}

// pictures are the control pictures of U+2400 for C0 and, last, DEL.
const pictures = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡"

// standIn is what is shown for a hostile character, decoded from n bytes at byte at.
func standIn(r rune, n, at int) Cluster {
	c := Cluster{Width: 1, Start: at, End: at + n, StandIn: true}
	switch name, ok := named[r]; {
	case r == '\t':
		c.Text, c.StandIn = " ", false
	case r < ' ':
		c.Text = pictures[3*r : 3*r+3]
	case r == 0x7F:
		c.Text = pictures[3*' ':]
	case ok:
		c.Text, c.Width = name, utf8.RuneCountInString(name)
	case r == utf8.RuneError, unicode.In(r, unicode.Co, unicode.Cn):
		c.Text = "\uFFFD"
	default:
		c = spell(string(r), at, at+n)
	}
	return c
}

// spell shows the characters of s by their numbers: "<U+009B>".
func spell(s string, start, end int) Cluster {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, "<U+%04X>", r)
	}
	return Cluster{Text: b.String(), Width: b.Len(), Start: start, End: end, StandIn: true}
}

// surplus shows how many characters of a cluster are one too many: "<+37>".
func surplus(s string, at int) Cluster {
	text := fmt.Sprintf("<+%d>", utf8.RuneCountInString(s))
	return Cluster{Text: text, Width: len(text), Start: at, End: at + len(s), StandIn: true, Tied: true}
}
