package safe

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// Measure is how a terminal counts the columns of a character. The two ways differ only on clusters of several
// characters with a width of their own: conjuncts and vowel signs of Indic scripts, old Hangul. Text laid out by one
// stands crooked on a terminal that counts by the other. The functions of the package count by rune, which every
// terminal can do.
type Measure uint8

const (
	ByGrapheme Measure = iota // a cluster at a time: Unicode core mode (DEC private mode 2027)
	ByRune                    // character by character, as wcwidth does: terminals without that mode
)

// width is the number of columns of a text that may be shown.
func (m Measure) width(text string) int {
	if m == ByGrapheme {
		return displaywidth.String(text)
	}
	width := 0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

// runeWidth is the number of columns by which one character moves the cursor where each counts for itself.
func runeWidth(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r == 0x0CF3, r >= 0x1D165 && r <= 0x1D169, r >= 0x1D16D && r <= 0x1D172:
		return 0 // marks that count as spacing and take no column: a Kannada sign, stems and flags of musical notes
	case unicode.Is(unicode.Regional_Indicator, r):
		return 1 // two make a flag of two columns
	}
	return displaywidth.Rune(r)
}
