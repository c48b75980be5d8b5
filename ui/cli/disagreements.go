package cli

import (
	"errors"
	"fmt"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/session"
)

// disagreementsCommand lists what two coders differ on in a united session, and what was settled.
type disagreementsCommand struct {
	Session string `arg:"" of:"session" help:"A session that merge made, by its file or its name."`
	Format  format `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	Open    bool   `help:"Only what is not settled."`
}

// Help is what --help adds.
func (disagreementsCommand) Help() string {
	return `A row is a passage and a code that the two used differently there: no is a passage that was marked without the code, and
nothing (in text: not marked) one that was not marked at all. Settled is whose word holds, with the tags that it leaves, who said so and
when; on the screen gp settles them with a key each.

Examples:

  parallax disagreements both.session
  parallax disagreements both.session --format csv > disagreements.csv

Exit status: 0 some are listed, 1 there are none, 2 something could not be read or the call was wrong.
`
}

// Run lists.
func (c *disagreementsCommand) Run(p *program) error {
	file, err := session.DefaultStore().Locate(c.Session)
	if err != nil {
		return err
	}
	b, err := p.readSession(file)
	if err != nil {
		return err
	}
	var all []brief.Disputed
	for _, d := range b.Disputes {
		if !c.Open || d.Choice == brief.Unsettled {
			all = append(all, d)
		}
	}
	if len(b.Disputes) == 0 {
		p.complain(errors.New("no disagreements are kept in it: parallax merge keeps those of two sessions"))
	}
	p.answered(len(all))
	switch c.Format {
	case asJSON:
		list := make([]jsonDisputed, len(all))
		for i := range all {
			list[i] = disputedFor(&all[i])
		}
		return p.out.json(list)
	case asCSV:
		p.out.table([]string{"outlet", "title", "statement", "words", "code", "coder_a", "a", "coder_b", "b", "settled", "tags", "settled_by", "settled_at"}, func(row func(...any)) {
			for i := range all {
				d := disputedFor(&all[i])
				row(d.Outlet, d.Title, d.Statement, d.Words, d.Code, d.Coders[0], d.A, d.Coders[1], d.B, d.Settled, all[i].Result(), d.By, d.At)
			}
		})
	default:
		for i := range all {
			c.print(p, &all[i])
		}
		p.out.printf("%s, %d settled\n", language.Counted(len(b.Disputes), "disagreement"), b.HasSettled())
	}
	return nil
}

func (c *disagreementsCommand) print(p *program, d *brief.Disputed) {
	said := func(coder int) string {
		if s := d.Said(coder); s != "" {
			return s
		}
		return "not marked"
	}
	p.out.printf("%s, statement %d: %s\n", d.Anchor.Outlet, d.Anchor.First, brief.Excerpt(d.Anchor.Exact))
	p.out.printf("  %s: %s says %s, %s says %s\n", d.Code, d.Coders[0], said(0), d.Coders[1], said(1))
	if d.Choice != brief.Unsettled {
		p.out.printf("  settled: %s (%s), by %s, %s\n", d.Choice, d.Result(), nobody(d.By), d.Time.UTC().Format(time.RFC3339))
	}
}

// nobody is a coder's name, for one without a name that.
func nobody(name string) string {
	if name == "" {
		return "a coder without a name"
	}
	return name
}

// jsonDisputed is a disagreement for machines.
type jsonDisputed struct {
	Outlet    string    `json:"outlet"`
	Title     string    `json:"title,omitempty"`
	Text      string    `json:"text_sha256"`
	Statement int       `json:"statement"`
	Start     int       `json:"start"` // bytes of the text
	End       int       `json:"end"`
	Words     string    `json:"words"`
	Code      string    `json:"code"`
	Coders    [2]string `json:"coders"`
	A         string    `json:"a"` // "" for a passage that was not marked
	B         string    `json:"b"`
	Settled   string    `json:"settled,omitempty"` // first, second or neither
	Tags      []string  `json:"tags,omitempty"`    // that this leaves
	By        string    `json:"settled_by,omitempty"`
	At        string    `json:"settled_at,omitempty"`
}

func disputedFor(d *brief.Disputed) jsonDisputed {
	j := jsonDisputed{
		Outlet: d.Anchor.Outlet, Title: d.Anchor.Title, Text: fmt.Sprintf("%x", d.Anchor.TextHash[:]), Statement: d.Anchor.First, Start: d.Anchor.Start, End: d.Anchor.End,
		Words: d.Anchor.Exact, Code: d.Code, Coders: d.Coders, A: d.Said(0), B: d.Said(1), Settled: string(d.Choice), Tags: d.Settled(), By: d.By,
	}
	if d.Choice != brief.Unsettled {
		j.At = d.Time.UTC().Format(time.RFC3339)
	}
	return j
}
