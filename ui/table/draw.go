package table

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/particular"
	"parallax/corpus/safe"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// headRows is the rows above the claims: what is shown, and the outlets.
const headRows = 2

// The columns of the table, in columns of the screen.
const (
	leastHead  = 20 // of a claim's name
	leastCell  = 6
	mostCell   = 22   // "≠ easy and difficult"
	mostRows   = 2000 // that are kept
	roomyWidth = 60   // from which the claim's name takes two fifths of the screen, not half
	wideScreen = 100  // from which a cell is a column wider, for figures such as "300+"
)

// division is how the screen is divided: the claim's head, then cells.
type division struct{ head, cell, shown int }

// divide divides width columns for n outlets: the cells are as wide as all of them can be, within bounds; what is left is
// the head's.
func divide(width, n int) division {
	head := width * 2 / 5
	if width < roomyWidth {
		head = width / 2
	}
	head = max(leastHead, head)
	least := leastCell
	if width >= wideScreen {
		least++
	}
	cell := max(least, min(mostCell, (width-head)/max(1, n)))
	shown := max(1, min(n, (width-head)/cell))
	return division{width - shown*cell, cell, shown}
}

// Draw writes the screen and returns the cell of the chosen claim.
func (s *Table) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := s.theme
	if s.table == nil {
		return s.drawWaiting(b, width, rows)
	}
	below := max(3, min(10, rows/4))
	s.rows = max(1, rows-headRows-1-below)
	s.grid = divide(width, len(s.table.Columns))
	s.scroll()
	b.WriteString(s.title(width) + "\n" + s.heads(width) + "\n")
	for i := range s.rows {
		if n := s.top + i; n < len(s.entries) {
			b.WriteString(s.rowAt(n, width))
		} else {
			text := ""
			if i == 0 {
				text = "   " + s.none()
			}
			b.WriteString(line.New(width, t.Ellipsis).Glyph(t.Quiet, text).String())
		}
		b.WriteByte('\n')
	}
	s.detail().Draw(b, t, width, below+1)
	if len(s.entries) == 0 {
		return 0, -1
	}
	return s.grid.head + (s.column-s.left)*s.grid.cell + 1, headRows + s.chosen - s.top
}

// drawWaiting says how far the links are.
func (s *Table) drawWaiting(b *strings.Builder, width, rows int) (x, y int) {
	b.WriteString(line.New(width, s.theme.Ellipsis).Glyph("", " ").Glyph(s.theme.Brand, "Claims").String() + "\n")
	s.fill(b, width, rows-1, fmt.Sprintf("linking %d%%", int(100*s.now.Progress)))
	return 0, -1
}

func (s *Table) fill(b *strings.Builder, width, rows int, text string) {
	for i := range rows {
		l := line.New(width, s.theme.Ellipsis)
		if i == 0 {
			l.Glyph(s.theme.Quiet, "  "+text)
		}
		b.WriteString(l.String() + "\n")
	}
}

// scroll moves the window as little as possible so that the chosen cell is in it.
func (s *Table) scroll() {
	s.top = max(0, min(s.top, len(s.entries)-s.rows))
	s.top = max(min(s.top, s.chosen), s.chosen-s.rows+1)
	s.left = max(0, min(s.left, len(s.table.Columns)-s.grid.shown))
	s.left = max(min(s.left, s.column), s.column-s.grid.shown+1)
}

