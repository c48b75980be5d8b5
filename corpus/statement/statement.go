// Package statement cuts reports into statements: one sentence, headline, sub-heading or list item each. Call [Of] with
// all reports of an event at once, because some boilerplate shows only by its repetition.
package statement

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"parallax/corpus/report"
)

// ID is the index of a statement in Set.All, over all reports.
type ID int

// Kind is what a statement is in the layout of its report.
type Kind uint8

const (
	Sentence Kind = iota
	Headline
	Subheading
	Item // of a list
)

// Statement is one sentence of a report. Spans of a report's statements are in order, never overlap, lie on rune
// borders, have no blank at either end, and together cover all of the text that is not blank. In text wrapped by hand a
// statement may run over line ends, which are then blanks within it.
type Statement struct {
	ID          ID
	Report      report.ID
	Number      int         // in its report, from 1; boilerplate counts too
	Span        report.Span // bytes of the report's Text
	Paragraph   int         // index, from 0, of the source line that its paragraph begins in; equal for sentences of one
	Kind        Kind
	Boilerplate string  // the rule that found it not to be part of the story; "" for the story
	Voices      []Voice // in the order of their spans
}

// IsStory reports whether the statement is part of the story, not boilerplate.
func (s *Statement) IsStory() bool { return s.Boilerplate == "" }

// Set is the statements of all reports: an immutable snapshot.
type Set struct {
	Generation int // of this snapshot; results computed from another generation are stale
	Reports    []report.Report
	Outlets    *report.Outlets // who published the reports
	All        []Statement     // by report, then by number
	Aliases    [][]string      // words for one thing, as the reader says, for whoever compares words
	first      []ID            // of each report, and one past the last; len(Reports)+1
	rough      map[report.ID]string
	cuts       []cut // by report; sets of one corpus share them
}

// Of cuts the reports into statements, marks boilerplate and finds the voices in the rest.
func Of(reports []report.Report, generation int) *Set {
	s := &Set{Generation: generation, Reports: reports, Outlets: report.OutletsOf(reports), first: make([]ID, 0, len(reports)+1)}
	for i := range reports {
		s.first = append(s.first, ID(len(s.All)))
		s.cut(report.ID(i))
	}
	s.first = append(s.first, ID(len(s.All)))
	s.cuts = make([]cut, len(reports))
	for i := range reports {
		if len(reports[i].Struck) > 0 {
			s.cuts[i].plain = plain(reports[i].Text, reports[i].Struck)
		}
	}
	markBoilerplate(s)
	findVoices(s)
	return s
}

// Anew is the same statements as a snapshot of another generation.
func (s *Set) Anew(generation int) *Set {
	next := *s
	next.Generation = generation
	return &next
}

// byPattern is the rule of a statement that a pattern of the configuration makes boilerplate.
const byPattern = "a pattern of parallax.toml"

// Without is the set with every statement as boilerplate that one of the patterns matches.
func (s *Set) Without(patterns []*regexp.Regexp) *Set {
	next := *s
	next.All = slices.Clone(s.All)
	for i := range next.All {
		st := &next.All[i]
		if st.IsStory() && slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(s.Text(st.ID)) }) {
			st.Boilerplate, st.Voices = byPattern, nil
		}
	}
	return &next
}

// cut cuts one report.
func (s *Set) cut(id report.ID) {
	r := &s.Reports[id]
	most := mostStatements(len(r.Text))
	paragraphs := paragraphsOf(r.Text, linesOf(r.Text, most), r.TitleSpan)
	title := titleLine(r, paragraphs)
	var spans []report.Span
	number := 0
	for i, p := range paragraphs {
		kind := kindOf(r.Text, paragraphs, i, title)
		spans = sentencesOf(spans[:0], r.Text, p)
		if kind == Subheading && hasSentence(r.Text, spans) {
			kind = Sentence // a paragraph that ends with a credit
		}
		if number+len(spans) > most {
			spans = united(spans)
			s.roughly(id, fmt.Sprintf(tooMany, number+1))
		}
		pieces, long := shortened(r.Text, spans)
		if long {
			s.roughly(id, tooLong)
		}
		for _, span := range pieces {
			number++
			s.All = append(s.All, Statement{ID: ID(len(s.All)), Report: id, Number: number, Span: span, Paragraph: p.number, Kind: kind})
		}
	}
}

// roughly notes why a report was not cut by its sentences throughout; the first reason stays.
func (s *Set) roughly(id report.ID, why string) {
	if s.rough == nil {
		s.rough = map[report.ID]string{}
	}
	if s.rough[id] == "" {
		s.rough[id] = why
	}
}

// Rough is why a report was not cut by its sentences throughout, "" for any that a newsroom would write.
func (s *Set) Rough(id report.ID) string { return s.rough[id] }

// In is the statements of one report, in order.
func (s *Set) In(r report.ID) []Statement { return s.All[s.first[r]:s.first[r+1]] }

// Text is the statement's own words, unescaped: make them safe before they are shown.
func (s *Set) Text(id ID) string {
	st := &s.All[id]
	return s.Reports[st.Report].Text[st.Span.Start:st.Span.End]
}

// Line is Text on one line: in a hard-wrapped report a statement's span holds line ends, which are blanks to a reader. It
// has as many bytes as Text.
func (s *Set) Line(id ID) string { return OneLine(s.Text(id)) }

// OneLine is a text with each byte of a line end replaced by a blank.
func OneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n") {
		return text
	}
	return strings.NewReplacer("\r", " ", "\n", " ").Replace(text)
}

// ReportOf is the report that holds the statement.
func (s *Set) ReportOf(id ID) *report.Report { return &s.Reports[s.All[id].Report] }
