package particular

import (
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Of sums and of percentages the noun beside them says too little: a price is "worth", "paid" or "costs". What a sum is, the
// price of a takeover, a fine, a year's revenue, is told by a verb or a noun near it; what rose or fell by a percentage stands
// before that verb, and a fall is a change below zero.

const (
	sumBefore = 6 // words before a sum in which the word that says what it is stands
	sumAfter  = 4 // words after it
)

// sumOf names what a sum of money from word from to word j is.
func (s *sentence) sumOf(t *Thing, from, j int) {
	t.Role = ""
	k := j + 1
	if each.Has(s.word(k)) {
		if k++; k < len(s.ws) && s.part[k] == s.part[j] && !s.ws[k].Stop && !language.IsUnit(s.ws[k].Stem) {
			t.Role = "per " + s.ws[k].Stem
			return
		}
	}
	best := len(s.ws)
	for k := max(0, from-sumBefore); k < min(len(s.ws), j+1+sumAfter); k++ {
		far := max(from-k, k-j)
		if r := sums()[s.ws[k].Stem]; r != "" && s.part[k] == s.part[j] && far < best && !s.numberBetween(k, from, j) {
			t.Role, best = r, far
		}
	}
}

// numberBetween reports whether another number stands between word k and the one from word i to word j.
func (s *sentence) numberBetween(k, i, j int) bool {
	if k < i {
		return slices.Contains(s.numbers[k:i], true)
	}
	return slices.Contains(s.numbers[j+1:k], true)
}

// change makes a percentage from word from to word j one by which something rose or fell, and reports whether it fell.
func (s *sentence) change(t *Thing, from, j int) (fell bool) {
	at := -1
	for k := from - 1; k >= max(0, from-3) && s.part[k] == s.part[from] && at < 0 && !s.numbers[k]; k-- {
		if moves()[s.ws[k].Stem] != "" && s.word(k+1) != "to" {
			at = k
		} else if !s.ws[k].Stop {
			break
		}
	}
	if k := j + 1; at < 0 && k < len(s.ws) && s.part[k] == s.part[j] && moves()[s.ws[k].Stem] != "" {
		at = k
	}
	if at < 0 {
		return false
	}
	t.Role, t.Of = "change", false
	if k := s.subjectBefore(min(at, from)); k >= 0 {
		s.name(t, k)
	} else if k := s.after(j, "in", "for", "of"); k >= 0 {
		s.name(t, k)
	}
	return moves()[s.ws[at].Stem] == "down"
}

// subjectBefore is the noun of which something is said at word i, past what stands between: of "shares of the port fell"
// the first; -1 for none.
func (s *sentence) subjectBefore(i int) int {
	found := -1
	for k := i - 1; k >= 0 && k > i-10 && s.part[k] == s.part[i] && !s.numbers[k]; k-- {
		w := &s.ws[k]
		switch {
		case prep(w.Text) || w.Text == "between" || w.Text == "with" || w.Text == "on":
			found = -1
		case found < 0 && !w.Stop && !w.Digit && !s.taken[k] && moves()[w.Stem] == "" && !strings.HasSuffix(w.Text, "ly"):
			found = k
		case found >= 0 && w.Stop && w.Text != "the" && w.Text != "its" && w.Text != "a" && w.Text != "their":
			return found
		}
	}
	return found
}

// after is the first word of weight behind one of some words of grammar that follow word j at once, -1 for none.
func (s *sentence) after(j int, words ...string) int {
	if !slices.Contains(words, s.word(j+1)) {
		return -1
	}
	for k := j + 2; k < len(s.ws) && s.part[k] == s.part[j]; k++ {
		if !s.ws[k].Stop {
			return k
		}
	}
	return -1
}

// sameSum reports whether two sums may be one, by what they are, as far as both say it.
func (t *Thing) sameSum(o *Thing) bool {
	switch {
	case t.Role != "" && o.Role != "":
		return t.Role == o.Role
	case t.common(o) >= 2:
		return true // "rakes in $56 billion", "$55.9 billion in revenue"
	}
	return t.Noun != "" && o.Noun != "" && (t.sameNoun(o) || slices.Contains(t.About, o.Noun) || slices.Contains(o.About, t.Noun))
}

// surelySameSum reports whether two sums of which that holds are surely one: more than the words for what they are is alike.
func (t *Thing) surelySameSum(o *Thing) bool {
	if t.Role == "" || o.Role == "" {
		return t.Role == o.Role && t.Noun != "" && t.sameNoun(o) && t.common(o) >= 2
	}
	return t.commonBut(o, sums()) >= min(2, t.words(sums()), o.words(sums()))
}

// words is how many words are about t, without its noun and some others; at least 1.
func (t *Thing) words(but map[string]string) int {
	n := 0
	for _, w := range t.About {
		if w != t.Noun && but[w] == "" {
			n++
		}
	}
	return max(1, n)
}
