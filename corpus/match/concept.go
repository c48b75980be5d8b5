package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// findConcepts reads the words of every statement as concepts: names under one spelling, places, quantities in one unit,
// acronyms beside the names they stand for, and else stems.
func (s *event) findConcepts() {
	statements := make([][]language.Word, len(s.of))
	for i := range s.of {
		statements[i] = s.of[i].words
	}
	s.named = language.FindNames(statements)
	short := language.Acronyms(statements)
	amounts := s.amounts()
	aliases := aliasesOf(s.set.Aliases)
	for i := range s.of {
		x := &s.of[i]
		s.readWords(x)
		s.readPlaces(x)
		if aliases != nil {
			s.readAliases(x, aliases)
		}
		for _, q := range amounts[i] {
			for j := q.Word; j < q.Word+q.Words; j++ {
				x.at[j] = -1
			}
			x.at[q.Word] = s.concept(q.key, amount)
		}
		for _, c := range x.at {
			if c >= 0 {
				x.own = append(x.own, c)
			}
		}
		for k := range x.words {
			language.InitialRuns(x.words, k, func(initials string, _ int) {
				if short[initials] {
					x.own = append(x.own, s.concept("n:"+initials, nameWord))
				}
			})
		}
		x.own = sortedSet(x.own)
		s.readPairs(x)
	}
}

func (s *event) readWords(x *reading) {
	x.at = make([]int32, len(x.words))
	var classes []int16
	for k, w := range x.words {
		x.at[k] = -1
		if w.Stop || len(w.Text) < 2 {
			if verb := language.Phrasal(x.words, k); verb != "" {
				x.at[k] = s.concept(verb, plainWord)
				s.concepts[x.at[k]].classes = language.ClassesAt(x.words, k, nil)
			}
			continue
		}
		if name, ok := s.named[w.Text]; ok {
			x.at[k] = s.concept("n:"+name, nameWord)
		} else {
			x.at[k] = s.concept(w.Stem, plainWord)
		}
		c := &s.concepts[x.at[k]]
		classes = language.ClassesAt(x.words, k, classes[:0])
		for _, class := range classes {
			if !slices.Contains(c.classes, class) {
				c.classes = append(c.classes, class)
			}
		}
	}
}

// readPlaces marks the concepts that name a place of the gazetteer; a name of several words becomes one concept.
func (s *event) readPlaces(x *reading) {
	for k := 0; k < len(x.words); k++ {
		p, n := language.PlaceAt(x.words, k)
		if n == 0 {
			continue
		}
		id := x.at[k]
		if n > 1 || id < 0 {
			parts := make([]string, n)
			for j := range n {
				parts[j] = x.words[k+j].Text
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
	language.Quantity
	key string
}

// amounts finds every statement's quantities and gives those of one dimension that lie within its tolerance one key,
// that of the smallest: "12 metres", "40 feet" and "39 feet" become one.
func (s *event) amounts() [][]keyed {
	all := make([][]keyed, len(s.of))
	var flat []*keyed
	for i := range s.of {
		for _, q := range language.Quantities(s.set.Text(s.of[i].id), s.of[i].words) {
			all[i] = append(all[i], keyed{Quantity: q})
		}
		for k := range all[i] {
			flat = append(flat, &all[i][k])
		}
	}
	slices.SortStableFunc(flat, func(a, b *keyed) int {
		return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.Value, b.Value))
	})
	least := 0.0
	for i, q := range flat {
		if i == 0 || flat[i-1].Of != q.Of || q.Value > least*(1+q.Of.Tolerance()) {
			least = q.Value
		}
		q.key = fmt.Sprintf("#%d:%g", q.Of, least)
	}
	return all
}

// pairID is two concepts that stand side by side in a statement, words of grammar between them passed over.
type pairID struct{ a, b int32 }

func (p pairID) compare(q pairID) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) }

func (s *event) readPairs(x *reading) {
	last := int32(-1)
	for k, c := range x.at {
		if c < 0 {
			continue
		}
		if last >= 0 && last != c {
			x.pairs = append(x.pairs, pairID{min(last, c), max(last, c)})
		}
		if x.words[k].Quoted {
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
