package roll

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/corpus/safe"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// State says how the list is sorted, for the screen's heading. Where that has no room, the sign in the column's head says it.
func (r *Roll) State() string {
	if r.by < 0 {
		return ""
	}
	how := "by " + cmp.Or(r.columns[r.by].Head, "state")
	if r.down {
		how += ", last first"
	}
	return how
}

// Draw writes rows rows of width columns: the names of the columns, the items, and at the foot the words that narrow the
// list, as long as they do. It returns the cell of the cursor.
func (r *Roll) Draw(b *strings.Builder, width, rows int, t *theme.Theme) (x, y int) {
	r.widths = r.share(width)
	b.WriteString(r.heads(width, t) + "\n")
	r.rows = rows - 1
	filtered := r.typing || r.narrowed != ""
	if filtered {
		r.rows--
	}
	if r.chosen < r.top {
		r.top = r.chosen
	}
	if r.chosen >= r.top+r.rows {
		r.top = r.chosen - r.rows + 1
	}
	r.top = max(0, min(r.top, len(r.shown)-r.rows))
	for i := range r.rows {
		if n := r.top + i; n < len(r.shown) {
			b.WriteString(r.row(&r.all[r.shown[n]], n == r.chosen, width, t) + "\n")
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	x, y = 1, 1+r.chosen-r.top
	if filtered {
		column := r.drawWords(b, width, t)
		if r.typing {
			x, y = column, rows-1
		}
	}
	return x, y
}

// drawWords writes the row of the words that narrow the list, with how many items have them. It returns the column of the
// field's cursor.
func (r *Roll) drawWords(b *strings.Builder, width int, t *theme.Theme) (column int) {
	l := line.New(width, t.Ellipsis).Glyph(t.Key, " /")
	column = r.words.Draw(l, "")
	if found := fmt.Sprintf("%d of %d ", len(r.shown), len(r.all)); l.Left() > safe.Width(found)+2 {
		l.Right(t.Quiet, found)
	}
	b.WriteString(l.String() + "\n")
	return column
}

// needs is the columns that a column takes at most: its head's, or its widest cell's.
func (r *Roll) needs(column int) int {
	if r.widest == nil {
		r.widest = make([]int, len(r.columns))
		for i := range r.all {
			for k, cell := range r.all[i].Cells {
				if r.all[i].Whole == "" || k == 0 {
					r.widest[k] = max(r.widest[k], safe.Width(safe.Line(cell)))
				}
			}
		}
	}
	return max(r.widest[column], safe.Width(safe.Line(r.columns[column].Head)))
}

// leastShared is the columns from which a column that has a share of the room is worth showing where it does not fit.
const leastShared = 10

// share is the columns that each column gets, 0 for those that are left out. None gets more than it needs.
func (r *Roll) share(width int) []int {
	widths := make([]int, len(r.columns))
	left := width - 3
	for i, c := range r.columns {
		w := min(c.Width, r.needs(i))
		if w+2 > left && i > 0 {
			if c.Share > 0 && left-2 >= leastShared {
				widths[i], left = left-2, 0
			}
			break
		}
		widths[i] = min(w, max(1, left))
		left -= w + 2
	}
	for grown := true; grown; {
		grown = false
		shares := 0
		for i, c := range r.columns {
			if widths[i] > 0 && widths[i] < r.needs(i) {
				shares += c.Share
			}
		}
		room := left
		for i, c := range r.columns {
			if widths[i] == 0 || c.Share == 0 {
				continue
			}
			if more := min(r.needs(i)-widths[i], max(1, room*c.Share/max(1, shares)), left); more > 0 {
				widths[i], left, grown = widths[i]+more, left-more, true
			}
		}
	}
	return widths
}

func (r *Roll) heads(width int, t *theme.Theme) string {
	l := line.New(width, t.Ellipsis).Glyph("", "   ")
	for i, c := range r.columns {
		if r.widths[i] == 0 {
			break
		}
		sign := ""
		if i == r.by && r.down {
			sign = t.Falling
		} else if i == r.by {
			sign = t.Rising
		}
		put(l, c, c.Head, r.widths[i], [2]theme.Style{t.Quiet, ""}, t.Ellipsis, sign)
	}
	return l.String()
}

func (r *Roll) row(it *Item, chosen bool, width int, t *theme.Theme) string {
	l := line.New(width, t.Ellipsis)
	mark, style := " ", theme.Style("")
	if chosen {
		mark = t.Chosen
	}
	l.Glyph(t.Shared, mark).Glyph(t.Shared, cmp.Or(it.Mark, " ")).Glyph("", " ")
	blank := theme.Style("")
	switch {
	case it.Quiet:
		style = t.Quiet
	case chosen:
		style, blank = t.Current, t.Current
	}
	for i, c := range r.columns {
		if r.widths[i] == 0 || i >= len(it.Cells) {
			break
		}
		if i == 1 && it.Whole != "" {
			it.putWhole(l, style, t.Ellipsis)
			break
		}
		put(l, c, it.Cells[i], r.widths[i], [2]theme.Style{style, blank}, t.Ellipsis, "")
	}
	return l.Glyph(blank, line.Blank(l.Left())).String()
}

// putWhole writes what a row has over all columns.
func (it *Item) putWhole(l *line.Line, s theme.Style, ellipsis string) {
	why := ""
	if it.Why != "" {
		why = ": " + it.Why
	}
	room := l.Left() - safe.Width(safe.Line(why))
	l.Put(s, safe.Truncate(safe.Line(it.Whole), max(room, l.Left()/2), ellipsis)).Put(s, why)
}

// put writes one cell and the gap behind it, which a sign begins: the text in one style, the blanks in another.
func put(l *line.Line, c Column, text string, width int, s [2]theme.Style, ellipsis, sign string) {
	text = safe.Truncate(safe.Line(text), width, ellipsis)
	blank := line.Blank(width - safe.Width(text))
	if c.Right {
		l.Glyph(s[1], blank).Glyph(s[0], text+sign)
	} else {
		l.Glyph(s[0], text+sign).Glyph(s[1], blank)
	}
	if gap := 2 - safe.Width(sign); l.Left() >= gap {
		l.Glyph(s[1], line.Blank(gap))
	}
}
