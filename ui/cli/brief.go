package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/methods"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/statement"
	"parallax/corpus/story"
)

// briefCommand prints what a session holds, or writes it to a file.
type briefCommand struct {
	Of     []string `arg:"" optional:"" of:"session" name:"session|path" help:"A session, by its file or its name, or the reports to which it belongs."`
	Format string   `enum:",${exports}" default:"" placeholder:"FORMAT" help:"${exports}. (default: as the name of the file ends, else md)"`
	Output string   `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output."`
	Force  bool     `help:"Replace FILE if it is there already."`
	NoSeal bool     `help:"Without the seal, by which verify tells what was edited, and which keeps the words that were."`
	Long   bool     `help:"With csv: a row a passage instead of claims by outlets."`
	Short  bool     `help:"With md, html, docx: citations as footnotes; hashes and versions in an annex."`
	coded
}

// exports names the formats of an export, for help.
func exports() string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ",")
}

// Help is what --help adds.
func (briefCommand) Help() string {
	var formats strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&formats, "  %-5s %s\n", f.Name, f.About)
	}
	return `Without an argument it is the session of the five reports that come with parallax. A session is printed with the
reports it was last opened with; name others after it when they have moved. A brief is exact: --ascii does not apply.

` + formats.String() + `
Examples:

  parallax brief                                    Markdown, on standard output
  parallax brief reports/ -o brief.docx             the session that belongs to these reports
  parallax brief talks-in-antalya --format html > brief.html
  parallax brief a.session moved/ --format csv --long
  parallax brief reports/ -o brief.md --force       replace what is there

Exit status: 0 printed, 1 there is nothing to print, 2 something could not be read or written or the call was wrong.
`
}

// Run prints.
func (c *briefCommand) Run(p *program) error {
	if err := c.settle(p); err != nil {
		return err
	}
	book, err := c.book(p)
	if err != nil {
		return err
	}
	file, paths, err := c.what()
	if err != nil {
		return err
	}
	b, set, err := p.collected(file, paths)
	if b == nil || err != nil {
		return err
	}
	if len(b.Entries) == 0 {
		p.complain(errors.New("the brief is empty: m marks a statement on the screen"))
		p.answered(0)
		return nil
	}
	p.bind(book, "the session", &b.Kept)
	resolved, made, err := overClaims(b.Resolve(brief.NewLocator(set)))
	if err != nil {
		return err
	}
	d := resolved.Document(made)
	options := export.Options{Long: c.Long, Short: c.Short, Unsealed: c.NoSeal, Codes: book.Exchanged()}
	if c.Output == "" {
		return export.Write(p.out, &d, c.Format, options)
	}
	return c.write(&d, options)
}

// overClaims lets a brief that holds claims know what the outlets without a wording are linked to, and says how that was found,
// behind the version of the program. A brief without claims holds nothing that was found by linking.
func overClaims(r *brief.Resolved) (*brief.Resolved, string, error) {
	if !slices.ContainsFunc(r.Brief.Entries, func(e *brief.Entry) bool { return e.Kind == brief.OfClaim }) {
		return r, version(), nil
	}
	set := r.Override(2)
	c := &corpus.Corpus{Reports: set.Reports, Statements: set, Stories: story.Sort(set, r.Together())}
	scored, err := c.Score(context.Background(), nil)
	if err != nil {
		return nil, "", err
	}
	links, err := linksWith(scored, set, r)
	if err != nil {
		return nil, "", err
	}
	r, claims := claimsWith(c, links, r)
	return r, methods.StampOf(methods.Source{
		Version: version(), Corpus: c, Links: claims.Links(), Claims: claims, Kept: r,
		Weights: links.Weights(),
	}), nil
}

// write writes the brief to its file. What is replaced is a file, behind whatever links lead to it, and never a device.
func (c *briefCommand) write(d *brief.Document, options export.Options) error {
	path := c.Output
	if followed, err := filepath.EvalSymlinks(path); err == nil && c.Force {
		path = followed
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return fmt.Errorf("%s: is no file that could be replaced", c.Output)
		}
	}
	err := export.ToFile(path, d, c.Format, options, c.Force)
	if errors.Is(err, export.ErrExists) {
		return fmt.Errorf("%w: --force replaces it", err)
	}
	return err
}

