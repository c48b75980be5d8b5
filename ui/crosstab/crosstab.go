// Package crosstab is the screen of things counted against each other: a row a code, a claim or a voice, a column an outlet or
// whatever else, below them the passages of the chosen cell. What is counted is corpus/crosstab's; call [New] to open it.
package crosstab

import (
	"fmt"
	"math"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/coding"
	"parallax/corpus/crosstab"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
	"parallax/ui/desk"
	"parallax/ui/grid"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Crosstab is the state of the screen.
type Crosstab struct {
	screen.Still
	now   desk.Snapshot
	book  coding.Codebook
	theme *theme.Theme
	bound *key.Map
	keys  key.Parser

	row, column crosstab.Thing
	unit        crosstab.Unit
	of          crosstab.Of
	study       *crosstab.Study
	table       *crosstab.Table // nil when it would be too large
	cells       int             // that it has, or would have
	grid        grid.Grid
}

// New opens the screen; it counts what last did, or with nil codes by outlets where something is coded, else claims.
func New(now desk.Snapshot, book coding.Codebook, t *theme.Theme, bound *key.Map, last *Crosstab) *Crosstab {
	s := &Crosstab{now: now, book: book, theme: t, bound: bound, row: crosstab.Claim, column: crosstab.Outlet}
	switch used, _ := coding.Used(&now.Resolved.Brief.Kept); {
	case last != nil:
		s.row, s.column, s.unit, s.of = last.row, last.column, last.unit, last.of
	case len(used) > 0:
		s.row = crosstab.Code
	}
	s.anew()
	return s
}

// Place covers the panes.
func (s *Crosstab) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (s *Crosstab) Keys() *key.Map { return s.bound }

// SetTheme changes the styles.
func (s *Crosstab) SetTheme(t *theme.Theme) { s.theme = t }

// ShowsWordings reports whether what outlets call the same thing is counted.
func (s *Crosstab) ShowsWordings() bool {
	return s.row == crosstab.Wording || s.column == crosstab.Wording
}

// Look counts again when there is something else to count.
func (s *Crosstab) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	was := s.now
	s.now = now
	if now.Corpus != was.Corpus || now.Linked != was.Linked || now.Resolved != was.Resolved || now.Wordings != was.Wordings {
		s.anew()
	}
	return true
}

// anew makes the study of what is known now.
func (s *Crosstab) anew() {
	source := crosstab.Source{Set: s.now.Corpus.Statements, Stories: s.now.Corpus.Stories, Kept: s.now.Resolved, Book: s.book}
	if s.now.Linked != nil {
		source.Claims = s.now.Linked.Claims
	}
	if found := s.now.Wordings; found != nil && found.In == s.now.Corpus {
		source.Wordings = func() []wording.Group { return found.Groups }
	}
	s.study = crosstab.New(source)
	s.count()
}

// mostCells bounds a table on screen: more could be neither read nor counted at once.
const mostCells = 1_000_000

// count fills the grid.
func (s *Crosstab) count() {
	s.table = nil
	s.grid.Corner, s.grid.Across = s.row.String(), s.column.String()+"s"
	if s.cells = s.study.Cells(s.row, s.column, nil); s.cells > mostCells {
		s.grid.Set(nil, nil)
		return
	}
	s.table = s.study.Table(s.row, s.column, nil, s.unit)
	part := &s.table.Parts[0]
	rows := make([]grid.Row, len(s.table.Rows))
	for i, name := range s.table.Rows {
		rows[i] = grid.Row{Head: name, Total: part.Rows[i].N, Counts: make([]int, len(s.table.Columns))}
		for k := range s.table.Columns {
			rows[i].Counts[k] = s.number(part, i, k)
		}
	}
	s.grid.Set(s.table.Columns, rows)
}

// number is what the grid shows of a cell.
func (s *Crosstab) number(part *crosstab.Part, row, column int) int {
	cell := &part.Cells[row][column]
	if cell.NoReport {
		return grid.None
	}
	if s.of == crosstab.OfNothing {
		return cell.N
	}
	share, _ := part.Percent(row, column, s.of) // 0 of nothing, as the total beside it says
	return int(math.Round(share))
}

// cell is the chosen cell, nil without one.
func (s *Crosstab) cell() *crosstab.Cell {
	if _, ok := s.grid.Chosen(); !ok || s.table == nil || len(s.table.Columns) == 0 {
		return nil
	}
	return &s.table.Parts[0].Cells[s.grid.Row][s.grid.Column]
}

// Wheel moves the choice.
func (s *Crosstab) Wheel(_, _, by int) (taken bool) {
	s.grid.Choose(s.grid.Row + by)
	return true
}

// Click chooses the cell under the mouse.
func (s *Crosstab) Click(x, y int) (taken bool) {
	s.grid.Click(x, y-1)
	return true
}

// Key takes one key press.
func (s *Crosstab) Key(msg tea.KeyPressMsg) want.Want {
	action, count := s.keys.Feed(s.bound, msg.String())
	if s.grid.Do(action, count) {
		return nil
	}
	switch action {
	case key.NextRows:
		s.row = turn(s.row, 1)
	case key.PrevRows:
		s.row = turn(s.row, -1)
	case key.NextColumns:
		s.column = turn(s.column, 1)
	case key.PrevColumns:
		s.column = turn(s.column, -1)
	case key.SwapThings:
		s.row, s.column = s.column, s.row
	case key.NextUnit:
		s.unit = (s.unit + 1) % (crosstab.Outlets + 1)
	case key.NextShare:
		s.of = (s.of + 1) % (crosstab.OfColumn + 1)
	case key.Accept:
		return s.through()
	default:
		return want.Usual(action)
	}
	s.count()
	return nil
}

// turn is the thing after another, or before it.
func turn(t crosstab.Thing, by int) crosstab.Thing {
	n := len(crosstab.Things())
	return crosstab.Thing((int(t) + by + n) % n)
}

// through makes the passages of the chosen cell the active set.
func (s *Crosstab) through() want.Want {
	cell := s.cell()
	if cell == nil {
		return want.Say{Text: "nothing is counted here"}
	}
	name := fmt.Sprintf("%s, %s", s.table.Rows[s.grid.Row], s.table.Columns[s.grid.Column])
	switch {
	case cell.NoReport:
		return want.Say{Text: name + ": no report could hold both"}
	case cell.N == 0:
		return want.Say{Text: name + ": 0"}
	}
	at, _ := s.at(cell)
	return want.GoThrough{Name: name, Statements: cell.Statements, To: at}
}

// at is the passage of a cell that is shown below, and which of them it is; there must be one.
func (s *Crosstab) at(cell *crosstab.Cell) (id statement.ID, n int) {
	n = s.grid.At(len(cell.Statements))
	return cell.Statements[n], n
}
