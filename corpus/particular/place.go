package particular

import "slices"

// placeOf is the names of the place of what the number from word i to word j counts, and the words that make it one of a
// part: "in Central Aceh district". A place that stands at the head of a sentence, before a comma,
// holds for all of it.
func (s *sentence) placeOf(j int) (part, names []string) {
	const far = 18 // words after the number
	for k := j + 1; k < len(s.ws) && k < j+far && (s.part[k] == s.part[j] || s.inner[s.part[k]]); k++ {
		if s.word(k) == "alone" {
			part = []string{"alone"}
		}
		if !prep(s.word(k)) || len(part) > 0 || len(names) > 0 {
			continue
		}
		part, names = s.placeAfter(k)
	}
	if len(part) == 0 && len(s.ws) > 0 && s.part[j] > 0 && prep(s.ws[0].Text) {
		p, ns := s.placeAfter(0)
		part, names = p, append(names, ns...)
	}
	return part, sorted(names)
}

func prep(w string) bool {
	switch w {
	case "in", "at", "across", "around", "near", "from", "throughout", "inside", "outside", "off", "of":
		return true
	}
	return false
}

// placeAfter is the names that follow a preposition at word k, and the words of a part among them: the word for it and
// the names directly before, or after "of".
func (s *sentence) placeAfter(k int) (part, names []string) {
	at := s.word(k)
	for n := k + 1; n < len(s.ws) && n < k+8 && s.part[n] == s.part[k]; n++ {
		w := &s.ws[n]
		switch {
		case parted.Has(w.Text):
			if at == "from" || at == "across" || at == "throughout" || at == "of" && n == k+1 {
				return nil, names
			}
			part = append(part, w.Text)
			for b := n - 1; b > k && s.ws[b].Capital && (b == n-1 || !s.possessive(b)); b-- {
				part = append(part, s.ws[b].Text)
			}
			if s.word(n+1) == "of" && n+2 < len(s.ws) && s.ws[n+2].Capital {
				part = append(part, s.ws[n+2].Text)
				names = append(names, s.ws[n+2].Text)
			}
			return part, names
		case w.Capital && !s.taken[n]:
			names = append(names, w.Text)
		case prep(w.Text) || len(names) > 0 && w.Stop:
			return part, names
		}
	}
	return part, names
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
