package line

import (
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/ui/theme"
)

// Styled is a text with its styles and the columns that it takes.
type Styled struct {
	Text    string
	Columns int
}

// Look is how a word looks.
type Look struct {
	Style       theme.Style
	Open, Close string // signs before and after it, one column each
}

// Flow breaks a part of a report's text between its words into rows of at most columns columns, each word in the style that
// is asked for it. A word wider than a row is cut.
func Flow(text string, part report.Span, columns int, ellipsis string, style func(word report.Span) theme.Style) []Styled {
	return FlowSigned(text, part, columns, ellipsis, func(word report.Span) Look { return Look{Style: style(word)} })
}

// FlowSigned is Flow for words that may have signs before or after them.
func FlowSigned(text string, part report.Span, columns int, ellipsis string, look func(word report.Span) Look) []Styled {
	var rows []Styled
	var b strings.Builder
	width, on := 0, theme.Style("")
	flush := func() {
		if on != "" {
			b.WriteString(theme.Off)
		}
		rows = append(rows, Styled{b.String(), width})
		b.Reset()
		width, on = 0, ""
	}
	put := func(s theme.Style, text string) {
		if s != on {
			if on != "" {
				b.WriteString(theme.Off)
			}
			b.WriteString(string(s))
			on = s
		}
		b.WriteString(text)
	}
	var last theme.Style
	for _, word := range words(text, part) {
		as := look(word)
		shown := as.Open + safe.Truncate(safe.Line(text[word.Start:word.End]), columns-2, ellipsis) + as.Close
		n, s := safe.Width(shown), as.Style
		if width > 0 && width+1+n > columns {
			flush()
		}
		if width > 0 {
			if s == last {
				put(s, " ") // a mark runs on between words that stand side by side
			} else {
				put("", " ")
			}
			width++
		}
		put(s, shown)
		width += n
		last = s
	}
	flush()
	return rows
}

// words is where the words of a part of a text stand.
func words(text string, part report.Span) []report.Span {
	var spans []report.Span
	at := part.Start
	for _, word := range strings.Fields(text[part.Start:part.End]) {
		start := at + strings.Index(text[at:part.End], word)
		at = start + len(word)
		spans = append(spans, report.Span{Start: start, End: at})
	}
	return spans
}
