package match

import (
	"cmp"
	"iter"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Story is one event's statements as package claim reads them: what units each is made of, and how probable it is of two
// that they say the same. Its statements are counted from 0 within it.
type Story struct {
	ls *Links
	st *scoredStory
	at []int32 // by statement of the set: its number in its own story; nil when only one was asked for
}

// Stories is the stories of the links, in the order of their first reports.
func (ls *Links) Stories() []Story {
	all := make([]Story, len(ls.scored.stories))
	at := make([]int32, len(ls.scored.set.All))
	for i := range all {
		all[i] = Story{ls, &ls.scored.stories[i], at}
		for k, x := range all[i].st.made.of {
			at[x.id] = int32(k)
		}
	}
	return all
}

// Weights is what the links were scored by.
func (ls *Links) Weights() *Weights { return ls.scored.withWeights() }

// StoryOf is the story of a statement that exists, and the number of the statement in it.
func (ls *Links) StoryOf(id statement.ID) (Story, int) {
	st := ls.scored.storyOf(id)
	return Story{ls: ls, st: st}, int(st.made.index(id))
}

// Same reports whether both are one story of the same links.
func (s Story) Same(o Story) bool { return s.st == o.st }

// Len is the number of the story's statements, boilerplate among them.
func (s Story) Len() int { return len(s.st.made.of) }

// Statement is statement i in the whole set.
func (s Story) Statement(i int) statement.ID { return s.st.made.of[i].id }

// Report is the report of statement i, counted from 0 within the story.
func (s Story) Report(i int) int { return int(s.st.made.of[i].report) }

// Place is the number of statement i in its report, boilerplate passed over, from 0.
func (s Story) Place(i int) int { return int(s.st.made.of[i].number) }

// Tie is a statement that was weighed against another one.
type Tie struct {
	To    int32 // its number in the story
	Score float32
}

// Ties is, for a story of Stories, by statement, what was weighed against it and scored at least so much, in order. What the reader decided
// counts: 1 for a link that is confirmed or added, and no tie for one that is cut.
func (s Story) Ties(least float64) [][]Tie {
	of := s.st.made.of
	ties := make([][]Tie, len(of))
	tie := func(i, j int32, p float32) {
		ties[i] = append(ties[i], Tie{j, p})
		ties[j] = append(ties[j], Tie{i, p})
	}
	pairs := s.ls.scored.Pairs
	for i := range of {
		a := of[i].id
		k, _ := slices.BinarySearchFunc(pairs, a, func(p Pair, a statement.ID) int { return cmp.Compare(p.A, a) })
		for ; k < len(pairs) && pairs[k].A == a; k++ {
			p := &pairs[k]
			if p.Score >= least && s.ls.scored.storyOf(p.B) == s.st && s.ls.decided[[2]statement.ID{a, p.B}] == Undecided {
				tie(int32(i), s.at[p.B], float32(p.Score))
			}
		}
	}
	for _, pair := range s.decided(DecisionKind.IsLink) {
		tie(pair[0], pair[1], 1)
	}
	for _, t := range ties {
		slices.SortFunc(t, func(x, y Tie) int { return cmp.Compare(x.To, y.To) })
	}
	return ties
}

// Threshold is the score from which a pair is a link.
func (s Story) Threshold() float64 { return s.ls.scored.Threshold }

// Decided is the pairs that the reader confirmed or added, also as differing, as numbers in the story, in order.
func (s Story) Decided() [][2]int32 {
	return s.decided(func(kind DecisionKind) bool { return kind == Confirmed || kind == Added || kind == Differing })
}

// Cut is the pairs that the reader cut, likewise.
func (s Story) Cut() [][2]int32 {
	return s.decided(func(kind DecisionKind) bool { return kind == Cut })
}

func (s Story) decided(is func(DecisionKind) bool) [][2]int32 {
	var pairs [][2]int32
	for key, kind := range s.ls.decided {
		if s.holds(key) && is(kind) {
			pairs = append(pairs, [2]int32{s.st.made.index(key[0]), s.st.made.index(key[1])})
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return pairs
}

// holds reports whether both ends of a pair stand in the story.
func (s Story) holds(pair [2]statement.ID) bool {
	return s.ls.scored.storyOf(pair[0]) == s.st && s.ls.scored.storyOf(pair[1]) == s.st
}

// Unit is something of which claims are made: a word stem, a name, a number with its unit, a class of related words, a
// speaker.
type Unit struct {
	ID     int32   // the same for the same unit throughout a story
	Weight float32 // the rarer in the story, the heavier
}

// IsSpeaker reports whether the unit is one who speaks.
func (u Unit) IsSpeaker() bool { return u.ID >= speakerIDs }

// IsClass reports whether the unit is a class of related words.
func (u Unit) IsClass() bool { return u.ID >= classIDs && u.ID < speakerIDs }

// Units is the units of statement i, by ID.
func (s Story) Units(i int) []Unit {
	m := s.st.made
	x := &m.of[i]
	us := make([]Unit, 0, 2*len(x.own)+len(x.speakers))
	for _, c := range x.own {
		us = append(us, Unit{c, float32(m.concepts[c].weight)})
	}
	for _, c := range m.classesOf(x) {
		us = append(us, Unit{c.ID, float32(c.Weight)})
	}
	for _, sp := range x.speakers {
		us = append(us, Unit{speakerIDs + sp, speakerWeight})
	}
	return us
}

// Spans walks the words of statement i that are units, in order: bytes of its report's text, and the word's units, which
// hold until the next. A speaker has no words: those of their name are words like others.
func (s Story) Spans(i int) iter.Seq2[report.Span, []int32] {
	m := s.st.made
	x := &m.of[i]
	base := s.ls.scored.set.All[x.id].Span.Start
	return func(yield func(report.Span, []int32) bool) {
		var units []int32
		for k := range x.words {
			w := &x.words[k]
			units = append(units[:0], w.concept)
			for _, class := range m.concepts[w.concept].classes {
				units = append(units, classIDs+int32(class))
			}
			units = append(units, w.meant...)
			if !yield(w.span(base), units) {
				return
			}
		}
	}
}

// Speaker is the name of a unit that is a speaker.
func (s Story) Speaker(unit int32) string { return s.st.made.speakers[unit-speakerIDs] }
