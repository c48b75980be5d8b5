package particular

import (
	"strings"

	"parallax/corpus/language"
)

// What a number counts. English puts the noun after the number and the verb after the noun ("24 people were killed"), or
// the verb before the number ("killing 24"), or the noun of the event before it ("a death toll of 24"). So the words
// after a number are looked at up to the next number or the end of the part of the sentence, and those before it only as
// far as words of grammar lead.

const (
	reach = 9 // words after a number in which its verb stands
	back  = 4 // words before it
)

// isRole reports whether a word says what happened to what is counted.
func roleWord(w *language.Word) bool { _, ok := roles()[w.Stem]; return ok }

// thingOf reads what the number from word i to word j counts or measures; from is the first word that bounds it.
func (s *sentence) thingOf(kind Kind, share bool, from, i, j int) Thing {
	var t Thing
	head := s.noun(j)
	if head >= 0 {
		s.name(&t, head)
	}
	switch kind {
	case Count, Percent, Money:
		if !s.hyphened(j) { // "a two-part deal" is no two of anything
			t.Role = s.roleOf(from, j)
		}
	}
	if kind == Length || kind == Weight || kind == Count && (t.Role == "" || s.scale(from, j)) {
		if d := s.dimension(kind, from, j); d != "" {
			t.Role = d
			t.Noun, t.Written, t.Classes = "", "", nil
			if head := s.measured(j); head >= 0 && kind == Length {
				s.name(&t, head)
			}
		}
	}
	if people()[t.Noun] || t.Role != "" && t.Noun != "" && roleOfStem(t.Noun) == t.Role {
		t.Noun, t.Written, t.Classes = "", "", nil
	}
	switch {
	case share:
		s.wholeOf(&t, j)
	case kind != Count && kind != Length && kind != Weight:
		s.beside(&t, kind, from, j)
	}
	if kind == Money {
		s.sumOf(&t, from, j)
	}
	t.stand(s.placeOf(from, j))
	t.Some = s.word(j+1) == "of" && j+3 < len(s.ws) && s.ws[j+2].Stop && roleWord(&s.ws[j+3])
	s.about(&t, i, j)
	return t
}

// hyphened reports whether word j is tied to the next by a hyphen.
func (s *sentence) hyphened(j int) bool { return strings.Trim(s.gapAfter(j), "-‑") == "" }

// name makes word k the noun of a thing.
func (s *sentence) name(t *Thing, k int) {
	w := &s.ws[k]
	if t.Noun, t.Written = w.Stem, s.text[w.Start:w.End]; w.First {
		t.Written = strings.ToLower(t.Written)
	}
	t.Classes = language.ClassesAt(s.ws, k, nil)
}

func roleOfStem(stem string) string { return roles()[stem] }

// noun is the head of what follows the number that ends at word j: the first noun in the plural of the words that stand
// together there, else the last of them; -1 when nothing does.
func (s *sentence) noun(j int) int {
	k := j + 1
	if s.word(k) == "of" { // "dozens of the houses", "some of the 24"
		for k++; k < len(s.ws) && s.ws[k].Stop && s.part[k] == s.part[j]; k++ {
		}
	}
	for s.word(k) == "more" || s.word(k) == "or" || s.word(k) == "other" || s.word(k) == "others" || s.word(k) == "so" {
		if s.word(k) == "others" {
			return k
		}
		k++
	}
	last, joined := -1, s.hyphened(j)
	for n := 0; k < len(s.ws) && n < 5; k, n = k+1, n+1 {
		w := &s.ws[k]
		if s.part[k] != s.part[j] || w.Stop || w.Digit || s.numbers[k] || s.taken[k] {
			break
		}
		if roleWord(w) {
			if last >= 0 || strings.HasSuffix(w.Text, "s") && !plural(w) {
				break
			}
			continue
		}
		last = k
		if plural(w) || people()[w.Stem] || persons()[w.Stem] && !s.compound(k) {
			return last
		}
	}
	if joined || s.word(j) == "one" || s.word(j) == "1" || last >= 0 && s.ws[j].Text == "a" {
		return last
	}
	return -1
}

// compound reports whether the word after word k goes on with its noun: "school girls".
func (s *sentence) compound(k int) bool {
	return k+1 < len(s.ws) && s.part[k+1] == s.part[k] && persons()[s.ws[k+1].Stem]
}

// plural reports whether a word looks like a noun in the plural.
func plural(w *language.Word) bool {
	t := w.Text
	if persons()[w.Stem] || people()[w.Stem] {
		return strings.HasSuffix(t, "s") || strings.HasSuffix(t, "men") || t == "children" || t == "people" || t == "police"
	}
	if strings.HasSuffix(t, "men") || strings.HasSuffix(t, "children") {
		return len(t) > 4
	}
	return len(t) > 3 && strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && !strings.HasSuffix(t, "us") && !strings.HasSuffix(t, "is")
}

