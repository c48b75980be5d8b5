package search

import "unicode"

// class is what folding does with a character.
type class uint8

const (
	blank   class = iota // ends a word
	letter               // kept: letters, digits and other signs
	capital              // an ASCII capital
	apostrophe
	quote
	hyphen
	mark    // dropped from the letter before it
	ignored // as if it were not there
)

var ascii = func() (table [128]class) {
	for c := byte('!'); c <= '~'; c++ {
		table[c] = letter
		if 'A' <= c && c <= 'Z' {
			table[c] = capital
		}
	}
	table['\''], table['`'] = apostrophe, apostrophe
	table['"'], table['-'] = quote, hyphen
	return table
}()

// classify is for runes beyond ASCII.
func classify(r rune) class {
	switch r {
	case '’', '‘', '‛', 'ʼ', 'ʻ', '′', '´', '＇':
		return apostrophe
	case '“', '”', '„', '‟', '«', '»', '‹', '›', '″', '＂', '「', '」', '『', '』':
		return quote
	case '‐', '‑', '‒', '–', '−', '⁃', '﹣', '－':
		return hyphen
	case '—', '―', '⸺', '⸻':
		return blank
	}
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r):
		return mark
	case unicode.IsSpace(r), unicode.Is(unicode.Z, r), unicode.IsControl(r):
		return blank
	case unicode.Is(unicode.Cf, r):
		return ignored
	}
	return letter
}

// undecomposed are letters that a reader without their keyboard types as others although Unicode does not take them
// apart.
var undecomposed = map[rune]string{
	'ı': "i", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ħ': "h", 'ŧ': "t",
}

// Hangul syllables are taken apart by arithmetic (Unicode Standard, section 3.12), so that a syllable half typed finds
// the whole one.
const (
	hangul    = 0xAC00
	hangulEnd = hangul + 11172
)

func decomposeHangul(r rune) []rune {
	i := r - hangul
	jamo := []rune{0x1100 + i/588, 0x1161 + i%588/28}
	if tail := i % 28; tail != 0 {
		jamo = append(jamo, 0x11A7+tail)
	}
	return jamo
}

func isWord(r rune) bool {
	if r < 128 {
		return '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r != unicode.ReplacementChar && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r))
}

// unspaced reports whether r belongs to a script that does not set its words apart: each of its letters may begin or
// end a word.
func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar)
}
