package crosstab

import (
	"fmt"
	"strings"

	"parallax/corpus/crosstab"
	"parallax/corpus/language"
	"parallax/corpus/statement"
	"parallax/ui/grid"
	"parallax/ui/key"
)

// Draw writes the screen and returns the cell of the choice.
func (s *Crosstab) Draw(b *strings.Builder, width, rows int) (x, y int) {
	return s.grid.Screen(b, s.theme, width, rows, max(4, min(9, rows/3)), "Table", s.caption(), s.detail())
}

// caption says what is counted by what.
func (s *Crosstab) caption() string {
	caption := fmt.Sprintf("%s by %s, %s", s.row, s.column, s.unit)
	switch s.of {
	case crosstab.OfRow:
		caption += ", percent of the row"
	case crosstab.OfColumn:
		caption += ", percent of the column"
	}
	return caption
}

// detail is the chosen cell in words, and one of its passages.
func (s *Crosstab) detail() *grid.Detail {
	set := s.now.Corpus.Statements
	d := &grid.Detail{Set: set, Statement: -1}
	cell := s.cell()
	if cell == nil {
		d.Facts = []string{s.why()}
		return d
	}
	d.Name = s.table.Columns[s.grid.Column]
	d.Facts = []string{s.table.Rows[s.grid.Row], language.Counted(cell.N, strings.TrimSuffix(s.unit.String(), "s"))}
	switch {
	case cell.NoReport:
		d.Facts = []string{s.table.Rows[s.grid.Row], "no report could hold both"}
	case s.of != crosstab.OfNothing:
		if share, ok := s.table.Parts[0].Percent(s.grid.Row, s.grid.Column, s.of); ok {
			d.Facts = append(d.Facts, fmt.Sprintf("%.1f %%", share))
		}
	}
	if len(cell.Statements) > 0 {
		var n int
		var id statement.ID
		id, n = s.at(cell)
		d.Statement = id
		d.Facts = append(d.Facts, fmt.Sprintf("%s, %d of %d", grid.Cite(set, id), n+1, len(cell.Statements)))
	}
	if s.table.Lost > 0 {
		d.Notes = append(d.Notes, language.Counted(s.table.Lost, "coded passage")+" not found again in the reports, and not counted")
	}
	return d
}

// why says why there is nothing in the table.
func (s *Crosstab) why() string {
	switch {
	case s.cells > mostCells:
		return fmt.Sprintf("%s by %s would have %d cells; parallax table prints it", s.row, s.column, s.cells)
	case s.now.Linked == nil && (s.row == crosstab.Claim || s.column == crosstab.Claim):
		return "not linked yet: there are no claims"
	case s.ShowsWordings() && (s.now.Wordings == nil || s.now.Wordings.In != s.now.Corpus):
		return "looking for what outlets call the same thing " + s.theme.Ellipsis
	}
	why := fmt.Sprintf("%s by %s: there is nothing to count; %s and %s choose other things", s.row, s.column, s.bound.Name(key.NextRows), s.bound.Name(key.NextColumns))
	if s.row == crosstab.Code || s.column == crosstab.Code {
		why += "; a code is given while reading, as a tag"
	}
	return why
}