// roleOf is what happened to what the number that ends at word j counts. The verb directly before it counts first.
func (s *sentence) roleOf(from, j int) string {
	if r, at := s.roleBefore(from, 1); r != "" && !s.ofAnother(at, from) {
		return s.withEither(at, r, -1)
	}
	if r, at := s.roleAfter(j); r != "" {
		return s.withEither(at, r, 1)
	}
	r, at := s.roleBefore(from, back)
	if r == "" || s.ofAnother(at, from) {
		return ""
	}
	return s.withEither(at, r, -1)
}

// roleBefore looks for a role among the words before word i, over at most n-1 words of grammar.
func (s *sentence) roleBefore(i, n int) (string, int) {
	for k := i - 1; k >= 0 && n > 0; k, n = k-1, n-1 {
		w := &s.ws[k]
		if s.part[k] != s.part[i] || s.numbers[k] || s.taken[k] || w.Text == "and" || w.Text == "while" || w.Text == "but" {
			return "", 0
		}
		if r := roleOfStem(w.Stem); r != "" {
			return r, k
		}
		if !w.Stop && !totals.Has(w.Text) {
			return "", 0
		}
	}
	return "", 0
}

// ofAnother reports whether the role at word k already belongs to a number before it: "24 dead and 200 ...".
func (s *sentence) ofAnother(k, i int) bool {
	w := s.ws[k].Text
	if strings.HasSuffix(w, "ing") && w != "missing" {
		return false // "killing 24"
	}
	for n := k - 1; n >= max(0, k-5) && s.part[n] == s.part[k]; n-- {
		if s.numbers[n] {
			return true
		}
		if s.ws[n].Text == "and" {
			break
		}
	}
	return w == "dead" || w == "missing" || i-k > 1 && (w == "injured" || w == "wounded")
}

// roleAfter looks for a role after the number that ends at word j, up to the next number and past an insertion
// ("three people, including a child, were killed").
func (s *sentence) roleAfter(j int) (string, int) {
	part := s.part[j]
	for k, n := j+1, 0; k < len(s.ws) && n < reach; k, n = k+1, n+1 {
		if s.part[k] != part {
			next := s.afterInsertion(k)
			if next < 0 {
				return "", 0
			}
			k, part = next, s.part[next]
		}
		w := &s.ws[k]
		if s.numbers[k] || w.Text == "to" && s.word(k+1) != "have" && s.word(k+1) != "be" && s.word(k-1) != "managed" && s.word(k-2) != "managed" {
			return "", 0
		}
		if r := roleOfStem(w.Stem); r != "" && !s.isObjectVerb(k) && !s.does(k, r) {
			return r, k
		}
		if w.Text == "who" || w.Text == "that" || w.Text == "which" || w.Text == "when" || w.Text == "after" || w.Text == "as" || w.Text == "while" || w.Text == "before" || w.Text == "because" || w.Text == "since" || w.Text == "but" {
			return "", 0
		}
	}
	return "", 0
}

// isObjectVerb reports whether the verb at word k has an object of its own, a number that follows: "and injuring dozens".
func (s *sentence) isObjectVerb(k int) bool {
	w := s.ws[k].Text
	return strings.HasSuffix(w, "ing") && w != "missing" || k > 0 && s.word(k-1) == "and" && s.numberNear(k+1)
}

// does reports whether what stands before the verb at word k does it to something: "ten officers arrested a man", "600 houses
// lost their roofs".
func (s *sentence) does(k int, role string) bool {
	if !objects.Has(s.word(k+1)) || s.part[k+1] != s.part[k] || intransitive.Has(role) {
		return false
	}
	return k == 0 || !beings.Has(s.word(k-1))
}

// numberNear reports whether a number stands at word k or after what bounds it.
func (s *sentence) numberNear(k int) bool {
	for n := 0; k < len(s.ws) && n < 4; k, n = k+1, n+1 {
		if s.numbers[k] {
			return true
		}
		if _, b := bounds()[s.ws[k].Text]; !b && !boundLinks.Has(s.ws[k].Text) {
			return false
		}
	}
	return false
}

// afterInsertion is the word after an insertion that begins at word k and says what is among what was counted; -1 when
// none begins there.
func (s *sentence) afterInsertion(k int) int {
	switch w := s.word(k); {
	case w == "including" || w == "among" || w == "most" || w == "some" || w == "many" || w == "mostly" || w == "mainly", s.inner[s.part[k]]:
	default:
		return -1
	}
	in := s.part[k]
	for k < len(s.ws) && s.part[k] == in {
		k++
	}
	if k == len(s.ws) {
		return -1
	}
	return k
}

// withEither makes one role of two that share a number: "killed or injured".
func (s *sentence) withEither(k int, r string, step int) string {
	if !either.Has(s.word(k + step)) {
		return r
	}
	o := k + 2*step
	if o < 0 || o >= len(s.ws) || s.part[o] != s.part[k] {
		return r
	}
	other := roleOfStem(s.ws[o].Stem)
	if other == "" || other == r || step > 0 && s.numberNear(o+1) || step < 0 && o > 0 && s.numbers[o-1] {
		return r
	}
	if other < r {
		r, other = other, r
	}
	return r + " or " + other
}

// gapAfter is what stands between word j and the next.
func (s *sentence) gapAfter(j int) string {
	if j+1 >= len(s.ws) {
		return " "
	}
	return s.gap(j + 1)
}
