package cli

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/page"
	"parallax/corpus/search"
	"parallax/corpus/statement"
)

// claimsCommand prints what the outlets say in common.
type claimsCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	All    bool     `help:"Also the claims that a single statement makes: the same as --only all."`
	Only   string   `enum:"shared,all,everywhere,one-outlet,differs" default:"shared" placeholder:"WHICH" help:"shared (of more than one statement), all, everywhere (in every outlet), one-outlet, or differs. (default: shared)"`
	Sort   string   `enum:"met,outlets,difference,doubt" default:"met" placeholder:"HOW" help:"met (as a reader meets them), outlets, difference or doubt. (default: met)"`
	With   string   `placeholder:"QUERY" help:"Only claims of which a wording answers the query, as in parallax search."`
	Voice  string   `placeholder:"NAME" help:"Only claims that this speaker makes in some wording."`
	Fold   bool     `help:"In md and html: outlets whose reports have one origin share a column."`
	matrixFlags
	weighted
}

// Help is what --help adds.
func (claimsCommand) Help() string {
	return `A claim is what several statements say in common. Its name is the words that they share, as the statement writes them
that represents it best and stands first. In JSON every wording has the bytes of the words that carry the claim.
An outlet without a wording is linked elsewhere when a statement of its is linked to one, and stands in other claims; it is
silent when not even that was found, and the score of what comes nearest is given. Reports that share running text have one
origin: where a claim has fewer origins than outlets, some of them copied. Below a claim stands why wordings have words in
common: the same quotation, eight words or more of one speaker; a credit to one agency; the same text. Only text makes one
origin. What the reader confirmed, cut and added in the
session that belongs to the reports counts, as on the screen.
In CSV every wording is a row, with its claim's number and name and the figure that it gives; the table of claims by outlets is
that of md and html.
With --matrix and --long the claims are tables for programs that count, as R or pandas: 1 where there is a wording, 0 where the
outlet is silent, signed or not, NA where it has no report of the event, and NA (or what --elsewhere says) where it is linked
elsewhere, which is neither. --long says the state in words, and whether a silence was signed.
As html the table of claims by outlets is one page with the reports, every cell leading to its sentence; as md it is the
table and the wordings.

Examples:

  parallax claims                           in the five reports that come with it
  parallax claims --all reports/
  parallax claims --format json reports/
  parallax claims --format csv reports/ > claims.csv
  parallax claims --matrix reports/ > matrix.csv
  parallax claims --long --across report reports/ > long.csv
  parallax claims --format html reports/ > claims.html
  parallax claims --only one-outlet reports/

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run groups.
func (c *claimsCommand) Run(p *program) error {
	if err := c.check(c.Format); err != nil {
		return err
	}
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, kept, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	kept, claims := claimsWith(o.Corpus, links, kept)
	table := claim.NewTable(claims, c.Fold, func(outlet string, of []statement.ID) bool {
		_, signed := kept.Checked(outlet, of)
		return signed
	})
	choice, err := c.choice(o)
	if err != nil {
		return err
	}
	chosen := table.Choose(choice)
	p.answered(len(chosen))
	if c.Format == asHTML || c.Format == asMarkdown {
		return c.page(p, o, claims, table, choice, kept)
	}
	groups := groupsOf(o, claims, chosen, kept)
	switch {
	case c.Matrix:
		c.matrix(p, o, claims, groups, kept)
		return nil
	case c.Long:
		c.long(p, o, claims, groups, kept)
		return nil
	}
	switch c.Format {
	case asJSON:
		return p.out.json(jsonClaims(o, claims, groups))
	case asCSV:
		c.table(p, o, claims, groups)
	default:
		c.list(p, o, claims, groups)
	}
	return nil
}

// group is a claim with its outlets.
type group struct {
	id         claim.ID
	number     int // from 1, over all claims
	name       string
	statements []statement.ID // the lead first
	outlets    []string       // that carry it
	elsewhere  []nearby       // what others have that is linked to it
	silent     []string
	inPart     []string // of these, whose report was taken in part
	nearest    []nearby // what comes nearest to it in the silent ones
	origins    int      // of the reports that carry it: copied text counts once
}

// nearby is a statement that does not carry a claim.
type nearby struct {
	outlet    string
	statement statement.ID
	score     float64
}

// choice is which claims are wanted, and in which order.
func (c *claimsCommand) choice(o *opened) (claim.Choice, error) {
	only := map[string]claim.Filter{"shared": claim.Shared, "all": claim.AllClaims, "everywhere": claim.Everywhere, "one-outlet": claim.OneOutlet, "differs": claim.Differing}
	sorted := map[string]claim.Sorting{"met": claim.AsMet, "outlets": claim.ByOutlets, "difference": claim.ByDifference, "doubt": claim.ByDoubt}
	choice := claim.Choice{Filter: only[c.Only], Sort: sorted[c.Sort], Voice: c.Voice}
	if c.All && choice.Filter == claim.Shared {
		choice.Filter = claim.AllClaims
	}
	if c.With != "" {
		result, err := search.New(o.Statements).Find(context.Background(), c.With, 0)
		if err != nil {
			return choice, err
		}
		choice.Found = append([]statement.ID{}, result.Set...)
	}
	return choice, nil
}

// page prints the table over the reports.
func (c *claimsCommand) page(p *program, o *opened, claims *claim.Claims, table *claim.Table, choice claim.Choice, kept *brief.Resolved) error {
	chosen := table.Choose(choice)
	pg := &page.Page{Title: "Claims: " + o.Name, Set: o.Statements, ASCII: p.call.ASCII, Version: o.stamp()}
	pg.About = []string{fmt.Sprintf("%s of %s: %s, %s", language.Counted(len(chosen), "claim"), language.Counted(len(o.Statements.Outlets.All), "outlet"), choice.Filter, choice.Sort)}
	for _, narrowed := range [][2]string{{"with ", c.With}, {"of the voice ", c.Voice}} {
		if narrowed[1] != "" {
			pg.About = append(pg.About, narrowed[0]+narrowed[1])
		}
	}
	pg.Claims(claims, table, chosen, func(id claim.ID) string {
		return cmp.Or(kept.ClaimName(claims.All[id].Statements), claims.All[id].Name)
	})
	if c.Format == asHTML {
		return page.HTML(p.out, pg)
	}
	return page.Markdown(p.out, pg)
}

func groupsOf(o *opened, claims *claim.Claims, chosen []claim.Entry, kept *brief.Resolved) []group {
	var groups []group
	var row claim.Row
	for _, e := range chosen {
		cl := &claims.All[e.Claim]
		g := group{id: cl.ID, number: int(cl.ID) + 1, name: cmp.Or(kept.ClaimName(cl.Statements), cl.Name), statements: []statement.ID{cl.Lead}, origins: claims.Origins(cl.ID)}
		for _, id := range cl.Statements {
			if id != cl.Lead {
				g.statements = append(g.statements, id)
			}
		}
		claims.Row(cl.ID, &row)
		claims.Nearest(cl.ID, &row)
		for i, outlet := range o.Statements.Outlets.All {
			g.put(outlet.Name, &row.Cells[i])
		}
		groups = append(groups, g)
	}
	return groups
}

// put adds an outlet by its part in the claim.
func (g *group) put(outlet string, c *claim.Cell) {
	n := nearby{outlet, c.Near.Statement, c.Near.Score}
	switch c.State {
	case claim.Said:
		g.outlets = append(g.outlets, outlet)
	case claim.Absent:
	case claim.Elsewhere:
		g.elsewhere = append(g.elsewhere, n)
	default:
		g.silent = append(g.silent, outlet)
		if c.InPart {
			g.inPart = append(g.inPart, outlet)
		}
		if c.Near.Known {
			g.nearest = append(g.nearest, n)
		}
	}
}

func (c *claimsCommand) list(p *program, o *opened, claims *claim.Claims, groups []group) {
	for i, g := range groups {
		if i > 0 {
			p.out.printf("\n")
		}
		p.out.printf("%s\n%s", g.name, language.Counted(len(g.outlets), "outlet"))
		if g.origins < len(g.outlets) {
			p.out.printf(" of %s", language.Counted(g.origins, "origin"))
		}
		p.out.printf(": %s", strings.Join(g.outlets, ", "))
		for i, n := range g.elsewhere {
			p.out.printf("%s%s %d (%.2f)", []string{"; linked elsewhere: ", ", "}[min(i, 1)], n.outlet, o.Statements.All[n.statement].Number, n.score)
		}
		for i, name := range g.silent {
			p.out.printf("%s%s", []string{"; silent: ", ", "}[min(i, 1)], name)
			var more []string
			if slices.Contains(g.inPart, name) {
				more = append(more, "taken in part")
			}
			if k := slices.IndexFunc(g.nearest, func(n nearby) bool { return n.outlet == name }); k >= 0 {
				more = append(more, fmt.Sprintf("nearest %.2f", g.nearest[k].score))
			}
			if len(more) > 0 {
				p.out.printf(" (%s)", strings.Join(more, ", "))
			}
		}
		p.out.printf("\n")
		for _, id := range g.statements {
			p.printStatement(o, id)
		}
		p.listShared(o, claims, g.id)
	}
}

// jsonClaim is a claim for machines.
type jsonClaim struct {
	Claim      int        `json:"claim"`
	Name       string     `json:"name"`
	Outlets    []string   `json:"outlets"`
	Origins    int        `json:"origins"`   // copied text counts once
	Elsewhere  []jsonNear `json:"elsewhere"` // linked to a wording, and in other claims
	Silent     []string   `json:"silent"`
	InPart     []string   `json:"silent_taken_in_part,omitempty"` // of these, whose report was taken in part
	Nearest    []jsonNear `json:"nearest"`                        // what comes nearest in the silent outlets
	Statements []jsonSaid `json:"statements"`                     // the lead first
	Topics     []topic    `json:"topics"`                         // what the wordings give figures of, the most telling first
	Shared     []shared   `json:"shared"`                         // why wordings have words in common; only the same text makes one origin
}

// topic is what wordings of a claim give figures of.
type topic struct {
	Of      string       `json:"of"`
	Kind    string       `json:"kind"`
	Differs bool         `json:"differs"` // between outlets
	Figures []jsonFigure `json:"figures"`
}

func jsonTopics(o *opened, claims *claim.Claims, id claim.ID) []topic {
	all := []topic{}
	for _, t := range claims.Topics(id) {
		one := topic{Of: t.Label, Kind: t.Figures[0].Kind.String(), Differs: t.Differs()}
		for i := range t.Figures {
			one.Figures = append(one.Figures, figureOf(o, claims, &t.Figures[i]))
		}
		all = append(all, one)
	}
	return all
}

// jsonNear is a statement that does not carry a claim.
type jsonNear struct {
	Outlet string  `json:"outlet"`
	Path   string  `json:"path"`
	Number int     `json:"statement"`
	Score  float64 `json:"score"`
}

func jsonNears(o *opened, all []nearby) []jsonNear {
	out := []jsonNear{}
	for _, n := range all {
		out = append(out, jsonNear{n.outlet, o.Statements.ReportOf(n.statement).Path, o.Statements.All[n.statement].Number, math.Round(n.score*1e4) / 1e4})
	}
	return out
}

type jsonSaid struct {
	Outlet string   `json:"outlet"`
	Path   string   `json:"path"`
	Unit   string   `json:"unit,omitempty"`
	Number int      `json:"statement"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Text   string   `json:"text"`
	Words  []extent `json:"words"`           // that carry the claim
	Voice  string   `json:"voice,omitempty"` // the speaker whose words those are
}

