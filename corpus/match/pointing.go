package match

import (
	"slices"

	"parallax/corpus/language"
)

// A statement that points back ("the site", "he", "these talks") takes over what stood before it in its report, with
// less weight the further back it stood; and what a voice says is said by its speaker, whom the words may only call "he".

// pointers are the words by which a statement points back.
var pointers = language.English("grammar", "pointers")

const (
	oneBack  = 0.5
	twoBack  = 0.25
	bySpeech = 0.8
)

// inherit finds what each statement takes from those before it and from its speakers.
func (s *event) inherit() {
	for i := range s.of {
		x := &s.of[i]
		if s.pointsBack(x) {
			much := float32(oneBack)
			for j, left := i-1, 2; j >= 0 && left > 0 && s.of[j].report == x.report; j-- {
				if !s.of[j].story {
					continue
				}
				for _, c := range s.of[j].said {
					if s.concepts[c].kind != amount {
						x.taken = append(x.taken, near{c, much})
					}
				}
				much, left = twoBack, left-1
			}
		}
		all := slices.Clone(x.taken)
		for _, c := range s.speakerConcepts(x) {
			all = append(all, near{c, bySpeech})
		}
		for _, c := range x.own {
			all = append(all, near{c, 1})
		}
		x.before = strongest(all)
	}
}

func (s *event) pointsBack(x *reading) bool {
	for i, w := range x.words {
		if pointers.Has(w.Text) || i == 0 && w.Text == "the" {
			return true
		}
	}
	return false
}
