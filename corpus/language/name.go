package language

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// Names are told from other words by how a story writes them: in capitals within sentences, seldom without. One name
// under several spellings (Zelensky, Zelenskiy, Zelenskyy) is found by edit distance, and an acronym by the initials of
// words that stand together in the story. Nothing is known beforehand of any person.

// spelling counts how a story writes a word.
type spelling struct{ inner, start, lower int }

// Names is the words of a story that are names, each with the one spelling that stands for all of its spellings.
type Names map[string]string

// calendar is the words that are written like names and are none.
var calendar = English("stop", "calendar")

// FindNames finds the names of a story.
func FindNames(statements [][]Word) Names {
	seen := make(map[string]*spelling)
	for _, ws := range statements {
		titled := InTitleCase(ws)
		for _, w := range ws {
			if w.Digit || w.Stop || len(w.Text) < 2 || calendar.Has(w.Text) {
				continue
			}
			s := seen[w.Text]
			if s == nil {
				s = new(spelling)
				seen[w.Text] = s
			}
			switch {
			case !w.Capital:
				s.lower++
			case w.First || titled:
				s.start++
			default:
				s.inner++
			}
		}
	}
	found := make(Names)
	for text, s := range seen {
		if s.inner > s.lower || s.inner == 0 && s.lower == 0 && s.start > 1 && !general(text) {
			found[text] = text
		}
	}
	found.unite(seen)
	return found
}

// general reports whether a word is one of the lexicon, which a capital at the start of a sentence does not make a name.
func general(text string) bool {
	var st Stemmer
	stem := st.Root(text)
	return len(words().classes[stem]) > 0 || IsLight(stem)
}

// InTitleCase reports whether a statement writes most of its longer words with a capital, so that a capital says nothing.
func InTitleCase(ws []Word) bool {
	capital, all := 0, 0
	for _, w := range ws {
		if len(w.Text) > 3 && !w.Digit && !w.First {
			all++
			if w.Capital {
				capital++
			}
		}
	}
	return all >= 3 && capital*4 >= all*3
}

// unite gives all spellings of a name the one that the story uses most.
func (n Names) unite(seen map[string]*spelling) {
	long := make([]string, 0, len(n))
	for text := range n {
		if utf8.RuneCountInString(text) >= 5 && words().places[text] == 0 {
			long = append(long, text)
		}
	}
	slices.SortFunc(long, func(a, b string) int {
		if d := total(seen[b]) - total(seen[a]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	said := make(map[byte][]spelt, 64) // the spellings that stand for others, the most used first, by their first byte
	for _, text := range long {
		s := spelt{text, lettersOf(text)}
		known := said[text[0]]
		i := slices.IndexFunc(known[:min(len(known), mostSpellings)], s.same)
		if i >= 0 {
			n[text] = known[i].text
			continue
		}
		said[text[0]] = append(known, s)
	}
}

// mostSpellings is how many names of one first letter a name is compared with, the most used: no event has so many, and
// a list of a hundred thousand would take minutes.
const mostSpellings = 2000

// spelt is a name with the letters that it has.
type spelt struct {
	text    string
	letters uint64 // a bit for each of its bytes, several bytes sharing one
}

func lettersOf(text string) (set uint64) {
	for i := range len(text) {
		set |= 1 << (text[i] & 63)
	}
	return set
}

// same reports whether two names are spellings of one. Names that differ in more letters than two edits can change are
// told apart without comparing them letter by letter; a question mark stands for any letter.
func (s spelt) same(t spelt) bool {
	const any = 1 << ('?' & 63)
	if (s.letters|t.letters)&any == 0 && bits.OnesCount64(s.letters^t.letters) > 4 {
		return false
	}
	return sameSpelling(s.text, t.text)
}

func total(s *spelling) int { return s.inner + s.start + s.lower }

// sameSpelling reports whether two names are spellings of one: the same first letter, and no more than one letter in
// five different. A question mark, left by a lossy conversion, equals any letter. A plural or a possessive is left to the
// stemmer.
func sameSpelling(a, b string) bool {
	if a[0] != b[0] || strings.HasPrefix(a, b) && len(a) > len(b)+1 || strings.HasPrefix(b, a) && len(b) > len(a)+1 {
		return false
	}
	long := max(len(a), len(b))
	allowed := 1
	if long >= 8 {
		allowed = 2
	}
	return long-min(len(a), len(b)) <= allowed && editDistance(a, b) <= allowed
}

// editDistance is the number of letters to insert, delete, replace or swap with the next (optimal string alignment).
func editDistance(a, b string) int {
	const most = 32
	if len(a) > most || len(b) > most {
		return most
	}
	var rows [3][most + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		now, before, twice := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] || a[i-1] == '?' || b[j-1] == '?' {
				cost = 0
			}
			now[j] = min(before[j]+1, now[j-1]+1, before[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], twice[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}

// Acronyms finds the acronyms among a story's words, by the runs of capitalised words that they stand for: "wsj" for
// "Wall Street Journal". The result leads from acronym to true when such a run exists.
func Acronyms(statements [][]Word) map[string]bool {
	short := make(map[string]bool)
	for _, ws := range statements {
		if InTitleCase(ws) {
			continue
		}
		for _, w := range ws {
			if n := len(w.Text); n >= 2 && n <= 6 && w.Capital && !w.Stop && !w.Digit {
				short[w.Text] = true
			}
		}
	}
	found := make(map[string]bool)
	for _, ws := range statements {
		for i := range ws {
			InitialRuns(ws, i, func(initials string, _ int) {
				if short[initials] {
					found[initials] = true
				}
			})
		}
	}
	return found
}

// InitialRuns calls do with the initials of the runs of two to six capitalised words that begin at word i, small words
// among them passed over, and the number of words in each.
func InitialRuns(ws []Word, i int, do func(initials string, n int)) {
	if !ws[i].Capital || ws[i].Digit {
		return
	}
	initials := ""
	for k := i; k < len(ws) && len(initials) < 6; k++ {
		w := ws[k]
		if !w.Capital {
			if w.Stop && len(w.Text) <= 3 {
				continue
			}
			return
		}
		initials += w.Text[:1]
		if len(initials) >= 2 {
			do(initials, k-i+1)
		}
	}
}