// title says which claims are shown, in which order, and where the choice stands.
func (s *Table) title(width int) string {
	t := s.theme
	place := fmt.Sprintf("%d of %d", min(s.chosen+1, len(s.entries)), len(s.entries))
	right := place + " "
	if n := len(s.table.Columns); s.grid.shown < n {
		right = fmt.Sprintf("outlets %d-%d of %d  %s", s.left+1, s.left+s.grid.shown, n, right)
	}
	if safe.Width(right) > width/2 {
		right = place + " "
	}
	head := line.New(max(0, width-safe.Width(right)-1), t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Claims").Glyph("", "  ")
	for i, part := range s.shown() {
		if i > 0 {
			head.Glyph(t.Quiet, " "+t.Dot+" ")
		}
		head.Put(t.Match, part)
		if i > 0 && head.Left() == 0 {
			break
		}
	}
	return head.String() + line.New(width-head.Columns(), t.Ellipsis).Right(t.Quiet, right).String()
}

// shown is which claims are listed, and how.
func (s *Table) shown() []string {
	c := &s.arranged.choice
	sorted := c.Sort.String()
	if c.Sort == claim.AsInColumn {
		sorted += " " + s.table.Columns[min(c.Column, len(s.table.Columns)-1)].Name
	}
	parts := []string{c.Filter.String(), sorted}
	if s.arranged.fold {
		n := len(s.table.Columns)
		parts = append(parts, "copies folded: "+language.Counted(n, "origin"))
	}
	if c.Voice != "" {
		parts = append(parts, "voice "+c.Voice)
	}
	if c.Found != nil {
		parts = append(parts, "query "+s.arranged.query)
	}
	return parts
}

// heads is the row of the outlets' names.
func (s *Table) heads(width int) string {
	t, g := s.theme, s.grid
	l := line.New(width, t.Ellipsis).Glyph("", "  ").Glyph(t.Quiet, "claim")
	count := "of " + fmt.Sprint(len(s.table.Columns))
	l.To(g.head-len(count)-1).Glyph(t.Quiet, count)
	names := s.shortNames()
	for i := range g.shown {
		c := s.left + i
		l.To(g.head + i*g.cell)
		style := t.Name
		if c == s.column {
			style = t.NameHere
		}
		l.Glyph("", " ").Glyph(style, names[c])
	}
	return l.String()
}

// shortNames is the outlets' names as the columns have room for them.
func (s *Table) shortNames() []string {
	if s.names.table != s.table || s.names.cell != s.grid.cell {
		names := make([]string, len(s.table.Columns))
		for i, c := range s.table.Columns {
			names[i] = c.Name
			if more := len(c.Outlets) - 1; more > 0 {
				names[i] = fmt.Sprintf("+%d %s", more, c.Name)
			}
		}
		s.names = shortened{s.table, s.grid.cell, line.ShortNames(names, s.theme.Short, s.grid.cell-1, s.theme.Ellipsis)}
	}
	return s.names.short
}

// rowAt is row, drawn once for all frames in which nothing about it changes.
func (s *Table) rowAt(n, width int) string {
	if n == s.chosen {
		return s.row(n, width)
	}
	now := face{s.table, s.theme, s.grid, s.left, s.arranged.choice.Filter == claim.OneOutlet}
	if s.drawn.face != now || s.drawn.rows == nil || len(s.drawn.rows) > mostRows {
		s.drawn = drawn{now, make(map[claim.ID]string)}
	}
	row, ok := s.drawn.rows[s.entries[n].Claim]
	if !ok {
		row = s.row(n, width)
		s.drawn.rows[s.entries[n].Claim] = row
	}
	return row
}

// row is a claim: its name and its lead, in how many columns it is said, and its cells.
func (s *Table) row(n, width int) string {
	t, g, e := s.theme, s.grid, s.entries[n]
	cl := &s.now.Linked.Claims.All[e.Claim]
	l := line.New(width, t.Ellipsis)
	style, here := theme.Style(""), n == s.chosen
	if here {
		style = t.Current
		l.Glyph(t.Shared, t.Chosen)
	} else {
		l.Glyph("", " ")
	}
	if s.isKept(e.Claim) {
		l.Glyph(t.Quiet, t.Kept)
	} else {
		l.Glyph("", " ")
	}
	count := fmt.Sprint(e.Said)
	head := line.New(g.head-2-len(count)-2, t.Ellipsis)
	cells := s.cellsOf(e.Claim)
	if s.arranged.choice.Filter == claim.OneOutlet {
		head.Put(t.Name, s.shortNames()[only(cells)]).Glyph("", ": ")
	}
	head.Put(style+t.Carries, s.now.ClaimName(e.Claim))
	if head.Left() > 8 {
		head.Glyph("", "  ").Put(t.Quiet, s.now.Corpus.Statements.Line(cl.Lead))
	}
	l.Styled(head.String(), g.head-2-len(count)-2)
	l.Glyph(t.Quiet, " "+count+" ")
	for i := range g.shown {
		s.putCell(l, &cells[s.left+i], here && s.left+i == s.column)
	}
	return l.String()
}

// only is the first column that has a wording.
func only(cells []claim.TableCell) int {
	return max(0, slices.IndexFunc(cells, func(c claim.TableCell) bool { return c.Part.Says() }))
}

// putCell writes a cell; the chosen one stands in brackets.
func (s *Table) putCell(l *line.Line, c *claim.TableCell, chosen bool) {
	t := s.theme
	open, end := " ", " "
	if chosen {
		open, end = "[", "]"
	}
	mark, style := s.mark(c.Part)
	room := s.grid.cell - 2 - safe.Width(mark)
	text := beside(c, room, t.Ellipsis)
	l.Glyph(t.Key, open).Glyph(style, mark).Glyph(t.Quiet, text)
	if chosen {
		l.Glyph(t.Key, end).Glyph("", line.Blank(room-safe.Width(text)))
	} else {
		l.Glyph("", line.Blank(room-safe.Width(text)+1))
	}
}

// beside is what stands beside the mark of a cell in so many columns: how often the column has the claim, and its figure,
// which comes first where there is no room for both.
func beside(c *claim.TableCell, room int, ellipsis string) string {
	times, figure := "", ""
	if n := len(c.Wordings); n > 1 {
		times = fmt.Sprintf("×%d", n)
	}
	if c.Figure != nil {
		figure = " " + safe.Line(c.Figure.Figure)
		if c.Figure.Kind == particular.Date && safe.Width(times+figure) > room {
			figure = withoutYear(figure) // the detail has it
		}
	}
	if both := times + figure; safe.Width(both) <= room {
		return both
	}
	if figure == "" {
		return safe.Truncate(times, room, ellipsis)
	}
	switch bare := figure[1:]; {
	case safe.Width(figure) <= room:
		return figure
	case safe.Width(bare) <= room:
		return bare
	}
	return safe.Truncate(" "+ellipsis, room, "") // half a figure would be another
}

// withoutYear is a day without the year at its end, if more is left.
func withoutYear(day string) string {
	if at := strings.LastIndexByte(day, ' '); at > 1 && len(day)-at == len(" 2022") {
		return day[:at]
	}
	return day
}

// mark is the glyph of a part.
func (s *Table) mark(p claim.Part) (string, theme.Style) {
	t := s.theme
	switch p {
	case claim.PartSame:
		return t.Same, t.Shared
	case claim.PartInPart:
		return t.Partial, t.Shared
	case claim.PartDiffers:
		return t.Differs, t.Shared
	case claim.PartElsewhere:
		return t.Elsewhere, t.Quiet
	case claim.PartSigned:
		return t.Signed, t.Quiet
	case claim.PartAbsent:
		return t.Absent, t.Quiet
	}
	return t.Silent, t.Quiet
}
