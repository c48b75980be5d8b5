package match

import (
	"slices"
	"strings"
	"sync"

	"parallax/corpus/language"
)

// "The site had been seized" says which site only through what stood before. A definite noun of a general kind is read as
// also standing for the last word before it, in its report, that names such a thing. This finds no more than the plain
// cases; who "he" is, the voices know.

// referents is what general nouns may stand for: for each stem the lists it belongs to, as one that points and as one
// that is meant.
type referents struct {
	points, meant map[string][]int16
}

var referring = sync.OnceValue(func() *referents {
	r := &referents{points: make(map[string][]int16), meant: make(map[string][]int16)}
	var st language.Stemmer
	for list, line := range language.English("referents", "referents").Lines() {
		into := r.points
		for f := range strings.FieldsSeq(line) {
			if f == ":" {
				into = r.meant
				continue
			}
			stem := st.Root(f)
			into[stem] = append(into[stem], int16(list))
		}
	}
	return r
})

// reach is how many statements back a noun may point.
const reach = 3

// refer adds to every statement the concepts that its definite nouns stand for.
func (s *event) refer() {
	for i := range s.of {
		x := &s.of[i]
		for k := 1; k < len(x.words); k++ {
			if w := x.words[k-1].Text; w != "the" && w != "this" && w != "that" && w != "these" && w != "those" {
				continue
			}
			if c := s.meantBy(i, k); c >= 0 && !slices.Contains(x.own, c) {
				x.meant = append(x.meant, referent{word: k, concept: c})
			}
		}
		for _, m := range x.meant {
			x.own = append(x.own, m.concept)
		}
		x.own = sortedSet(x.own)
	}
}

// referent is a concept that a word stands for.
type referent struct {
	word    int // index into words
	concept int32
}

// meantBy is the concept that word k of statement i stands for, -1 when it stands for nothing but itself.
func (s *event) meantBy(i, k int) int32 {
	lists := referring().points[s.of[i].words[k].Stem]
	if len(lists) == 0 {
		return -1
	}
	from := k - 1
	for j, left := i, reach; j >= 0 && left >= 0 && s.of[j].report == s.of[i].report; j-- {
		y := &s.of[j]
		if !y.story {
			continue
		}
		if j < i {
			from = len(y.words)
		}
		for q := from - 1; q >= 0; q-- {
			for _, list := range referring().meant[y.words[q].Stem] {
				if slices.Contains(lists, list) && y.at[q] >= 0 && y.words[q].Stem != s.of[i].words[k].Stem {
					return y.at[q]
				}
			}
		}
		left--
	}
	return -1
}
