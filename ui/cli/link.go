package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/match"
	"parallax/corpus/methods"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// weighted is for the commands that link.
type weighted struct {
	Weights string `placeholder:"FILE" help:"Link by the weights in FILE instead of those that come with parallax."`
	Session string `of:"session" placeholder:"FILE" help:"With the decisions of the session in FILE, or of that name. (default: of the one that belongs to the reports)"`
	Plain   bool   `help:"Without anybody's decisions."`
	Record  string `placeholder:"FILE" help:"Write beside what is printed how it was made, as methods --format json does, to FILE; one that is there is replaced."`
}

// How a table was made stands in a file beside it (--record) and not in lines of comment above it: R and pandas skip such lines
// only when they are told to, spreadsheets never, and a heading must be the first line of a CSV file. JSON that is a list stays a
// list for the same reason, and the documents of links are read by programs that take no other fields. Pages, Markdown, briefs and
// the JSON of table say it themselves.

// link links the statements of o as the screen shows them: with the decisions of the reader's session, also those on
// boilerplate, unless they are not wanted. The brief resolved over them names claims.
func (w *weighted) link(p *program, o *opened, paths []string) (*match.Links, *brief.Resolved, error) {
	kept, err := w.kept(o, paths)
	if err != nil {
		return nil, nil, err
	}
	if kept == nil {
		kept = &brief.Brief{}
	}
	resolved := kept.Resolve(brief.NewLocator(o.Statements))
	if n := len(resolved.Decisions) + len(resolved.Boilerplate) + len(kept.Aliases) + len(kept.Claims) + len(kept.Gathered) + len(kept.LeftOut) + len(resolved.Verdicts); n > 0 {
		o.Corpus = o.With(resolved.Override(o.Statements.Generation + 1))
		if said := resolved.Together(); len(said) > 0 {
			o.Corpus = o.Told(said, o.Statements.Generation)
		}
		p.complain(fmt.Errorf("with %s of the session %s; --plain leaves them out", language.Counted(n, "decision"), w.Session))
	}
	scored, err := w.score(p, o)
	if err != nil {
		return nil, nil, err
	}
	links, err := linksWith(scored, o.Statements, resolved)
	if err != nil {
		return nil, nil, err
	}
	held, claims := claimsWith(o.Corpus, links, resolved)
	o.study = &methods.Source{Version: version(), Corpus: o.Corpus, Links: claims.Links(), Claims: claims, Kept: held, Weights: links.Weights()}
	return links, resolved, w.record(o)
}

// record writes how it was made.
func (w *weighted) record(o *opened) error {
	if w.Record == "" {
		return nil
	}
	var b bytes.Buffer
	to := newPrinter(&b)
	if err := to.json(jsonOf(methods.Of(*o.study))); err != nil {
		return err
	}
	if err := to.flush(); err != nil {
		return err
	}
	return os.WriteFile(w.Record, b.Bytes(), 0o644)
}

// linksWith is the links with all that the reader decided; what he answered in the review teaches too.
func linksWith(scored *match.Scored, set *statement.Set, kept *brief.Resolved) (*match.Links, error) {
	decisions := append(claim.Implied(set, claim.Settle(kept.Verdicts)), kept.Decisions...)
	links := match.Apply(scored, decisions)
	if len(kept.Verdicts) == 0 {
		return links, nil
	}
	return links.Taught(context.Background(), decisions)
}

// claimsWith is the claims of the links with what the reader answered, and his own among them.
func claimsWith(c *corpus.Corpus, links *match.Links, kept *brief.Resolved) (*brief.Resolved, *claim.Claims) {
	return kept.Hold(c.Group(links, claim.Settle(kept.Verdicts)...))
}

// kept is the session whose decisions count, nil for none. Its name is Session afterwards.
func (w *weighted) kept(o *opened, paths []string) (*brief.Brief, error) {
	if w.Plain {
		return nil, nil
	}
	store := session.DefaultStore()
	var path string
	if w.Session != "" {
		located, err := store.Locate(w.Session)
		if err != nil {
			return nil, err
		}
		path = located
	} else {
		found, ok := store.Find(openFor(o))
		if !ok {
			return nil, nil
		}
		path, w.Session = found.Path, found.Name
	}
	b, _, err := session.ReadFile(path)
	return b, err
}

// score links the statements of o.
func (w *weighted) score(p *program, o *opened) (*match.Scored, error) {
	defer p.waited()
	if w.Weights == "" {
		return o.Score(context.Background(), p.waiting("linking"))
	}
	data, err := source.File(w.Weights, p.limits())
	if err != nil {
		return nil, err
	}
	weights, err := match.LoadWeights(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", w.Weights, err)
	}
	if err := claim.Check(weights); err != nil {
		return nil, fmt.Errorf("%s: %w", w.Weights, err)
	}
	return match.ScoreStories(context.Background(), weights, o.Statements, o.Stories.Groups(), p.waiting("linking"))
}
