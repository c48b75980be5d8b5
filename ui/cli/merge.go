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
	A      string `arg:"" of:"session" help:"A session, by its file or its name."`
	B      string `arg:"" of:"session" help:"The other."`
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
	names := coders([2]string{c.A, c.B}, a, b)
	united, differ := coding.Merge(a, b, book, names)
	switch err := session.WriteFile(c.Output, united); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already: give the united session a file of its own", c.Output)
	case err != nil:
		return err
	}
	switch c.Format {
	case asJSON:
		return p.out.json(c.merged(names, united, differ))
	case asCSV:
		p.out.table([]string{"about", "what", "coder_a", "a", "coder_b", "b", "kept"}, func(row func(...any)) {
			for _, d := range differ {
				row(d.About, d.What, names[0], d.A, names[1], d.B, d.Kept)
			}
		})
	default:
		c.print(p, names, united, differ)
	}
	return nil
}

func (c *mergeCommand) print(p *program, names [2]string, united *brief.Brief, differ []coding.Disagreement) {
	for _, d := range differ {
		p.out.printf("%s: %s\n", d.About, d.What)
		p.out.printf("  %s: %s\n  %s: %s\n  kept: %s\n", names[0], d.A, names[1], d.B, d.Kept)
	}
	if n := len(united.Disputes) - united.HasSettled(); n > 0 {
		p.out.printf("%s on codes to settle: gp on the screen lists them\n", language.Counted(n, "disagreement"))
	}
	p.out.printf("%s: %s, %s; %s\n", c.Output, language.Counted(united.Marks(), "mark"), language.Counted(united.Remarks(), "note"), language.Counted(len(differ), "disagreement"))
}

// mergedSession is a merge for machines.
type mergedSession struct {
	File          string         `json:"file"`
	Coders        [2]string      `json:"coders"` // a, b
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

func (c *mergeCommand) merged(names [2]string, united *brief.Brief, differ []coding.Disagreement) mergedSession {
	m := mergedSession{File: c.Output, Coders: names, Marks: united.Marks(), Notes: united.Remarks(), Disagreements: []disagreement{}}
	for _, d := range differ {
		m.Disagreements = append(m.Disagreements, disagreement(d))
	}
	return m
}

// coders is what the sessions' coders are called: by name, and where that does not tell them apart, or is not known, by file.
func coders(files [2]string, a, b *brief.Brief) [2]string {
	names := [2]string{a.Coder(), b.Coder()}
	same := names[0] == names[1]
	for i, name := range names {
		switch {
		case name == "":
			names[i] = files[i]
		case same:
			names[i] = name + " (" + files[i] + ")"
		}
	}
	return names
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
