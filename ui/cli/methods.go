package cli

import (
	"crypto/sha256"
	"fmt"
	"html/template"
	"path/filepath"
	"strconv"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/export"
	"parallax/corpus/match"
	"parallax/corpus/methods"
	"parallax/corpus/session"
	"parallax/corpus/source"
)

// methodsCommand says how a study was made.
type methodsCommand struct {
	Paths   []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Session []string `of:"session" sep:"none" placeholder:"FILE" help:"With the decisions of the session in FILE, or of that name; given twice, with the agreement of the two. (default: of the one that belongs to the reports)"`
	Plain   bool     `help:"Without anybody's decisions."`
	Weights string   `placeholder:"FILE" help:"Link by the weights in FILE instead of those that come with parallax."`
	Alone   string   `enum:"missing,disagree" default:"missing" placeholder:"RULE" help:"With two sessions, what a passage is that only one marked: missing or disagree. (default: missing)"`
	Format  format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	coded
}

// Help is what --help adds.
func (methodsCommand) Help() string {
	return `A paragraph for the methods section, and the table behind it: the version of the program; the SHA-256 of the weights, the
codebook and every text, and one over all texts; from which score links are made, and the numbers by which claims are; how
many reports, outlets, stories, statements, links and claims there are; the reports that were left out, folded or passed
over, each with why; the decisions that hold, by kind and coder; with two sessions how far the two agree.

The hash over all texts is that of their sorted hashes, each with a line end, as sort and sha256sum make it. Without a path the
reports are those that the first session was last opened with. CSV is part, item, of, value, a fact a line.

Examples:

  parallax methods reports/
  parallax methods --session ann.session --session bert.session --codebook tags.csv --format md > methods.md
  parallax methods reports/ --format csv > methods.csv

Exit status: 0 printed, 2 something could not be read or the call was wrong.
`
}

// Run prints.
func (c *methodsCommand) Run(p *program) error {
	if len(c.Session) > 2 {
		return fmt.Errorf("agreement is of two: %d sessions are named", len(c.Session))
	}
	book, err := c.book(p)
	if err != nil {
		return err
	}
	run := weighted{Weights: c.Weights, Plain: c.Plain}
	if len(c.Session) > 0 {
		run.Session = c.Session[0]
		if c.Paths, err = p.pathsOf(run.Session, c.Paths); err != nil {
			return err
		}
	}
	f, err := p.find(&run, c.Paths)
	if f == nil || err != nil {
		return err
	}
	p.bind(book, "the session", &f.kept.Brief.Kept)
	s := f.source()
	if s.Book, err = c.asUsed(p, book); err != nil {
		return err
	}
	if len(c.Session) == 2 {
		a, b, err := p.two(c.Session[0], c.Session[1])
		if err != nil {
			return err
		}
		p.bind(book, c.Session[1], &b.Kept)
		s.Agreement = coding.Agree(a, b, coding.Rules{Book: book, AloneDisagrees: c.Alone == "disagree"})
		s.Coders, s.Alone = [2]string{coderOf(a, c.Session[0]), coderOf(b, c.Session[1])}, c.Alone
	}
	return p.printMethods(methods.Of(s), c.Format)
}

// coderOf is who made a session, else what its file is called.
func coderOf(b *brief.Brief, file string) string {
	if name := b.Coder(); name != "" {
		return name
	}
	return filepath.Base(file)
}

// asUsed is the codebook with its hash, nil for none.
func (c *coded) asUsed(p *program, book coding.Codebook) (*methods.Book, error) {
	if c.Codebook == "" {
		return nil, nil
	}
	data, err := source.File(c.Codebook, p.limits())
	if err != nil {
		return nil, err
	}
	return &methods.Book{Name: filepath.Base(c.Codebook), Hash: sha256.Sum256(data), Codes: len(book)}, nil
}

// pathsOf is the paths that were named, else those that a session was last opened with.
func (p *program) pathsOf(name string, paths []string) ([]string, error) {
	file, err := session.DefaultStore().Locate(name)
	if err != nil || len(paths) > 0 {
		return paths, err
	}
	b, err := p.readSession(file)
	if err != nil {
		return nil, err
	}
	p.pins = pins(b)
	return rootsOf(b, file)
}

// foundIn is reports with all that was found in them.
type foundIn struct {
	*opened
	links  *match.Links
	claims *claim.Claims
	kept   *brief.Resolved
}

