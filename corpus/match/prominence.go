package match

import (
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Which of a statement's claims it makes in the first place is told by where their words stand. What is told of the matter
// before the main clause ("Asked about the bombing of ...,", "After talks in ...,"), in an apposition, in a relative clause or
// after it ("..., which ...", "... after ...") is background; the main clause, or what a voice is reported to say, is not.
// Of two main clauses the second counts a little less. Where a statement only ties its news to other news ("The move comes
// as ..."), the news is what follows. There is no grammar here, only commas, brackets and the words that open a clause.

// How much words count by where they stand.
const (
	asMain      = 1.0
	asSecond    = 0.8 // in a main clause after the first
	asFollowing = 0.6 // in a clause that hangs on the main one
	asAside     = 0.3 // before it, in an apposition, or in brackets
)

// Told is how much words count that stand outside what is reported: who says it, to whom and where.
const Told = 0.2

// Prominence tells of a word of the statement, as bytes of its report's text, how much it counts in what the statement
// asserts: 1 in the main clause or in what a voice is reported to say, less before it, beside it and after it.
func Prominence(set *statement.Set, id statement.ID) func(word report.Span) float64 {
	st := &set.All[id]
	text := set.ReportOf(id).Text
	voices := st.Voices
	if len(voices) == 0 {
		parts := clausesOf(text, st.Span)
		return func(word report.Span) float64 { return parts.at(word.Start) }
	}
	parts := make([]clauses, len(voices))
	for i, v := range voices {
		parts[i] = clausesOf(text, v.Span)
	}
	rest := clausesOf(text, st.Span)
	own := st.Span.Start + ownClause(text[st.Span.Start:max(st.Span.Start, voices[0].Span.Start)])
	spoken := 0
	for _, v := range voices {
		spoken += v.Span.Len()
	}
	held := make([]float64, len(voices)) // how much a voice counts where it stands
	for i, v := range voices {
		switch held[i] = asMain; {
		case i > 0:
			held[i] = min(asSecond, rest.at(v.Span.Start-1))
		case own > st.Span.Start:
			held[i] = asSecond
		}
	}
	return func(word report.Span) float64 {
		for i, v := range voices {
			if v.Span.Overlap(word) > 0 {
				return parts[i].at(word.Start) * held[i]
			}
		}
		if word.Start < own {
			return rest.at(word.Start)
		}
		if 3*spoken < st.Span.Len() {
			return rest.at(word.Start) // a few quoted words in what the outlet says
		}
		return Told
	}
}

// findMain finds how prominent each of a statement's own concepts is.
func (s *event) findMain(x *reading) {
	if !x.story {
		return
	}
	prominent := Prominence(s.set, x.id)
	base := s.set.All[x.id].Span.Start
	x.main = make([]float32, len(x.own))
	for k, c := range x.at {
		if c < 0 {
			continue
		}
		for i, own := range x.own {
			if own == c {
				w := report.Span{Start: base + x.words[k].Start, End: base + x.words[k].End}
				x.main[i] = max(x.main[i], float32(prominent(w)))
			}
		}
	}
	for i, c := range x.own {
		x.mainWeight += float64(x.main[i]) * s.concepts[c].weight
	}
}
