package safe

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// A grapheme cluster (Unicode Standard Annex 29) is what a reader takes for one character, and what a terminal puts
// into one cell or two. It is shown as it is, in NFC, when all of it may be shown. Else it is taken apart: each
// character that must not reach a terminal becomes a cluster of its own with a stand-in, and what stands between two
// of those becomes one again. So one rule serves honest text and text made to deceive.
//
// Left out of the display, though not of the bytes that a cluster covers, is what only chooses between looks of the
// character before it (selector.go): a variation selector, and the skin tone of an emoji. It says nothing, and terminals
// disagree on the width it leads to. Where it has nothing to choose from it can only carry hidden data, and is shown.
//
// Rejected: showing an emoji sequence joined by U+200D as the one picture it may be, which terminals draw in two
// columns or in eight; and normalising the whole text beforehand, which loses the bytes that a cluster came from.

const (
	// maxMarks is how many combining marks one character may carry. Vietnamese, Hebrew with points and accents, Arabic,
	// Tibetan stacks and the phonetic alphabet stay below; piles of dozens that run over the lines around them do not.
	maxMarks = 8
	// maxRunes bounds a cluster as a whole: Indic conjuncts and Hangul may go on without end.
	maxRunes = 24
)

// next is the number of bytes of the first grapheme cluster of s, which is not empty, and the number of columns it
// takes if it is one character of everyday text that can be shown as it is; else 0 columns, and it needs care.
func next(s string) (n, width int) {
	r, n := utf8.DecodeRuneInString(s)
	if width = everyday(r); width > 0 {
		if n == len(s) || s[n] < utf8.RuneSelf {
			return n, width
		}
		if after, _ := utf8.DecodeRuneInString(s[n:]); everyday(after) > 0 {
			return n, width
		}
	}
	if r < utf8.RuneSelf && (n == len(s) || s[n] < utf8.RuneSelf) {
		return n, 0 // a control; CR LF are two
	}
	return max(1, len(graphemes.FromString(s).First())), 0
}

// everyday is the width in columns of a character of one of the blocks that most text is made of, 0 for any other.
// All of these are NFC on their own, begin a grapheme cluster and never extend one.
func everyday(r rune) int {
	switch {
	case r >= ' ' && r < 0x7F, // ASCII
		r > 0xA0 && r < 0x300 && r != 0xAD,    // Latin
		r >= 0x391 && r < 0x483 && r != 0x3A2, // Greek, Cyrillic
		r >= 0x48A && r < 0x530,               // Cyrillic
		r >= 0x5D0 && r < 0x5EB,               // Hebrew letters
		r >= 0x620 && r < 0x64B,               // Arabic letters
		r >= 0x2010 && r < 0x2028:             // dashes, quotation marks, ellipsis
		return 1
	case r >= 0x3041 && r < 0x3097, r >= 0x30A1 && r < 0x30FB, // Kana
		r >= 0x4E00 && r < 0xA000,  // ideographs
		r >= 0x3001 && r < 0x3012,  // their punctuation
		r >= 0xFF01 && r <= 0xFF5E: // full-width forms
		return 2
	}
	return 0
}

// appendGrapheme appends the clusters of g, a whole grapheme cluster that begins at byte at.
func (m Measure) appendGrapheme(dst []Cluster, g string, at int) []Cluster {
	from := 0 // where the current unit begins
	for i := 0; i < len(g); {
		r, n := utf8.DecodeRuneInString(g[i:])
		if !hostile(r, n) || look(r) && chooses(r, g[from:i], g[i+n:]) {
			i += n
			continue
		}
		dst = m.appendUnit(dst, g[from:i], at+from)
		dst = append(dst, standIn(r, n, at+i))
		i += n
		from = i
	}
	return m.appendUnit(dst, g[from:], at+from)
}

// appendUnit appends the cluster of u, a part of a grapheme cluster in which all may be shown, and one more for what is
// too much in it.
func (m Measure) appendUnit(dst []Cluster, u string, at int) []Cluster {
	if u == "" {
		return dst
	}
	shown, end := sensible(u)
	text := norm.NFC.String(shown)
	first, _ := utf8.DecodeRuneInString(text)
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.Is(prepended, last) {
		return append(dst, spell(text, at, at+len(u))) // it would join whatever is shown behind it
	}
	if attaches(first) {
		text = "\u25CC" + text // a dotted circle carries what has nothing to stand on
	}
	width := m.width(text)
	if width == 0 {
		return append(dst, spell(shown, at, at+len(u)))
	}
	dst = append(dst, Cluster{Text: text, Width: width, Start: at, End: at + end})
	if end < len(u) {
		dst = append(dst, surplus(u[end:], at+end))
	}
	return dst
}

// sensible is the characters of u that are shown, and where in u the first stands that is one too many.
func sensible(u string) (shown string, end int) {
	marks, runes := 0, 0
	var kept []byte // nil while nothing was left out
	for i, r := range u {
		marks, runes = count(u[i:], marks, runes)
		if marks > maxMarks || runes > maxRunes {
			break
		}
		end = i + utf8.RuneLen(r)
		switch {
		case look(r):
			if kept == nil {
				kept = append(make([]byte, 0, len(u)), u[:i]...)
			}
		case kept != nil:
			kept = append(kept, u[i:end]...)
		}
	}
	if kept != nil {
		return string(kept), end
	}
	return u[:end], end
}

// count adds the first character of s to the marks in a row and to the characters before it. What is written as one may
// be several: counting them decomposed gives the same answer however the text spells it.
func count(s string, marks, runes int) (int, int) {
	parts := norm.NFD.PropertiesString(s).Decomposition()
	if parts == nil {
		_, n := utf8.DecodeRuneInString(s)
		parts = []byte(s[:n])
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		runes++
		parts = parts[n:]
	}
	return marks, runes
}
