package particular

import "strings"

// What a number with a unit measures: the depth of a hole, the length of talks, the sum of a fine. The word for it stands
// beside the number.

// measured is the noun that a measure with a hyphen stands before, -1 for none: "a 40-foot-wide crater".
func (s *sentence) measured(j int) int {
	if !s.hyphened(j) && !s.hyphened(j-1) {
		return -1
	}
	for k := j + 1; k < len(s.ws) && s.part[k] == s.part[j] && k < j+5; k++ {
		w := &s.ws[k]
		if dimensions()[w.Stem] != "" {
			continue
		}
		if w.Stop {
			return -1
		}
		return k
	}
	return -1
}

// scale reports whether the number stands beside the name of a scale: "6.1-magnitude", "magnitude 6.1".
func (s *sentence) scale(from, j int) bool {
	for _, k := range [...]int{from - 1, j + 1} {
		if k >= 0 && k < len(s.ws) && dimensions()[s.ws[k].Stem] == "magnitude" {
			return true
		}
	}
	return s.word(from-1) == "of" && s.word(from-2) == "magnitude"
}

// dimension is what a length, a weight or a scale measures, by the words beside the number.
func (s *sentence) dimension(kind Kind, from, j int) string {
	for k, n, part := j+1, 0, s.part[j]; k < len(s.ws) && n < 3; k, n = k+1, n+1 {
		if s.part[k] != part {
			next := -1
			if s.inner[s.part[k]] {
				next = s.afterInsertion(k)
			}
			if next < 0 {
				break
			}
			k, part = next, s.part[next]
		}
		if d := dimensions()[s.ws[k].Stem]; d != "" && fits(d, kind) {
			return d
		}
	}
	for k, n := from-1, 0; k >= 0 && n < 5 && !s.numbers[k]; k, n = k-1, n+1 {
		if s.part[k] != s.part[j] {
			break
		}
		if d := dimensions()[s.ws[k].Stem]; d != "" && fits(d, kind) {
			return d
		}
	}
	return ""
}

// fits reports whether a dimension is one of the kind's.
func fits(d string, kind Kind) bool {
	switch d {
	case "magnitude", "age":
		return kind == Count
	case "weight":
		return kind == Weight
	}
	return kind == Length
}

// beside finds the word that says what a duration, a sum or a share is of: after "of" or "in", else the noun that follows,
// else the nearest word before that is none of grammar.
func (s *sentence) beside(t *Thing, kind Kind, from, j int) {
	k := j + 1
	if k < len(s.ws) && s.inner[s.part[k]] && s.part[k] != s.part[j] {
		k = max(k, s.afterInsertion(k)) // "$112bn (£70bn) in revenue"
	}
	if w := s.word(k); w == "of" || w == "in" && kind == Money {
		part := s.part[k]
		for k++; k < len(s.ws) && s.part[k] == part; k++ {
			if w := &s.ws[k]; !w.Stop && !w.Digit && !s.taken[k] && (!s.taken[min(k+1, len(s.ws)-1)] || w.Text != "fiscal") {
				t.Of = true
				s.name(t, s.pastAdjective(k))
				return
			}
		}
	}
	if kind == Duration && t.Noun != "" && s.hyphened(j) {
		return // "a 24-hour ceasefire"
	}
	for k, n := from-1, 0; k >= 0 && n < 6 && s.part[k] == s.part[j]; k, n = k-1, n+1 {
		w := &s.ws[k]
		if w.Stop || w.Digit || s.taken[k] || s.numbers[k] || strings.HasSuffix(w.Text, "ly") {
			continue
		}
		if kind == Duration && lasting.Has(w.Text) && s.lasts(t, k) {
			return
		}
		s.name(t, k)
		return
	}
}

// lasts makes the noun of a length of time what the verb at word k says lasts so long: "the talks lasted three days".
func (s *sentence) lasts(t *Thing, k int) bool {
	n := s.subjectBefore(k)
	if n >= 0 {
		t.Of = true
		s.name(t, n)
	}
	return n >= 0
}

// pastAdjective is the word after word k where that looks like an adjective of it: "national mourning".
func (s *sentence) pastAdjective(k int) int {
	if k+1 >= len(s.ws) || s.part[k+1] != s.part[k] || s.ws[k+1].Stop || s.ws[k+1].Digit || s.taken[k+1] || plural(&s.ws[k]) {
		return k
	}
	for _, ending := range [...]string{"al", "ive", "ous", "ic", "ful", "less", "able", "ary", "ish", "ese", "ian", "an", "ent", "ant"} {
		if w := s.word(k); len(w) > len(ending)+2 && strings.HasSuffix(w, ending) {
			return k + 1
		}
	}
	return k
}
