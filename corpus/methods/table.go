package methods

import (
	"fmt"
	"strconv"

	"parallax/corpus/coding"
	"parallax/corpus/report"
)

// Row is a line of the table.
type Row struct {
	Part  string // "program", "count", "decision", "agreement", "left out", "text" ...
	Item  string
	Of    string // a coder, or an outlet; "" for none
	Value string
}

// Table is the record as a table, a fact a line.
func (r *Record) Table() []Row {
	rows := []Row{
		{"program", "version", "", r.Version},
		{"program", "weights sha256", "", fmt.Sprintf("%x", r.Weights)},
		{"threshold", "links from score", "", number(r.Threshold)},
	}
	for _, n := range r.Numbers {
		rows = append(rows, Row{"threshold", "claims: " + n.Name, "", number(n.Value)})
	}
	if r.Book != nil {
		rows = append(rows, Row{"codebook", "file", "", r.Book.Name}, Row{"codebook", "sha256", "", fmt.Sprintf("%x", r.Book.Hash)},
			Row{"codebook", "codes", "", strconv.Itoa(r.Book.Codes)})
	}
	rows = append(rows, Row{"texts", "sha256 over all", "", fmt.Sprintf("%x", r.Texts)})
	for _, t := range counted(r.Counts) {
		rows = append(rows, Row{"count", t.name, "", strconv.Itoa(t.n)})
	}
	for _, t := range []tally{
		{"reports without a date", r.Counts.Reports - r.Dated}, {"reports left out", len(r.Left)}, {"folded duplicates", len(r.Folded)}, {"files passed over", len(r.Passed)},
		{"files not readable", len(r.Failed)}, {"passages marked", r.Passages}, {"statements coded", r.Coded},
	} {
		rows = append(rows, Row{"count", t.name, "", strconv.Itoa(t.n)})
	}
	for _, d := range r.Decided {
		coder := d.Coder
		if coder == "" {
			coder = "unnamed"
		}
		rows = append(rows, Row{"decision", d.Kind, coder, strconv.Itoa(d.N)})
	}
	rows = append(rows, r.agreementRows()...)
	for _, l := range r.Left {
		rows = append(rows, Row{"left out", l.Report.File, l.Report.Outlet, l.Reason})
	}
	for _, list := range []struct {
		part string
		of   []report.Problem
	}{{"folded", r.Folded}, {"passed over", r.Passed}, {"not readable", r.Failed}} {
		for _, p := range list.of {
			rows = append(rows, Row{list.part, p.Path, "", p.Err.Error()})
		}
	}
	for _, f := range r.Files {
		rows = append(rows, Row{"text sha256", f.Path, f.Outlet, fmt.Sprintf("%x", f.Text)})
	}
	return rows
}

func (r *Record) agreementRows() []Row {
	var rows []Row
	between := r.Coders[0] + ", " + r.Coders[1]
	for _, a := range r.Agreement {
		rows = append(rows, Row{"agreement", a.About + ": units", between, strconv.Itoa(a.Units)}, Row{"agreement", a.About + ": missing", between, strconv.Itoa(a.Missing)})
		for _, f := range []struct {
			name string
			of   coding.Figure
		}{{"percent", a.Percent}, {"kappa", a.Kappa}, {"alpha", a.Alpha}, {"AC1", a.AC1}} {
			if f.of.Defined {
				rows = append(rows, Row{"agreement", a.About + ": " + f.name, between, number(f.of.Value)})
			}
		}
	}
	return rows
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }
