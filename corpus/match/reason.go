package match

import (
	"strings"

	"parallax/corpus/statement"
)

// Reason is a piece of evidence for a link in words that a reader can check: "same speaker: Lavrov".
type Reason struct {
	Signal string // the name of the evidence: "same speaker", "both", "quotes the same words"
	Detail string // what was seen, unescaped text of the reports: "Lavrov", "17 wounded"
}

func (r Reason) String() string {
	if r.Detail == "" {
		return r.Signal
	}
	return r.Signal + ": " + r.Detail
}

// Reasons explains a link, the weightiest evidence first. They are worked out when asked for.
func (ls *Links) Reasons(l Link) []Reason {
	var reasons []Reason
	if l.Decided == Confirmed || l.Decided == Added {
		reasons = append(reasons, Reason{Signal: "decided", Detail: "by the reader"})
	}
	m := ls.scored.mat
	a, b := &m.of[l.A], &m.of[l.B]
	var words []string
	for _, id := range shared(a, b) {
		words = append(words, wordFor(m, l.A, id))
	}
	if len(words) > 0 {
		reasons = append(reasons, Reason{Signal: "shared words", Detail: strings.Join(words, ", ")})
	}
	return reasons
}

func wordFor(m *material, id statement.ID, concept int32) string {
	p := &m.of[id]
	for i, c := range p.at {
		if c == concept {
			w := p.words[i]
			return m.set.Text(id)[w.start:w.end]
		}
	}
	return m.names[concept]
}
