package statement

import (
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
)

const (
	longestHeadline   = 40 // words
	longestSubheading = 30 // words
)

// titleLine is the index of the paragraph that is the report's title, -1 for none. What the report says wins; a report
// that says nothing has a title when its first line is no body sentence.
func titleLine(r *report.Report, paragraphs []paragraph) int {
	if r.TitleSpan.Len() > 0 {
		for i, p := range paragraphs {
			if p.span.Overlap(r.TitleSpan) > 0 {
				return i
			}
		}
	}
	if r.Title != "" {
		for i, p := range paragraphs[:min(len(paragraphs), 5)] {
			if strings.EqualFold(r.Text[p.span.Start:p.span.End], strings.TrimSpace(r.Title)) {
				return i
			}
		}
		return -1
	}
	const farthest = 6
	for i := 0; i+1 < len(paragraphs) && i < farthest; i++ {
		s := r.Text[paragraphs[i].span.Start:paragraphs[i].span.End]
		if isMenu(s) || ruleByWording(s, true, true, false) != "" {
			continue // a page's furniture above its headline
		}
		if isHeading(s, longestHeadline) {
			return i
		}
		break
	}
	return -1
}

// isHeading reports whether a line stands without the full stop that a sentence has. A closing quotation mark is as good
// as a full stop when the whole line is in quotation marks, so that a quotation never becomes a heading.
func isHeading(s string, longest int) bool {
	if strings.Count(s, " ") >= longest {
		return false
	}
	core := strings.TrimRight(s, closers)
	last, _ := utf8.DecodeLastRuneInString(core)
	if strings.ContainsRune(".!…:;,。！", last) || !hasWord(s) {
		return false
	}
	if last == '?' && len(core) < len(s) && (strings.Contains(s, ": ") || strings.Contains(s, ", \"") || strings.Contains(s, ", “")) {
		return false // `Hale asked: "Why?"`
	}
	return len(core) == len(s) || !strings.ContainsAny(s[:1], openers) && !strings.HasPrefix(s, "“") && !strings.HasPrefix(s, "‘")
}

// hasSentence reports whether a statement of the spans, but not the last, ends with a full stop.
func hasSentence(text string, spans []report.Span) bool {
	for i := 0; i+1 < len(spans); i++ {
		if strings.HasSuffix(strings.TrimRight(text[spans[i].Start:spans[i].End], closers), ".") {
			return true
		}
	}
	return false
}

// kindOf is the kind of the statements of paragraph i.
func kindOf(text string, paragraphs []paragraph, i, title int) Kind {
	s := text[paragraphs[i].span.Start:paragraphs[i].span.End]
	switch {
	case i == title:
		return Headline
	case listMarker(s) > 0:
		return Item
	case i+1 < len(paragraphs) && isHeading(s, longestSubheading) && !startsLower(s):
		return Subheading
	}
	return Sentence
}
