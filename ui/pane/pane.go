// Package pane wraps one report for a width, once, and draws any window of it. A [Doc] is the wrapped report; a [View] is
// what one frame shows of it: which row stands at the top, which statement is marked how. Drawing only copies rows.
package pane

import (
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// Gutter is the columns left of the text: the mark and the bar.
const Gutter = 2

// Row is an index of a wrapped row in a Doc. A View may begin above row 0 and end below the last, so that the eye-line
// holds at the first and at the last statement.
type Row int

// none is the statement of a row that belongs to none: the lines about the report above its text.
const none statement.ID = -1

// row is one wrapped row: text that is safe to show, and the bytes of the report's Text that it shows.
type row struct {
	text      string
	columns   int
	statement statement.ID
	span      report.Span
	aside     asideKind
}

// Doc is one report wrapped for a width. It never changes.
type Doc struct {
	Report report.ID
	Width  int // columns, gutter included
	set    *statement.Set
	rows   []row
	first  []Row // of each statement of the report, by number-1, and one past the last
	end    []Row // of each, where asides stand between them; nil where each ends as the next begins
	base   statement.ID
}

// Len is the number of rows.
func (d *Doc) Len() int { return len(d.rows) }

// Rows is the rows [first, end) of a statement of this report.
func (d *Doc) Rows(id statement.ID) (first, end Row) {
	i := int(id - d.base)
	if d.end != nil {
		return d.first[i], d.end[i]
	}
	return d.first[i], d.first[i+1]
}

// At is the statement that stands at row r, or the nearest one; ok is false for a report without statements.
func (d *Doc) At(r Row) (id statement.ID, ok bool) {
	if len(d.first) < 2 {
		return 0, false
	}
	r = max(0, min(r, Row(len(d.rows)-1)))
	for ; r < Row(len(d.rows)); r++ {
		if d.rows[r].statement != none {
			return d.rows[r].statement, true
		}
	}
	return d.base + statement.ID(len(d.first)-2), true
}

// Cell is the row that shows a byte of the statement's text, and the column in it, gutter included. The byte is one of the
// report's Text.
func (d *Doc) Cell(id statement.ID, at int) (r Row, column int) {
	first, end := d.Rows(id)
	for r = first; r < end-1 && d.rows[r].span.End <= at; r++ {
	}
	text := d.set.ReportOf(id).Text
	from := d.rows[r].span.Start
	return r, Gutter + safe.Width(statement.OneLine(text[from:max(from, min(at, d.rows[r].span.End))]))
}

// Mark is what the gutter says of a statement.
type Mark uint8

const (
	Unmarked  Mark = iota
	Cursor         // the cursor stands here
	Same           // carries the current claim
	Partial        // carries the current claim in part
	Differs        // carries it, and differs in a part of it
	Elsewhere      // does not carry it, but is linked to a statement that does
)

// View is one frame's window on a Doc. The zero Insert shows none.
type View struct {
	Top      Row // the row at the window's first line; may be negative
	Marks    map[statement.ID]Mark
	Insert   Insert
	Hits     func(statement.ID) []report.Span // bytes of the report's Text that a search found; nil for none
	Carries  func(statement.ID) []report.Span // bytes of the report's Text that carry the current claim; nil for none
	Kept     func(statement.ID) bool          // in the brief; nil for none
	Another  func(statement.ID) bool          // carries the current claim in another voice than the cursor's; nil for none
	Selected report.Span                      // bytes of the report's Text that are being selected
}

// Insert is a line that is not part of the report, shown before row At: where an outlet is silent.
type Insert struct {
	Text string
	At   Row
}

// Draw writes line number y (from 0) of the window to b, exactly d.Width columns wide.
func (d *Doc) Draw(b *strings.Builder, v *View, y int, t *theme.Theme) {
	r := v.Top + Row(y)
	if v.Insert.Text != "" {
		switch {
		case r == v.Insert.At:
			b.WriteString(string(t.Quiet))
			b.WriteString(t.Silent)
			text, columns := cut(v.Insert.Text, d.Width-1, t.Ellipsis)
			b.WriteString(text)
			b.WriteString(theme.Off)
			b.WriteString(line.Blank(d.Width - 1 - columns))
			return
		case r > v.Insert.At:
			r--
		}
	}
	if r < 0 || int(r) >= len(d.rows) {
		b.WriteString(line.Blank(d.Width))
		return
	}
	d.draw(b, v, r, t)
}

func (d *Doc) draw(b *strings.Builder, v *View, r Row, t *theme.Theme) {
	ro := &d.rows[r]
	if ro.statement == none {
		mark := "  "
		switch ro.aside {
		case asideSilent:
			mark = t.Silent + " "
		case asideSigned:
			mark = t.Signed + " "
		}
		b.WriteString(t.Quiet.Wrap(mark + ro.text))
		b.WriteString(line.Blank(d.Width - Gutter - ro.columns))
		return
	}
	st := &d.set.All[ro.statement]
	mark := v.Marks[ro.statement]
	first := d.first[ro.statement-d.base] == r
	kept := first && v.Kept != nil && v.Kept(ro.statement)
	bar := t.Bar
	if mark != Cursor && v.Another != nil && v.Another(ro.statement) {
		bar = t.OtherVoice
	}
	gutter(b, mark, bar, first, kept, st.IsStory(), t)

	style := textStyle(st, mark, t)
	spans, found := v.spans(ro.statement, mark, t)
	if len(spans) > 0 || v.Selected.Overlap(ro.span) > 0 {
		d.drawSpans(b, ro, spans, v.Selected, style, found, t)
		return
	}
	if style == "" {
		b.WriteString(ro.text)
		b.WriteString(line.Blank(d.Width - Gutter - ro.columns))
		return
	}
	b.WriteString(string(style))
	b.WriteString(ro.text)
	b.WriteString(line.Blank(d.Width - Gutter - ro.columns))
	b.WriteString(theme.Off)
}

// spans is what is marked in a statement, and how: what a search found, else the words that carry the current claim.
func (v *View) spans(id statement.ID, mark Mark, t *theme.Theme) ([]report.Span, theme.Style) {
	if v.Hits != nil {
		if hits := v.Hits(id); len(hits) > 0 {
			return hits, t.Match
		}
	}
	if v.Carries != nil && mark != Unmarked && mark != Elsewhere {
		return v.Carries(id), t.Carries
	}
	return nil, ""
}

// gutter writes the mark on a statement's first row and the bar on all of them; a statement in the brief has its own sign
// in place of the bar's first row.
func gutter(b *strings.Builder, mark Mark, carries string, first, kept, story bool, t *theme.Theme) {
	glyph, bar := " ", " "
	switch mark {
	case Cursor:
		glyph, bar = t.Cursor, carries
	case Same:
		glyph, bar = t.Same, carries
	case Partial:
		glyph, bar = t.Partial, carries
	case Differs:
		glyph, bar = t.Differs, carries
	case Elsewhere:
		glyph = t.Elsewhere
	}
	if !story {
		bar = t.Glyphs.Boilerplate
	}
	if !first {
		glyph = " "
	}
	if kept {
		bar = t.Kept
	}
	if mark == Unmarked {
		b.WriteString(" ")
		if bar != " " {
			bar = t.Quiet.Wrap(bar)
		}
		b.WriteString(bar)
		return
	}
	b.WriteString(string(t.Shared))
	b.WriteString(glyph)
	b.WriteString(bar)
	b.WriteString(theme.Off)
}

func textStyle(st *statement.Statement, mark Mark, t *theme.Theme) theme.Style {
	var s theme.Style
	switch {
	case !st.IsStory():
		s = t.Boilerplate
	case st.Kind == statement.Headline || st.Kind == statement.Subheading:
		s = t.Headline
	}
	if mark == Cursor {
		s += t.Current
	}
	return s
}
