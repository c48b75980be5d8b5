package cli

import (
	"math"
	"strings"

	"parallax/corpus/crosstab"
	"parallax/corpus/language"
	"parallax/corpus/page"
)

// jsonTable is a table for machines.
type jsonTable struct {
	Rows    string     `json:"rows"`
	Columns string     `json:"columns"`
	By      string     `json:"by,omitempty"`
	Counts  string     `json:"counts"`
	Row     []string   `json:"row_names"`
	Column  []string   `json:"column_names"`
	Parts   []jsonPart `json:"parts"`
	Made    string     `json:"made"` // how: see methods
}

type jsonPart struct {
	Name    string       `json:"name,omitempty"`
	Cells   [][]jsonCell `json:"cells"`
	Rows    []int        `json:"row_totals"`
	Columns []int        `json:"column_totals"`
	All     int          `json:"all"`
}

// jsonCell is a cell: no number where no report could hold both.
type jsonCell struct {
	N          *int       `json:"n"`
	Percent    *float64   `json:"percent,omitempty"`
	Statements []jsonSpot `json:"statements,omitempty"`
}

type jsonSpot struct {
	Path      string `json:"path"`
	Statement int    `json:"statement"`
}

func (c *tableCommand) json(o *opened, t *crosstab.Table) jsonTable {
	j := jsonTable{Rows: t.Row.String(), Columns: t.Column.String(), Counts: t.Unit.String(), Row: t.Rows, Column: t.Columns, Made: "parallax " + o.stamp()}
	if t.By != nil {
		j.By = t.By.String()
	}
	for i := range t.Parts {
		part := &t.Parts[i]
		out := jsonPart{Name: part.Name, All: part.All.N, Cells: [][]jsonCell{}}
		for k := range part.Cells {
			var row []jsonCell
			for l := range part.Cells[k] {
				row = append(row, c.jsonCell(o, part, k, l))
			}
			out.Cells, out.Rows = append(out.Cells, row), append(out.Rows, part.Rows[k].N)
		}
		for l := range part.Columns {
			out.Columns = append(out.Columns, part.Columns[l].N)
		}
		j.Parts = append(j.Parts, out)
	}
	return j
}

func (c *tableCommand) jsonCell(o *opened, part *crosstab.Part, row, column int) jsonCell {
	cell := &part.Cells[row][column]
	var out jsonCell
	if !cell.NoReport {
		out.N = &cell.N
	}
	if share, ok := part.Percent(row, column, c.of()); ok && c.of() != crosstab.OfNothing {
		share = math.Round(share*1e4) / 1e4
		out.Percent = &share
	}
	for _, id := range cell.Statements {
		out.Statements = append(out.Statements, jsonSpot{o.Statements.ReportOf(id).Path, o.Statements.All[id].Number})
	}
	return out
}

// page is the table over the reports: every cell leads to its sentences.
func (c *tableCommand) page(p *program, o *opened, t *crosstab.Table) *page.Page {
	none := page.Mark{Sign: "-", Word: "no report could hold both"}
	pg := &page.Page{
		Title: "Table: " + o.Name, About: []string{c.caption(t)}, Corner: t.Row.String(), Columns: t.Columns, Marks: []page.Mark{none},
		Set: o.Statements, ASCII: p.call.ASCII, Version: o.stamp(),
	}
	for i := range t.Parts {
		part := &t.Parts[i]
		for k, name := range t.Rows {
			row := page.Row{Name: name, About: part.Name}
			for l := range t.Columns {
				cell := page.Cell{Mark: none}
				if !part.Cells[k][l].NoReport {
					cell.Mark = page.Mark{Sign: c.cell(part, k, l, "-"), Word: language.Counted(part.Cells[k][l].N, strings.TrimSuffix(t.Unit.String(), "s"))}
				}
				for _, id := range part.Cells[k][l].Statements {
					cell.Places = append(cell.Places, page.Place{Statement: id})
				}
				row.Cells = append(row.Cells, cell)
			}
			pg.Rows = append(pg.Rows, row)
		}
	}
	return pg
}
