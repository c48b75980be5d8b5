package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/language"
	"parallax/corpus/session"
)

// mergeCommand unites two sessions.
type mergeCommand struct {
	A      string `arg:"" help:"A session, by its file or its name."`
	B      string `arg:"" help:"The other."`
	Output string `short:"o" required:"" placeholder:"FILE" help:"The file of the united session; it must not be there yet."`
	Format format `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"How to list the disagreements: text, json or csv. (default: text)"`
	coded
}

// Help is what --help adds.
func (mergeCommand) Help() string {
	return `What both did together counts once, then everything that either did, in the order of time. What both marked is one entry
with the notes and tags of both. Where the two disagree the later word holds, and the disagreement is listed. A and B
stay as they are.

Examples:

  parallax merge ann.session bert.session -o both.session
  parallax merge talks-in-antalya bert.session -o both.session --format csv > disagreements.csv
  parallax --session both.session           read on with it

Exit status: 0 united, 2 something could not be read or written or the call was wrong.
`
}

// Run unites.
func (c *mergeCommand) Run(p *program) error {
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
	united, differ := coding.Merge(a, b)
	switch err := session.WriteFile(c.Output, united); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already: give the united session a file of its own", c.Output)
	case err != nil:
		return err
	}
	switch c.Format {
	case asJSON:
		return p.out.json(c.merged(united, differ))
	case asCSV:
		p.out.table([]string{"about", "what", "a", "b", "kept"}, func(row func(...any)) {
			for _, d := range differ {
				row(d.About, d.What, d.A, d.B, d.Kept)
			}
		})
	default:
		c.print(p, united, differ)
	}
	return nil
}

func (c *mergeCommand) print(p *program, united *brief.Brief, differ []coding.Disagreement) {
	for _, d := range differ {
		p.out.printf("%s: %s\n", d.About, d.What)
		p.out.printf("  %s: %s\n  %s: %s\n  kept: %s\n", c.A, d.A, c.B, d.B, d.Kept)
	}
	p.out.printf("%s: %s, %s; %s\n", c.Output, language.Counted(united.Marks(), "mark"), language.Counted(united.Remarks(), "note"), language.Counted(len(differ), "disagreement"))
}

// mergedSession is a merge for machines.
type mergedSession struct {
	File          string         `json:"file"`
	Marks         int            `json:"marks"`
	Notes         int            `json:"notes"`
	Disagreements []disagreement `json:"disagreements"`
}

type disagreement struct {
	About string `json:"about"`
	What  string `json:"what"`
	A     string `json:"a"`
	B     string `json:"b"`
	Kept  string `json:"kept"`
}

func (c *mergeCommand) merged(united *brief.Brief, differ []coding.Disagreement) mergedSession {
	m := mergedSession{File: c.Output, Marks: united.Marks(), Notes: united.Remarks(), Disagreements: []disagreement{}}
	for _, d := range differ {
		m.Disagreements = append(m.Disagreements, disagreement(d))
	}
	return m
}

// two reads the sessions that a user named.
func (p *program) two(a, b string) (*brief.Brief, *brief.Brief, error) {
	var read [2]*brief.Brief
	for i, name := range []string{a, b} {
		file, err := session.DefaultStore().Locate(name)
		if err != nil {
			return nil, nil, err
		}
		if read[i], err = p.readSession(file); err != nil {
			return nil, nil, err
		}
	}
	return read[0], read[1], nil
}
