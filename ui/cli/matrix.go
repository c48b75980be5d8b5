package cli

import (
	"errors"
	"strconv"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// The claims as tables for programs that count: a number a cell, NA where there is none, no totals, one line of names above.

// matrixFlags is how claims are printed as such a table.
type matrixFlags struct {
	Matrix    bool   `help:"As CSV, claims by outlets: 1 has a wording, 0 is silent, NA has no report of the event."`
	Long      bool   `help:"As CSV, a line for each claim and outlet, with its state in words."`
	Across    string `enum:"outlet,report" default:"outlet" placeholder:"WHAT" help:"With --matrix and --long: outlet or report. (default: outlet)"`
	Elsewhere string `enum:"NA,0,1" default:"NA" placeholder:"VALUE" help:"With --matrix and --long: what stands for an outlet without a wording that is linked elsewhere, NA, 0 or 1. (default: NA)"`
}

func (f *matrixFlags) check(format format) error {
	switch {
	case f.Matrix && f.Long:
		return errors.New("--matrix and --long are two tables: name one")
	case (f.Matrix || f.Long) && format != "text" && format != asCSV:
		return errors.New("--matrix and --long are printed as CSV")
	}
	return nil
}

// part is what an outlet, or a report, has of a claim.
type part struct {
	outlet   report.OutletID
	report   report.ID // -1 for an outlet
	state    claim.State
	wordings []statement.ID
	signed   bool
	inPart   bool    // something of the report, or of one of the outlet's, was not read
	nearest  float64 // the score of what comes nearest, 0 where nothing does or there is a wording
}

// partsOf is the parts of a claim, by outlet or by report.
func (f *matrixFlags) partsOf(o *opened, claims *claim.Claims, id claim.ID, kept *brief.Resolved, row *claim.Row) []part {
	set := o.Statements
	signed := func(outlet report.OutletID, state claim.State) bool {
		_, is := kept.Checked(set.Outlets.All[outlet].Name, claims.All[id].Statements)
		return is && state == claim.Silent
	}
	var parts []part
	if f.Across == "report" {
		for r, p := range claims.Reports(id) {
			outlet := set.Outlets.Of[r]
			parts = append(parts, part{outlet, report.ID(r), p.State, p.Wordings, signed(outlet, p.State), set.Reports[r].InPart(), p.Near})
		}
		return parts
	}
	claims.Row(id, row)
	claims.Nearest(id, row)
	for i := range row.Cells {
		c := &row.Cells[i]
		parts = append(parts, part{report.OutletID(i), -1, c.State, c.Wordings, signed(report.OutletID(i), c.State), c.InPart, c.Near.Score})
	}
	return parts
}

// present is 1 for a wording, 0 for a silence, signed or not, and NA where there is no report of the event: what was never
// asked has no answer. What is linked elsewhere is neither said nor a silence.
func (f *matrixFlags) present(s claim.State) string {
	switch s {
	case claim.Said:
		return "1"
	case claim.Silent:
		return "0"
	case claim.Elsewhere:
		return f.Elsewhere
	}
	return "NA"
}

// number is a value of a table: it is no text, so that nothing is put before it.
type number string

func (f *matrixFlags) matrix(p *program, o *opened, claims *claim.Claims, groups []group, kept *brief.Resolved) {
	heading := []string{"claim", "name", "story"}
	if f.Across == "report" {
		for i := range o.Reports {
			heading = append(heading, p.out.safe(o.Reports[i].Path))
		}
	} else {
		for _, outlet := range o.Statements.Outlets.All {
			heading = append(heading, p.out.safe(outlet.Name))
		}
	}
	var room claim.Row
	p.out.table(heading, func(row func(...any)) {
		for _, g := range groups {
			cells := []any{g.number, g.name, storyOf(o, g.statements[0])}
			for _, one := range f.partsOf(o, claims, g.id, kept, &room) {
				cells = append(cells, number(f.present(one.state)))
			}
			row(cells...)
		}
	})
}

// stateNames are the states in words.
var stateNames = map[claim.State]string{claim.Said: "said", claim.Elsewhere: "linked elsewhere", claim.Silent: "silent", claim.Absent: "no report"}

func (f *matrixFlags) long(p *program, o *opened, claims *claim.Claims, groups []group, kept *brief.Resolved) {
	heading := []string{"claim", "name", "story", "outlet", "present", "state", "signed", "in_part", "wordings", "nearest"}
	if f.Across == "report" {
		heading = append(heading, "path", "published")
	}
	var room claim.Row
	p.out.table(heading, func(row func(...any)) {
		for _, g := range groups {
			for _, one := range f.partsOf(o, claims, g.id, kept, &room) {
				cells := []any{g.number, g.name, storyOf(o, g.statements[0]), o.Statements.Outlets.All[one.outlet].Name,
					number(f.present(one.state)), stateNames[one.state], bit(one.signed), bit(one.inPart), len(one.wordings), nearness(&one)}
				if one.report >= 0 {
					r := &o.Reports[one.report]
					cells = append(cells, r.Path, r.Published.ISO())
				}
				row(cells...)
			}
		}
	})
}

// nearness is the score of what comes nearest, NA where nothing is looked for or known.
func nearness(p *part) number {
	if p.state == claim.Said || p.state == claim.Absent || p.nearest == 0 {
		return "NA"
	}
	return number(strconv.FormatFloat(p.nearest, 'f', 4, 64))
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

// storyOf is the name of the event that a statement's report is of.
func storyOf(o *opened, id statement.ID) string {
	return o.Stories.All[o.Stories.Of[o.Statements.All[id].Report]].Name(o.Reports)
}
