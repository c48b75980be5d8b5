// Package table is the table of claims: a row a claim, a column an outlet, below them the exact wording of the chosen cell.
// Which claims are shown, in which order, and what a cell says is claim.Table's; call [New] to open the screen.
package table

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Table is the state of the screen.
type Table struct {
	screen.Still
	now   desk.Snapshot
	theme *theme.Theme
	bound *key.Map
	keys  key.Parser

	in       report.ID // a report of the story that is open; negative for none
	arranged arranged
	table    *claim.Table // nil until the links are there
	entries  []claim.Entry
	cells    map[claim.ID][]claim.TableCell // those that were in sight
	kept     map[claim.ID]bool              // whether a claim is in the brief, where that was asked

	chosen  int // an index of entries
	column  int // an index of table.Columns
	wording int // which of the chosen cell's wordings is shown
	top     int // the first row on screen
	left    int // the first column on screen
	rows    int // of claims on screen

	number int // of the last query asked
	near   nearest
	names  shortened
	grid   division
	drawn  drawn
}

// arranged is what stays when the screen is closed and opened again.
type arranged struct {
	choice claim.Choice
	fold   bool
	query  string
}

// nearest is what comes nearest to a claim in the outlets that are silent, kept for the chosen claim.
type nearest struct {
	table *claim.Table
	claim claim.ID
	row   claim.Row
}

// drawn is the rows of claims that are not chosen, as they were drawn last: a key changes two rows of a screen.
type drawn struct {
	face face
	rows map[claim.ID]string
}

// face is what a row's look depends on beside its claim.
type face struct {
	table *claim.Table
	theme *theme.Theme
	grid  division
	left  int
	alone bool // the outlet's name stands before the claim's
}

// shortened is the columns' names for their present width.
type shortened struct {
	table *claim.Table
	cell  int
	short []string
}

const nowhere statement.ID = -1

// New opens the table at the claim and the outlet that the cursor is on, arranged as the one before it, which may be nil.
func New(now desk.Snapshot, at screen.Focus, t *theme.Theme, bound *key.Map, before *Table) *Table {
	s := &Table{now: now, theme: t, bound: bound, in: -1}
	if at.Statement >= 0 {
		s.in = now.Corpus.Statements.All[at.Statement].Report
	}
	if before != nil {
		s.arranged = before.arranged
	}
	s.remake()
	if at.HasClaim && s.table != nil {
		s.choose(s.placeOf(at.Claim))
		s.column = s.table.ColumnOf(now.Corpus.Statements.Outlets.Of[now.Corpus.Statements.All[at.Statement].Report])
	}
	return s
}

// Place covers the panes.
func (s *Table) Place() screen.Place { return screen.Whole }

// Keys is the table's.
func (s *Table) Keys() *key.Map { return s.bound }

// SetTheme changes the styles.
func (s *Table) SetTheme(t *theme.Theme) { s.theme = t }

// Look takes the claims as they are now; the choice stays on its claim.
func (s *Table) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	same := now.Linked == s.now.Linked && now.Resolved == s.now.Resolved
	lead := nowhere
	if e, ok := s.entry(); ok {
		lead = s.now.Linked.Claims.All[e.Claim].Lead
	}
	s.now = now
	if same {
		return true
	}
	s.remake()
	if lead != nowhere && s.table != nil {
		for _, c := range now.Linked.Claims.Of(lead) {
			if i := s.indexOf(c); i >= 0 && now.Linked.Claims.All[c].Lead == lead {
				s.choose(i)
			}
		}
	}
	return true
}

// remake makes the table of the present claims.
func (s *Table) remake() {
	s.table, s.entries = nil, nil
	s.drawn = drawn{}
	s.cells, s.kept = make(map[claim.ID][]claim.TableCell), make(map[claim.ID]bool)
	if s.now.Linked == nil {
		return
	}
	s.table = claim.NewTableOf(s.now.Linked.Claims, s.reports(), s.arranged.fold, s.now.Checked)
	s.column = max(0, min(s.column, len(s.table.Columns)-1))
	s.list()
}

// reports is those of the story that is open; nil where there is one story only.
func (s *Table) reports() []report.ID {
	stories := s.now.Corpus.Stories
	if s.in < 0 || stories == nil || len(stories.All) < 2 || int(s.in) >= len(stories.Of) {
		return nil
	}
	return stories.All[stories.Of[s.in]].Reports
}

// list chooses and sorts the claims anew; the choice stays on its claim, or goes to the nearest that is left.
func (s *Table) list() {
	e, had := s.entry()
	s.entries = s.table.Choose(s.arranged.choice)
	if had {
		s.chosen = s.placeOf(e.Claim)
	}
	s.choose(s.chosen)
}

