package particular

import "strings"

// ordinals finds what is numbered in order: "the third round", "its 24th day".
func (s *sentence) ordinals() []Particular {
	var found []Particular
	for i := range s.ws {
		if s.taken[i] || s.numbers[i] {
			continue
		}
		n := s.ordinalAt(i)
		if n == 0 || i+1 >= len(s.ws) || s.part[i+1] != s.part[i] {
			continue
		}
		next := &s.ws[i+1]
		if next.Stop || next.Digit || strings.HasSuffix(next.Text, "est") || ordinalled.Has(next.Text) || s.numbers[i+1] {
			continue
		}
		p := Particular{Kind: Ordinal, Value: float64(n), Low: float64(n), High: float64(n), Span: s.span(i, i), Core: s.span(i, i), Figure: ordinalFigure(n)}
		s.name(&p.Thing, i+1)
		p.Thing.Of = s.becomes(i)
		s.about(&p.Thing, i, i)
		found = append(found, p)
	}
	return found
}

// becomes reports whether something is said to be what the ordinal at word i numbers: "it was the third storm".
func (s *sentence) becomes(i int) bool {
	k := i - 1
	for w := s.word(k); w == "the" || w == "a" || w == "its" || w == "his" || w == "her" || w == "their" || w == "our" || w == "only"; w = s.word(k) {
		k--
	}
	switch s.word(k) {
	case "is", "was", "be", "been", "became", "becomes", "become", "marks", "marked", "are", "were":
		return true
	}
	return false
}

// ordinalAt is the value of an ordinal from the second on, 0 for none; what is first is seldom counted.
func (s *sentence) ordinalAt(i int) int {
	w := s.ws[i].Text
	if n := ordinals()[w]; n > 0 {
		return n
	}
	digits, rest := leadingDigits(w)
	if n := atoi(digits); digits != "" && len(digits) < 4 && n > 1 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
		return n
	}
	return 0
}

func ordinalFigure(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return grouped(float64(n)) + ending
}

// wordsForNumbers finds numbers that are given without one: "no one was hurt", "a child was killed".
func (s *sentence) wordsForNumbers() []Particular {
	var found []Particular
	for i := range s.ws {
		if s.taken[i] || s.numbers[i] {
			continue
		}
		w := s.ws[i].Text
		switch {
		case w == "nobody" || w == "no" && (s.word(i+1) == "one" || s.word(i+1) == "casualties" || s.word(i+1) == "injuries" || s.word(i+1) == "deaths"):
			r, _ := s.roleAfter(i)
			if r == "" {
				r, _ = s.roleBefore(i, 1)
			}
			if r == "dead" || r == "injured" {
				found = append(found, s.given(0, r, i, i))
			}
		case (w == "a" || w == "an") && i+1 < len(s.ws) && persons()[s.ws[i+1].Stem] && !plural(&s.ws[i+1]):
			r, _ := s.roleBefore(i, 1)
			if r == "" {
				r = s.passiveAfter(i + 1)
			}
			if r == "dead" || r == "injured" || r == "missing" || r == "arrested" {
				p := s.given(1, r, i, i+1)
				s.name(&p.Thing, i+1)
				p.Figure, p.Thing.Some = "1 "+p.Thing.Written, true
				found = append(found, p)
			}
		}
	}
	return found
}

// passiveAfter is what is said to have happened to the one whom word k names: "a child was killed", "a child died".
func (s *sentence) passiveAfter(k int) string {
	for n := 1; n <= 3 && k+n < len(s.ws) && s.part[k+n] == s.part[k]; n++ {
		if r := roleOfStem(s.ws[k+n].Stem); r != "" && (n > 1 || s.ws[k+n].Text == "died") && !strings.HasSuffix(s.ws[k+n].Text, "ing") {
			return r
		}
		if !s.ws[k+n].Stop {
			return ""
		}
	}
	return ""
}

// given is a count that stands in the words from i to j.
func (s *sentence) given(n float64, role string, i, j int) Particular {
	p := Particular{Kind: Count, Value: n, Low: n, High: n, Span: s.span(i, j), Core: s.span(i, j), Figure: grouped(n)}
	p.Thing.Role = role
	p.Thing.stand(s.placeOf(i, j))
	s.about(&p.Thing, i, j)
	return p
}
