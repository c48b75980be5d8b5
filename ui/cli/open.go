package cli

import (
	"bytes"
	"io"

	"parallax/corpus"
	"parallax/corpus/report"
	"parallax/seeds"
)

// opened is a corpus with what is needed to say where in its files a statement stands.
type opened struct {
	*corpus.Corpus
	places *places
}

// open reads what paths name, or the embedded reports when they name nothing. What could not be read is said at the
// end and makes the exit status that of a failure; nil means that nothing at all could be read.
func (s *session) open(paths []string) *opened {
	options := report.Options{Limit: int64(s.call.Limit)}
	typed := &bytes.Buffer{}
	if s.stdin != nil {
		options.Stdin = io.TeeReader(s.stdin, typed)
	}
	var c *corpus.Corpus
	var err error
	p := newPlaces()
	if len(paths) == 0 {
		c, err = corpus.OpenFS(seeds.Name, seeds.Files, options)
		p.embedded = seeds.Files
		if date, ok := report.ParseDate(seeds.Date); ok {
			c.Date = date
		}
	} else {
		c, err = corpus.Open(paths, options)
		p.stdin = typed.Bytes()
	}
	for _, problem := range c.Problems {
		s.complain(problem)
		s.status = failed
	}
	if err != nil {
		if len(c.Problems) == 0 {
			s.complain(err)
		}
		s.status = failed
		return nil
	}
	return &opened{c, p}
}

// answered sets the exit status of a command that printed n things, unless something went wrong before.
func (s *session) answered(n int) {
	if n == 0 && s.status == found {
		s.status = nothing
	}
}
