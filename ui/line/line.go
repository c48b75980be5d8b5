// Package line builds one screen row from styled pieces and keeps count of its columns, so that no row is ever wider
// than the screen.
package line

import (
	"strings"
	"unicode/utf8"

	"parallax/corpus/safe"
	"parallax/ui/theme"
)

// Line is a row under construction.
type Line struct {
	b        strings.Builder
	columns  int // taken so far
	width    int // allowed
	ellipsis string
}

// New starts a row of width columns; ellipsis stands for what does not fit. Where that is ASCII so is the screen, and
// numbers of one character are spelt out: "1½" as "1 1/2".
func New(width int, ellipsis string) *Line { return &Line{width: max(0, width), ellipsis: ellipsis} }

// Left is the number of columns still free.
func (l *Line) Left() int { return l.width - l.columns }

// Columns is the number of columns taken.
func (l *Line) Columns() int { return l.columns }

// Put adds outside or own text, made safe and cut to what is left.
func (l *Line) Put(s theme.Style, text string) *Line {
	text = safe.Line(text)
	if InASCII(l.ellipsis) {
		text = safe.WithNumbersSpelt(text)
	}
	return l.put(s, text)
}

// PutWhole adds text if it fits and leaves so many columns free.
func (l *Line) PutWhole(s theme.Style, text string, free int) *Line {
	if text = safe.Line(text); safe.Width(text)+free <= l.Left() {
		l.put(s, text)
	}
	return l
}

// PutEnd adds as much of the end of a text as fits, behind the ellipsis: the end of a path says most.
func (l *Line) PutEnd(s theme.Style, text string) *Line {
	text = safe.Line(text)
	if safe.Width(text) > l.Left() {
		text = l.ellipsis + Tail(text, l.Left()-safe.Width(l.ellipsis))
	}
	return l.put(s, text)
}

// Tail is the end of a text made safe, as much of it as fits into the columns.
func Tail(text string, columns int) string {
	clusters := safe.Clusters(nil, text)
	from := len(clusters)
	for ; from > 0 && clusters[from-1].Width <= columns; from-- {
		columns -= clusters[from-1].Width
	}
	var b strings.Builder
	for _, c := range clusters[from:] {
		b.WriteString(c.Text)
	}
	return b.String()
}

// InASCII reports whether a screen with that ellipsis is in ASCII.
func InASCII(ellipsis string) bool { return ellipsis != "" && ellipsis[0] < utf8.RuneSelf }

// Glyph adds a text of the program's own, which is known to be safe.
func (l *Line) Glyph(s theme.Style, text string) *Line { return l.put(s, text) }

func (l *Line) put(s theme.Style, text string) *Line {
	w := safe.Width(text)
	if w > l.Left() {
		text = safe.Truncate(text, l.Left(), l.ellipsis)
		w = safe.Width(text)
	}
	l.columns += w
	l.b.WriteString(s.Wrap(text))
	return l
}

// Styled adds text that already carries its styles and takes columns columns; it is left out when it does not fit.
func (l *Line) Styled(text string, columns int) *Line {
	if columns <= l.Left() {
		l.b.WriteString(text)
		l.columns += columns
	}
	return l
}

// To adds blanks up to the given column.
func (l *Line) To(column int) *Line {
	if n := min(column, l.width) - l.columns; n > 0 {
		l.b.WriteString(Blank(n))
		l.columns += n
	}
	return l
}

// Right adds text that ends at the row's end, if it fits with a blank before it.
func (l *Line) Right(s theme.Style, text string) *Line {
	text = safe.Line(text)
	if w := safe.Width(text); w < l.Left() {
		l.To(l.width - w)
		l.put(s, text)
	}
	return l
}

// String is the row, filled with blanks to its whole width.
func (l *Line) String() string {
	l.To(l.width)
	return l.b.String()
}

const blanks = "                                                                                "

// Blank is n blanks.
func Blank(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks a text between its words into rows of at most columns columns; rows after the first begin with indent. A
// word wider than a row is cut into pieces. The text is made safe.
func Wrap(text string, columns int, indent string) []string {
	var rows []string
	row, width := "", 0
	flush := func() {
		rows = append(rows, row)
		row, width = indent, len(indent)
	}
	for _, word := range strings.Fields(safe.Line(text)) {
		w := safe.Width(word)
		if width > len(indent) || (len(rows) == 0 && width > 0) {
			if width+1+w > columns {
				flush()
			} else {
				row, width = row+" ", width+1
			}
		}
		for width+w > columns && columns > len(indent)+1 {
			piece := safe.Truncate(word, columns-width, "")
			if piece == "" {
				break
			}
			row += piece
			word = word[len(piece):]
			w = safe.Width(word)
			flush()
		}
		row, width = row+word, width+w
	}
	return append(rows, row)
}
