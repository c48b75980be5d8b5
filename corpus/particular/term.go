package particular

import (
	"slices"
	"strings"
)

// A quoted term is a few words in quotation marks within a sentence: what somebody called a thing. Outlets that quote more
// or less of the same words do not differ; they do when the one has a word where the other has another ("is sinful", "is
// sacrilege"), or when one joins something to what the other gives alone ("easy and difficult").

const (
	mostTerm = 7 // words of a term
	halfTerm = 2 // one of so many words of the shorter term must be in the other
)

// terms finds the quoted terms of a sentence.
func (s *sentence) terms() []Particular {
	var found []Particular
	for i := 0; i < len(s.ws); {
		if !s.ws[i].Quoted {
			i++
			continue
		}
		j := i + 1
		for j < len(s.ws) && s.ws[j].Quoted && !strings.ContainsAny(s.gap(j), `"“”‘«»`) {
			j++
		}
		if p, ok := s.term(i, j-1); ok {
			found = append(found, p)
		}
		i = j
	}
	return found
}

// term is the quoted term from word i to word j, if it is one.
func (s *sentence) term(i, j int) (Particular, bool) {
	if j-i+1 > mostTerm || j-i+1 == len(s.ws) || !s.enclosed(i, j) {
		return Particular{}, false
	}
	var stems []string
	for k := i; k <= j; k++ {
		if !s.ws[k].Stop {
			stems = append(stems, s.ws[k].Stem)
		}
	}
	if len(stems) == 0 || s.unnamed(i, j) {
		return Particular{}, false
	}
	p := Particular{Kind: Term, Span: s.span(i, j), Core: s.span(i, j), Figure: s.text[s.ws[i].Start:s.ws[j].End]}
	for k := i + 1; k < j; k++ {
		if either.Has(s.word(k)) || s.word(k) == "but" {
			p.Thing.Of = true
		}
	}
	p.Thing.Places = sorted(stems)
	s.about(&p.Thing, i, j)
	return p, true
}

// unnamed reports whether the words only say that somebody knows and who shall not be named: "people familiar with the
// matter", "a source close to the talks". All such words are of one sort, and none is what a thing was called.
func (s *sentence) unnamed(i, j int) bool {
	for k := i; k < j; k++ {
		if !sources.Has(s.word(k)) {
			continue
		}
		if s.word(k+1) == "who" { // "who is familiar"
			k += 2
		}
		if knowing.Has(s.word(k+1)) || s.word(k+1) == "with" && (s.word(k+2) == "knowledge" || s.word(k+3) == "knowledge") {
			return true
		}
	}
	return false
}

// enclosed reports whether a quotation mark stands directly before word i, and one after word j and its comma or stop.
func (s *sentence) enclosed(i, j int) bool {
	before, after := s.text[:s.ws[i].Start], strings.TrimLeft(s.text[s.ws[j].End:], ",.!?")
	opened := strings.TrimRight(before, quotationMarks)
	return opened != before && (opened == "" || strings.HasSuffix(opened, " ") || strings.HasSuffix(opened, "(")) &&
		after != strings.TrimLeft(after, quotationMarks)
}

const quotationMarks = `"'“”‘’«»`

// compareTerms compares what was quoted.
func compareTerms(a, b *Particular) Verdict {
	x, y := a.Thing.Places, b.Thing.Places
	both := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			both++
		}
	}
	switch {
	case both == 0 || halfTerm*both < min(len(x), len(y)):
		return Unlike
	case both == len(x) && both == len(y):
		return Equal
	case both == len(x) && b.Thing.Of, both == len(y) && a.Thing.Of, both < min(len(x), len(y)):
		return Differs
	}
	return Within
}