// find links and groups as the screen shows it; nil when nothing could be read.
func (p *program) find(run *weighted, paths []string) (*foundIn, error) {
	o := p.open(paths)
	if o == nil {
		return nil, nil
	}
	if _, _, err := run.link(p, o, paths); err != nil {
		return nil, err
	}
	return &foundIn{o, o.study.Links, o.study.Claims, o.study.Kept}, nil
}

func (f *foundIn) source() methods.Source { return *f.study }

func (f *foundIn) print() brief.Fingerprint {
	return methods.Print(version(), f.Corpus, f.links, f.claims, f.kept)
}

// jsonMethods is the record for machines.
type jsonMethods struct {
	Short      string       `json:"short"`
	Prose      string       `json:"prose"`
	References []string     `json:"references"`
	Table      []jsonMethod `json:"table"`
}

type jsonMethod struct {
	Part  string `json:"part"`
	Item  string `json:"item"`
	Of    string `json:"of,omitempty"`
	Value string `json:"value"`
}

func jsonOf(r *methods.Record) jsonMethods {
	j := jsonMethods{Short: r.Short(), Prose: r.Prose(), References: r.References()}
	for _, row := range r.Table() {
		j.Table = append(j.Table, jsonMethod(row))
	}
	return j
}

func (p *program) printMethods(r *methods.Record, as format) error {
	rows := r.Table()
	switch as {
	case asJSON:
		return p.out.json(jsonOf(r))
	case asCSV:
		p.out.table([]string{"part", "item", "of", "value"}, func(put func(...any)) {
			for _, row := range rows {
				var value any = row.Value
				if _, err := strconv.ParseFloat(row.Value, 64); err == nil {
					value = number(row.Value)
				}
				put(row.Part, row.Item, row.Of, value)
			}
		})
	case asMarkdown:
		mark := func(s string) string { return export.Markdown(p.out.safe(s)) }
		fmt.Fprintf(p.out, "# Methods\n\n%s\n\n", mark(r.Prose()))
		for _, ref := range r.References() {
			fmt.Fprintf(p.out, "- %s\n", mark(ref))
		}
		fmt.Fprint(p.out, "\n| part | item | of | value |\n| --- | --- | --- | --- |\n")
		for _, row := range rows {
			fmt.Fprintf(p.out, "| %s | %s | %s | %s |\n", mark(row.Part), mark(row.Item), mark(row.Of), mark(row.Value))
		}
	case asHTML:
		return p.methodsPage(r, rows)
	default:
		p.out.printf("%s\n\n", r.Prose())
		for _, ref := range r.References() {
			p.out.printf("  %s\n", ref)
		}
		part := ""
		for _, row := range rows {
			if row.Part != part {
				part = row.Part
				p.out.printf("\n%s\n", part)
			}
			of := ""
			if row.Of != "" {
				of = " (" + row.Of + ")"
			}
			p.out.printf("  %s: %s\n", row.Item+of, row.Value)
		}
	}
	return nil
}

var methodsHTML = template.Must(template.New("methods").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Methods</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; font: 0.875rem/1.4 sans-serif; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.75rem 0.2rem 0; border-bottom: 1px solid #8888; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Methods</h1>
<p>{{.Prose}}</p>
<ul>{{range .References}}<li>{{.}}</li>{{end}}</ul>
<table>
<thead><tr><th scope="col">part</th><th scope="col">item</th><th scope="col">of</th><th scope="col">value</th></tr></thead>
<tbody>
{{range .Table}}<tr><td>{{.Part}}</td><td>{{.Item}}</td><td>{{.Of}}</td><td>{{.Value}}</td></tr>
{{end}}</tbody>
</table>
</body>
</html>
`))

func (p *program) methodsPage(r *methods.Record, rows []methods.Row) error {
	page := jsonMethods{Prose: p.out.safe(r.Prose()), References: r.References()}
	for _, row := range rows {
		page.Table = append(page.Table, jsonMethod{p.out.safe(row.Part), p.out.safe(row.Item), p.out.safe(row.Of), p.out.safe(row.Value)})
	}
	var b strings.Builder
	if err := methodsHTML.Execute(&b, page); err != nil {
		return err
	}
	_, err := p.out.Write([]byte(b.String()))
	return err
}
