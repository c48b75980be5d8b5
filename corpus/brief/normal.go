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
// three are idempotent. Nothing else is folded: letters of either case, dashes and dots are the source's own, and a change
// of any is a change. So are its quotation marks, but that double ones are single inside the marks of a quotation (see
// [Inner]): a quotation that has no double ones is compared with the source's marks as they are, and with them single. JSON carries the source's characters untouched (those that safe
// would replace as \u escapes), because there the selectors count them.

// Printed is s as an export shows it: steps 1 and 2, on one line.
func Printed(s string) string { return safe.Text(FoldBlanks(s)) }

// Normal is s as the check compares it: all three steps.
func Normal(s string) string {
	s = FoldBlanks(s)
	for range 8 { // composing may bring marks under the bound that were over it, and the reverse
		next := norm.NFC.String(safe.Text(s))
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
