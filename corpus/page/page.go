// Package page prints a table over reports with the reports below it, so that one can follow a cell to its sentence: as one
// page of HTML that needs nothing else ([HTML]), or as Markdown ([Markdown]). Fill a [Page]; all text in it may be as it
// came from outside, as the printers make it safe.
package page

import (
	"fmt"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// Page is a table and the reports that it is about.
type Page struct {
	Title   string
	About   []string // lines below the title
	Corner  string   // what a row is: "claim"
	Columns []string // names
	Rows    []Row
	Marks   []Mark // those that may stand in cells, for the key
	Set     *statement.Set
	ASCII   bool   // nothing beyond ASCII
	Version string // of the program
}

// Mark is the sign of a cell and the word for it.
type Mark struct{ Sign, Word string }

// Row is a row of the table. Its number is its place, from 1.
type Row struct {
	Name  string
	About string // more of it: a claim's lead
	Cells []Cell // as many as there are columns
}

// Cell is what a column has in a row.
type Cell struct {
	Mark   Mark
	Text   string  // beside the mark: a figure, a count; "" for none
	Places []Place // the sentences behind it, in order
	Near   bool    // the places are not what the row says, but come near it
}

// Place is a sentence of a report, and what is to be seen in it.
type Place struct {
	Statement statement.ID
	Words     []report.Span // bytes of its report's text that stand out, in order
	Note      string        // whose words they are and the like; "" for none
}

// line is a text from outside on one line, safe to show.
func (p *Page) line(s string) string {
	if p.ASCII {
		return safe.ASCII(s)
	}
	return safe.Line(s)
}

// mark is a mark safe to show: its word may hold a term or a name.
func (p *Page) mark(m Mark) Mark { return Mark{p.line(m.Sign), p.line(m.Word)} }

// run is a part of a sentence.
type run struct {
	Text   string
	Stands bool // out
}

// runs cuts a sentence at the borders of the words that stand out. Words that only blanks part are one run.
func (p *Page) runs(id statement.ID, words []report.Span) []run {
	st := &p.Set.All[id]
	text := p.Set.Reports[st.Report].Text
	var all []run
	at := st.Span.Start
	put := func(to int, stands bool) {
		if to > at {
			all = append(all, run{p.line(statement.OneLine(text[at:to])), stands})
			at = to
		}
	}
	for i, w := range words {
		start, end := max(at, w.Start), min(st.Span.End, w.End)
		if end <= start {
			continue
		}
		stands := i > 0 && len(all) > 0 && all[len(all)-1].Stands && strings.TrimSpace(text[at:start]) == ""
		put(start, stands)
		put(end, true)
	}
	put(st.Span.End, false)
	return all
}

// source is what is known of a report beside its text.
func (p *Page) source(r *report.Report) string {
	var facts []string
	if r.Title != "" && r.TitleSpan.Len() == 0 {
		facts = append(facts, p.line(r.Title))
	}
	if r.Byline != "" {
		facts = append(facts, p.line(r.Byline))
	}
	if r.Published.Known() {
		facts = append(facts, r.Published.String())
	} else {
		facts = append(facts, "date unknown")
	}
	if r.Note != "" {
		facts = append(facts, p.line(r.Note))
	}
	return strings.Join(facts, ", ")
}

// anchor is the name of a statement within the page.
func anchor(id statement.ID) string { return fmt.Sprintf("s%d", id+1) }
