package pane

import (
	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// Aside is a line of the program's own between two statements: what others report and the report lacks.
type Aside struct {
	Before statement.ID // of the report; one past its last for the end
	Text   string
	Signed bool // the reader has signed the silence
}

// With is the report with asides between its statements; they are in order. Rows are counted with them, so that what is
// computed of rows holds.
func (d *Doc) With(asides []Aside, ellipsis string) *Doc {
	if len(asides) == 0 || len(d.first) == 0 {
		return d
	}
	next := *d
	next.rows = make([]row, 0, len(d.rows)+len(asides))
	next.rows = append(next.rows, d.rows[:d.first[0]]...)
	next.first, next.end = make([]Row, 0, len(d.first)), make([]Row, 0, len(d.first))
	for i := range d.first {
		for len(asides) > 0 && asides[0].Before <= d.base+statement.ID(i) {
			next.rows = append(next.rows, makeAside(&asides[0], d.Width-Gutter-1, ellipsis))
			asides = asides[1:]
		}
		next.first = append(next.first, Row(len(next.rows)))
		if i+1 < len(d.first) {
			next.rows = append(next.rows, d.rows[d.first[i]:d.first[i+1]]...)
			next.end = append(next.end, Row(len(next.rows)))
		}
	}
	return &next
}

func makeAside(a *Aside, columns int, ellipsis string) row {
	text := safe.Truncate(safe.Line(a.Text), columns, ellipsis)
	kind := asideSilent
	if a.Signed {
		kind = asideSigned
	}
	return row{text: text, columns: safe.Width(text), statement: none, aside: kind}
}

// asideKind tells rows that are asides.
type asideKind uint8

const (
	noAside asideKind = iota
	asideSilent
	asideSigned
)
