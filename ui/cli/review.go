package cli

import (
	"cmp"
	"context"
	"math"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
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
	return `Each question asks whether a statement says what a claim says, of which one wording is printed below it. Those come
first whose answers are expected to change most: the odds are those of a yes. On the screen r asks the same questions, one
key an answer. What was decided in the session that belongs to the reports is not asked again, and teaches: the odds of
the other questions follow.

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
	decisions := kept.Decisions
	kept, claims := kept.Hold(claim.Group(o.Statements, links))
	taught, err := links.Taught(context.Background(), decisions)
	if err != nil {
		return err
	}
	q := review.New(o.Statements, taught, claims, decisions)
	p.answered(len(q.Questions))
	if c.Format == asJSON {
		return p.out.json(jsonReview(o, q, kept))
	}
	p.out.printf("%s; expected errors left %.0f\n", language.Counted(len(q.Questions), "question"), q.Errors)
	for _, x := range q.Questions {
		p.out.printf("\n%s: %s (odds %.2f)\nclaim: %s\n", x.Kind, x.Kind.Why(), x.Odds, nameOf(q, x.Claim, kept))
		p.printStatement(o, x.Statement)
		p.printStatement(o, x.Wording)
	}
	return nil
}

// nameOf is a claim's name, the reader's own before the program's.
func nameOf(q *review.Queue, c claim.ID, kept *brief.Resolved) string {
	cl := &q.Claims.All[c]
	return cmp.Or(kept.ClaimName(cl.Statements), cl.Name)
}

// jsonQueue is the review for machines.
type jsonQueue struct {
	Errors    float64        `json:"expected_errors"`
	Questions []jsonQuestion `json:"questions"` // the most useful first
}

type jsonQuestion struct {
	Kind      string    `json:"kind"`
	Claim     int       `json:"claim"` // its number, as parallax claims prints it
	Name      string    `json:"name"`
	Odds      float64   `json:"odds"`  // of a yes
	Worth     float64   `json:"worth"` // how much the answer is expected to change
	Statement jsonAsked `json:"statement"`
	Wording   jsonAsked `json:"wording"`
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
		j.Questions = append(j.Questions, jsonQuestion{
			x.Kind.String(), int(x.Claim) + 1, nameOf(q, x.Claim, kept), threeDigits(x.Odds), threeDigits(x.Worth), asked(x.Statement), asked(x.Wording),
		})
	}
	return j
}

// threeDigits keeps three digits, more than the odds are known to.
func threeDigits(x float64) float64 { return math.Round(x*1000) / 1000 }
