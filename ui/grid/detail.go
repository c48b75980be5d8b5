package grid

import (
	"fmt"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 110

// Detail is what stands below a grid: what is known of the chosen cell, and one of the sentences behind it.
type Detail struct {
	Name      string   // the outlet's
	Facts     []string // beside it; they may be as they came from outside
	Set       *statement.Set
	Statement statement.ID  // negative for none
	Marked    []report.Span // words of it that stand out
	Notes     []string      // below it
}

// Draw writes it in rows rows, under a rule.
func (d *Detail) Draw(b *strings.Builder, t *theme.Theme, width, rows int) {
	if rows < 1 {
		return
	}
	b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, width)) + "\n")
	text := d.lines(t, width)
	for i := range rows - 1 {
		l := line.New(width, t.Ellipsis)
		if i < len(text) {
			l.Styled(text[i].Text, text[i].Columns)
			if i == rows-2 && i < len(text)-1 {
				l.Glyph(t.Quiet, " "+t.Ellipsis)
			}
		}
		b.WriteString(l.String() + "\n")
	}
}

// lines is all that there is to write, each line with room for the sign that more follows.
func (d *Detail) lines(t *theme.Theme, width int) []line.Styled {
	columns := max(8, min(width-5, measure))
	var all []line.Styled
	add := func(indent string, s theme.Style, text string) {
		for _, row := range line.Wrap(text, columns, "") {
			all = append(all, line.Styled{Text: indent + s.Wrap(row), Columns: len(indent) + safe.Width(row)})
		}
	}
	dot := " " + t.Dot + " "
	head := line.New(width-2, t.Ellipsis).Glyph("", " ").Put(t.Name, d.Name)
	for _, f := range d.Facts {
		head.Glyph(t.Quiet, dot).Put(t.Quiet, f)
	}
	all = append(all, line.Styled{Text: head.String(), Columns: max(0, width-2)})
	if d.Statement >= 0 {
		st := &d.Set.All[d.Statement]
		rows := line.Flow(d.Set.ReportOf(d.Statement).Text, st.Span, columns, t.Ellipsis, func(word report.Span) theme.Style {
			for _, s := range d.Marked {
				if s.Overlap(word) > 0 {
					return t.Match
				}
			}
			return ""
		})
		for _, row := range rows {
			all = append(all, line.Styled{Text: "   " + row.Text, Columns: 3 + row.Columns})
		}
	}
	for _, n := range d.Notes {
		add("   ", t.Quiet, n)
	}
	return all
}

// Head writes a screen's first row: its name, what is shown of it, and where the choice stands.
func Head(t *theme.Theme, width int, name string, shown []string, place string) string {
	right := place + " "
	if safe.Width(right) > width/2 {
		right = ""
	}
	l := line.New(max(0, width-safe.Width(right)-1), t.Ellipsis).Glyph("", " ").Glyph(t.Brand, name).Glyph("", "  ")
	for i, part := range shown {
		if i > 0 {
			l.Glyph(t.Quiet, " "+t.Dot+" ")
		}
		l.Put(t.Match, part)
	}
	return l.String() + line.New(width-max(0, width-safe.Width(right)-1), t.Ellipsis).Right(t.Quiet, right).String()
}

// Cite is how a statement is named in a note: "NBC Bay Area 14".
func Cite(set *statement.Set, id statement.ID) string {
	return fmt.Sprintf("%s %d", set.ReportOf(id).Outlet, set.All[id].Number)
}
