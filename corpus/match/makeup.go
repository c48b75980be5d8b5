package match

import (
	"cmp"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// makeup is what a story's statements are made of, as far as it is asked for once their scores are there: for claims, and for
// what two statements share. It is a small part of an event, and all that is kept of one (pack.go).
type makeup struct {
	of       []made
	concepts []kept
	speakers []string
}

// made is one statement. It is numbered by its place in makeup.of, which is the order of the statements.
type made struct {
	id       statement.ID
	report   int32 // of the story, from 0
	number   int32 // in its report's story, from 0
	words    []wordMade
	own      []int32 // concepts, sorted, each once
	speakers []int32 // sorted
}

// wordMade is a word that is a concept.
type wordMade struct {
	start, end int32   // bytes of the statement
	concept    int32   // that it is
	meant      []int32 // concepts that it also stands for
}

// kept is a concept.
type kept struct {
	weight  float64
	classes []int16
}

// makeup is the event's.
func (s *event) makeup() *makeup {
	m := &makeup{of: make([]made, len(s.of)), concepts: make([]kept, len(s.concepts)), speakers: make([]string, len(s.speakers))}
	words := 0
	for i := range s.of {
		words += len(s.of[i].words)
	}
	room := make([]wordMade, 0, words)
	for i := range s.of {
		x := &s.of[i]
		first := len(room)
		for k, c := range x.at {
			if c >= 0 {
				room = append(room, wordMade{int32(x.words[k].Start), int32(x.words[k].End), c, x.standsFor(k)})
			}
		}
		m.of[i] = made{x.id, int32(x.report), int32(x.number), slices.Clip(room[first:]), x.own, x.speakers}
	}
	for i := range s.concepts {
		m.concepts[i] = kept{s.concepts[i].weight, s.concepts[i].classes}
	}
	for i := range s.speakers {
		m.speakers[i] = s.speakers[i].name
	}
	return m
}

// standsFor is the concepts that word k also stands for.
func (x *reading) standsFor(k int) (concepts []int32) {
	for _, m := range x.meant {
		if m.word == k {
			concepts = append(concepts, m.concept)
		}
	}
	return concepts
}

// index is a statement's number in the story.
func (m *makeup) index(id statement.ID) int32 {
	i, _ := slices.BinarySearchFunc(m.of, id, func(x made, id statement.ID) int { return cmp.Compare(x.id, id) })
	return int32(i)
}

// classesOf is the classes of the words of a statement, by ID, each with the weight of its rarest word.
func (m *makeup) classesOf(x *made) []Concept {
	var classes []Concept
	for _, c := range x.own {
		for _, k := range m.concepts[c].classes {
			classes = append(classes, Concept{classIDs + int32(k), classWeight * m.concepts[c].weight})
		}
	}
	slices.SortFunc(classes, func(a, b Concept) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(b.Weight, a.Weight))
	})
	return slices.CompactFunc(classes, func(a, b Concept) bool { return a.ID == b.ID })
}

// inAny reports whether the concept belongs to one of the classes.
func (m *makeup) inAny(concept int32, classes []Concept) bool {
	for _, k := range m.concepts[concept].classes {
		if slices.ContainsFunc(classes, func(c Concept) bool { return c.ID == classIDs+int32(k) }) {
			return true
		}
	}
	return false
}

// span is where a word of the statement stands in its report's text.
func (w *wordMade) span(base int) report.Span {
	return report.Span{Start: base + int(w.start), End: base + int(w.end)}
}
