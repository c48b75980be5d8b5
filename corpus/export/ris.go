package export

import (
	"fmt"
	"io"

	"parallax/corpus/brief"
)

// printRIS writes a reference for each source in the format of RIS (lines of two letters, two blanks, a hyphen, a blank
// and a value; CR LF at their ends), which reference managers read. A body
// ends in a comma, which keeps its words together.
func printRIS(w io.Writer, d *brief.Document, _ Options) error {
	p := &printer{w: w}
	keys := bibKeys(d)
	for i := range d.Sources {
		s := &d.Sources[i]
		line := func(tag, value string) {
			if value != "" {
				p.text(tag, "  - ", value, "\r\n")
			}
		}
		line("TY", "NEWS")
		line("ID", keys[i])
		for _, a := range authorsOf(s) {
			name := a.inverted()
			if a.Whole != "" {
				name += ","
			}
			line("AU", name)
		}
		line("TI", plainTitle(s))
		line("T2", brief.Printed(s.Outlet))
		if s.Published.Known() {
			line("PY", fmt.Sprintf("%04d", s.Published.Year))
			line("DA", risDate(s))
		}
		line("UR", brief.Printed(s.URL))
		for _, note := range bibNotes(d, i) {
			line("N1", note)
		}
		line("DP", colophonOf(d))
		p.text("ER  - \r\n\r\n")
	}
	return p.err
}

// risDate is YYYY/MM/DD/ with what is unknown left empty.
func risDate(s *brief.Source) string {
	date := fmt.Sprintf("%04d/", s.Published.Year)
	if s.Published.Month > 0 {
		date += fmt.Sprintf("%02d", s.Published.Month)
	}
	date += "/"
	if s.Published.Day > 0 {
		date += fmt.Sprintf("%02d", s.Published.Day)
	}
	return date
}
