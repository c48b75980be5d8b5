// Package grid is a list of things over outlets: a row a thing, a column an outlet, and in each cell how often. [Grid.Set]
// fills it, [Grid.Do] moves the choice, [Grid.Screen] writes it with a sentence of the chosen cell below it.
package grid

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// Row is one thing, or a heading over those that follow.
type Row struct {
	Head    string // it may be as it came from outside
	About   string // beside it, less important
	Heading bool
	Total   int
	Counts  []int // by column; None where nothing can be counted; nil for a heading
}

// None stands in a cell in which nothing can be counted: that is no zero.
const None = -1

// counted is a count in few columns.
func counted(n int) string {
	if n == None {
		return "-"
	}
	return fmt.Sprint(n)
}

// Grid is the rows, the chosen cell, and what of them is on screen.
type Grid struct {
	Corner  string // what a row is
	Across  string // what columns are: "" for outlets
	Columns []string
	Rows    []Row
	Row     int // the chosen one, never a heading while there is another
	Column  int // the chosen one
	Step    int // which of the sentences behind the chosen cell is shown, see [Grid.At]; 0 when another cell is chosen

	top, left, shown int // the first row and column on screen; how many rows
	division
	names shortened
}

// division is how many columns of the screen a row's head and each cell take, and how many cells fit.
type division struct{ head, cell, fit int }

// shortened is the columns' names for their present width.
type shortened struct {
	cell  int
	short []string
}

const (
	leastHead = 16
	leastCell = 6
	mostCell  = 24
)

// divide parts width columns of the screen for n outlets.
func divide(width, n int) division {
	head := max(leastHead, min(width*2/5, 44))
	cell := max(leastCell, min(mostCell, (width-head)/max(1, n)))
	fit := max(1, min(n, (width-head)/cell))
	return division{width - fit*cell, cell, fit}
}

// Outlets is a column for each outlet of a set.
func Outlets(set *statement.Set) []string {
	columns := make([]string, len(set.Outlets.All))
	for i, o := range set.Outlets.All {
		columns[i] = o.Name
	}
	return columns
}

// Set fills the grid; the choice stays where it was as far as there are rows and columns.
func (g *Grid) Set(columns []string, rows []Row) {
	g.Columns, g.Rows, g.names = columns, rows, shortened{}
	g.Choose(g.Row)
	g.GoColumn(g.Column)
}

// Choose chooses a row; from a heading the choice goes on to the next thing, or back to the one before.
func (g *Grid) Choose(i int) {
	i = max(0, min(i, len(g.Rows)-1))
	by := 1
	if i < g.Row {
		by = -1
	}
	for _, step := range [2]int{by, -by} {
		for k := i; k >= 0 && k < len(g.Rows); k += step {
			if !g.Rows[k].Heading {
				if k != g.Row {
					g.Row, g.Step = k, 0
				}
				return
			}
		}
	}
	g.Row = 0
}

// GoColumn chooses a column.
func (g *Grid) GoColumn(c int) {
	if c = max(0, min(c, len(g.Columns)-1)); c != g.Column {
		g.Column, g.Step = c, 0
	}
}

// At is which of n sentences, one or more, the steps have come to: they go round.
func (g *Grid) At(n int) int { return (g.Step%n + n) % n }

// Chosen is the chosen row; ok is false without one.
func (g *Grid) Chosen() (r *Row, ok bool) {
	if g.Row >= len(g.Rows) || g.Rows[g.Row].Heading {
		return nil, false
	}
	return &g.Rows[g.Row], true
}

// Do moves the choice, or steps through the sentences behind it, by an action; taken is false for any other action.
func (g *Grid) Do(a key.Action, count int) (taken bool) {
	if to, ok := key.InList(a, count, g.Row, len(g.Rows), max(1, g.shown/2)); ok {
		g.Choose(to)
		return true
	}
	switch n := max(1, count); a {
	case key.NextOutlet:
		g.GoColumn(g.Column + n)
	case key.PrevOutlet:
		g.GoColumn(g.Column - n)
	case key.LineStart:
		g.GoColumn(0)
	case key.LineEnd:
		g.GoColumn(len(g.Columns) - 1)
	case key.NextCounterpart:
		g.Step += n
	case key.PrevCounterpart:
		g.Step -= n
	default:
		return false
	}
	return true
}

