package cli

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/language"
	"parallax/corpus/session"
)

// agreeCommand says how far two readers agree.
type agreeCommand struct {
	A       string   `arg:"" of:"session" help:"A reader's session, by its file or its name."`
	B       string   `arg:"" of:"session" help:"The other reader's."`
	Format  format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	Alone   string   `enum:"missing,disagree" default:"missing" placeholder:"RULE" help:"What a passage is that only one marked: missing, or disagree: the other has said that none of its tags fits. (default: missing)"`
	By      string   `enum:"all,outlet,report,story,unit" default:"all" placeholder:"PART" help:"Also for each outlet, report or story by itself, or for the codes of each unit. (default: all)"`
	Whole   bool     `help:"Count all reports, also where only some were drawn for both coders."`
	Settled string   `placeholder:"FILE" help:"The united session: says how many disagreements are settled there."`
	Reports []string `placeholder:"PATH" help:"Where the reports are, for stories: without, where the first session had them."`
	coded
}

// coded is for the commands that know of a codebook.
type coded struct {
	Codebook string `placeholder:"FILE" help:"Tags that were agreed on: CSV with the columns name and definition, TOML with [[tag]], or the .qdc of another program."`
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
	return `Compared is what both have said something about, in the texts that both had open: links that were confirmed, added or cut; tags on
what either marked; silences that were checked. Units are what both judged, missing what only one did; a passage that only one
marked is missing, or with --alone disagree counts as if the other had found that none of its tags fits. A code with values is
one variable, and tags that nobody used raise no agreement on the whole. A code of a report or a story is counted once for each
of these. Where reports were drawn for both coders (parallax sample --session) these alone count.

Kappa is Cohen's, alpha is Krippendorff's (for values in an order where the codebook says scale = ordinal), AC1 is Gwet's; all are 1 for
full agreement and 0 for what chance would give, and - where nothing could have been disagreed on. In brackets stand the ends of
their 95 % intervals, by a bootstrap of 1,000 draws that is the same every time.

Examples:

  parallax agree ann.session bert.session
  parallax agree ann.session bert.session --codebook tags.csv
  parallax agree ann.session bert.session --codebook tags.csv --by story
  parallax agree ann.session bert.session --settled both.session
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
	rules, err := c.rules(p, book, a, b)
	if err != nil {
		return err
	}
	settled, err := c.settled(p)
	if err != nil {
		return err
	}
	all, units := coding.Agree(a, b, rules), 0
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
		p.out.table([]string{"about", "of", "unit", "units", "missing", "percent", "kappa", "kappa_low", "kappa_high", "alpha", "alpha_low", "alpha_high", "ac1", "ac1_low", "ac1_high"}, func(row func(...any)) {
			for _, g := range all {
				cells := []any{g.About, g.Of, string(g.Unit), g.Units, g.Missing, exactly(g.Percent)}
				for _, f := range []coding.Figure{g.Kappa, g.Alpha, g.AC1} {
					low, high := f, f
					low.Value, high.Value = f.Low, f.High
					cells = append(cells, exactly(f), exactly(low), exactly(high))
				}
				row(cells...)
			}
		})
	default:
		c.print(p, all)
		if rules.Only != nil {
			p.out.printf("\nonly the %s that were drawn for both coders count\n", language.Counted(len(rules.Only), "report"))
		}
		if settled != nil {
			p.out.printf("\n%s: %s on codes, %d settled\n", c.Settled, language.Counted(len(settled.Disputes), "disagreement"), settled.HasSettled())
		}
	}
	return nil
}

// drawn is the texts that both were to code, nil where none were drawn for either: where the two have kept other draws, what
// is in both.
func drawn(a, b *brief.Brief) map[brief.Hash]bool {
	var only map[brief.Hash]bool
	for _, k := range []*brief.Brief{a, b} {
		if k.Drawn == nil {
			continue
		}
		now := make(map[brief.Hash]bool)
		for _, r := range k.Drawn.Reports {
			if only == nil || only[r.TextHash] {
				now[r.TextHash] = true
			}
		}
		only = now
	}
	return only
}

// settled is the united session that was named, nil for none.
func (c *agreeCommand) settled(p *program) (*brief.Brief, error) {
	if c.Settled == "" {
		return nil, nil
	}
	file, err := session.DefaultStore().Locate(c.Settled)
	if err != nil {
		return nil, err
	}
	return p.readSession(file)
}

// byStory reads the reports where it is wanted, or needed for a code, to know their stories.
func (c *agreeCommand) byStory(p *program, book coding.Codebook, a *brief.Brief, rules *coding.Rules) error {
	ofStory := slices.ContainsFunc(book, func(code coding.Code) bool { return code.Unit == coding.OfStory })
	if c.By != "story" && !(ofStory && len(c.Reports) > 0) {
		return nil
	}
	paths := c.Reports
	if len(paths) == 0 {
		var err error
		if paths, err = rootsOf(a, c.A); err != nil {
			return err
		}
	}
	o := p.open(paths)
	if o == nil {
		return errors.New("without the reports their stories are not known: --reports names them")
	}
	names := make(map[brief.Hash]string)
	seen := make(map[string]int)
	for i := range o.Stories.All {
		st := &o.Stories.All[i]
		name := st.Name(o.Corpus.Reports)
		if seen[name]++; seen[name] > 1 { // stories of one name are not one story
			name = fmt.Sprintf("%s (%d)", name, seen[name])
		}
		for _, r := range st.Reports {
			names[o.Corpus.Reports[r].TextHash] = name
		}
	}
	rules.Story = func(p coding.Passage) string { return cmp.Or(names[p.Text], "of no report that is here") }
	if c.By == "story" {
		rules.By = rules.Story
	}
	return nil
}

// rules is how the call wants it counted.
func (c *agreeCommand) rules(p *program, book coding.Codebook, a, b *brief.Brief) (coding.Rules, error) {
	rules := coding.Rules{Book: book, AloneDisagrees: c.Alone == "disagree"}
	switch c.By {
	case "outlet":
		rules.By = func(p coding.Passage) string { return p.Outlet }
	case "report":
		rules.By = titles(a, b)
	case "unit":
		rules.ByUnit = true
	}
	if rules.Only = drawn(a, b); c.Whole {
		rules.Only = nil
	}
	err := c.byStory(p, book, a, &rules)
	return rules, err
}

// titles names reports by outlet and title, as either session knows them.
func titles(briefs ...*brief.Brief) func(coding.Passage) string {
	names := make(map[brief.Hash]string)
	for _, b := range briefs {
		for _, r := range b.Opened.Reports {
			names[r.TextHash] = r.Outlet + ": " + cmp.Or(r.Title, r.Opening)
		}
	}
	return func(p coding.Passage) string { return cmp.Or(names[p.Text], p.Outlet) }
}

func (c *agreeCommand) print(p *program, all []coding.Agreement) {
	p.out.printf("a passage that only one marked: %s\n", c.Alone)
	width := len("about")
	for _, g := range all {
		width = max(width, utf8.RuneCountInString(p.out.safe(g.About)))
	}
	part := "the whole" // which is not said
	for _, g := range all {
		if g.Of != part {
			if part = g.Of; part != "" {
				p.out.printf("\n%s\n", part)
			}
			p.out.printf("%-*s  %5s  %7s  %7s  %-20s  %-20s  %-20s\n", width, "about", "units", "missing", "percent", "kappa", "alpha", "AC1")
		}
		p.out.printf("%-*s  %5d  %7d  %7s  %-20s  %-20s  %s\n", width, g.About, g.Units, g.Missing, rounded(g.Percent, 1), interval(g.Kappa), interval(g.Alpha), interval(g.AC1))
	}
}

// interval is a figure with the ends of its interval.
func interval(f coding.Figure) string {
	if !f.Defined {
		return "-"
	}
	return fmt.Sprintf("%.3f [%.2f, %.2f]", f.Value, f.Low, f.High)
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
	About   string           `json:"about"`
	Of      string           `json:"of,omitempty"`   // an outlet or a report
	Unit    string           `json:"unit,omitempty"` // of a code: what it is said of
	Units   int              `json:"units"`
	Missing int              `json:"missing"`
	Percent *float64         `json:"percent,omitempty"`
	Kappa   *jsonCoefficient `json:"kappa,omitempty"`
	Alpha   *jsonCoefficient `json:"alpha,omitempty"`
	AC1     *jsonCoefficient `json:"ac1,omitempty"`
}

// jsonCoefficient is a figure with the ends of its 95 % interval.
type jsonCoefficient struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func agreements(all []coding.Agreement) []jsonAgreement {
	figure := func(f coding.Figure) *jsonCoefficient {
		if !f.Defined {
			return nil
		}
		return &jsonCoefficient{f.Value, f.Low, f.High}
	}
	list := make([]jsonAgreement, len(all))
	for i, g := range all {
		list[i] = jsonAgreement{About: g.About, Of: g.Of, Unit: string(g.Unit), Units: g.Units, Missing: g.Missing, Kappa: figure(g.Kappa), Alpha: figure(g.Alpha), AC1: figure(g.AC1)}
		if g.Percent.Defined {
			list[i].Percent = &g.Percent.Value
		}
	}
	return list
}
