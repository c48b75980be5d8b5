package particular

import (
	"slices"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Where what a number counts is. A figure that is given for a place counts the thing in that place and is not the whole
// one, unless the place is the event's own. The place stands after the number ("ten were killed in Norland district"), or
// before it in its clause ("a wall in Tarn killed four"), or at the head of the sentence ("In Tarn, four died").

// place is where something is, as a sentence says it.
type place struct {
	part    []string // the word that makes it a part, a noun or a preposition, then its names; empty for none
	names   []string // all names there
	written string   // as the report writes it
}

const (
	farAfter  = 18 // words after a number in which its place stands
	farBefore = 12 // words before it
)

// placeOf is the place of what the number from word i to word j counts.
func (s *sentence) placeOf(i, j int) place {
	var found place
	alone := false
	for k := j + 1; k < len(s.ws) && k < j+farAfter && (s.part[k] == s.part[j] || s.inner[s.part[k]]); k++ {
		alone = alone || s.word(k) == "alone"
		if prep(s.word(k)) && !found.known() {
			found = s.placeAfter(k, len(s.ws))
		}
	}
	if alone {
		found.part = []string{"alone"}
	}
	for k := i - 1; k >= max(0, i-farBefore) && s.part[k] == s.part[i] && len(found.part) == 0; k-- {
		if s.numbers[k] || s.taken[k] || s.word(k) == "that" || sayings.Has(s.word(k)) {
			break
		}
		if within(s.word(k)) {
			found.add(s.placeAfter(k, i))
		}
	}
	if len(s.ws) > 0 && len(found.part) == 0 && prep(s.ws[0].Text) {
		found.add(s.placeAfter(0, i))
	}
	if len(found.part) == 0 {
		found.add(s.placeActing(i))
	}
	found.names = sorted(found.names)
	return found
}

// placeActing is the place that stands as the subject of what the number at word i counts: "Norland would lose 900 jobs",
// "the town of Tarn lost 350 houses". A country without a word for a part is known by its name.
func (s *sentence) placeActing(i int) place {
	verb := false
	for k := i - 1; k >= 0 && s.part[k] == s.part[i]; k-- {
		w := &s.ws[k]
		switch {
		case roleWord(w):
			verb = true
		case w.Capital && !s.taken[k] && verb:
			for n := k - 1; n >= max(0, k-4); n-- {
				if parted.Has(s.word(n)) && s.word(n+1) == "of" {
					return s.partAt(n, n, nil)
				}
			}
			if language.IsNation(w.Text) && !s.possessive(k) && (k == 0 || s.part[k-1] != s.part[k] || s.ws[k-1].Stop && !s.ws[k-1].Capital) {
				return place{part: []string{"in", w.Text}, names: []string{w.Text}, written: s.text[w.Start:w.End]}
			}
			return place{}
		case !w.Stop && bounds()[w.Text] == Exact:
			return place{}
		}
	}
	return place{}
}

func (p *place) known() bool { return len(p.part) > 0 || len(p.names) > 0 }

// add takes in what another place of the same number has.
func (p *place) add(o place) {
	p.names = append(p.names, o.names...)
	if len(p.part) == 0 {
		p.part, p.written = o.part, o.written
	}
}

// stand puts what is counted into a place.
func (t *Thing) stand(p place) { t.Part, t.Places, t.Place = p.part, p.names, p.written }

func prep(w string) bool {
	switch w {
	case "across", "around", "from", "throughout", "of":
		return true
	}
	return within(w)
}

// within reports whether a word puts what it follows into, or near, a place.
func within(w string) bool {
	switch w {
	case "in", "at", "near", "inside", "outside", "off":
		return true
	}
	return false
}

// placeAfter is the place that follows a preposition at word k, before word end: a noun for a part with the names before
// it, or after "of", else the names that follow at once, or after one word, as in "neighbouring Norland".
func (s *sentence) placeAfter(k, end int) place {
	var p place
	first, last, lower := -1, -1, 0
words:
	for n := k + 1; n < min(end, k+8) && s.part[n] == s.part[k]; n++ {
		w := &s.ws[n]
		switch {
		case parted.Has(w.Text):
			if !within(s.word(k)) {
				return p
			}
			return s.partAt(k, n, p.names)
		case w.Capital && !s.taken[n] && !s.numbers[n]:
			if p.names = append(p.names, w.Text); first < 0 {
				first = n
			}
			if lower <= 1 {
				last = n
			}
		case w.Text == "of" && lower == 1 && len(p.names) == 0: // "at the market of Tarn"
			lower = 0
		case prep(w.Text) || len(p.names) > 0 && w.Stop:
			break words
		case !w.Stop:
			lower++
		}
	}
	if within(s.word(k)) && last >= 0 && !s.possessive(last) {
		p.part = append([]string{s.word(k)}, p.names...)
		p.written = s.text[s.ws[first].Start:s.ws[last].End]
	}
	return p
}

// partAt is the place of which word n is the noun for a part, after a preposition at word k and the names between.
func (s *sentence) partAt(k, n int, names []string) place {
	p := place{part: []string{s.word(n)}, names: names}
	first, last := n, n
	for b := n - 1; b > k && s.ws[b].Capital && (b == n-1 || !s.possessive(b)); b-- {
		p.part = append(p.part, s.ws[b].Text)
		first = b
	}
	if s.word(n+1) == "of" && n+2 < len(s.ws) && s.ws[n+2].Capital {
		for last = n + 2; last < len(s.ws) && s.ws[last].Capital && s.part[last] == s.part[n] && !s.taken[last]; last++ {
			p.part = append(p.part, s.ws[last].Text)
			p.names = append(p.names, s.ws[last].Text)
		}
		last--
	}
	p.written = s.text[s.ws[first].Start:s.ws[last].End]
	return p
}

// possessive reports whether word k ends as one does: "Indonesia's".
func (s *sentence) possessive(k int) bool {
	w := &s.ws[k]
	return w.End-w.Start > len(w.Text)
}

// covers reports whether the names of a part are among the words of what another figure is of.
func covers(part []string, o *Thing) bool {
	if len(part) < 2 {
		return false
	}
	for _, name := range part[1:] {
		if !slices.Contains(o.Places, name) && !slices.ContainsFunc(o.About, func(w string) bool { return w == name || spelt(w, name) }) {
			return false
		}
	}
	return true
}

// A scope is the words by which a report says what it is of, folded and sorted: those of its headline and of its first
// sentence, up to what is among what it counts. A place of which they name all is that of the whole event.
type scope []string

func scopeOf(set *statement.Set, id report.ID) scope {
	var words scope
	for _, st := range set.In(id) {
		if !st.IsStory() {
			continue
		}
		for _, w := range language.Words(set.Plain(st.ID)) {
			if w.Text == "including" || w.Text == "among" {
				break
			}
			words = append(words, w.Text)
		}
		if st.Kind == statement.Sentence {
			break
		}
	}
	return sorted(words)
}

// has reports whether a name, or another spelling or form of it, is among the words.
func (sc scope) has(name string) bool {
	if _, found := slices.BinarySearch(sc, name); found {
		return true
	}
	return slices.ContainsFunc(sc, func(w string) bool { return spelt(w, name) })
}

// settle makes the place of what is counted that of the whole event where the report's scope names it. Of another event
// than the report's, only a noun for a part tells one.
func (t *Thing) settle(sc scope) {
	switch {
	case len(t.Part) == 0 || t.Part[0] == "alone":
		return
	case t.Past:
		if within(t.Part[0]) {
			t.Part, t.Place = nil, ""
		}
		return
	}
	names := t.Part[1:]
	if len(names) == 0 {
		names = t.Part
	}
	for _, name := range names {
		if !sc.has(name) {
			return
		}
	}
	t.Part, t.Place, t.Whole = nil, "", true
}
