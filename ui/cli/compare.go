package cli

import (
	"fmt"

	"parallax/corpus/brief"
	"parallax/corpus/methods"
	"parallax/corpus/session"
)

// compareCommand compares a study at two dates.
type compareCommand struct {
	Old    string `arg:"" of:"session" help:"The session as it was, by its file or its name: a copy that was put aside."`
	New    string `arg:"" of:"session" help:"The session as it is."`
	Format format `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
}

// Help is what --help adds.
func (compareCommand) Help() string {
	return `A study that goes on is put aside at a date by copying its session's file. Compared are the fingerprints that both keep (see
parallax reproduce: files, weights, counts, links, claims that are new, gone or changed), the reports left out of the
frame, and the codes of every passage. No report is read.

Examples:

  parallax compare march.session talks-in-antalya
  parallax compare march.session june.session --format csv > changes.csv

Exit status: 0 something differs, 1 nothing does, 2 something could not be read or the call was wrong.
`
}

// Run compares.
func (c *compareCommand) Run(p *program) error {
	old, err := p.sessionWithPrint(c.Old)
	if err != nil {
		return err
	}
	now, err := p.sessionWithPrint(c.New)
	if err != nil {
		return err
	}
	all := methods.Compare(old.Print, now.Print)
	all = append(all, methods.CompareFrames(&old.Kept, &now.Kept)...)
	all = append(all, methods.CompareCodes(&old.Kept, &now.Kept)...)
	p.answered(len(all))
	return p.printDifferences(all, c.Format, func() { p.out.printf("nothing differs\n") })
}

func (p *program) sessionWithPrint(name string) (*brief.Brief, error) {
	file, err := session.DefaultStore().Locate(name)
	if err != nil {
		return nil, err
	}
	b, err := p.readSession(file)
	if err == nil && b.Print == nil {
		err = fmt.Errorf("%s: keeps no fingerprint yet: parallax reproduce --keep keeps one", name)
	}
	return b, err
}