// placeOf is the row of a claim; without one, that of the first claim after it as a reader meets them.
func (s *Table) placeOf(id claim.ID) int {
	best := 0
	for i, e := range s.entries {
		if e.Claim == id {
			return i
		}
		if e.Claim > id && (s.entries[best].Claim < id || e.Claim < s.entries[best].Claim) {
			best = i
		}
	}
	return best
}

func (s *Table) indexOf(id claim.ID) int {
	return slices.IndexFunc(s.entries, func(e claim.Entry) bool { return e.Claim == id })
}

// entry is the chosen claim; ok is false without one.
func (s *Table) entry() (e claim.Entry, ok bool) {
	if s.chosen < 0 || s.chosen >= len(s.entries) {
		return e, false
	}
	return s.entries[s.chosen], true
}

func (s *Table) choose(i int) {
	if i = max(0, min(i, len(s.entries)-1)); i != s.chosen {
		s.chosen, s.wording = i, 0
	}
}

// most is how many cells are kept.
const most = 200_000

// cellsOf is the cells of a claim by column.
func (s *Table) cellsOf(id claim.ID) []claim.TableCell {
	cells, ok := s.cells[id]
	if !ok {
		if len(s.cells)*len(s.table.Columns) > most {
			clear(s.cells)
		}
		cells = s.table.Cells(id, nil)
		s.cells[id] = cells
	}
	return cells
}

// cell is the chosen cell; ok is false without one.
func (s *Table) cell() (id claim.ID, c *claim.TableCell, ok bool) {
	e, ok := s.entry()
	if !ok || len(s.table.Columns) == 0 {
		return 0, nil, false
	}
	return e.Claim, &s.cellsOf(e.Claim)[s.column], true
}

// said is the wording of the chosen cell that is shown; ok is false where it has none.
func (s *Table) said() (statement.ID, bool) {
	_, c, ok := s.cell()
	if !ok || len(c.Wordings) == 0 {
		return 0, false
	}
	n := len(c.Wordings)
	return c.Wordings[(s.wording%n+n)%n], true
}

// nearestIn is what comes nearest to the claim in the chosen column, where it is silent.
func (s *Table) nearestIn(id claim.ID) claim.Near {
	if s.near.table != s.table || s.near.claim != id {
		s.near.table, s.near.claim = s.table, id
		s.now.Linked.Claims.Row(id, &s.near.row)
		s.now.Linked.Claims.Nearest(id, &s.near.row)
	}
	var best claim.Near
	for _, o := range s.table.Columns[s.column].Outlets {
		if n := s.near.row.Cells[o].Near; n.Known && (!best.Known || n.Score > best.Score) {
			best = n
		}
	}
	return best
}

// isKept reports whether the claim is in the brief.
func (s *Table) isKept(id claim.ID) bool {
	kept, known := s.kept[id]
	if !known {
		kept = s.now.Resolved.EntryOfClaim(s.now.Linked.Claims.All[id].Statements) != nil
		s.kept[id] = kept
	}
	return kept
}

// Wheel moves the choice.
func (s *Table) Wheel(_, _, by int) (taken bool) {
	s.choose(s.chosen + by)
	return true
}

// Click chooses the cell under the mouse.
func (s *Table) Click(x, y int) (taken bool) {
	g := s.grid
	if i := s.top + y - headRows; y >= headRows && y < headRows+s.rows && i < len(s.entries) {
		s.choose(i)
		if x >= g.head && g.cell > 0 {
			if c := s.left + (x-g.head)/g.cell; c < len(s.table.Columns) {
				s.goColumn(c)
			}
		}
	}
	return true
}

func (s *Table) goColumn(c int) {
	if c = max(0, min(c, len(s.table.Columns)-1)); c != s.column {
		s.column, s.wording = c, 0
	}
}

// Key takes one key press.
func (s *Table) Key(msg tea.KeyPressMsg) want.Want {
	action, count := s.keys.Feed(s.bound, msg.String())
	switch action {
	case key.OpenHelp:
		return want.Open{Screen: action}
	case key.Quit:
		return want.Quit{}
	case key.Close:
		return s.close(msg.String())
	case key.Undo:
		return want.Undo{}
	case key.Redo:
		return want.Redo{}
	}
	if s.table == nil {
		return nil
	}
	if to, ok := key.InList(action, count, s.chosen, len(s.entries), s.rows/2); ok {
		s.choose(to)
		return nil
	}
	if w, taken := s.move(action, max(1, count)); taken {
		return w
	}
	if w, taken := s.arrange(action); taken {
		return w
	}
	return s.act(action)
}
