package particular

import (
	"strings"

	"parallax/corpus/language"
)

// A share may be given without a percent sign: "half of the crop", "about a third of its revenue", "two-thirds of them",
// "one in five", "nine out of ten". It is a percentage like any other, and as round as it sounds.

// shareSlack is how many points a share in words may lie beside the exact one: a half may be 51 percent.
const shareSlack = 2

// shareAmounts finds the shares of a sentence that are given in words, and takes their words.
func (s *sentence) shareAmounts() []amount {
	var found []amount
	for i := 0; i < len(s.ws); i++ {
		if s.taken[i] {
			continue
		}
		v, n := s.shareAt(i)
		if n == 0 {
			continue
		}
		a := amount{Quantity: language.Quantity{Value: v, Of: language.Percent, Word: i, Words: n, Scale: 1}, kind: Percent, share: true, from: i, to: i + n - 1}
		s.boundAt(&a)
		found = append(found, a)
		s.take(i, i+n-1)
		i += n - 1
	}
	return found
}

// shareAt is the share in percent that the words from i give, and how many words that takes, 0 for none.
func (s *sentence) shareAt(i int) (percent float64, words int) {
	if w := s.word(i); w == "half" {
		before := s.word(i - 1)
		if before == "and" || s.word(i-2) == "and" && before == "a" || s.ordinalWord(i-1) || !s.shared(i+1) {
			return 0, 0
		}
		return 50, 1
	}
	above, ok := s.small(i)
	if !ok {
		return 0, 0
	}
	if below := fractions()[s.word(i+1)]; below > 0 && s.joined(i+1) && s.shared(i+2) && s.word(i+2) != "the" {
		return 100 * above / float64(below), 2
	}
	k := i + 2
	if s.word(i+1) == "out" && s.word(i+2) == "of" {
		k = i + 3
	} else if s.word(i+1) != "in" || above > 9 {
		return 0, 0
	}
	below, ok := s.small(k)
	if !ok || below <= above || s.word(k) == "a" || s.word(k-1) == "in" && !roundShares[below] || k+1 < len(s.ws) && (s.ws[k+1].Digit || language.IsUnit(s.ws[k+1].Stem)) {
		return 0, 0
	}
	return 100 * above / below, k - i + 1
}

// roundShares is the numbers of which one is told "in": "one in five"; "two in seven" is no share.
var roundShares = map[float64]bool{3: true, 4: true, 5: true, 6: true, 8: true, 10: true, 20: true, 100: true}

// small is the whole number from one to a hundred that word i gives by itself.
func (s *sentence) small(i int) (float64, bool) {
	if w := s.word(i); w == "a" || w == "an" {
		return 1, true
	}
	if i < 0 || i >= len(s.ws) {
		return 0, false
	}
	qs := language.Amounts(s.text, s.ws[i:i+1])
	if len(qs) != 1 || qs[0].Of != language.Count || qs[0].Most > 0 || qs[0].Value < 1 || qs[0].Value > 100 {
		return 0, false
	}
	return qs[0].Value, true
}

// shared reports whether what has a share begins at word i: "of the crop", "its revenue"; no unit, as in "half an hour".
func (s *sentence) shared(i int) bool {
	switch s.word(i) {
	case "of":
		next := s.word(i + 1)
		return next != "a" && next != "an" && next != ""
	case "the", "its", "their", "his", "her", "our", "all":
		return i+1 < len(s.ws) && !language.IsUnit(s.ws[i+1].Stem)
	}
	return false
}

// joined reports whether word i follows the one before it at once, or by a hyphen.
func (s *sentence) joined(i int) bool {
	g := s.gap(i)
	return g == " " || g == "-" || g == "‑" || g == "\n"
}

func (s *sentence) ordinalWord(i int) bool {
	w := s.word(i)
	return w == "first" || w == "other" || i >= 0 && s.ordinalAt(i) > 0
}

// wholeOf makes the noun of a share what it is a share of: the last of the words that stand together after "of" or "its".
func (s *sentence) wholeOf(t *Thing, j int) {
	last := -1
	for k, n := j+1, 0; k < len(s.ws) && n < 6 && s.part[k] == s.part[j]; k, n = k+1, n+1 {
		w := &s.ws[k]
		if w.Stop || w.Digit || s.taken[k] || strings.HasSuffix(w.Text, "ed") {
			if last >= 0 {
				break
			}
			continue
		}
		if last = k; plural(w) {
			break
		}
	}
	if last >= 0 {
		t.Of = true
		s.name(t, last)
	}
}
