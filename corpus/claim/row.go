package claim

import (
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// State is an outlet's part in a claim.
type State uint8

const (
	Silent    State = iota // no wording, and no link from one
	Elsewhere              // no wording, but a wording is linked to a statement of the outlet that stands in other claims
	Said                   // a wording
	Absent                 // no report of the claim's story: it says nothing of it, and its silence means nothing
)

// Row is one claim over the outlets. A Row may be filled again and again: once it has grown to the claims at hand, that
// costs no memory.
type Row struct {
	Cells    []Cell         // by report.OutletID: reports of one outlet share a cell
	wordings []statement.ID // those of all cells, cell by cell
	count    []int          // of wordings, by cell
}

// Cell is one outlet's part in a claim.
type Cell struct {
	State    State
	Wordings []statement.ID // the outlet's statements that carry the claim, in order; none unless Said
	Near     Near           // what comes nearest to the claim; see Elsewhere and Claims.Nearest
	Figure   *Figure        // what the outlet gives as the claim's figure, nil for none; see Claims.Figures
	Differs  bool           // it differs from another outlet's, likewise
	InPart   bool           // of the outlet's reports of the story one was taken in part: what it says there may not have been read
}

// Near is a statement that does not carry a claim, and the wording that it comes near to. It is not Known in a cell
// that is Said, nor in one that is Silent before Claims.Nearest has looked, or when no pair was ever scored.
type Near struct {
	Statement statement.ID
	Wording   statement.ID
	Score     float64 // 0..1: of the link when the cell is Elsewhere, of the pair that is no link when it is Silent
	Known     bool
}

// RowOf fills the row of a claim that is given as statements, in any order. Of what they are linked to nothing is known,
// so no cell is Elsewhere.
func RowOf(set *statement.Set, wordings []statement.ID, row *Row) {
	of, outlets := set.Outlets.Of, len(set.Outlets.All)
	row.Cells = slices.Grow(row.Cells[:0], outlets)[:outlets]
	row.count = slices.Grow(row.count[:0], outlets)[:outlets]
	row.wordings = slices.Grow(row.wordings[:0], len(wordings))
	clear(row.Cells)
	clear(row.count)
	for _, id := range wordings {
		row.count[of[set.All[id].Report]]++
	}
	room := row.wordings[:cap(row.wordings)]
	for i, n := range row.count {
		if n > 0 {
			row.Cells[i].State = Said
			row.Cells[i].Wordings, room = room[:0:n], room[n:]
		}
	}
	for _, id := range wordings {
		c := &row.Cells[of[set.All[id].Report]]
		c.Wordings = append(c.Wordings, id)
	}
}

// Row fills the row of a claim. What comes near to it in outlets that are Silent is left to Nearest.
func (cs *Claims) Row(c ID, row *Row) { cs.RowOf(cs.All[c].Statements, row) }

// RowOf fills the row of a claim that is given as statements, such as one that a reader has kept.
func (cs *Claims) RowOf(wordings []statement.ID, row *Row) {
	RowOf(cs.set, wordings, row)
	if len(wordings) == 0 || !row.has(Silent) {
		return
	}
	cs.judge(wordings, row)
	of := cs.set.Outlets.Of
	for _, w := range wordings {
		for l := range cs.links.Of(w) {
			o := l.Other(w)
			cell := &row.Cells[of[cs.set.All[o].Report]]
			if cell.State == Said || cell.State == Absent || l.Score <= cell.Near.Score || len(cs.of[o]) == 0 {
				continue
			}
			cell.State = Elsewhere
			cell.Near = Near{Statement: o, Wording: w, Score: l.Score, Known: true}
		}
	}
}

// judge tells the outlets that have no report of the claim's story from those that have, and says of these whether all that
// they wrote was read.
func (cs *Claims) judge(wordings []statement.ID, row *Row) {
	for i := range row.Cells {
		cell := &row.Cells[i]
		if cell.State == Said {
			continue
		}
		cell.State = Absent
		for _, r := range cs.set.Outlets.All[i].Reports {
			if cs.tells(r, wordings) {
				cell.State = Silent
				cell.InPart = cell.InPart || cs.set.Reports[r].InPart()
			}
		}
	}
}

// tells reports whether a report is of the story of one of the wordings.
func (cs *Claims) tells(r report.ID, wordings []statement.ID) bool {
	of := cs.links.Story(r)
	for _, w := range wordings {
		if cs.links.Story(cs.set.All[w].Report) == of {
			return true
		}
	}
	return false
}

// Nearest completes the row of a claim, made by Row, with what comes nearest to it in the outlets that are Silent.
func (cs *Claims) Nearest(c ID, row *Row) {
	if !row.has(Silent) {
		return
	}
	of := cs.set.Outlets.Of
	for _, w := range cs.All[c].Statements {
		for p := range cs.links.Scored(w) {
			o := p.Other(w)
			cell := &row.Cells[of[cs.set.All[o].Report]]
			if cell.State != Silent || !cs.set.All[o].IsStory() || cell.Near.Known && p.Score <= cell.Near.Score {
				continue
			}
			cell.Near = Near{Statement: o, Wording: w, Score: p.Score, Known: true}
		}
	}
}

// has reports whether any cell is in a state.
func (r *Row) has(s State) bool {
	for i := range r.Cells {
		if r.Cells[i].State == s {
			return true
		}
	}
	return false
}

// Count is the number of outlets in a state.
func (r *Row) Count(s State) int {
	n := 0
	for i := range r.Cells {
		if r.Cells[i].State == s {
			n++
		}
	}
	return n
}

// Without walks the outlets of the story that have no wording, whether they are linked elsewhere or silent, in order.
func (r *Row) Without(yield func(report.OutletID) bool) {
	for i := range r.Cells {
		if s := r.Cells[i].State; s != Said && s != Absent && !yield(report.OutletID(i)) {
			return
		}
	}
}
