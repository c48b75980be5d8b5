package match

import (
	"cmp"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Concept is something that the two ends of a link have in common: a word stem, a name, a number with its noun, a class of
// related words, a speaker.
type Concept struct {
	ID     int32   // the same for the same concept throughout an event
	Weight float64 // the rarer in the event, the heavier
}

// What the ids of shared classes and speakers begin with, above those of concepts; and their weights. A class that both
// ends have says less than a word, one speaker about as much as a rare word.
const (
	classIDs      = 1 << 24
	speakerIDs    = 1 << 25
	classWeight   = 0.6
	speakerWeight = 3
)

// Shared is what the two ends of a link have in common, by ID. A link that was added by hand may have nothing.
func (ls *Links) Shared(l Link) []Concept {
	st := ls.scored.storyOf(l.A)
	if st == nil || ls.scored.storyOf(l.B) != st {
		return nil
	}
	m := st.made
	a, b := &m.of[m.index(l.A)], &m.of[m.index(l.B)]
	var shared []Concept
	for i, j := 0, 0; i < len(a.own) && j < len(b.own); {
		switch {
		case a.own[i] < b.own[j]:
			i++
		case a.own[i] > b.own[j]:
			j++
		default:
			shared = append(shared, Concept{a.own[i], m.concepts[a.own[i]].weight})
			i, j = i+1, j+1
		}
	}
	in := m.classesOf(b)
	for _, c := range m.classesOf(a) {
		if k, ok := slices.BinarySearchFunc(in, c.ID, func(c Concept, id int32) int { return cmp.Compare(c.ID, id) }); ok {
			shared = append(shared, Concept{c.ID, min(c.Weight, in[k].Weight)})
		}
	}
	for _, sp := range a.speakers {
		if slices.Contains(b.speakers, sp) {
			shared = append(shared, Concept{speakerIDs + sp, speakerWeight})
		}
	}
	return shared
}

// SharedSpans is where the statement id, an end of the link, has what the link shares: bytes of its report's text, in
// order. Words of a class that both ends have are among them.
func (ls *Links) SharedSpans(l Link, id statement.ID) []report.Span {
	st := ls.scored.storyOf(l.A)
	if st == nil || ls.scored.storyOf(l.B) != st {
		return nil
	}
	m := st.made
	x, y := &m.of[m.index(l.A)], &m.of[m.index(l.B)]
	if id == l.B {
		x, y = y, x
	}
	classes := m.classesOf(y)
	base := ls.scored.set.All[id].Span.Start
	var spans []report.Span
	for i := range x.words {
		if w := &x.words[i]; has(y.own, w.concept) || m.inAny(w.concept, classes) {
			spans = append(spans, w.span(base))
		}
	}
	return spans
}
