package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"parallax/corpus"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/seeds"
)

// opened is a corpus with what is needed to say where in its files a statement stands.
type opened struct {
	*corpus.Corpus
	places *places
	more   bool // files are left: see program.soon
}

// open reads what paths name, or the embedded reports when they name nothing. What could not be read is said at the
// end and makes the exit status that of a failure; nil means that nothing at all could be read.
func (p *program) open(paths []string) *opened {
	o, problems, _ := p.openAll(paths)
	if o == nil && len(problems) == 0 {
		p.complain(errors.New("no report could be read"))
	}
	return o
}

// limits is how much a file may ask for.
func (p *program) limits() report.Limits {
	return report.Limits{Bytes: int64(p.call.Limit), Time: p.call.Deadline}
}

// openAll is open with what could not be read and what was passed over, also when nothing could be.
func (p *program) openAll(paths []string) (o *opened, problems, passed []report.Problem) {
	options := p.options()
	typed := &bytes.Buffer{}
	if p.stdin != nil {
		options.Stdin = io.TeeReader(p.stdin, typed)
	}
	at := newPlaces()
	name, from := corpus.NameOf(paths), source.Files(paths, options)
	if len(paths) == 0 {
		name, from = seeds.Name, source.Embedded(seeds.Files, options)
		at.embedded = seeds.Files
	}
	var c *corpus.Corpus
	var err error
	more := false
	if p.soon > 0 {
		c, more, err = corpus.Soon(context.Background(), name, from, p.soon)
	} else {
		c, err = corpus.From(context.Background(), name, from)
		at.stdin = typed.Bytes()
	}
	if date, ok := report.ParseDate(seeds.Date); ok && len(paths) == 0 {
		c.Date = date
	}
	for _, problem := range c.Problems {
		p.complain(problem)
		p.status = failed
	}
	if err != nil {
		p.status = failed
		return nil, c.Problems, c.Passed
	}
	p.named = p.aliases()
	c.Statements.Aliases = p.named
	if p.call.OneStory {
		c = c.AsOneStory()
	}
	keepSmall(c)
	for _, remark := range c.Remarks() {
		p.complain(remark)
	}
	return &opened{c, at, more}, c.Problems, c.Passed
}

// options is how files are read.
func (p *program) options() source.Options {
	return source.Options{Limits: p.limits()}
}

// unread says at the foot of the screen that files are missing from it; their reasons follow once it is left.
func unread(problems []report.Problem) string {
	switch n := len(problems); n {
	case 0:
		return ""
	case 1:
		return "not read: " + problems[0].Error()
	default:
		return fmt.Sprintf("%d files could not be read (%s and others): why is said on leaving", n, problems[0].Path)
	}
}

// answered sets the exit status of a command that printed n things, unless something went wrong before.
func (p *program) answered(n int) {
	if n == 0 && p.status == found {
		p.status = nothing
	}
}
