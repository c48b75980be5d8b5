package cli

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"parallax/corpus/coding"
)

// agreeCommand says how far two readers agree.
type agreeCommand struct {
	A      string `arg:"" help:"A reader's session, by its file or its name."`
	B      string `arg:"" help:"The other reader's."`
	Format format `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	coded
}

// coded is for the commands that know of a codebook.
type coded struct {
	Codebook string `placeholder:"FILE" help:"Tags that were agreed on: CSV with the columns name and definition, or TOML with [[tag]]."`
}

// book is the codebook, nil when none was named.
func (c *coded) book(p *program) (coding.Codebook, error) {
	if c.Codebook == "" {
		return nil, nil
	}
	return coding.ReadCodebook(c.Codebook, p.limits())
}

// Help is what --help adds.
func (agreeCommand) Help() string {
	return `Compared is what both have said something about: links that were confirmed, added or cut; tags on what both marked;
silences that were checked. Units are what both judged, missing what only one did. Kappa is Cohen's, alpha is
Krippendorff's for nominal values; both are 1 for full agreement and 0 for what chance would give, and - where nothing
could have been disagreed on.

Examples:

  parallax agree ann.session bert.session
  parallax agree ann.session bert.session --codebook tags.csv
  parallax agree ann.session bert.session --format csv > agreement.csv

Exit status: 0 compared, 1 the two have judged nothing in common, 2 something could not be read or the call was wrong.
`
}

// Run compares.
func (c *agreeCommand) Run(p *program) error {
	book, err := c.book(p)
	if err != nil {
		return err
	}
	a, b, err := p.two(c.A, c.B)
	if err != nil {
		return err
	}
	p.bind(book, c.A, &a.Kept)
	p.bind(book, c.B, &b.Kept)
	all, units := coding.Agree(a, b, book), 0
	for _, g := range all {
		units += g.Units
	}
	if units == 0 {
		p.complain(errors.New("the two have judged nothing in common"))
	}
	p.answered(units)
	switch c.Format {
	case asJSON:
		return p.out.json(agreements(all))
	case asCSV:
		p.out.table([]string{"about", "units", "missing", "percent", "kappa", "alpha"}, func(row func(...any)) {
			for _, g := range all {
				row(g.About, g.Units, g.Missing, exactly(g.Percent), exactly(g.Kappa), exactly(g.Alpha))
			}
		})
	default:
		c.print(p, all)
	}
	return nil
}

func (c *agreeCommand) print(p *program, all []coding.Agreement) {
	width := len("about")
	for _, g := range all {
		width = max(width, utf8.RuneCountInString(p.out.safe(g.About)))
	}
	p.out.printf("%-*s  %5s  %7s  %7s  %6s  %6s\n", width, "about", "units", "missing", "percent", "kappa", "alpha")
	for _, g := range all {
		p.out.printf("%-*s  %5d  %7d  %7s  %6s  %6s\n", width, g.About, g.Units, g.Missing,
			rounded(g.Percent, 1), rounded(g.Kappa, 3), rounded(g.Alpha, 3))
	}
}

// rounded is a figure for people, "-" when it is undefined.
func rounded(f coding.Figure, digits int) string {
	if !f.Defined {
		return "-"
	}
	return fmt.Sprintf("%.*f", digits, f.Value)
}

// exactly is a figure for a table, empty when it is undefined. A number is no text, so that a minus stays one.
func exactly(f coding.Figure) any {
	if !f.Defined {
		return ""
	}
	return f.Value
}

// jsonAgreement is how far two agree for machines. Absent is what is undefined.
type jsonAgreement struct {
	About   string   `json:"about"`
	Units   int      `json:"units"`
	Missing int      `json:"missing"`
	Percent *float64 `json:"percent,omitempty"`
	Kappa   *float64 `json:"kappa,omitempty"`
	Alpha   *float64 `json:"alpha,omitempty"`
}

func agreements(all []coding.Agreement) []jsonAgreement {
	figure := func(f coding.Figure) *float64 {
		if !f.Defined {
			return nil
		}
		return &f.Value
	}
	list := make([]jsonAgreement, len(all))
	for i, g := range all {
		list[i] = jsonAgreement{g.About, g.Units, g.Missing, figure(g.Percent), figure(g.Kappa), figure(g.Alpha)}
	}
	return list
}
