// Package crosstab counts things against each other: codes by outlets, claims by voices, verbs by weeks. Make a [Study] of
// what is known of the reports, then ask it for a [Table].
//
// Two things meet where their words overlap: a code that stands on a quotation meets the speaker of the quotation, not the
// one who is quoted beside it in the same sentence. What is true of a whole report (its outlet, story, week) meets everything
// in it. A cell counts the statements in which both meet, or the reports or the outlets of these. Boilerplate is not
// counted, unless the reader has coded it: then it counts as what he says it is.
//
// A cell without any is a zero only where something could have been counted: where no report could hold both (an outlet that
// has no report of the claim's event), it says so, because that is no silence. Totals count each statement, report or outlet
// once, so they may be less than the sum of their row: a statement may bear several codes.
//
// Cost: one pass over the statements, with the categories of each laid out by statement beforehand; what is laid out is kept
// in the Study, so that a second table over the same things costs the pass alone.
package crosstab

import (
	"slices"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/story"
	"parallax/corpus/wording"
)

// Source is what is known of the reports.
type Source struct {
	Set      *statement.Set
	Stories  *story.Stories
	Claims   *claim.Claims          // nil while there are no links: then there are no claims
	Kept     *brief.Resolved        // the codes that the reader gave, and his names of claims
	Book     coding.Codebook        // its codes are counted also where nobody used them; nil for none
	Wordings func() []wording.Group // asked for once, when wordings are counted; nil for none
	Alone    bool                   // also the claims of a single statement
}

// Study answers with tables. It belongs to one goroutine.
type Study struct {
	source Source
	laid   [len(thingNames)]*layout
}

// New makes a study.
func New(s Source) *Study { return &Study{source: s} }

// layout is the categories of a thing, and where each stands.
type layout struct {
	names []string
	scope []reports // by category: the reports in which it could stand; nil for all
	at    [][]place // by statement
	fixed bool      // also a category that stands nowhere is shown
	lost  int       // coded passages that are not found again in the reports
}

// place is where a category stands in a statement.
type place struct {
	category int
	spans    []report.Span // nil for the whole statement
}

// meets reports whether the words of two places overlap.
func (p *place) meets(q *place) bool {
	if p.spans == nil || q.spans == nil {
		return true
	}
	for _, a := range p.spans {
		for _, b := range q.spans {
			if a.Overlap(b) > 0 {
				return true
			}
		}
	}
	return false
}

// reports is a set of them.
type reports []uint64

func (s *Study) noReports() reports { return make(reports, (len(s.source.Set.Reports)+63)/64) }

func (r reports) add(id report.ID) { r[id/64] |= 1 << (id % 64) }

// apart reports whether sets have nothing in common; nil is every report.
func apart(sets ...reports) bool {
	var common reports
	for _, one := range sets {
		switch {
		case one == nil:
		case common == nil:
			common = slices.Clone(one)
		default:
			for i := range common {
				common[i] &= one[i]
			}
		}
	}
	return common != nil && !slices.ContainsFunc(common, func(w uint64) bool { return w != 0 })
}

// Cell is what was counted where a row and a column meet.
type Cell struct {
	N          int
	Statements []statement.ID // in order; those that are counted, or those of the reports or outlets that are
	NoReport   bool           // no report could hold both
}

// Part is a table, or of one that is divided one part of it.
type Part struct {
	Name    string // of the category that divides; "" for a table that is not divided
	Cells   [][]Cell
	Rows    []Cell // by row: what stands in any column
	Columns []Cell // by column: what stands in any row
	All     Cell
}

// Table is things counted against each other.
type Table struct {
	Row, Column Thing
	By          *Thing // nil for a table that is not divided
	Unit        Unit
	Rows        []string // names of categories, each once
	Columns     []string
	Parts       []Part // one, or one for each category of By
	Lost        int    // coded passages that are not found again in the reports, and so not counted
}

// Table counts. Rows and columns in which nothing stands are left out, but for codes of the codebook, outlets, reports, stories
// and weeks.
func (s *Study) Table(row, column Thing, by *Thing, unit Unit) *Table {
	r, c := s.layout(row), s.layout(column)
	t := &Table{Row: row, Column: column, By: by, Unit: unit, Lost: max(r.lost, c.lost)}
	d := &layout{names: []string{""}, scope: []reports{nil}}
	if by != nil {
		d = s.layout(*by)
		t.Lost = max(t.Lost, d.lost)
	}
	for range d.names {
		t.Parts = append(t.Parts, newPart(len(r.names), len(c.names)))
	}
	whole, coded := []place{{}}, row == Code || column == Code || by != nil && *by == Code
	for id := range r.at {
		if len(r.at[id]) == 0 || len(c.at[id]) == 0 || !coded && !s.source.Set.All[id].IsStory() {
			continue
		}
		parts := whole
		if by != nil {
			parts = d.at[id]
		}
		for k := range parts {
			t.Parts[parts[k].category].count(statement.ID(id), r.at[id], c.at[id], &parts[k])
		}
	}
	for k := range t.Parts {
		p := &t.Parts[k]
		p.Name = d.names[k]
		s.finish(p, unit, r, c, d.scope[k])
	}
	t.trim(r, c, d)
	return t
}

