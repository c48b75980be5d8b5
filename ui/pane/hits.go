package pane

import (
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// drawSpans writes a row's text with spans, in the style found, and the selection marked. Only rows that have one come here.
// A row that shows its bytes as they are, one a column, is cut at the spans; any other goes cluster by cluster.
func (d *Doc) drawSpans(b *strings.Builder, ro *row, hits []report.Span, selected report.Span, style, found theme.Style, t *theme.Theme) {
	p := pen{b: b, on: style, ascii: t.ASCII}
	b.WriteString(string(style))
	text := d.set.ReportOf(ro.statement).Text
	switch {
	case selected.Overlap(ro.span) > 0:
		p.selection(ro, text, hits, selected, style, found, t)
	case len(ro.text) == ro.columns && ro.columns == ro.span.Len():
		p.bytes(ro, hits, style, style+found)
	default:
		p.clusters(ro, text, hits, style, style+found)
	}
	p.put("", style)
	b.WriteString(line.Blank(d.Width - Gutter - ro.columns))
	if style != "" {
		b.WriteString(theme.Off)
	}
}

// pen writes text, switching styles where they change.
type pen struct {
	b     *strings.Builder
	on    theme.Style
	ascii bool // numbers of one character are spelt out
}

func (p *pen) put(text string, style theme.Style) {
	if style != p.on {
		p.b.WriteString(theme.Off)
		p.b.WriteString(string(style))
		p.on = style
	}
	p.b.WriteString(text)
}

// bytes is for rows of plain ASCII. Spans are in order; should they overlap, the rest of the later one counts.
func (p *pen) bytes(ro *row, spans []report.Span, off, on theme.Style) {
	at := 0
	for _, s := range spans {
		from, to := max(at, s.Start-ro.span.Start), min(len(ro.text), s.End-ro.span.Start)
		if from >= to {
			continue
		}
		if from > at {
			p.put(ro.text[at:from], off)
		}
		p.put(ro.text[from:to], on)
		at = to
	}
	if at < len(ro.text) {
		p.put(ro.text[at:], off)
	}
}

// clusters is for any row: a cluster is marked as a whole when a span touches it.
func (p *pen) clusters(ro *row, text string, spans []report.Span, off, on theme.Style) {
	clusters := safe.Clusters(nil, statement.OneLine(text[ro.span.Start:ro.span.End]))
	if p.ascii {
		before := byte(0)
		if ro.span.Start > 0 {
			before = text[ro.span.Start-1]
		}
		safe.SpellNumbers(before, clusters)
	}
	for _, c := range clusters {
		at := report.Span{Start: ro.span.Start + c.Start, End: ro.span.Start + c.End}
		style := off
		for _, s := range spans {
			if s.Overlap(at) > 0 {
				style = on
				break
			}
		}
		p.put(c.Text, style)
	}
}

// selection is for rows of which words are being selected: those show as selected, hits or not.
func (p *pen) selection(ro *row, text string, hits []report.Span, selected report.Span, style, found theme.Style, t *theme.Theme) {
	before := *ro
	before.span.End = max(ro.span.Start, min(ro.span.End, selected.Start))
	within := *ro
	within.span = report.Span{Start: before.span.End, End: min(ro.span.End, max(before.span.End, selected.End))}
	after := *ro
	after.span.Start = within.span.End
	p.clusters(&before, text, hits, style, style+found)
	p.clusters(&within, text, hits, style+t.Selected, style+found+t.Selected)
	p.clusters(&after, text, hits, style, style+found)
}
