package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// look reports whether r only chooses between looks of the character before it.
func look(r rune) bool { return r >= 0x180B && (unicode.Is(unicode.Variation_Selector, r) || tone(r)) }

// tone reports whether r gives the emoji before it the tone of its skin.
func tone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

// chooses reports whether r between unit and rest, the parts of its grapheme cluster before and after it, chooses a look
// for one character and no more. Only emoji, ideographs and Mongolian letters have looks to choose from, as emoji-
// variation-sequences.txt, StandardizedVariants.txt and the Ideographic Variation Database list them; we go by their
// blocks, not by each sequence. A selector anywhere else, or a second one, says nothing to a reader: a message of any
// length can be hidden in selectors, a byte in each.
func chooses(r rune, unit, rest string) bool {
	first, n := utf8.DecodeRuneInString(unit)
	if n == 0 || tone(r) {
		return n > 0 && unicode.Is(emoji, first)
	}
	if n != len(unit) {
		return false
	}
	switch {
	case r == 0xFE0E, r == 0xFE0F: // as text, as a picture
		return unicode.Is(emoji, first) || strings.ContainsRune("#*0123456789", first) && strings.HasPrefix(rest, keycap)
	case r >= 0xFE00 && r <= 0xFE02:
		return unicode.In(first, unicode.Han, widePunctuation)
	case r >= 0xE0100:
		return unicode.Is(unicode.Han, first)
	case r <= 0x180F:
		return unicode.Is(unicode.Mongolian, first)
	}
	return false
}

// keycap makes a key of the digit before it.
const keycap = "\u20E3"

// emoji are the characters, and the blocks, that have a look as text and one as a picture, or a tone of skin.
var emoji = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0xA9, Hi: 0xA9, Stride: 1}, {Lo: 0xAE, Hi: 0xAE, Stride: 1}, {Lo: 0x203C, Hi: 0x203C, Stride: 1}, {Lo: 0x2049, Hi: 0x2049, Stride: 1},
		{Lo: 0x2122, Hi: 0x2122, Stride: 1}, {Lo: 0x2139, Hi: 0x2139, Stride: 1}, {Lo: 0x2194, Hi: 0x2199, Stride: 1}, {Lo: 0x21A9, Hi: 0x21AA, Stride: 1},
		{Lo: 0x231A, Hi: 0x231B, Stride: 1}, {Lo: 0x2328, Hi: 0x2328, Stride: 1}, {Lo: 0x23CF, Hi: 0x23CF, Stride: 1}, {Lo: 0x23E9, Hi: 0x23F3, Stride: 1},
		{Lo: 0x23F8, Hi: 0x23FA, Stride: 1}, {Lo: 0x24C2, Hi: 0x24C2, Stride: 1}, {Lo: 0x25AA, Hi: 0x25AB, Stride: 1}, {Lo: 0x25B6, Hi: 0x25B6, Stride: 1},
		{Lo: 0x25C0, Hi: 0x25C0, Stride: 1}, {Lo: 0x25FB, Hi: 0x25FE, Stride: 1}, {Lo: 0x2600, Hi: 0x27BF, Stride: 1}, {Lo: 0x2934, Hi: 0x2935, Stride: 1},
		{Lo: 0x2B05, Hi: 0x2B07, Stride: 1}, {Lo: 0x2B1B, Hi: 0x2B1C, Stride: 1}, {Lo: 0x2B50, Hi: 0x2B50, Stride: 1}, {Lo: 0x2B55, Hi: 0x2B55, Stride: 1},
		{Lo: 0x3030, Hi: 0x3030, Stride: 1}, {Lo: 0x303D, Hi: 0x303D, Stride: 1}, {Lo: 0x3297, Hi: 0x3297, Stride: 1}, {Lo: 0x3299, Hi: 0x3299, Stride: 1},
	},
	R32:         []unicode.Range32{{Lo: 0x1F000, Hi: 0x1F1E5, Stride: 1}, {Lo: 0x1F200, Hi: 0x1FAFF, Stride: 1}}, // not the halves of flags: they would join
	LatinOffset: 2,
}

// widePunctuation is the marks that Chinese and Japanese set in different corners of their square.
var widePunctuation = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x3001, Hi: 0x3002, Stride: 1}, {Lo: 0xFF01, Hi: 0xFF01, Stride: 1}, {Lo: 0xFF0C, Hi: 0xFF0C, Stride: 1}, {Lo: 0xFF0E, Hi: 0xFF0E, Stride: 1},
	{Lo: 0xFF1A, Hi: 0xFF1B, Stride: 1}, {Lo: 0xFF1F, Hi: 0xFF1F, Stride: 1},
}}
