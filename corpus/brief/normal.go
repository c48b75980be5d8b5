package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/safe"
)

// A quotation passes through files that other programs write again: editors wrap lines, word processors split runs,
// browsers fold blanks, keyboards and archives compose accents. What may differ without a word being changed is taken
// away on both sides before they are compared. The normalisation of an export and of its check, in this order:
//
//  1. White space: each run of characters with Unicode's White_Space property (blanks, tabs, line ends, no-break and
//     ideographic spaces) is one space; none is left at either end.
//  2. Safety: what package safe shows by a stand-in (controls, invisible characters, overrides of the writing direction,
//     surplus marks, characters without a meaning) is that stand-in, so a reader sees that something stands there.
//     Joiners (U+200C, U+200D) stay where the spelling needs them: inside words of scripts that join, inside emoji.
//  3. Canonical equivalence: Normalization Form C (Unicode Standard Annex 15).
//
// Exports apply 1 and 2 and leave the accents as the report has them; the check applies all three to both sides, and the
// three are idempotent. Nothing else is folded: letters of either case, kinds of quotation marks, dashes and dots are
// the source's own, and a change of any is a change. JSON carries the source's characters untouched (those that safe
// would replace as \u escapes), because there the selectors count them.

// Printed is s as an export shows it: steps 1 and 2, on one line.
func Printed(s string) string { return settled(FoldBlanks(s), exact) }

// Normal is s as the check compares it: all three steps.
func Normal(s string) string {
	return settled(FoldBlanks(s), func(s string) string { return norm.NFC.String(settled(s, exact)) })
}

// settled applies f until nothing changes: a stand-in may part marks from what they stood on, which then show in another
// way.
func settled(s string, f func(string) string) string {
	for range 8 {
		next := f(s)
		if next == s {
			break
		}
		s = next
	}
	return s
}

// FoldBlanks makes each run of white space one space, and leaves none at the ends.
func FoldBlanks(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			blank = b.Len() > 0
		} else {
			if blank {
				b.WriteByte(' ')
				blank = false
			}
			b.WriteRune(r) // what is no UTF-8 is U+FFFD
		}
		i += n
	}
	return b.String()
}

// exact is s as it stands, with stand-ins only for what could do harm.
func exact(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) {
		return s // as most words are
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, c := range safe.Clusters(nil, s) {
		if c.StandIn && !joins(s, c.Start, c.End) {
			b.WriteString(c.Text)
		} else {
			b.WriteString(s[c.Start:c.End])
		}
	}
	return b.String()
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