// Cells is how many cells a table would have before rows and columns are left out, so that one can refuse what is too large.
func (s *Study) Cells(row, column Thing, by *Thing) int {
	n := len(s.layout(row).names) * len(s.layout(column).names)
	if by != nil {
		n *= len(s.layout(*by).names)
	}
	return n
}

func newPart(rows, columns int) Part {
	p := Part{Cells: make([][]Cell, rows), Rows: make([]Cell, rows), Columns: make([]Cell, columns)}
	cells := make([]Cell, rows*columns)
	for i := range p.Cells {
		p.Cells[i], cells = cells[:columns:columns], cells[columns:]
	}
	return p
}

// count adds a statement to every cell in which two of its places meet.
func (p *Part) count(id statement.ID, rows, columns []place, within *place) {
	for i := range rows {
		if !rows[i].meets(within) {
			continue
		}
		for k := range columns {
			if !columns[k].meets(within) || !rows[i].meets(&columns[k]) {
				continue
			}
			r, c := rows[i].category, columns[k].category
			p.Cells[r][c].add(id)
			p.Rows[r].add(id)
			p.Columns[c].add(id)
			p.All.add(id)
		}
	}
}

// add adds a statement; they come in order.
func (c *Cell) add(id statement.ID) {
	if n := len(c.Statements); n == 0 || c.Statements[n-1] != id {
		c.Statements = append(c.Statements, id)
	}
}

// finish counts the cells of a part in the table's unit, and tells where nothing could be counted.
func (s *Study) finish(p *Part, unit Unit, rows, columns *layout, within reports) {
	for i := range p.Cells {
		for k := range p.Cells[i] {
			cell := &p.Cells[i][k]
			cell.N = s.number(cell.Statements, unit)
			cell.NoReport = cell.N == 0 && apart(rows.scope[i], columns.scope[k], within)
		}
		p.Rows[i].N = s.number(p.Rows[i].Statements, unit)
	}
	for k := range p.Columns {
		p.Columns[k].N = s.number(p.Columns[k].Statements, unit)
	}
	p.All.N = s.number(p.All.Statements, unit)
}

// number is how many statements there are, or how many reports or outlets have them.
func (s *Study) number(ids []statement.ID, unit Unit) int {
	set := s.source.Set
	switch unit {
	case Statements:
		return len(ids)
	case Reports:
		n, last := 0, report.ID(-1)
		for _, id := range ids {
			if of := set.All[id].Report; of != last {
				n, last = n+1, of
			}
		}
		return n
	}
	var seen []report.OutletID
	for _, id := range ids {
		if of := set.Outlets.Of[set.All[id].Report]; !slices.Contains(seen, of) {
			seen = append(seen, of)
		}
	}
	return len(seen)
}

// trim leaves out what stands nowhere.
func (t *Table) trim(rows, columns, parts *layout) {
	keepR := kept(rows, func(i int) bool { return t.any(func(p *Part) *Cell { return &p.Rows[i] }) })
	keepC := kept(columns, func(i int) bool { return t.any(func(p *Part) *Cell { return &p.Columns[i] }) })
	t.Rows, t.Columns = pick(rows.names, keepR), pick(columns.names, keepC)
	for k := range t.Parts {
		p := &t.Parts[k]
		p.Cells, p.Rows, p.Columns = pick(p.Cells, keepR), pick(p.Rows, keepR), pick(p.Columns, keepC)
		for i := range p.Cells {
			p.Cells[i] = pick(p.Cells[i], keepC)
		}
	}
	if t.By != nil && !parts.fixed {
		t.Parts = slices.DeleteFunc(t.Parts, func(p Part) bool { return p.All.N == 0 })
	}
}

func (t *Table) any(of func(*Part) *Cell) bool {
	for k := range t.Parts {
		if of(&t.Parts[k]).N > 0 {
			return true
		}
	}
	return false
}

// kept is the categories that are shown.
func kept(l *layout, stands func(int) bool) []int {
	var keep []int
	for i := range l.names {
		if l.fixed || stands(i) {
			keep = append(keep, i)
		}
	}
	return keep
}

func pick[T any](from []T, which []int) []T {
	out := make([]T, len(which))
	for i, k := range which {
		out[i] = from[k]
	}
	return out
}

// Of is what a cell is a share of.
type Of uint8

// The shares.
const (
	OfNothing Of = iota // the number itself
	OfRow
	OfColumn
)

// Percent is a cell's share of what stands in its row, or its column, in 0..100; ok is false where there is nothing to be a
// share of.
func (p *Part) Percent(row, column int, of Of) (percent float64, ok bool) {
	cell, whole := &p.Cells[row][column], p.Rows[row].N
	if of == OfColumn {
		whole = p.Columns[column].N
	}
	if cell.NoReport || whole == 0 {
		return 0, false
	}
	return 100 * float64(cell.N) / float64(whole), true
}
