package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
)

// searchCommand prints what matches a query.
type searchCommand struct {
	Query   string   `arg:"" help:"Words, \"a phrase\", -without, ~letters, this|that, outlet:name, voice:name, tag:name, coder:name, date:2023-03."`
	Paths   []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format  format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	Count   bool     `short:"c" help:"Print only how many statements of each outlet match, also where none does."`
	Session string   `of:"session" placeholder:"FILE" help:"With the tags of the session in FILE, or of that name. (default: of the one that belongs to the reports)"`
}

// Help is what --help adds.
func (searchCommand) Help() string {
	return `All words must be in a statement, as words or as parts of words. Case and accents count only when the query has
upper case. ceasefire, cease-fire and "cease fire" find each other. ~word finds its letters in order,
scattered over a statement; without the ~ they are no hit. this|that is either; outlet:name keeps to one outlet,
voice:name to statements with words of a speaker, tag:name and coder:name to what the session that belongs to the reports has
coded so (tag:* in any way), date:2023-03 to reports of that month, date:2023-03-06..2023-03-12 of these days; -tag:name and
the like turn them round. Boilerplate is searched too. With --count, an outlet that has none is
named with what it has of other spellings, and of words that --aliases gives for the same. Where little is found, related
words that find more are named on standard error.

Examples:

  parallax search hospital                        in the five reports that come with it
  parallax search '"no progress" -ceasefire' reports/
  parallax search 'hospital outlet:"press tv"' reports/
  parallax search 'wounded|injured voice:lavrov' reports/
  parallax search 'hospital -tag:casualties date:2022-03' reports/
  parallax search --count hospital reports/       how many in each outlet
  vim -q <(parallax search hospital reports/)     from hit to hit
  parallax search --format csv hospital reports/ > hits.csv
  parallax search -- -ceasefire reports/          a query that begins with -

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// hit is a statement that matches, with its place for people and for machines.
type hit struct {
	Outlet string   `json:"outlet"`
	Path   string   `json:"path"`
	Unit   string   `json:"unit,omitempty"` // "text" when start, end and marks are not bytes of the file
	Line   int      `json:"line"`
	Column int      `json:"column"`
	Number int      `json:"statement"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Marks  [][2]int `json:"marks"` // what matched
	Rank   int      `json:"rank"`  // from 1, the best
	Text   string   `json:"text"`
}

// Run searches.
func (c *searchCommand) Run(p *program) error {
	if strings.TrimSpace(c.Query) == "" {
		return errors.New("the query is empty")
	}
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	x := search.New(o.Statements)
	x.Know(wording.Same(o.Statements))
	kept, err := (&weighted{Session: c.Session}).kept(o, c.Paths)
	if err != nil && c.Session != "" {
		return err
	}
	if kept != nil {
		all := make(map[statement.ID]search.Coding)
		for id, coded := range kept.Resolve(brief.NewLocator(o.Statements)).Coded() {
			all[id] = search.Coding(coded)
		}
		x.Code(all)
	}
	result, err := x.Find(context.Background(), c.Query, 0)
	if err != nil {
		return err
	}
	if err := c.offer(p, x, result); err != nil {
		return err
	}
	p.answered(result.Total)
	if result.Scattered && result.Total > 0 {
		p.complain(fmt.Errorf("%s: of a word after ~ these have the letters in order, scattered", c.Query))
	}
	if c.Count {
		return c.printCounts(p, result)
	}
	return c.print(p, o, result)
}

// offer names related words on standard error, where little is found.
func (c *searchCommand) offer(p *program, x *search.Index, result search.Result) error {
	related, with, err := x.Related(context.Background(), result)
	if err != nil || with == "" {
		return err
	}
	words := make([]string, len(related))
	for i, r := range related {
		words[i] = fmt.Sprintf("%s %d", r.Word, r.Count)
	}
	p.complain(fmt.Errorf("also %s: %s finds them too", strings.Join(words, ", "), with))
	return nil
}

func (c *searchCommand) printCounts(p *program, result search.Result) error {
	switch c.Format {
	case asJSON:
		return p.out.json(countsOf(result))
	case asCSV:
		p.out.table([]string{"outlet", "count"}, func(row func(...any)) {
			for _, n := range result.Counts {
				row(n.Outlet, n.Count)
			}
		})
	default:
		for _, n := range result.Counts {
			p.out.printf("%5d  %s", n.Count, n.Outlet)
			for i, o := range n.Instead {
				p.out.printf("%s%s %d", []string{" (", ", "}[min(i, 1)], o.Word, o.Count)
			}
			if len(n.Instead) > 0 {
				p.out.printf(")")
			}
			p.out.printf("\n")
		}
	}
	return nil
}

type count struct {
	Outlet  string        `json:"outlet"`
	Count   int           `json:"count"`
	Instead []jsonInstead `json:"instead,omitempty"` // of other words for the same
}

type jsonInstead struct {
	Word  string `json:"word"`
	Count int    `json:"count"`
}

func countsOf(result search.Result) []count {
	counts := make([]count, len(result.Counts))
	for i, n := range result.Counts {
		counts[i] = count{Outlet: n.Outlet, Count: n.Count}
		for _, o := range n.Instead {
			counts[i].Instead = append(counts[i].Instead, jsonInstead(o))
		}
	}
	return counts
}

func (c *searchCommand) print(p *program, o *opened, result search.Result) error {
	hits := hitsOf(o, result)
	switch c.Format {
	case asJSON:
		return p.out.json(struct {
			Query     string  `json:"query"`
			Total     int     `json:"total"`
			Scattered bool    `json:"scattered,omitempty"`
			Counts    []count `json:"counts"`
			Hits      []hit   `json:"hits"`
		}{result.Query, result.Total, result.Scattered, countsOf(result), hits})
	case asCSV:
		p.out.table([]string{"outlet", "path", "line", "column", "statement", "rank", "text"}, func(row func(...any)) {
			for _, h := range hits {
				row(h.Outlet, h.Path, h.Line, h.Column, h.Number, h.Rank, h.Text)
			}
		})
	default:
		for _, h := range hits {
			p.out.printf("%s:%d:%d: %s\n", h.Path, h.Line, h.Column, h.Text)
		}
	}
	return nil
}

// hitsOf is the hits in the order of reports and statements, as tools that go from line to line expect them.
func hitsOf(o *opened, result search.Result) []hit {
	type ranked struct {
		rank  int
		spans []report.Span
	}
	ranks := make(map[statement.ID]ranked, len(result.Hits))
	for i, h := range result.Hits {
		ranks[h.Statement] = ranked{i + 1, h.Spans}
	}
	hits := make([]hit, 0, len(result.Set))
	for _, id := range result.Set {
		r, st := o.Statements.ReportOf(id), &o.Statements.All[id]
		span := located(r, st.Span)
		h := hit{Outlet: r.Outlet, Path: r.Path, Unit: unit(r), Number: st.Number, Start: span.Start, End: span.End,
			Marks: [][2]int{}, Rank: ranks[id].rank, Text: o.Statements.Text(id)}
		h.Line, h.Column = o.places.at(r, st.Span)
		for _, m := range ranks[id].spans {
			m = located(r, m)
			h.Marks = append(h.Marks, [2]int{m.Start, m.End})
		}
		hits = append(hits, h)
	}
	return hits
}
