package statement

import (
	"strings"

	"parallax/corpus/report"
)

// What an outlet has struck out it has withdrawn. The words stand in the statement, between marks, and are quoted with them;
// but nobody says them, no figure is read from them, and no link rests on them. A statement of which nothing else is left
// is no part of the story.

// struckOut is the rule for a statement that the outlet has withdrawn.
const struckOut = "struck out by the outlet"

// plain is text with blanks for the bytes of it that are struck out.
func plain(text string, struck []report.Span) string {
	if len(struck) == 0 {
		return text
	}
	b := []byte(text)
	for _, s := range struck {
		for i := max(0, s.Start); i < min(s.End, len(b)); i++ {
			if b[i] != '\n' && b[i] != '\r' {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

// Plain is the statement's own words with blanks for those that the outlet has struck out: what it says. It has as many
// bytes as Text.
func (s *Set) Plain(id ID) string {
	st := &s.All[id]
	return s.plain(st.Report)[st.Span.Start:st.Span.End]
}

// plain is a report's text with blanks for what is struck out in it.
func (s *Set) plain(id report.ID) string {
	if int(id) < len(s.cuts) && s.cuts[id].plain != "" {
		return s.cuts[id].plain
	}
	return s.Reports[id].Text
}

// withdrawn marks the statements of which everything is struck out.
func (l *layout) withdrawn(plain string) {
	if plain == l.text {
		return
	}
	for i := range l.all {
		if st := &l.all[i]; strings.TrimSpace(plain[st.Span.Start:st.Span.End]) == "" {
			st.Boilerplate = struckOut
		}
	}
}

// withoutStrike is s without the mark of what is struck out at its end.
func withoutStrike(s string) string { return strings.TrimSuffix(s, report.StruckMark) }
