package cli

import (
	"cmp"
	"context"
	"math"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/review"
	"parallax/corpus/statement"
)

// reviewCommand prints the questions of the review.
type reviewCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json" default:"text" placeholder:"FORMAT" help:"text or json. (default: text)"`
	weighted
}

// Help is what --help adds.
func (reviewCommand) Help() string {
	return `Each question is about a claim: which statements say it. Printed are its statements, marked with +, and those that come
near it, all with the odds that they say it. Those questions come first whose answers are expected to mend most. On the
screen r asks the same questions: a key for each line that is marked wrong, and one to answer. What was answered in the session that belongs to the
reports is not asked again, and teaches: the odds of the other statements follow, and so do links and claims.

Examples:

  parallax review                           in the five reports that come with it
  parallax review --format json reports/

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run asks.
func (c *reviewCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, kept, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	if len(kept.Verdicts) == 0 { // else they are taught already
		if links, err = links.Taught(context.Background(), kept.Decisions); err != nil {
			return err
		}
	}
	kept, claims := claimsWith(o.Corpus, links, kept)
	q := review.New(o.Statements, links, claims)
	p.answered(len(q.Questions))
	if c.Format == asJSON {
		return p.out.json(jsonReview(o, q, kept))
	}
	p.out.printf("%s; expected errors left %.0f\n", language.Counted(len(q.Questions), "question"), q.Errors)
	for _, x := range q.Questions {
		p.out.printf("\n%s: %s (right as it stands: odds %.2f)\n", x.Kind, nameOf(&x, kept), x.Odds)
		for _, r := range x.Rows {
			sign := "-"
			if r.In {
				sign = "+"
			}
			p.out.printf("%s %.2f ", sign, r.Odds)
			p.printStatement(o, r.Statement)
		}
	}
	return nil
}

// nameOf is a claim's name, the reader's own before the program's.
func nameOf(q *review.Question, kept *brief.Resolved) string {
	return cmp.Or(kept.ClaimName(q.Claim.Statements), q.Claim.Name)
}

// jsonQueue is the review for machines.
type jsonQueue struct {
	Errors    float64        `json:"expected_errors"`
	Questions []jsonQuestion `json:"questions"` // the most useful first
}

type jsonQuestion struct {
	Kind  string      `json:"kind"`            // claim, or unclaimed
	Claim int         `json:"claim,omitempty"` // its number, as parallax claims prints it
	Name  string      `json:"name"`
	Odds  float64     `json:"odds"`  // that it is right as it stands
	Worth float64     `json:"worth"` // how much the answer is expected to mend
	Known []jsonAsked `json:"known"` // say it, as the reader said already
	Rows  []jsonRow   `json:"rows"`
}

type jsonRow struct {
	In   bool    `json:"in"`   // it is taken to say it
	Odds float64 `json:"odds"` // that it does
	jsonAsked
}

// jsonAsked is a statement; offsets are bytes of the file.
type jsonAsked struct {
	Outlet string `json:"outlet"`
	Path   string `json:"path"`
	Unit   string `json:"unit,omitempty"`
	Number int    `json:"statement"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
}

func jsonReview(o *opened, q *review.Queue, kept *brief.Resolved) jsonQueue {
	j := jsonQueue{Errors: threeDigits(q.Errors), Questions: []jsonQuestion{}}
	asked := func(id statement.ID) jsonAsked {
		r, st := o.Statements.ReportOf(id), &o.Statements.All[id]
		span := located(r, st.Span)
		return jsonAsked{r.Outlet, r.Path, unit(r), st.Number, span.Start, span.End, o.Statements.Text(id)}
	}
	for _, x := range q.Questions {
		to := jsonQuestion{
			Kind: x.Kind.String(), Name: nameOf(&x, kept), Odds: threeDigits(x.Odds), Worth: threeDigits(x.Worth),
			Known: []jsonAsked{},
		}
		if x.Kind == review.Claimed {
			to.Claim = int(x.Claim.ID) + 1
		}
		for _, id := range x.Known {
			to.Known = append(to.Known, asked(id))
		}
		for _, r := range x.Rows {
			to.Rows = append(to.Rows, jsonRow{r.In, threeDigits(r.Odds), asked(r.Statement)})
		}
		j.Questions = append(j.Questions, to)
	}
	return j
}

// threeDigits keeps three digits, more than the odds are known to.
func threeDigits(x float64) float64 { return math.Round(x*1000) / 1000 }
