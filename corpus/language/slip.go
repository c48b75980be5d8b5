package language

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
)

// Nearest is the word that one which is none of them was probably meant to be: the one that fewest strokes lead to, where
// upper and lower case are one. A stroke is a letter too many, too few, wrong, or two that changed places (Damerau, "A
// technique for computer detection and correction of spelling errors", 1964). Of four letters one may be wrong, of five two, and never
// more than three: further off lies another word. Of equals the first is nearest.
func Nearest(word string, words []string) (nearest string, ok bool) {
	folded := cases.Fold().String(strings.TrimSpace(word))
	least := min(3, max(1, (utf8.RuneCountInString(folded)+1)/3)) + 1
	for _, w := range words {
		if d := strokes([]rune(folded), []rune(cases.Fold().String(w))); d < least {
			nearest, least, ok = w, d, true
		}
	}
	return nearest, ok
}

// strokes is the distance between two words: three rows of the usual table, for the letters that change places.
func strokes(a, b []rune) int {
	var before []int
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			wrong := 1
			if a[i] == b[j] {
				wrong = 0
			}
			row[j+1] = min(last[j]+wrong, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, make([]int, len(b)+1)
	}
	return last[len(b)]
}