// Click chooses the cell at a cell of the screen, counted from the grid's own corner.
func (g *Grid) Click(x, y int) {
	if i := g.top + y - 1; y > 0 && y <= g.shown && i < len(g.Rows) {
		g.Choose(i)
		if x >= g.head && g.cell > 0 {
			g.GoColumn(g.left + (x-g.head)/g.cell)
		}
	}
}

// place is where the choice stands among the things: "3 of 12".
func (g *Grid) place() string {
	at, all := 0, 0
	for i := range g.Rows {
		if !g.Rows[i].Heading {
			if all++; i <= g.Row {
				at++
			}
		}
	}
	place := fmt.Sprintf("%d of %d", at, all)
	if n := len(g.Columns); g.fit > 0 && g.fit < n {
		place = fmt.Sprintf(cmp.Or(g.Across, "outlets")+" %d-%d of %d  %s", g.left+1, g.left+g.fit, n, place)
	}
	return place
}

// Draw writes the outlets' names and as many rows as there is room for, rows in all, and returns the cell of the choice;
// a negative y for none.
func (g *Grid) Draw(b *strings.Builder, t *theme.Theme, width, rows int) (x, y int) {
	g.arrange(width, rows)
	b.WriteString(g.heads(t, width) + "\n")
	for i := range g.shown {
		if n := g.top + i; n < len(g.Rows) {
			b.WriteString(g.row(t, n, width) + "\n")
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	if _, ok := g.Chosen(); !ok {
		return 0, -1
	}
	return g.head + (g.Column-g.left)*g.cell + 1, 1 + g.Row - g.top
}

// arrange divides the screen and moves the window as little as possible so that the chosen cell is in it.
func (g *Grid) arrange(width, rows int) {
	g.shown = max(1, rows-1)
	g.division = divide(width, len(g.Columns))
	g.top = max(0, min(g.top, len(g.Rows)-g.shown))
	g.top = max(min(g.top, g.Row), g.Row-g.shown+1)
	if g.top > 0 && g.top == g.Row && g.Rows[g.top-1].Heading && g.shown > 1 {
		g.top--
	}
	g.left = max(0, min(g.left, len(g.Columns)-g.fit))
	g.left = max(min(g.left, g.Column), g.Column-g.fit+1)
}

// heads is the row of the outlets' names.
func (g *Grid) heads(t *theme.Theme, width int) string {
	if g.names.cell != g.cell || len(g.names.short) != len(g.Columns) {
		g.names = shortened{g.cell, line.ShortNames(g.Columns, t.Short, g.cell-1, t.Ellipsis)}
	}
	l := line.New(width, t.Ellipsis).Glyph("", "  ").Glyph(t.Quiet, g.Corner)
	for i := range min(g.fit, len(g.Columns)) {
		style := t.Name
		if g.left+i == g.Column {
			style = t.NameHere
		}
		l.To(g.head+i*g.cell).Glyph("", " ").Glyph(style, g.names.short[g.left+i])
	}
	return l.String()
}

func (g *Grid) row(t *theme.Theme, n, width int) string {
	r := &g.Rows[n]
	l := line.New(width, t.Ellipsis)
	if r.Heading {
		return l.Glyph("", "  ").Put(t.Brand, r.Head).Glyph("", "  ").Put(t.Quiet, r.About).String()
	}
	style, here := theme.Style(""), n == g.Row
	if here {
		style = t.Current
		l.Glyph(t.Shared, t.Chosen+" ")
	} else {
		l.Glyph("", "  ")
	}
	total := fmt.Sprint(r.Total)
	room := g.head - 4 - len(total)
	head := line.New(room, t.Ellipsis).Put(style, r.Head)
	if r.About != "" && head.Left() > 6 {
		head.Glyph("", "  ").Put(t.Quiet, r.About)
	}
	l.Styled(head.String(), room).Glyph(t.Quiet, " "+total+" ")
	for i := range min(g.fit, len(r.Counts)) {
		count, quiet := counted(r.Counts[g.left+i]), t.Quiet
		if r.Counts[g.left+i] > 0 {
			quiet = ""
		}
		open, end := " ", " "
		if here && g.left+i == g.Column {
			open, end = "[", "]"
		}
		l.To(g.head+i*g.cell).Glyph(t.Key, open).Glyph(quiet, safe.Truncate(count, g.cell-2, t.Ellipsis)).Glyph(t.Key, end)
	}
	return l.String()
}

// inWords is a count for whoever hears it.
func inWords(n int) string {
	if n == None {
		return "nothing can be counted"
	}
	return fmt.Sprint(n)
}
