package claim

import (
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A table is the claims over the outlets. What a cell says is a Row's; here stand which claims a reader wants to see, in
// which order, and what of each claim can be counted, so that a screen and a page show one thing. Cells are made when they
// are asked for: of a thousand claims a screen shows thirty.

// Part is what a column of a table has of a claim, seen from the claim's lead.
type Part uint8

const (
	PartAbsent    Part = iota // no report of the claim's story
	PartSilent                // nothing
	PartSigned                // nothing, and the reader has signed that
	PartElsewhere             // no wording, but something linked to one; see Elsewhere
	PartDiffers               // a wording that differs from the lead in a part
	PartInPart                // a wording, of which either has clearly more than the other
	PartSame                  // a wording
)

// Says reports whether the part is a wording.
func (p Part) Says() bool { return p >= PartDiffers }

// Column is an outlet, or where copies are folded the outlets of which reports have one origin.
type Column struct {
	Name    string            // of the first outlet
	Outlets []report.OutletID // in order; never empty
}

// TableCell is a column's part in a claim.
type TableCell struct {
	Part     Part
	Wordings []statement.ID // of all outlets of the column, in order; none unless Part.Says
	Near     Near           // where Elsewhere; see Cell
	Figure   *Figure        // what the column gives as the claim's figure, that of its first outlet; nil for none
}

// Entry is a claim of a table, and what is counted of it.
type Entry struct {
	Claim     ID
	Said      int // columns with a wording
	Elsewhere int // columns that are linked elsewhere
	Absent    int // columns without a report of the claim's story
}

// Alone reports whether one column has the claim and no other anything that is linked to it.
func (e *Entry) Alone() bool { return e.Said == 1 && e.Elsewhere == 0 }

// Table is the claims over columns. It belongs to one goroutine.
type Table struct {
	Columns []Column
	claims  *Claims
	signed  func(outlet string, claim []statement.ID) bool
	within  map[report.ID]bool // the reports that it is of; nil for all
	column  []int              // by outlet: index into Columns, -1 for an outlet without one of the reports
	entries []Entry            // by claim
	doubt   []float64          // by claim, negative where it was not asked for; likewise
	differs []float64
	row     Row
	cells   []TableCell
}

// NewTable makes the table of all claims. With fold the outlets whose reports have one origin share a column. signed tells
// which silences the reader has signed; nil means none.
func NewTable(cs *Claims, fold bool, signed func(outlet string, claim []statement.ID) bool) *Table {
	return NewTableOf(cs, nil, fold, signed)
}

// NewTableOf is NewTable of the claims and outlets of some reports, those of a story; nil means all.
func NewTableOf(cs *Claims, reports []report.ID, fold bool, signed func(outlet string, claim []statement.ID) bool) *Table {
	if signed == nil {
		signed = func(string, []statement.ID) bool { return false }
	}
	t := &Table{claims: cs, signed: signed}
	if reports != nil {
		t.within = make(map[report.ID]bool, len(reports))
		for _, r := range reports {
			t.within[r] = true
		}
	}
	t.makeColumns(fold)
	for i := range cs.All {
		if t.holds(cs.set.All[cs.All[i].Lead].Report) {
			t.entries = append(t.entries, t.count(ID(i)))
		}
	}
	return t
}

// holds reports whether a report is one of those that the table is of.
func (t *Table) holds(r report.ID) bool { return t.within == nil || t.within[r] }

// makeColumns gives each outlet its column: one of its own, or with fold that of the first outlet of its origin.
func (t *Table) makeColumns(fold bool) {
	outlets := t.claims.set.Outlets
	first := make([]int, len(outlets.All)) // of the outlets with which one shares its column
	for o := range first {
		first[o] = o
	}
	if fold {
		for o := range outlets.All {
			for _, r := range outlets.All[o].Reports {
				t.unite(first, o, int(outlets.Of[t.claims.links.Origin(r)]))
			}
		}
	}
	t.column = make([]int, len(first))
	for o, f := range first {
		if !slices.ContainsFunc(outlets.All[o].Reports, t.holds) {
			t.column[o] = -1
			continue
		}
		if f == o || t.column[f] < 0 {
			t.column[o] = len(t.Columns)
			t.Columns = append(t.Columns, Column{Name: outlets.All[o].Name})
		} else {
			t.column[o] = t.column[f]
		}
		c := &t.Columns[t.column[o]]
		c.Outlets = append(c.Outlets, report.OutletID(o))
	}
}

// unite gives all outlets that share a column with either of two the lesser first of both.
func (t *Table) unite(first []int, a, b int) {
	to, from := min(first[a], first[b]), max(first[a], first[b])
	for o := range first {
		if first[o] == from {
			first[o] = to
		}
	}
}

// ColumnOf is the column of an outlet, the first for one that has none.
func (t *Table) ColumnOf(o report.OutletID) int { return max(0, t.column[o]) }

// Cells appends the cells of a claim to room, by column. Wordings are valid until the table is asked again for cells with
// the same room.
func (t *Table) Cells(id ID, room []TableCell) []TableCell {
	t.claims.Row(id, &t.row)
	t.claims.Figures(id, &t.row)
	return t.cellsOf(id, room)
}

// cellsOf is Cells of the row as it is filled.
func (t *Table) cellsOf(id ID, room []TableCell) []TableCell {
	from := len(room)
	for range t.Columns {
		room = append(room, TableCell{})
	}
	cells, cl := room[from:], &t.claims.All[id]
	for o := range t.row.Cells {
		if t.column[o] < 0 {
			continue
		}
		c, one := &cells[t.column[o]], &t.row.Cells[o]
		c.Wordings = append(c.Wordings, one.Wordings...)
		c.Part = max(c.Part, t.part(cl, report.OutletID(o), one))
		if c.Figure == nil {
			c.Figure = one.Figure
		}
		if one.State == Elsewhere && one.Near.Score > c.Near.Score {
			c.Near = one.Near
		}
	}
	for i := range cells {
		if len(t.Columns[i].Outlets) > 1 {
			slices.Sort(cells[i].Wordings)
		}
	}
	return room
}

// part is an outlet's part in a claim: the best of its wordings counts, unless a figure of theirs differs from another
// outlet's. The reader's word on a silence wins over what is linked elsewhere.
func (t *Table) part(cl *Claim, o report.OutletID, c *Cell) Part {
	if c.State != Said {
		switch {
		case c.State == Absent:
			return PartAbsent
		case t.signed(t.claims.set.Outlets.All[o].Name, cl.Statements):
			return PartSigned
		case c.State == Elsewhere:
			return PartElsewhere
		}
		return PartSilent
	}
	if c.Differs {
		return PartDiffers
	}
	best := PartSilent
	for _, w := range c.Wordings {
		best = max(best, t.claims.partOf(cl.Lead, w))
	}
	return best
}

// partOf is what a wording has of a claim, seen from the lead.
func (cs *Claims) partOf(lead, wording statement.ID) Part {
	switch l, ok := cs.links.Between(lead, wording); {
	case ok && l.Differs:
		return PartDiffers
	case ok && l.Partial:
		return PartInPart
	}
	return PartSame
}

// count counts what a claim has.
func (t *Table) count(id ID) Entry {
	t.claims.Row(id, &t.row)
	t.cells = t.cellsOf(id, t.cells[:0])
	e := Entry{Claim: id}
	for i := range t.cells {
		switch p := t.cells[i].Part; {
		case p == PartElsewhere:
			e.Elsewhere++
		case p == PartAbsent:
			e.Absent++
		case p.Says():
			e.Said++
		}
	}
	return e
}

// Differing is the number of columns that say a claim differently. What their figures are is read when it is first asked.
func (t *Table) Differing(id ID) int {
	return int(t.known(&t.differs, id, func(id ID) float64 {
		n := 0
		t.cells = t.Cells(id, t.cells[:0])
		for i := range t.cells {
			if t.cells[i].Part == PartDiffers {
				n++
			}
		}
		return float64(n)
	}))
}

// Doubt is how many cells of a claim are expected to be wrong: of its wordings, those that may not belong; of its silences,
// those where what comes nearest may. What the reader decided or signed is not in doubt.
func (t *Table) Doubt(id ID) float64 { return t.known(&t.doubt, id, t.doubtOf) }

// known is a number about a claim that is found once.
func (t *Table) known(numbers *[]float64, id ID, find func(ID) float64) float64 {
	if *numbers == nil {
		*numbers = make([]float64, len(t.claims.All))
		for i := range *numbers {
			(*numbers)[i] = -1
		}
	}
	if (*numbers)[id] < 0 {
		(*numbers)[id] = find(id)
	}
	return (*numbers)[id]
}

func (t *Table) doubtOf(id ID) float64 {
	cl := &t.claims.All[id]
	t.claims.Row(id, &t.row)
	t.claims.Nearest(id, &t.row)
	sum := 0.0
	lead := t.claims.set.Outlets.Of[t.claims.set.All[cl.Lead].Report]
	for o := range t.row.Cells {
		c := &t.row.Cells[o]
		switch {
		case report.OutletID(o) == lead:
		case c.State == Said:
			best := 0.0
			for _, w := range c.Wordings {
				best = max(best, t.claims.counterpart(id, cl.Lead, w).Score)
			}
			sum += 1 - best
		case c.State == Silent && !t.signed(t.claims.set.Outlets.All[o].Name, cl.Statements):
			sum += c.Near.Score
		}
	}
	return sum
}
