package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/corpus/crosstab"
	"parallax/corpus/language"
	"parallax/corpus/page"
	"parallax/corpus/wording"
)

// tableCommand prints things counted against each other.
type tableCommand struct {
	Rows    string   `arg:"" of:"thing" help:"code, claim, voice, wording, verb, outlet, report, story or week."`
	Columns string   `arg:"" of:"thing" help:"Likewise."`
	Paths   []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	By      string   `of:"thing" placeholder:"THING" help:"A table for each of these: story, week, outlet ..."`
	Count   string   `of:"unit" default:"statements" placeholder:"UNIT" help:"What the cells count: statements, reports or outlets. (default: statements)"`
	Percent string   `enum:",row,column" default:"" placeholder:"OF" help:"Shares of the row, or of the column, in place of numbers."`
	All     bool     `help:"Also the claims that a single statement makes."`
	Format  format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	coded
	weighted
}

// Help is what --help adds.
func (tableCommand) Help() string {
	return `Two things meet where their words overlap: a code on a quotation meets the speaker of the quotation. Codes are the
tags of the session that belongs to the reports; boilerplate counts only where it is coded. Where no report could hold both
(an outlet without a report of the claim's event) there is no 0 but - in text, NA in CSV, null in JSON. A share of nothing
is 0/0, NaN in CSV. Totals count each statement, report or outlet once, so they may be less than the sum of the cells; CSV has
none. Of claims a 0 says that no wording is there, and not why: claims --matrix tells silence from what is linked elsewhere.

Examples:

  parallax table code outlet reports/
  parallax table claim outlet reports/ --count reports --format csv > claims.csv
  parallax table voice verb reports/ --percent row
  parallax table code outlet reports/ --by story --format html > codes.html

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// mostCells bounds a table, so that claims by reports by weeks cannot fill the memory.
const mostCells = 4_000_000

// Run counts.
func (c *tableCommand) Run(p *program) error {
	row, column, by, unit, err := c.things()
	if err != nil {
		return err
	}
	book, err := c.book(p)
	if err != nil {
		return err
	}
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, kept, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	p.bind(book, "the session", &kept.Brief.Kept)
	kept, claims := claimsWith(o.Corpus, links, kept)
	study := crosstab.New(crosstab.Source{
		Set: o.Statements, Stories: o.Stories, Claims: claims, Kept: kept, Book: book, Alone: c.All,
		Wordings: func() []wording.Group { return wording.Of(o.Statements, links) },
	})
	if n := study.Cells(row, column, by); n > mostCells {
		return fmt.Errorf("%s by %s would have %d cells, more than %d: narrow it by other things or by fewer reports", c.Rows, c.Columns, n, mostCells)
	}
	t := study.Table(row, column, by, unit)
	if t.Lost > 0 {
		p.complain(fmt.Errorf("%s are not found again in these reports, and not counted", language.Counted(t.Lost, "coded passage")))
		p.status = failed
	}
	n := 0
	for i := range t.Parts {
		n += t.Parts[i].All.N
	}
	p.answered(n)
	return c.print(p, o, t)
}

// things reads what is counted by what.
func (c *tableCommand) things() (row, column crosstab.Thing, by *crosstab.Thing, unit crosstab.Unit, err error) {
	var errs []error
	thing := func(name string) crosstab.Thing {
		t, err := crosstab.ThingNamed(name)
		errs = append(errs, err)
		return t
	}
	row, column = thing(c.Rows), thing(c.Columns)
	if c.By != "" {
		t := thing(c.By)
		by = &t
	}
	unit, err = crosstab.UnitNamed(c.Count)
	return row, column, by, unit, errors.Join(append(errs, err)...)
}

func (c *tableCommand) print(p *program, o *opened, t *crosstab.Table) error {
	switch c.Format {
	case asJSON:
		return p.out.json(c.json(o, t))
	case asCSV:
		c.csv(p, t)
	case asHTML:
		return page.HTML(p.out, c.page(p, o, t))
	case asMarkdown:
		return page.Markdown(p.out, c.page(p, o, t))
	default:
		c.text(p, t)
	}
	return nil
}

// of is what cells are a share of.
func (c *tableCommand) of() crosstab.Of {
	return map[string]crosstab.Of{"": crosstab.OfNothing, "row": crosstab.OfRow, "column": crosstab.OfColumn}[c.Percent]
}

// caption says what is counted.
func (c *tableCommand) caption(t *crosstab.Table) string {
	caption := fmt.Sprintf("%s by %s: %s", t.Row, t.Column, t.Unit)
	if c.Percent != "" {
		caption += ", percent of the " + c.Percent
	}
	if t.By != nil {
		caption += fmt.Sprintf(", for each %s", *t.By)
	}
	return caption
}

// cell is what stands in a cell: a number, a share with one digit after the point, or none where no report could hold both.
func (c *tableCommand) cell(part *crosstab.Part, row, column int, none string) string {
	cell := &part.Cells[row][column]
	switch of := c.of(); {
	case cell.NoReport:
		return none
	case of == crosstab.OfNothing:
		return strconv.Itoa(cell.N)
	default:
		share, ok := part.Percent(row, column, of)
		switch {
		case !ok && c.Format == asCSV:
			return "NaN" // not NA: there are reports, and nothing in them to be a share of
		case !ok:
			return "0/0"
		}
		return strconv.FormatFloat(share, 'f', 1, 64)
	}
}

// text prints the parts one below the other, each with its totals.
func (c *tableCommand) text(p *program, t *crosstab.Table) {
	p.out.printf("%s\n", c.caption(t))
	for i := range t.Parts {
		part := &t.Parts[i]
		p.out.printf("\n")
		if t.By != nil {
			p.out.printf("%s\n", part.Name)
		}
		rows := [][]string{append(append([]string{""}, t.Columns...), "all")}
		for k, name := range t.Rows {
			row := []string{name}
			for j := range t.Columns {
				row = append(row, c.cell(part, k, j, "-"))
			}
			rows = append(rows, append(row, strconv.Itoa(part.Rows[k].N)))
		}
		last := []string{"all"}
		for j := range t.Columns {
			last = append(last, strconv.Itoa(part.Columns[j].N))
		}
		c.columns(p, append(rows, append(last, strconv.Itoa(part.All.N))))
	}
}

// columns prints rows of cells in columns: the first begins each line, the others end below their heads.
func (c *tableCommand) columns(p *program, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for k := range row {
			row[k] = p.out.safe(row[k])
			widths[k] = max(widths[k], utf8.RuneCountInString(row[k]))
		}
	}
	for _, row := range rows {
		line := fmt.Sprintf("%-*s", widths[0], row[0])
		for k := 1; k < len(row); k++ {
			line += fmt.Sprintf("  %*s", widths[k], row[k])
		}
		p.out.printf("%s\n", strings.TrimRight(line, " "))
	}
}

// csv prints a line a row, without totals: a program that reads it adds up by itself.
func (c *tableCommand) csv(p *program, t *crosstab.Table) {
	heading := append([]string{t.Row.String()}, t.Columns...)
	if t.By != nil {
		heading = append([]string{t.By.String()}, heading...)
	}
	p.out.table(heading, func(row func(...any)) {
		for i := range t.Parts {
			for k, name := range t.Rows {
				var cells []any
				if t.By != nil {
					cells = append(cells, t.Parts[i].Name)
				}
				cells = append(cells, name)
				for j := range t.Columns {
					cells = append(cells, c.cell(&t.Parts[i], k, j, "NA"))
				}
				row(cells...)
			}
		}
	})
}
