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
	s := st.standings.graph.s
	a, b := &s.of[st.index(l.A)], &s.of[st.index(l.B)]
	var shared []Concept
	for i, j := 0, 0; i < len(a.own) && j < len(b.own); {
		switch {
		case a.own[i] < b.own[j]:
			i++
		case a.own[i] > b.own[j]:
			j++
		default:
			shared = append(shared, Concept{a.own[i], s.concepts[a.own[i]].weight})
			i, j = i+1, j+1
		}
	}
	in := s.classesOf(b)
	for _, c := range s.classesOf(a) {
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

// classesOf is the classes of the words of a statement, by ID, each with the weight of its rarest word.
func (s *event) classesOf(x *reading) []Concept {
	var classes []Concept
	for _, c := range x.own {
		for _, k := range s.concepts[c].classes {
			classes = append(classes, Concept{classIDs + int32(k), classWeight * s.concepts[c].weight})
		}
	}
	slices.SortFunc(classes, func(a, b Concept) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(b.Weight, a.Weight))
	})
	return slices.CompactFunc(classes, func(a, b Concept) bool { return a.ID == b.ID })
}

// SharedSpans is where the statement id, an end of the link, has what the link shares: bytes of its report's text, in
// order. Words of a class that both ends have are among them.
func (ls *Links) SharedSpans(l Link, id statement.ID) []report.Span {
	st := ls.scored.storyOf(l.A)
	if st == nil || ls.scored.storyOf(l.B) != st {
		return nil
	}
	s := st.standings.graph.s
	a, b := &s.of[st.index(l.A)], &s.of[st.index(l.B)]
	x, y := a, b
	if id == l.B {
		x, y = b, a
	}
	classes := s.classesOf(y)
	base := s.set.All[id].Span.Start
	var spans []report.Span
	for i, c := range x.at {
		if c >= 0 && (has(y.own, c) || s.inAny(c, classes)) {
			spans = append(spans, report.Span{Start: base + x.words[i].Start, End: base + x.words[i].End})
		}
	}
	return spans
}

// inAny reports whether the concept belongs to one of the classes.
func (s *event) inAny(concept int32, classes []Concept) bool {
	for _, k := range s.concepts[concept].classes {
		if slices.ContainsFunc(classes, func(c Concept) bool { return c.ID == classIDs+int32(k) }) {
			return true
		}
	}
	return false
}
