package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ASCII is s safe to stand on one line and in ASCII alone, for terminals and files that take no other: typographic
// quotation marks, dashes and ellipses as they are typed, letters without their accents, controls in caret notation
// ("^["), and a question mark for each character that has no counterpart.
func ASCII(s string) string {
	if printable(s) == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	ByGrapheme.each(s, func(c Cluster) bool {
		if c.StandIn {
			b.WriteString(spelt(c, s[c.Start:c.End]))
		} else {
			b.WriteString(beside(lastByte(&b), typed(c.Text), c.Text))
		}
		return true
	})
	return b.String()
}

// spelt is a stand-in for raw in ASCII.
func spelt(c Cluster, raw string) string {
	r, _ := utf8.DecodeRuneInString(raw)
	switch {
	case len(raw) == 1 && (r < ' ' || r == 0x7F):
		return "^" + string(r^0x40)
	case c.Text == "\uFFFD":
		return "?"
	case printable(c.Text) == len(c.Text):
		return c.Text
	}
	return spell(raw, c.Start, c.End).Text
}

// typed is a cluster in ASCII: "?" when no part of it has a counterpart.
func typed(cluster string) string {
	if printable(cluster) == len(cluster) {
		return cluster
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(cluster) {
		switch plain, ok := typewriter[r]; {
		case ok:
			b.WriteString(plain)
		case r >= ' ' && r < 0x7F:
			b.WriteRune(r)
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		}
	}
	if b.Len() == 0 {
		return "?"
	}
	return b.String()
}

// beside is what was typed for a cluster, so that it still reads as the same number behind a digit: "1½" is "1 1/2", not
// eleven halves, and "10²" is "10^2".
func beside(before byte, typed, cluster string) string {
	r, _ := utf8.DecodeRuneInString(cluster)
	if before < '0' || before > '9' || !unicode.Is(unicode.No, r) {
		return typed
	}
	if strings.Contains(typed, "/") {
		return " " + typed
	}
	return "^" + typed
}

func lastByte(b *strings.Builder) byte {
	if b.Len() == 0 {
		return 0
	}
	return b.String()[b.Len()-1]
}

// typewriter is what is typed for characters that have no decomposition into ASCII.
var typewriter = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", '´': "'", '‹': "<", '›': ">",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`, '«': `"`, '»': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "--", '―': "--", '−': "-", '…': "...", '⁄': "/",
	'•': "*", '·': "*", '●': "*", '×': "x", '÷': "/", '§': "S.", '¶': "P.", '©': "(c)", '®': "(r)",
	'€': "EUR", '£': "GBP", '¥': "JPY", '₽': "RUB", '₺': "TRY", '₴': "UAH", '₹': "INR", '₪': "ILS", '°': "deg",
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O", 'đ': "d", 'Đ': "D",
	'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th", 'ł': "l", 'Ł': "L", 'ı': "i", 'ħ': "h", 'Ħ': "H", 'ŋ': "ng", 'Ŋ': "Ng",
}
