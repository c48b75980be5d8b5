package match

import (
	"slices"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// "... , the agency's spokesman Orr told reporters" says who speaks, not what is said. Two statements of one speaker share
// all of that and perhaps nothing else, so the words of an attribution are told from the rest: those outside every voice
// that stand in one stretch between punctuation with the speaker's name or the reporting verb.

// readSaid finds the concepts of a statement that are not of an attribution.
func (s *event) readSaid(x *reading) {
	st := &s.set.All[x.id]
	if len(st.Voices) == 0 {
		x.said = x.own
		return
	}
	tags := s.attributions(x)
	for k, c := range x.at {
		if c >= 0 && !tags[k] {
			x.said = append(x.said, c)
		}
	}
	for _, m := range x.meant {
		x.said = append(x.said, m.concept)
	}
	x.said = sortedSet(x.said)
}

// attributions tells of each word of a statement with voices whether it belongs to an attribution.
func (s *event) attributions(x *reading) []bool {
	text := s.set.Text(x.id)
	st := &s.set.All[x.id]
	outside := func(k int) bool {
		w := report.Span{Start: st.Span.Start + x.words[k].Start, End: st.Span.Start + x.words[k].End}
		for _, v := range st.Voices {
			if v.Span.Overlap(w) > 0 {
				return false
			}
		}
		return true
	}
	who := make(map[string]bool)
	var stem language.Stemmer
	for _, v := range st.Voices {
		who[stem.Root(v.Verb)] = true
		for _, w := range language.Words(v.Speaker) {
			who[w.Stem] = true
		}
	}
	tags := make([]bool, len(x.words))
	for from := 0; from < len(x.words); {
		to := from + 1
		for to < len(x.words) && outside(to) == outside(from) && !breaks(text[x.words[to-1].End:x.words[to].Start]) {
			to++
		}
		if outside(from) && slices.ContainsFunc(x.words[from:to], func(w language.Word) bool { return who[w.Stem] }) {
			for k := from; k < to; k++ {
				tags[k] = true
			}
		}
		from = to
	}
	return tags
}

// onlyWho is the part of the shared weight that stands in the attributions of both statements.
func onlyWho(p *comparison) float64 {
	if len(p.a.speakers) == 0 || len(p.b.speakers) == 0 {
		return 0
	}
	sum := 0.0
	for _, c := range p.shared {
		if !has(p.a.said, c) && !has(p.b.said, c) {
			sum += p.s.concepts[c].weight
		}
	}
	return sum / (p.sum + 2)
}
