package cli

import (
	"math"
	"strings"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// linksCommand prints which statements say the same.
type linksCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	All    bool     `help:"Every pair that was scored: those that are no links are of the kind weak."`
	weighted
}

// Help is what --help adds.
func (linksCommand) Help() string {
	return `Two statements are linked when they carry at least one claim in common. The score is a probability. Offsets in JSON
are bytes of the file; where there is no map to the file the document says "unit": "text". What the reader confirmed, cut
and added in the session that belongs to the reports counts, as on the screen.

Examples:

  parallax links                            in the five reports that come with it
  parallax links reports/
  parallax links --format json --all reports/
  parallax links --format csv reports/ > links.csv

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run links.
func (c *linksCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	linked, kept, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	_, claims := claimsWith(o.Corpus, linked, kept)
	links := linksOf(claims.Links(), c.All)
	p.answered(len(links))
	switch c.Format {
	case asJSON:
		return p.out.json(struct {
			Documents []document `json:"documents"`
			Links     []jsonLink `json:"links"`
		}{documentsOf(o), jsonLinks(o, links)})
	case asCSV:
		c.table(p, o, links)
	default:
		c.list(p, o, links)
	}
	return nil
}

// pair is a link, or a pair that is none.
type pair struct {
	a, b    statement.ID
	score   float64
	partial bool
	kind    string // "same", "differs" or "weak"
	reasons []string
}

// linksOf is the links with their reasons, by statement, and after them, if all is set, the pairs that are no links.
func linksOf(links *match.Links, all bool) []pair {
	var pairs []pair
	for _, l := range links.All {
		p := pair{l.A, l.B, l.Score, l.Partial, "same", []string{}}
		if l.Differs {
			p.kind = "differs"
		}
		for _, r := range links.Reasons(l) {
			p.reasons = append(p.reasons, r.String())
		}
		pairs = append(pairs, p)
	}
	if !all {
		return pairs
	}
	for _, p := range links.Pairs() {
		if _, linked := links.Between(p.A, p.B); !linked {
			pairs = append(pairs, pair{p.A, p.B, p.Score, p.Partial, "weak", []string{}})
		}
	}
	return pairs
}

// document is a report for tools that look at statements.
type document struct {
	Path       string `json:"path"`
	Unit       string `json:"unit,omitempty"` // "text" when offsets are not of the file
	Statements []cut  `json:"statements"`
}

// cut is where a statement stands.
type cut struct {
	Start       int         `json:"start"`
	End         int         `json:"end"`
	Boilerplate bool        `json:"boilerplate"`
	Voices      []jsonVoice `json:"voices"`
}

type jsonVoice struct {
	Speaker string `json:"speaker"`
	Mode    string `json:"mode"`
	Verb    string `json:"verb"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

func documentsOf(o *opened) []document {
	all := make([]document, len(o.Reports))
	for i := range o.Reports {
		r := &o.Reports[i]
		all[i] = document{Path: r.Path, Unit: unit(r), Statements: []cut{}}
		for _, st := range o.Statements.In(r.ID) {
			span := located(r, st.Span)
			c := cut{span.Start, span.End, !st.IsStory(), []jsonVoice{}}
			for _, v := range st.Voices {
				span := located(r, v.Span)
				c.Voices = append(c.Voices, jsonVoice{v.Speaker, v.Mode.String(), v.Verb, span.Start, span.End})
			}
			all[i].Statements = append(all[i].Statements, c)
		}
	}
	return all
}

// jsonLink names a statement by [document, statement], both from 0.
type jsonLink struct {
	A       [2]int   `json:"a"`
	B       [2]int   `json:"b"`
	Score   float64  `json:"score"`
	Kind    string   `json:"kind"`
	Partial bool     `json:"partial,omitempty"`
	Reasons []string `json:"reasons"`
}

func jsonLinks(o *opened, pairs []pair) []jsonLink {
	at := func(id statement.ID) [2]int {
		st := &o.Statements.All[id]
		return [2]int{int(st.Report), st.Number - 1}
	}
	links := make([]jsonLink, len(pairs))
	for i, p := range pairs {
		links[i] = jsonLink{at(p.a), at(p.b), p.score, p.kind, p.partial, p.reasons}
	}
	return links
}

func (c *linksCommand) list(p *program, o *opened, pairs []pair) {
	for i, l := range pairs {
		if i > 0 {
			p.out.printf("\n")
		}
		part := ""
		if l.partial {
			part = " in part"
		}
		p.out.printf("%s%s, %.2f: %s\n", l.kind, part, l.score, strings.Join(l.reasons, "; "))
		p.printStatement(o, l.a)
		p.printStatement(o, l.b)
	}
}

// printStatement prints a statement with its place in the form that editors read.
func (p *program) printStatement(o *opened, id statement.ID) {
	r, st := o.Statements.ReportOf(id), &o.Statements.All[id]
	line, column := o.places.at(r, st.Span)
	p.out.printf("%s:%d:%d: %s\n", r.Path, line, column, o.Statements.Line(id))
}

func (c *linksCommand) table(p *program, o *opened, pairs []pair) {
	heading := []string{"kind", "partial", "score", "outlet a", "path a", "statement a", "text a", "outlet b", "path b", "statement b", "text b", "reasons"}
	p.out.table(heading, func(row func(...any)) {
		for _, l := range pairs {
			a, b := o.Statements.ReportOf(l.a), o.Statements.ReportOf(l.b)
			row(l.kind, l.partial, math.Round(l.score*1e4)/1e4,
				a.Outlet, a.Path, o.Statements.All[l.a].Number, o.Statements.Line(l.a),
				b.Outlet, b.Path, o.Statements.All[l.b].Number, o.Statements.Line(l.b),
				strings.Join(l.reasons, "; "))
		}
	})
}
