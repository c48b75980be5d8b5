package cli

import (
	"fmt"

	"parallax/corpus"
	"parallax/corpus/language"
	"parallax/corpus/report"
)

// sourcesCommand prints what was read, what is known of it and who says so, and what was left.
type sourcesCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	frameFlags
}

// Help is what --help adds.
func (sourcesCommand) Help() string {
	return `For each report: outlet, title, byline, date, address and language, each with who says so, what read the file, and
how much of the text that the file has was taken. A page of which little was taken may have been misread: look at it
before calling its outlet silent. Then every file that gave no report, and why.

A study may leave reports out of its sampling frame, each for a reason. They take no part in links, claims, silences,
agreement and counts, and methods lists them. --frame prints the frame as a table, --take takes it, filled in, into the
session; on the list of reports (g l) x leaves one out.

Examples:

  parallax sources reports/
  parallax sources --format json page.html
  parallax sources --format csv reports/ > sources.csv
  parallax sources --frame reports/ > frame.csv
  parallax sources --take frame.csv reports/

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run lists.
func (c *sourcesCommand) Run(p *program) error {
	if done, err := c.run(p, c.Paths); done {
		return err
	}
	o, problems, passed := p.openAll(c.Paths)
	var reports []report.Report
	if o != nil {
		reports = o.Reports
	}
	p.answered(len(reports))
	switch c.Format {
	case asJSON:
		return p.out.json(jsonSources(reports, problems, passed))
	case asCSV:
		p.sourcesTable(reports, problems, passed)
	default:
		p.listSources(reports, problems, passed)
	}
	return nil
}

// fact is something known of a report, as it is listed.
type fact struct {
	name string
	report.Fact
}

func facts(r *report.Report) []fact {
	f := &r.Facts
	title := f.Title
	title.Value = r.Title
	published := f.Published
	if iso := r.Published.ISO(); iso == "" || published.Value == "" {
		published = report.Fact{}
	}
	return []fact{
		{"outlet", f.Outlet}, {"title", title}, {"byline", f.Byline}, {"published", published},
		{"url", f.URL}, {"lang", f.Lang}, {"note", f.Note},
	}
}

func (p *program) listSources(reports []report.Report, problems, passed []report.Problem) {
	for i := range reports {
		r := &reports[i]
		p.out.printf("%s\n", r.Path)
		for _, f := range facts(r) {
			if f.Value != "" {
				p.out.printf("  %-10s %s  (%s)\n", f.name, f.Value, f.From)
			}
		}
		p.out.printf("  %-10s %s\n", "read by", r.Reader)
		p.out.printf("  %-10s %s", "taken", language.Counted(len(r.Text), "byte"))
		if r.Whole > 0 {
			p.out.printf(", %.0f%% of the text that the file has", 100*r.Taken())
		}
		p.out.printf("\n")
		if r.Partial != "" {
			p.out.printf("  %-10s %s\n", "in part", r.Partial)
		}
		if r.Plainly != "" {
			p.out.printf("  %-10s %s\n", "plainly", r.Plainly)
		}
		if r.Garbled != "" {
			p.out.printf("  %-10s %s\n", "garbled", r.Garbled)
		}
		p.out.printf("\n")
	}
	left := corpus.Corpus{Reports: reports, Passed: passed, Problems: problems}
	p.out.printf("%s\n", left.Came())
	for _, q := range passed {
		p.out.printf("  passed over  %s: %v\n", q.Path, q.Err)
	}
	for _, q := range problems {
		p.out.printf("  unreadable   %s: %v\n", q.Path, q.Err)
	}
}

// jsonSource is a report's source for machines. What is not known is empty and has no entry in From.
type jsonSource struct {
	Path      string            `json:"path"`
	Title     string            `json:"title"`
	Outlet    string            `json:"outlet"`
	Byline    string            `json:"byline"`
	Published string            `json:"published"`
	Written   string            `json:"published_as_written,omitempty"`
	URL       string            `json:"url"`
	Lang      string            `json:"lang"`
	Note      string            `json:"note,omitempty"`
	From      map[string]string `json:"from"`
	Reader    string            `json:"reader"`
	FileHash  string            `json:"file_hash"`
	TextHash  string            `json:"text_hash"`
	Taken     int               `json:"taken"` // bytes of text
	Left      int               `json:"left"`  // bytes of the file's text that are not the report's
	Partial   string            `json:"partial,omitempty"`
	Plainly   string            `json:"plainly,omitempty"` // why it was read as plain text
	Garbled   string            `json:"garbled,omitempty"` // where the text was taken for another encoding before it came here
	Text      string            `json:"text"`
}

type jsonLeft struct {
	Path string `json:"path"`
	Why  string `json:"why"`
}

type jsonSourceList struct {
	Reports    []jsonSource `json:"reports"`
	Passed     []jsonLeft   `json:"passed_over"`
	Unreadable []jsonLeft   `json:"unreadable"`
}

func jsonSources(reports []report.Report, problems, passed []report.Problem) jsonSourceList {
	all := jsonSourceList{Reports: []jsonSource{}, Passed: lefts(passed), Unreadable: lefts(problems)}
	for i := range reports {
		r := &reports[i]
		s := jsonSource{
			Path: r.Path, Title: r.Title, Outlet: r.Outlet, Byline: r.Byline, Published: r.Published.ISO(), Written: r.Facts.Published.Value,
			URL: r.URL, Lang: r.Facts.Lang.Value, Note: r.Note, From: map[string]string{}, Reader: r.Reader,
			FileHash: fmt.Sprintf("%x", r.FileHash), TextHash: fmt.Sprintf("%x", r.TextHash),
			Taken: len(r.Text), Left: max(0, r.Whole-len(r.Text)), Partial: r.Partial, Plainly: r.Plainly, Garbled: r.Garbled, Text: r.Text,
		}
		for _, f := range facts(r) {
			if f.Value != "" {
				s.From[f.name] = f.From
			}
		}
		all.Reports = append(all.Reports, s)
	}
	return all
}

func lefts(problems []report.Problem) []jsonLeft {
	all := []jsonLeft{}
	for _, q := range problems {
		all = append(all, jsonLeft{q.Path, q.Err.Error()})
	}
	return all
}

func (p *program) sourcesTable(reports []report.Report, problems, passed []report.Problem) {
	p.out.table([]string{"path", "state", "outlet", "title", "byline", "published", "url", "lang", "reader", "taken", "left", "why", "garbled"}, func(row func(...any)) {
		for i := range reports {
			r := &reports[i]
			row(r.Path, "read", r.Outlet, r.Title, r.Byline, r.Published.ISO(), r.URL, r.Facts.Lang.Value, r.Reader, len(r.Text), max(0, r.Whole-len(r.Text)), r.Partial, r.Garbled)
		}
		for _, list := range []struct {
			state string
			of    []report.Problem
		}{{"passed over", passed}, {"unreadable", problems}} {
			for _, q := range list.of {
				row(q.Path, list.state, "", "", "", "", "", "", "", "", "", q.Err.Error(), "")
			}
		}
	})
}
