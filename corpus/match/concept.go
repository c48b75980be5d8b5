package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// findConcepts reads the words of every statement as concepts: names under one spelling, places, quantities in one unit,
// acronyms beside the names they stand for, and else stems.
func (s *story) findConcepts() {
	statements := make([][]word, len(s.of))
	for i := range s.of {
		statements[i] = s.of[i].words
	}
	s.named = findNames(statements)
	short := acronyms(statements)
	amounts := s.amounts()
	for i := range s.of {
		x := &s.of[i]
		s.readWords(x)
		s.readPlaces(x)
		for _, q := range amounts[i] {
			for j := q.word; j < q.word+q.words; j++ {
				x.at[j] = -1
			}
			x.at[q.word] = s.concept(q.key, amount)
		}
		for _, c := range x.at {
			if c >= 0 {
				x.own = append(x.own, c)
			}
		}
		for k := range x.words {
			initialRuns(x.words, k, func(initials string, _ int) {
				if short[initials] {
					x.own = append(x.own, s.concept("n:"+initials, nameWord))
				}
			})
		}
		x.own = sortedSet(x.own)
		s.readPairs(x)
	}
}

func (s *story) readWords(x *reading) {
	x.at = make([]int32, len(x.words))
	var classes []int16
	for k, w := range x.words {
		x.at[k] = -1
		if w.stop || len(w.text) < 2 {
			if verb := words().phrasal(x.words, k); verb != "" {
				x.at[k] = s.concept(verb, plainWord)
				s.concepts[x.at[k]].classes = words().classesAt(x.words, k, nil)
			}
			continue
		}
		if name, ok := s.named[w.text]; ok {
			x.at[k] = s.concept("n:"+name, nameWord)
		} else {
			x.at[k] = s.concept(w.stem, plainWord)
		}
		c := &s.concepts[x.at[k]]
		classes = words().classesAt(x.words, k, classes[:0])
		for _, class := range classes {
			if !slices.Contains(c.classes, class) {
				c.classes = append(c.classes, class)
			}
		}
	}
}

// readPlaces marks the concepts that name a place of the gazetteer; a name of several words becomes one concept.
func (s *story) readPlaces(x *reading) {
	for k := 0; k < len(x.words); k++ {
		p, n := words().placeAt(x.words, k)
		if n == 0 {
			continue
		}
		id := x.at[k]
		if n > 1 || id < 0 {
			parts := make([]string, n)
			for j := range n {
				parts[j] = x.words[k+j].text
				x.at[k+j] = -1
			}
			id = s.concept("n:"+strings.Join(parts, " "), nameWord)
			x.at[k] = id
		}
		s.concepts[id].place, s.concepts[id].kind = p, nameWord
		k += n - 1
	}
}

// keyed is a quantity with the key of the concept that all equal quantities of the story share.
type keyed struct {
	quantity
	key string
}

// amounts finds every statement's quantities and gives those of one dimension that lie within its tolerance one key,
// that of the smallest: "12 metres", "40 feet" and "39 feet" become one.
func (s *story) amounts() [][]keyed {
	all := make([][]keyed, len(s.of))
	var flat []*keyed
	for i := range s.of {
		for _, q := range quantities(s.set.Text(s.of[i].id), s.of[i].words) {
			all[i] = append(all[i], keyed{quantity: q})
		}
		for k := range all[i] {
			flat = append(flat, &all[i][k])
		}
	}
	slices.SortStableFunc(flat, func(a, b *keyed) int {
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(a.value, b.value))
	})
	least := 0.0
	for i, q := range flat {
		if i == 0 || flat[i-1].of != q.of || q.value > least*(1+tolerance[q.of]) {
			least = q.value
		}
		q.key = fmt.Sprintf("#%d:%g", q.of, least)
	}
	return all
}

// pairID is two concepts that stand side by side in a statement, words of grammar between them passed over.
type pairID struct{ a, b int32 }

func (p pairID) compare(q pairID) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) }

func (s *story) readPairs(x *reading) {
	last := int32(-1)
	for k, c := range x.at {
		if c < 0 {
			continue
		}
		if last >= 0 && last != c {
			x.pairs = append(x.pairs, pairID{min(last, c), max(last, c)})
		}
		if x.words[k].quoted {
			x.quoted = append(x.quoted, c)
		}
		last = c
	}
	slices.SortFunc(x.pairs, pairID.compare)
	x.pairs = slices.Compact(x.pairs)
	x.quoted = sortedSet(x.quoted)
}

func sortedSet(ids []int32) []int32 {
	slices.Sort(ids)
	return slices.Compact(ids)
}
