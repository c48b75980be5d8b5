package cli

import (
	"errors"

	"parallax/corpus/report"
)

// readCommand opens the screen, or prints the reports where there is no terminal.
type readCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:",text,json,csv" default:"" placeholder:"FORMAT" help:"Print the reports instead of opening the screen: text, json or csv."`
	Watch  bool     `help:"Read files again by themselves when they change or come; R does so without."`
	kept
	coded
}

// Help is what --help adds.
func (readCommand) Help() string {
	return `Examples:

  parallax                          the five reports that come with it
  parallax reports/                 every text, page and document in a folder
  parallax a.txt b.md               two files
  curl ... | parallax - b.pdf       standard input and a file
  parallax reports/ | less          the reports as plain text, statements numbered
  parallax read search              a file that is called like a command
  parallax --watch reports/         what comes into the folder or changes in it is read by itself
  parallax --coder desk-1 reports/  marks, notes and decisions under a name
  parallax --codebook tags.csv      tags to choose from with tab
  parallax --new reports/           afresh; what was kept before stays in its own session
  parallax --session a.session      a session in a file of its own, with the reports it was last opened with

What is marked, noted and decided on the screen is kept as it is done, in the session that belongs to the reports: a
folder that gained a file keeps it. parallax sessions lists the sessions.
`
}

// Run reads.
func (c *readCommand) Run(p *program) error {
	if c.Format == "" && p.hasScreen() {
		return p.screen(c)
	}
	if c.Session != "" || c.New {
		return errors.New("--session and --new are for the screen, which standard output is not; parallax brief prints what a session holds")
	}
	if c.Blind {
		return errors.New("--blind is for the screen, which standard output is not")
	}
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	switch c.Format {
	case asJSON:
		return p.out.json(reportsOf(o))
	case asCSV:
		p.printTable(o)
	default:
		p.printReports(o)
	}
	return nil
}

// unknown is how plain text says that a report does not say.
const unknown = "unknown"

func (p *program) printReports(o *opened) {
	for i := range o.Reports {
		if i > 0 {
			p.out.printf("\n")
		}
		r := &o.Reports[i]
		title := r.Title
		if title == "" {
			title = "untitled"
		}
		p.out.printf("Title: %s\nOutlet: %s\nDate: %s\nAddress: %s\n", title, r.Outlet, or(r.Published.String()), or(r.URL))
		if r.Byline != "" {
			p.out.printf("By: %s\n", r.Byline)
		}
		if r.Note != "" {
			p.out.printf("Note: %s\n", r.Note)
		}
		p.out.printf("File: %s\n\n", r.Path)
		all := o.Statements.In(r.ID)
		if len(all) == 0 {
			p.out.printf("(no text)\n")
		}
		for _, st := range all {
			aside := ""
			if !st.IsStory() {
				aside = "(boilerplate) "
			}
			p.out.printf("%4d  %s%s\n", st.Number, aside, o.Statements.Line(st.ID))
		}
	}
}

func or(s string) string {
	if s == "" {
		return unknown
	}
	return s
}

// jsonReport is a report for machines. Absent is what the report does not say.
type jsonReport struct {
	Path       string          `json:"path"`
	Unit       string          `json:"unit,omitempty"` // "text" when offsets are not of the file
	Outlet     string          `json:"outlet"`
	Title      string          `json:"title,omitempty"`
	Published  string          `json:"published,omitempty"`
	URL        string          `json:"url,omitempty"`
	Byline     string          `json:"byline,omitempty"`
	Note       string          `json:"note,omitempty"`
	Reader     string          `json:"reader"`
	Statements []jsonStatement `json:"statements"`
}

type jsonStatement struct {
	Number      int    `json:"statement"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Boilerplate string `json:"boilerplate,omitempty"` // the rule
	Text        string `json:"text"`
}

func reportsOf(o *opened) []jsonReport {
	all := make([]jsonReport, len(o.Reports))
	for i := range o.Reports {
		r := &o.Reports[i]
		all[i] = jsonReport{Path: r.Path, Unit: unit(r), Outlet: r.Outlet, Title: r.Title, Published: r.Published.ISO(),
			URL: r.URL, Byline: r.Byline, Note: r.Note, Reader: r.Reader, Statements: []jsonStatement{}}
		for _, st := range o.Statements.In(r.ID) {
			span := located(r, st.Span)
			all[i].Statements = append(all[i].Statements, jsonStatement{st.Number, span.Start, span.End, st.Boilerplate, o.Statements.Text(st.ID)})
		}
	}
	return all
}

// unit is "text" for a report whose offsets are not those of its file.
func unit(r *report.Report) string {
	if r.Map == nil {
		return "text"
	}
	return ""
}

func (p *program) printTable(o *opened) {
	p.out.table([]string{"outlet", "title", "published", "url", "path", "line", "column", "statement", "boilerplate", "text"}, func(row func(...any)) {
		for i := range o.Reports {
			r := &o.Reports[i]
			for _, st := range o.Statements.In(r.ID) {
				line, column := o.places.at(r, st.Span)
				row(r.Outlet, r.Title, r.Published.ISO(), r.URL, r.Path, line, column, st.Number, st.Boilerplate, o.Statements.Text(st.ID))
			}
		}
	})
}