// extent is a stretch of the file.
type extent struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func jsonClaims(o *opened, claims *claim.Claims, groups []group) []jsonClaim {
	all := make([]jsonClaim, len(groups))
	for i, g := range groups {
		all[i] = jsonClaim{Claim: g.number, Name: g.name, Outlets: g.outlets, Origins: g.origins, Silent: append([]string{}, g.silent...), InPart: g.inPart, Elsewhere: jsonNears(o, g.elsewhere), Nearest: jsonNears(o, g.nearest)}
		for _, id := range g.statements {
			r, st := o.Statements.ReportOf(id), &o.Statements.All[id]
			span := located(r, st.Span)
			w := jsonSaid{
				Outlet: r.Outlet, Path: r.Path, Unit: unit(r), Number: st.Number,
				Start: span.Start, End: span.End, Text: o.Statements.Text(id), Words: []extent{},
			}
			for _, s := range claims.Words(g.id, id) {
				at := located(r, s)
				w.Words = append(w.Words, extent{at.Start, at.End})
			}
			if v, whose := claims.Voice(g.id, id); whose == claim.Spoken {
				w.Voice = v.Speaker
			}
			all[i].Statements = append(all[i].Statements, w)
		}
		all[i].Topics = jsonTopics(o, claims, g.id)
		all[i].Shared = jsonShared(o, claims, g.id)
	}
	return all
}

func (c *claimsCommand) table(p *program, o *opened, claims *claim.Claims, groups []group) {
	heading := []string{"claim", "name", "outlets", "origins", "lead", "outlet", "title", "published", "path", "line", "column", "statement", "figure", "of", "text"}
	p.out.table(heading, func(row func(...any)) {
		for _, g := range groups {
			for i, id := range g.statements {
				r, st := o.Statements.ReportOf(id), &o.Statements.All[id]
				line, column := o.places.at(r, st.Span)
				figure, of := claims.FigureOf(g.id, id)
				row(g.number, g.name, len(g.outlets), g.origins, i == 0, r.Outlet, r.Title, r.Published.ISO(), r.Path, line, column, st.Number, figure, of, o.Statements.Text(id))
			}
		}
	})
}
