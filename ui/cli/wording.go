package cli

import (
	"fmt"

	"parallax/corpus/language"
	"parallax/corpus/page"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
)

// wordingCommand prints what outlets call the same thing.
type wordingCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	Only   string   `enum:"all,aliases,spellings,terms" default:"all" placeholder:"WHICH" help:"all, aliases (the reader's words for one thing), spellings or terms. (default: all)"`
	weighted
}

// Help is what --help adds.
func (wordingCommand) Help() string {
	return `Groups of wordings for one thing, with how often each outlet has them: spellings of a name or a word (Kyiv, Kiev;
ceasefire, cease-fire), and terms that stand for each other in statements that say the same (invasion, special military
operation). Words that the reader said to name one thing, in the session or in a file given with --aliases, come first; they
count in matching too. The file has a line for each thing, with = between its words:

  Kyiv = Kiev
  port authority = harbour board

Examples:

  parallax wording                             in the five reports that come with it
  parallax wording --only terms reports/
  parallax wording --aliases words.txt reports/
  parallax wording --format html reports/ > wording.html

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// kindNames are what --only calls the kinds of groups.
var kindNames = map[string]wording.Kind{"aliases": wording.Alias, "spellings": wording.Spelling, "terms": wording.Terms}

// Run finds the groups.
func (c *wordingCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, _, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	var groups []wording.Group
	for _, g := range wording.Of(o.Statements, links) {
		if kind, one := kindNames[c.Only]; !one || g.Kind == kind {
			groups = append(groups, g)
		}
	}
	p.answered(len(groups))
	switch c.Format {
	case asHTML, asMarkdown:
		return c.page(p, o, groups)
	case asJSON:
		return p.out.json(jsonWordings(o, groups))
	case asCSV:
		c.table(p, o, groups)
	default:
		c.list(p, o, groups)
	}
	return nil
}

func (c *wordingCommand) list(p *program, o *opened, groups []wording.Group) {
	for i := range groups {
		g := &groups[i]
		if i > 0 {
			p.out.printf("\n")
		}
		p.out.printf("%s\n", g.Kind.String())
		for k := range g.Terms {
			t := &g.Terms[k]
			p.out.printf("  %s %d:", t.Text, len(t.Places))
			for n, outlet := range o.Statements.Outlets.All {
				p.out.printf("%s %s %d", []string{"", ","}[min(n, 1)], outlet.Name, t.Counts[n])
			}
			p.out.printf("\n")
		}
	}
}

// jsonWording is a group for machines.
type jsonWording struct {
	Kind  string     `json:"kind"`
	Terms []jsonTerm `json:"terms"`
}

type jsonTerm struct {
	Term    string      `json:"term"`
	Count   int         `json:"count"`
	Outlets []count     `json:"outlets"`
	Places  []jsonPlace `json:"places"`
}

type jsonPlace struct {
	Outlet string `json:"outlet"`
	Path   string `json:"path"`
	Unit   string `json:"unit,omitempty"`
	Number int    `json:"statement"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

func jsonWordings(o *opened, groups []wording.Group) []jsonWording {
	all := make([]jsonWording, len(groups))
	for i := range groups {
		all[i].Kind = groups[i].Kind.String()
		for _, t := range groups[i].Terms {
			j := jsonTerm{Term: t.Text, Count: len(t.Places)}
			for n, outlet := range o.Statements.Outlets.All {
				j.Outlets = append(j.Outlets, count{Outlet: outlet.Name, Count: t.Counts[n]})
			}
			for _, at := range t.Places {
				r := o.Statements.ReportOf(at.Statement)
				span := located(r, at.Span)
				j.Places = append(j.Places, jsonPlace{r.Outlet, r.Path, unit(r), o.Statements.All[at.Statement].Number, span.Start, span.End})
			}
			all[i].Terms = append(all[i].Terms, j)
		}
	}
	return all
}

func (c *wordingCommand) table(p *program, o *opened, groups []wording.Group) {
	p.out.table([]string{"group", "kind", "term", "outlet", "path", "line", "column", "statement", "text"}, func(row func(...any)) {
		for i := range groups {
			for _, t := range groups[i].Terms {
				for _, at := range t.Places {
					r := o.Statements.ReportOf(at.Statement)
					line, column := o.places.at(r, at.Span)
					row(i+1, groups[i].Kind.String(), t.Text, r.Outlet, r.Path, line, column, o.Statements.All[at.Statement].Number, o.Statements.Text(at.Statement))
				}
			}
		}
	})
}

// page prints the groups over the reports.
func (c *wordingCommand) page(p *program, o *opened, groups []wording.Group) error {
	pg := &page.Page{Title: "Wording: " + o.Name, Corner: "term", Set: o.Statements, ASCII: p.call.ASCII, Version: o.stamp()}
	pg.About = []string{fmt.Sprintf("%s of %s", language.Counted(len(groups), "group"), language.Counted(len(o.Statements.Outlets.All), "outlet"))}
	for _, outlet := range o.Statements.Outlets.All {
		pg.Columns = append(pg.Columns, outlet.Name)
	}
	for i := range groups {
		about := groups[i].Kind.String() + ": " + groups[i].Title()
		for k := range groups[i].Terms {
			pg.Rows = append(pg.Rows, termRow(o, &groups[i].Terms[k], about))
		}
	}
	if c.Format == asHTML {
		return page.HTML(p.out, pg)
	}
	return page.Markdown(p.out, pg)
}

// termRow is a term over the outlets.
func termRow(o *opened, t *wording.Term, about string) page.Row {
	row := page.Row{Name: t.Text, About: about, Cells: make([]page.Cell, len(t.Counts))}
	for n, times := range t.Counts {
		row.Cells[n].Mark = page.Mark{Sign: fmt.Sprint(times), Word: fmt.Sprintf("%s %d", t.Text, times)}
	}
	last := map[report.OutletID]statement.ID{}
	for _, at := range t.Places {
		outlet := o.Statements.Outlets.Of[o.Statements.All[at.Statement].Report]
		if id, had := last[outlet]; had && id == at.Statement {
			continue
		}
		last[outlet] = at.Statement
		row.Cells[outlet].Places = append(row.Cells[outlet].Places, page.Place{Statement: at.Statement, Words: t.Spans(at.Statement)})
	}
	return row
}
