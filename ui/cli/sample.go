package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/session"
)

// sampleCommand draws the reports that two coders both code.
type sampleCommand struct {
	Paths   []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Share   share    `default:"20%" placeholder:"SHARE" help:"How much is drawn, as 20% or 0.2. (default: 20%)"`
	Seed    uint64   `default:"1" placeholder:"N" help:"The same number draws the same reports. (default: 1)"`
	By      string   `enum:"all,story,outlet" default:"all" placeholder:"PART" help:"Take the share of all reports together, or of each story or outlet. (default: all)"`
	Session []string `of:"session" placeholder:"FILE" help:"Keep the draw in this session too; may be said for each coder."`
	Format  format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
}

// share is a part of a whole, 0 to 1.
type share float64

// UnmarshalText reads "20%" and "0.2".
func (s *share) UnmarshalText(text []byte) error {
	number, percent := strings.CutSuffix(string(text), "%")
	f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if percent {
		f /= 100
	}
	if err != nil || !(f > 0 && f <= 1) {
		return errors.New("a share is more than 0 and at most 100%: say 20% or 0.2")
	}
	*s = share(f)
	return nil
}

// Help is what --help adds.
func (sampleCommand) Help() string {
	return `The draw depends on the seed and the texts, not on the order or the names of the files. A session that keeps it shows on its list of
reports (gl) which are drawn, and agree then counts these alone.

Examples:

  parallax sample reports/ --share 20% --seed 7 --by story
  parallax sample reports/ --seed 7 --session ann.session --session bert.session
  parallax sample reports/ --seed 7 --format csv > both-code.csv

Exit status: 0 drawn, 2 something could not be read or written or the call was wrong.
`
}

// Run draws.
func (c *sampleCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	refs := openFor(o).Reports
	var stratum func(int) string
	switch c.By {
	case "story":
		stratum = func(i int) string { return fmt.Sprint(o.Stories.Of[report.ID(i)]) }
	case "outlet":
		stratum = func(i int) string { return refs[i].Outlet }
	}
	draw := brief.Draw{Share: float64(c.Share), Seed: c.Seed, Of: len(refs)}
	if c.By != "all" {
		draw.By = c.By
	}
	for _, i := range coding.Sample(refs, float64(c.Share), c.Seed, stratum) {
		draw.Reports = append(draw.Reports, refs[i])
	}
	for _, name := range c.Session {
		if err := keepDraw(name, openFor(o), draw); err != nil {
			p.complain(err)
			p.status = failed
		}
	}
	return c.print(p, &draw)
}

// keepDraw keeps a draw in a session, which may be new.
func keepDraw(name string, opening brief.Opening, draw brief.Draw) error {
	file, err := session.DefaultStore().Locate(name)
	if err != nil {
		file = name
	}
	s, err := session.OpenFile(file, session.Options{})
	if err != nil {
		return err
	}
	if why := s.ReadOnly(); why != nil {
		s.Close()
		return fmt.Errorf("%s: the draw is not kept: %w", file, why)
	}
	if len(s.Brief().Opened.Reports) == 0 {
		s.Note(opening)
	}
	_, err = s.Do(draw)
	return errors.Join(err, s.Close())
}

func (c *sampleCommand) print(p *program, draw *brief.Draw) error {
	switch c.Format {
	case asJSON:
		return p.out.json(draw)
	case asCSV:
		p.out.table([]string{"outlet", "title", "date", "file", "text_sha256"}, func(row func(...any)) {
			for _, r := range draw.Reports {
				row(r.Outlet, r.Title, r.Published, r.File, fmt.Sprintf("%x", r.TextHash[:]))
			}
		})
	default:
		for _, r := range draw.Reports {
			p.out.printf("%s: %s\n", r.Outlet, r.File)
		}
		p.out.printf("%s of %d, seed %d\n", language.Counted(len(draw.Reports), "report"), draw.Of, draw.Seed)
	}
	return nil
}
