package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/page"
	"parallax/corpus/particular"
	"parallax/corpus/report"
)

// differsCommand prints of what outlets give different figures, and what one says and another denies.
type differsCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	weighted
}

// Help is what --help adds.
func (differsCommand) Help() string {
	return `Outlets give different figures of one thing: numbers of the dead or of houses, durations, days, times of day, sums, lengths.
Each difference stands once, with the statement of either side, whose words the figure is, and the report's date and
time: the earlier report comes first, and a later figure is a later one, not an error. Other outlets that give the same
figure, or one within its bounds, follow. "24+" is at least or more than 24, "~50" about 50, "<300" nearly 300, "≤40" up
to 40; such a figure stands for what is rounded to it: more than 200 and 249 do not differ.
Figures of unlike things are not compared: those of an earlier event, of one district, of another role.
Last stands what one outlet says and another denies ("agreed", "not agreed"), or says in words of the opposite sense
("upheld", "overturned"), with the words of both.
In JSON and CSV, low and high are what a figure may stand for, in seconds, metres, kilograms or the currency.

Examples:

  parallax differs                          in the five reports that come with it
  parallax differs reports/
  parallax differs --format csv reports/ > differs.csv
  parallax differs --format html reports/ > differs.html

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run compares.
func (c *differsCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, _, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	w := &differences{p: p, o: o, claims: claim.Group(o.Statements, links)}
	w.all = w.claims.Divergences()
	p.answered(len(w.all))
	switch c.Format {
	case asJSON:
		return p.out.json(w.json())
	case asCSV:
		w.table()
	case asHTML:
		return page.HTML(p.out, w.page())
	case asMarkdown:
		return page.Markdown(p.out, w.page())
	default:
		w.list()
	}
	return nil
}

// differences is what is printed.
type differences struct {
	p      *program
	o      *opened
	claims *claim.Claims
	all    []claim.Divergence
}

// whose is whose words a figure is, and how they are given.
func (w *differences) whose(f *claim.Figure) string {
	if v, spoken := w.claims.SayOf(f); spoken {
		return fmt.Sprintf("%s (%s)", v.Speaker, v.Mode)
	}
	return "the outlet's own words"
}

// when is a report's date, with its time of day where it is known.
func when(r *report.Report) string {
	date := r.Published.String()
	if date == "" {
		return "date unknown"
	}
	return strings.TrimSpace(date + " " + r.TimeOfDay())
}

func (w *differences) list() {
	out := w.p.out
	for i := range w.all {
		d := &w.all[i]
		if i > 0 {
			out.printf("\n")
		}
		out.printf("%s: %s, %s\n", d.Label, d.A[0].Figure, d.B[0].Figure)
		for _, side := range [][]claim.Figure{d.A, d.B} {
			f := &side[0]
			r := w.o.Statements.ReportOf(f.Statement)
			out.printf("  %s  %s, %s: %s\n", f.Figure, r.Outlet, when(r), w.whose(f))
			w.p.printStatement(w.o, f.Statement)
			w.others(side)
		}
	}
}

// others prints who else gives a side's figure, an outlet once.
func (w *differences) others(side []claim.Figure) {
	seen := []report.OutletID{w.outlet(&side[0])}
	var others []string
	for i := range side[1:] {
		f := &side[i+1]
		if o := w.outlet(f); !slices.Contains(seen, o) {
			seen = append(seen, o)
			others = append(others, fmt.Sprintf("%s %d (%s)", w.o.Statements.Outlets.All[o].Name, w.o.Statements.All[f.Statement].Number, f.Figure))
		}
	}
	if len(others) > 0 {
		w.p.out.printf("  also %s\n", strings.Join(others, ", "))
	}
}

func (w *differences) outlet(f *claim.Figure) report.OutletID {
	return w.o.Statements.Outlets.Of[w.o.Statements.All[f.Statement].Report]
}

// jsonDifference is a difference for machines.
type jsonDifference struct {
	Of     string       `json:"of"`
	Kind   string       `json:"kind"`
	Claims []int        `json:"claims"` // as parallax claims numbers them
	A      []jsonFigure `json:"a"`      // those that agree, the one that is shown first
	B      []jsonFigure `json:"b"`
}

// jsonFigure is a particular for machines.
type jsonFigure struct {
	Figure    string  `json:"figure"`
	Of        string  `json:"of"`
	Kind      string  `json:"kind"`
	Bound     string  `json:"bound,omitempty"`
	Low       float64 `json:"low"` // what it may stand for; both 0 for a date
	High      float64 `json:"high"`
	Currency  string  `json:"currency,omitempty"`
	Zone      string  `json:"zone,omitempty"`
	Outlet    string  `json:"outlet"`
	Published string  `json:"published,omitempty"`
	Time      string  `json:"time,omitempty"`
	Path      string  `json:"path"`
	Unit      string  `json:"unit,omitempty"`
	Number    int     `json:"statement"`
	Start     int     `json:"start"` // of the figure
	End       int     `json:"end"`
	Text      string  `json:"text"` // the statement
	Voice     string  `json:"voice,omitempty"`
	Mode      string  `json:"mode,omitempty"`
}

func (w *differences) json() []jsonDifference {
	all := []jsonDifference{}
	for i := range w.all {
		d := &w.all[i]
		one := jsonDifference{Of: d.Label, Kind: d.A[0].Kind.String(), Claims: []int{}}
		for _, c := range d.Claims {
			one.Claims = append(one.Claims, int(c)+1)
		}
		for k := range d.A {
			one.A = append(one.A, figureOf(w.o, w.claims, &d.A[k]))
		}
		for k := range d.B {
			one.B = append(one.B, figureOf(w.o, w.claims, &d.B[k]))
		}
		all = append(all, one)
	}
	return all
}

func figureOf(o *opened, claims *claim.Claims, f *claim.Figure) jsonFigure {
	r := o.Statements.ReportOf(f.Statement)
	at := located(r, f.Core)
	j := jsonFigure{
		Figure: f.Figure, Of: f.Label(), Kind: f.Kind.String(), Bound: f.Bound.String(), Low: sixFigures(f.Low), High: sixFigures(f.High),
		Outlet: r.Outlet, Published: r.Published.ISO(), Time: r.TimeOfDay(), Path: r.Path, Unit: unit(r), Number: o.Statements.All[f.Statement].Number,
		Start: at.Start, End: at.End, Text: o.Statements.Text(f.Statement),
	}
	switch f.Kind {
	case particular.Money:
		j.Currency = f.Unit
	case particular.Clock:
		j.Zone = f.Unit
	}
	if v, spoken := claims.SayOf(f); spoken {
		j.Voice, j.Mode = v.Speaker, v.Mode.String()
	}
	return j
}

// sixFigures is a number to six figures: what a figure stands for is no more exact.
func sixFigures(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	return r
}

// table writes a row a figure; those of one difference share its number.
func (w *differences) table() {
	heading := []string{"difference", "of", "kind", "side", "figure", "bound", "low", "high", "voice", "mode", "outlet", "title", "published", "time", "path", "line", "column", "statement", "text"}
	w.p.out.table(heading, func(row func(...any)) {
		for i := range w.all {
			d := &w.all[i]
			for k, side := range [][]claim.Figure{d.A, d.B} {
				for n := range side {
					f := figureOf(w.o, w.claims, &side[n])
					r := w.o.Statements.ReportOf(side[n].Statement)
					line, column := w.o.places.at(r, w.o.Statements.All[side[n].Statement].Span)
					row(i+1, d.Label, f.Kind, [...]string{"a", "b"}[k], f.Figure, f.Bound, f.Low, f.High, f.Voice, f.Mode, f.Outlet, r.Title, f.Published, f.Time, f.Path, line, column, f.Number, f.Text)
				}
			}
		}
	})
}

// page is the differences as a table over the outlets that have one.
func (w *differences) page() *page.Page {
	pg := &page.Page{
		Title: "Differences: " + w.o.Name, Corner: "of what", Set: w.o.Statements, ASCII: w.p.call.ASCII, Version: w.o.stamp(),
		About: []string{language.Counted(len(w.all), "difference") + " between outlets; a later report may give a later figure"},
		Marks: []page.Mark{page.MarkOf(claim.PartDiffers, w.p.call.ASCII)},
	}
	var columns []report.OutletID
	for i := range w.all {
		for _, f := range append(slices.Clone(w.all[i].A), w.all[i].B...) {
			if o := w.outlet(&f); !slices.Contains(columns, o) {
				columns = append(columns, o)
			}
		}
	}
	slices.Sort(columns)
	for _, o := range columns {
		pg.Columns = append(pg.Columns, w.o.Statements.Outlets.All[o].Name)
	}
	for i := range w.all {
		pg.Rows = append(pg.Rows, w.row(&w.all[i], columns))
	}
	return pg
}

// row is a difference over the outlets.
func (w *differences) row(d *claim.Divergence, columns []report.OutletID) page.Row {
	r := page.Row{Name: d.Label, About: d.A[0].Figure + ", " + d.B[0].Figure, Cells: make([]page.Cell, len(columns))}
	for _, f := range append(slices.Clone(d.A), d.B...) {
		c := &r.Cells[slices.Index(columns, w.outlet(&f))]
		c.Mark = page.MarkOf(claim.PartDiffers, w.p.call.ASCII)
		if c.Text == "" {
			c.Text = f.Figure
		}
		c.Places = append(c.Places, page.Place{
			Statement: f.Statement, Words: []report.Span{f.Core},
			Note: f.Figure + "; " + when(w.o.Statements.ReportOf(f.Statement)) + "; " + w.whose(&f),
		})
	}
	return r
}
