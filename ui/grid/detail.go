package grid

import (
	"cmp"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 110

// leastText is the rows of the sentence that what is known of it leaves room for.
const leastText = 2

// Detail is what stands below a grid: what is known of the chosen cell, and one of the sentences behind it.
type Detail struct {
	Sign      string // before the name, drawn in Style; "" for none
	Style     theme.Style
	Name      string   // the outlet's
	Facts     []string // beside it, as many rows as they take; they may be as they came from outside
	Set       *statement.Set
	Statement statement.ID  // negative for none
	Marked    []report.Span // words of it that stand out, in Stands
	Stands    theme.Style   // "": as a hit does
	Near      bool          // the sentence is not what is looked for, but comes near it
	Notes     []string      // below it
}

// Screen writes a whole screen in rows rows: its name and what is shown, the grid, and d in the last below rows. It returns
// the cell of the choice, a negative y for none.
func (g *Grid) Screen(b *strings.Builder, t *theme.Theme, width, rows, below int, name, shown string, d *Detail) (x, y int) {
	var body strings.Builder
	x, y = g.Draw(&body, t, width, rows-1-below) // before the first row, which says what came into view
	b.WriteString(head(t, width, name, shown, g.place()) + "\n" + body.String())
	d.Draw(b, t, width, below)
	if y >= 0 {
		y++
	}
	return x, y
}

// Draw writes it in rows rows, under a rule.
func (d *Detail) Draw(b *strings.Builder, t *theme.Theme, width, rows int) {
	if rows < 1 {
		return
	}
	b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, width)) + "\n")
	text := d.lines(t, width, rows-1)
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

// lines is all that there is to write in rows rows, each line with room for the sign that more follows.
func (d *Detail) lines(t *theme.Theme, width, rows int) []line.Styled {
	columns := max(8, min(width-5, measure))
	var all []line.Styled
	add := func(indent string, s theme.Style, text string) {
		for _, row := range line.Wrap(text, columns, "") {
			all = append(all, line.Styled{Text: indent + s.Wrap(row), Columns: len(indent) + safe.Width(row)})
		}
	}
	all = append(all, d.head(t, max(0, width-2), rows-leastText)...)
	if d.Statement >= 0 {
		st := &d.Set.All[d.Statement]
		stands := cmp.Or(d.Stands, t.Match)
		rows := line.Flow(d.Set.ReportOf(d.Statement).Text, st.Span, columns, t.Ellipsis, func(word report.Span) theme.Style {
			for _, s := range d.Marked {
				if s.Overlap(word) > 0 {
					return stands
				}
			}
			if d.Near {
				return t.Quiet
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

// head is the name and the facts, each whole on a row where one of most rows has room for it.
func (d *Detail) head(t *theme.Theme, width, most int) []line.Styled {
	var all []line.Styled
	l := line.New(width, t.Ellipsis).Glyph("", " ")
	if d.Sign != "" {
		l.Glyph(d.Style, d.Sign).Glyph("", " ")
	}
	flush := func() { all = append(all, line.Styled{Text: l.String(), Columns: width}) }
	facts, dot := d.Facts, " "+t.Dot+" "
	switch {
	case d.Name != "":
		l.Put(t.Name, d.Name)
	case len(facts) > 0:
		l.Put(t.Quiet, facts[0])
		facts = facts[1:]
	}
	for _, f := range facts {
		if len(all)+1 < most && safe.Width(dot)+safe.Width(safe.Line(f)) > l.Left() {
			flush()
			l = line.New(width, t.Ellipsis).Glyph("", "   ").Put(t.Quiet, f)
			continue
		}
		l.Glyph(t.Quiet, dot).Put(t.Quiet, f)
	}
	flush()
	return all
}

// head is a screen's first row: its name, what is shown of it, and where the choice stands.
func head(t *theme.Theme, width int, name, shown, place string) string {
	right := place + " "
	if safe.Width(right) > width/2 {
		right = ""
	}
	left := max(0, width-safe.Width(right)-1)
	l := line.New(left, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, name).Glyph("", "  ").Put(t.Match, shown)
	return l.String() + line.New(width-left, t.Ellipsis).Right(t.Quiet, right).String()
}

// Cite is how a statement is named in a note: "NBC Bay Area 14".
func Cite(set *statement.Set, id statement.ID) string {
	return set.Cite(id)
}
