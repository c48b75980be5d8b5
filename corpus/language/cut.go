package language

import (
	"unicode"
	"unicode/utf8"
)

// Cutting.
//
// What a word is depends on who asks: who speaks is found among words as newsrooms write them, "cease-fire", "U.S.", "said,";
// what two statements share among words as they are compared, "cease" and "fire"; and a reader selects from blank to
// blank. All of them are made of the same pieces, into which a text is cut once: runs of letters and digits, and every other
// character by itself. Readers of words join pieces, each by its own rules, and never look for borders again.

// Piece is a run of letters and digits, or one other character that is no blank.
type Piece struct {
	Start, End int32 // bytes of the text
	Sign       rune  // the other character, Run for a run
}

// Run is no character.
const Run rune = -1

// Cut appends the pieces of a text to dst. All that is not blank is in a piece.
func Cut(dst []Piece, text string) []Piece {
	for i := 0; i < len(text); {
		if end := runEnd(text, i); end > i {
			dst = append(dst, Piece{Start: int32(i), End: int32(end), Sign: Run})
			i = end
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			dst = append(dst, Piece{Start: int32(i), End: int32(i + n), Sign: r})
		}
		i += n
	}
	return dst
}

// runEnd is the end of the run of letters, digits and the marks on them that begins at byte i, i when none does.
func runEnd(text string, i int) int {
	j := i
	for j < len(text) {
		c := text[j]
		if c < utf8.RuneSelf {
			if lower := c | 0x20; lower >= 'a' && lower <= 'z' || c >= '0' && c <= '9' {
				j++
				continue
			}
			return j
		}
		r, n := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (j == i || !unicode.IsMark(r)) {
			return j
		}
		j += n
	}
	return j
}

// ToBlank is the number of pieces up to the next blank: the first ones of pieces that stand side by side.
func ToBlank(pieces []Piece) int {
	n := min(1, len(pieces))
	for n < len(pieces) && pieces[n].Start == pieces[n-1].End {
		n++
	}
	return n
}