// settle makes up the format and refuses what makes no sense.
func (c *briefCommand) settle(p *program) error {
	if c.Output == "-" {
		c.Output = ""
	}
	if c.Format == "" {
		c.Format = "md"
		if c.Output != "" {
			name, ok := formatNamed(c.Output)
			if !ok {
				return fmt.Errorf("%s: no format is known by this ending; --format says which it is to be", c.Output)
			}
			c.Format = name
		}
	}
	switch {
	case c.Long && c.Format != "csv":
		return errors.New("--long is for --format csv")
	case c.Short && !slices.Contains([]string{"md", "html", "docx"}, c.Format):
		return errors.New("--short is for --format md, html and docx")
	case c.Force && c.Output == "":
		return errors.New("--force is for -o FILE")
	case slices.Contains([]string{"docx", "qdpx"}, c.Format) && c.Output == "" && p.onTerminal():
		return fmt.Errorf("%[1]s is not for a terminal: give it a file with -o brief.%[1]s", c.Format)
	}
	return nil
}

// onTerminal reports whether standard output is a terminal, however simple.
func (p *program) onTerminal() bool {
	out, ok := p.stdout.(*os.File)
	return ok && term.IsTerminal(out.Fd())
}

// formatNamed is the format that a file's name ends like.
func formatNamed(name string) (string, bool) {
	return export.Named(name)
}

// what tells a session from reports: the first argument may be either. file is "" when none is named.
func (c *briefCommand) what() (file string, paths []string, err error) {
	if len(c.Of) == 0 {
		return "", nil, nil
	}
	file, ok, err := sessionNamed(c.Of[0])
	if ok || err != nil {
		return file, c.Of[1:], err
	}
	return "", c.Of, nil
}

// sessionNamed is the file of the session that a user named; not ok when the name is no session's. A session that cannot
// be read because a newer program wrote it, or because its bytes never come, is an error, since it is no report either.
func sessionNamed(name string) (file string, ok bool, err error) {
	if name == "-" {
		return "", false, nil
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return "", false, nil // reports; the session that belongs to them may be named otherwise
	}
	file, err = session.DefaultStore().Locate(name)
	if err != nil {
		return "", false, nil
	}
	_, err = session.Outlined(file)
	if errors.Is(err, session.ErrNewer) || errors.Is(err, report.ErrLate) {
		return "", false, err
	}
	return file, err == nil, nil
}

// collected reads the session in file, or the one that belongs to the reports that paths name, and the reports. Nil means
// that there is nothing to print; it is then said why.
func (p *program) collected(file string, paths []string) (*brief.Brief, *statement.Set, error) {
	if file == "" {
		o := p.open(paths)
		if o == nil {
			return nil, nil, nil
		}
		found, ok := session.DefaultStore().Find(openFor(o))
		if !ok {
			p.nothingKept(openFor(o))
			return nil, nil, nil
		}
		b, err := p.readSession(found.Path)
		return b, o.Statements, err
	}
	b, err := p.readSession(file)
	if err != nil {
		return nil, nil, err
	}
	set, err := p.sourcesOf(b, file, paths)
	return b, set, err
}

// nothingKept says that no session belongs to the reports, as far as can be told.
func (p *program) nothingKept(reports brief.Opening) {
	store := session.DefaultStore()
	if _, err := store.List(); err != nil {
		p.complain(err)
		p.status = failed
		return
	}
	for _, s := range store.Unclear(reports) {
		p.complain(errors.New(s.Why()))
		p.status = failed
	}
	p.complain(fmt.Errorf("nothing is kept for %s yet: parallax sessions lists what is", reports.Event))
	p.answered(0)
}

// readSession reads a session without opening it, so that it may be open elsewhere.
func (p *program) readSession(file string) (*brief.Brief, error) {
	b, warnings, err := session.ReadFile(file)
	for _, w := range warnings {
		p.complain(errors.New(w))
		p.status = failed
	}
	return b, err
}

// sourcesOf opens the reports that paths name, else those the session in file was last opened with. Where none of them
// can be read, the brief still has its own words.
func (p *program) sourcesOf(b *brief.Brief, file string, paths []string) (*statement.Set, error) {
	if len(paths) == 0 {
		p.pins = pins(b)
		roots, err := rootsOf(b, file)
		if err != nil {
			p.complain(err)
			p.status = failed
			return statement.Of([]report.Report{}, 1), nil
		}
		paths = roots
	}
	if o := p.open(paths); o != nil {
		return o.Statements, nil
	}
	return statement.Of([]report.Report{}, 1), nil
}
