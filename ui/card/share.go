package card

import (
	"fmt"
	"slices"

	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// share tells of each wording why it has words in common with those of other outlets: the same quotation, a credit to the
// same agency, the same text. Each pair is told once, at the wording further down.
func (k *Card) share() {
	set := k.now.Corpus.Statements
	at := func(id statement.ID) int {
		return slices.IndexFunc(k.wordings, func(w wording) bool { return w.statement == id })
	}
	for _, s := range k.now.Linked.Claims.Sharings(k.claim) {
		a, b := at(s.A), at(s.B)
		if a < 0 || b < 0 {
			continue
		}
		other := s.A
		if a > b {
			a, b, other = b, a, s.B
		}
		w := &k.wordings[b]
		w.shares = append(w.shares, safe.Line(fmt.Sprintf("%s, as %s", s, set.Cite(other))))
	}
}
