package grid

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/ui/linear"
)

// Words is a screen of the grid as it says itself by the line: the chosen cell with its row and its column, and what stands
// below it. name and shown are as in [Grid.Screen].
func (g *Grid) Words(name, shown string, d *Detail, pending string) linear.Page {
	g.shown = linear.PageRows
	head := ""
	p := linear.Page{Name: name, Field: linear.Pending(pending), Where: []string{shown}}
	if r, ok := g.Chosen(); ok {
		head = r.Head
		p.Add("row", g.Row, g.rowWords(r))
		p.Join("place", g.Row, g.placeWords())
		cell := linear.Named(g.Columns[g.Column]) + ": " + inWords(r.Counts[g.Column])
		p.Add("cell", [2]int{g.Row, g.Column}, cell)
		p.Where = append(p.Where, linear.Named(r.Head), g.placeWords(), fmt.Sprintf("%s, %s %d of %d", cell, cmp.Or(strings.TrimSuffix(g.Across, "s"), "outlet"), g.Column+1, len(g.Columns)))
		p.Whole = g.wholeWords(r)
	}
	for i, text := range d.words(head) {
		p.Add(fmt.Sprint("detail", i), [3]int{g.Row, g.Column, g.Step}, text)
		if p.Whole != nil {
			p.Whole = append(p.Whole, text)
		}
	}
	p.Add("shown", nil, "shown: "+shown)
	return p
}

// rowWords is a row with the heading that it stands under.
func (g *Grid) rowWords(r *Row) string {
	text := linear.List(linear.Named(r.Head), r.About, fmt.Sprintf("%d in all", r.Total))
	for i := g.Row; i >= 0; i-- {
		if h := &g.Rows[i]; h.Heading && i == g.Row-1 { // the first below it names it
			return linear.List(linear.Named(h.Head), h.About) + ": " + text
		}
	}
	return text
}

// wholeWords is the row with all its cells.
func (g *Grid) wholeWords(r *Row) []string {
	cells := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		cells[i] = linear.Named(c) + " " + inWords(r.Counts[i])
	}
	return []string{g.rowWords(r), strings.Join(cells, ", ")}
}

// placeWords is where the choice stands among the things.
func (g *Grid) placeWords() string {
	at, all := 0, 0
	for i := range g.Rows {
		if !g.Rows[i].Heading {
			if all++; i <= g.Row {
				at++
			}
		}
	}
	return fmt.Sprintf("row %d of %d", at, all)
}

// words is what stands below a grid, without the names of the row and of the column, which the cell has said.
func (d *Detail) words(row string) []string {
	var said []string
	if d.Statement >= 0 {
		said = append(said, d.Set.Line(d.Statement))
	}
	facts := slices.DeleteFunc(slices.Clone(d.Facts), func(f string) bool { return f == row })
	if text := linear.List(facts...); text != "" {
		said = append(said, text)
	}
	return append(said, d.Notes...)
}
