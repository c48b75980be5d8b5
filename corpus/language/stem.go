package language

import (
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stemmer is an English Snowball stemmer (Porter, "Snowball: a language for stemming algorithms", 2001) that keeps its
// buffer. The zero value is ready.
type Stemmer struct{ env *snowballstem.Env }

// Stem is the stem of a folded word. Short words and numbers are their own.
func (s *Stemmer) Stem(w string) string {
	if len(w) < 3 || w[0] >= '0' && w[0] <= '9' {
		return w
	}
	if s.env == nil {
		s.env = snowballstem.NewEnv("")
	}
	s.env.SetCurrent(w)
	english.Stem(s.env)
	return s.env.Current()
}

// Root is the stem of a folded word's base form: "took" has that of "take".
func (s *Stemmer) Root(w string) string {
	if base, ok := irregulars()[w]; ok {
		w = base
	}
	return s.Stem(w)
}

// irregulars leads from the forms that a stemmer cannot undo to the base form.
var irregulars = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, line := range English("irregular", "forms").Lines() {
		forms := strings.Fields(line)
		for _, f := range forms[1:] {
			m[f] = forms[0]
		}
	}
	return m
})
