package pane

import (
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
)

// New wraps a report for a width in columns, gutter included. Above the text stand the lines that say what is known of
// the report and does not stand in its text. The ellipsis stands for what does not fit of the address; where it is ASCII,
// numbers of one character are spelt out.
func New(set *statement.Set, r report.ID, width int, ellipsis string) *Doc {
	width = max(Gutter+1, width)
	d := &Doc{Report: r, Width: width, set: set}
	sts := set.In(r)
	var w wrapper
	w.ascii = line.InASCII(ellipsis)
	w.limit = max(1, width-Gutter-1) // a blank column before the rule to the right
	rep := &set.Reports[r]
	for _, text := range preface(rep, set.Rough(r), len(sts)) {
		w.wrap(text, 0, none)
	}
	if rep.URL != "" { // on one row: y copies it whole
		url := safe.Truncate(rep.URL, w.limit, ellipsis)
		w.rows = append(w.rows, row{text: url, columns: safe.Width(url), statement: none})
	}
	if len(w.rows) > 0 {
		w.rows = append(w.rows, row{statement: none})
	}
	if len(sts) > 0 {
		d.base = sts[0].ID
	}
	d.first = make([]Row, 0, len(sts)+1)
	for i := range sts {
		d.first = append(d.first, Row(len(w.rows)))
		w.wrap(set.Line(sts[i].ID), sts[i].Span.Start, sts[i].ID)
	}
	d.first = append(d.first, Row(len(w.rows)))
	d.rows = w.rows
	return d
}

// preface is what the source says of the report beyond its text and its address, and how the text was read where that was
// not as others are: because it asks for more than its size allows.
func preface(r *report.Report, rough string, statements int) []string {
	var lines []string
	switch {
	case r.Title == "":
		lines = append(lines, "untitled")
	case r.TitleSpan.Len() == 0:
		lines = append(lines, r.Title)
	}
	if r.Byline != "" {
		lines = append(lines, "by "+r.Byline)
	}
	if r.Note != "" {
		lines = append(lines, r.Note)
	}
	if r.Plainly != "" {
		lines = append(lines, "read as plain text: "+r.Plainly)
	}
	if r.Garbled != "" {
		lines = append(lines, r.Garbled)
	}
	if rough != "" {
		lines = append(lines, rough)
	}
	if statements == 0 {
		lines = append(lines, "this report has no text")
	}
	return lines
}

// wrapper breaks texts into rows: between words where it can, within a word only when the word is wider than a row, and
// between any two wide characters, as the scripts that use them do.
type wrapper struct {
	limit    int // columns of text a row
	ascii    bool
	rows     []row
	clusters []safe.Cluster
}

// wrap appends the rows of text, whose first byte is byte base of the report's Text.
func (w *wrapper) wrap(text string, base int, id statement.ID) {
	w.clusters = safe.Clusters(w.clusters[:0], text)
	if w.ascii {
		safe.SpellNumbers(0, w.clusters)
	}
	cs := w.clusters
	for i := 0; i < len(cs); {
		end, next := lineEnd(cs[i:], w.limit)
		w.rows = append(w.rows, makeRow(text, cs[i:i+end], base, id))
		i += next
	}
	if len(cs) == 0 {
		w.rows = append(w.rows, row{statement: id})
	}
}

// lineEnd is how many of the clusters stand on the first row, and with which one the next row begins.
func lineEnd(cs []safe.Cluster, limit int) (end, next int) {
	columns := 0
	for i, c := range cs {
		if i > 0 && c.Width == 2 && cs[i-1].Width == 2 {
			end, next = i, i // wide scripts break between any two characters
		}
		if columns+c.Width > limit {
			switch {
			case c.Text == " ":
				return i, i + 1
			case end > 0:
				return end, next
			default:
				for i > 1 && cs[i].Tied {
					i--
				}
				return max(1, i), max(1, i) // a word, or a single stand-in, that is wider than the row
			}
		}
		if c.Text == " " && i > 0 {
			end, next = i, i+1
		}
		columns += c.Width
	}
	return len(cs), len(cs)
}

// makeRow joins clusters; where they are unchanged bytes of the text, it is a slice of the text.
func makeRow(text string, cs []safe.Cluster, base int, id statement.ID) row {
	if len(cs) == 0 {
		return row{statement: id}
	}
	from, to := cs[0].Start, cs[len(cs)-1].End
	r := row{statement: id, span: report.Span{Start: base + from, End: base + to}}
	same := true
	for _, c := range cs {
		r.columns += c.Width
		same = same && c.Text == text[c.Start:c.End]
	}
	if same {
		r.text = text[from:to]
		return r
	}
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.Text)
	}
	r.text = b.String()
	return r
}

// cut is Truncate for a text of the program's own, with its columns.
func cut(text string, columns int, ellipsis string) (string, int) {
	if utf8.RuneCountInString(text) > columns {
		text = safe.Truncate(text, columns, ellipsis)
	}
	return text, safe.Width(text)
}
