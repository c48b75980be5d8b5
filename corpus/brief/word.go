package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// word is a word of a text, folded so that its case does not matter.
type word struct {
	folded string
	span   report.Span // bytes of the text
}

// wordsOf cuts text into words: runs of letters, marks and digits, with an apostrophe or a hyphen within. A letter of a
// script that is written without blanks is a word of its own.
func wordsOf(text string) []word {
	var ws []word
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isLetter(r) {
			at += size
			continue
		}
		end := at + size
		for !isAlone(r) {
			next := wordGoesOn(text[end:])
			if next == 0 {
				break
			}
			end += next
		}
		ws = append(ws, word{strings.ToLower(text[at:end]), report.Span{Start: at, End: end}})
		at = end
	}
	return ws
}

// wordGoesOn is how many bytes at the beginning of text belong to the word before it.
func wordGoesOn(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if isLetter(r) && !isAlone(r) {
		return size
	}
	if r == '\'' || r == '’' || r == '-' {
		if next, more := utf8.DecodeRuneInString(text[size:]); isLetter(next) && !isAlone(next) {
			return size + more
		}
	}
	return 0
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// isAlone reports whether r is of a script without blanks between words.
func isAlone(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}
