package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is s with stand-ins for what must not leave the program raw: controls, invisible characters, selectors that
// choose nothing, characters that nobody has given a meaning, marks beyond the eighth on one character. All else is
// byte for byte as in s: accents stay composed as they were, line ends (LF, CR LF) and tabs stay, and the joiners
// (U+200C, U+200D) stay where the spelling needs them. It is idempotent.
func Text(s string) string {
	for range 8 { // a stand-in may part marks from what they stood on, which then show in another way
		next := once(s)
		if next == s {
			break
		}
		s = next
	}
	return s
}

func once(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return (r < ' ' || r > '~') && r != '\n' && r != '\t' }) {
		return s // as most words are
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, c := range Clusters(nil, s) {
		if c.StandIn && !joins(s, c.Start, c.End) && !endsLine(s, c.Start, c.End) {
			b.WriteString(c.Text)
		} else {
			b.WriteString(s[c.Start:c.End])
		}
	}
	return b.String()
}

// endsLine reports whether s[start:end] is a line end or the first half of one.
func endsLine(s string, start, end int) bool {
	return end == start+1 && (s[start] == '\n' || s[start] == '\r' && strings.HasPrefix(s[end:], "\n"))
}

// joins reports whether s[start:end] is a joiner that the spelling needs.
func joins(s string, start, end int) bool {
	joiner, n := utf8.DecodeRuneInString(s[start:end])
	if n != end-start || joiner != zwnj && joiner != zwj {
		return false
	}
	if joinsBefore(s[:start]) && joinsAfter(s[end:]) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return joiner == zwj && pictured(before) && after != utf8.RuneError && unicode.Is(unicode.So, after)
}

// joinsBefore reports whether a letter of a joining script, or one of its marks, ends s. All marks are looked at, because
// their order may change with the normal form.
func joinsBefore(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if unicode.In(r, joining...) && unicode.In(r, unicode.L, unicode.M) {
			return true
		}
		if !unicode.Is(unicode.M, r) {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

// joinsAfter reports whether s begins with one.
func joinsAfter(s string) bool {
	for _, r := range s {
		if unicode.In(r, joining...) && unicode.In(r, unicode.L, unicode.M) {
			return true
		}
		if !unicode.Is(unicode.M, r) {
			return false
		}
	}
	return false
}

const (
	zwnj = '\u200C'
	zwj  = '\u200D'
)

// pictured reports whether an emoji ends in r: a picture, a skin tone or the selector of the coloured look.
func pictured(r rune) bool {
	return r != utf8.RuneError && unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF || r == 0xFE0F
}

// joining are the scripts in which a joiner changes how a word is spelt.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mandaic, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali,
	unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam,
	unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}
