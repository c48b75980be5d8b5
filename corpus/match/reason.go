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
	s, a, b := ls.scored.find(l.A, l.B)
	if s == nil {
		return reasons
	}
	var p view
	p.look(s, a, b)
	var words []string
	for _, c := range p.shared {
		words = append(words, s.wordFor(a, c))
	}
	if len(words) > 0 {
		reasons = append(reasons, Reason{Signal: "shared words", Detail: strings.Join(words, ", ")})
	}
	return reasons
}

// find is the story that holds both statements, and their readings; nil when none does.
func (s *Scored) find(a, b statement.ID) (*story, *reading, *reading) {
	for _, st := range s.stories {
		x, y := st.find(a), st.find(b)
		if x != nil && y != nil {
			return st, x, y
		}
	}
	return nil, nil, nil
}

func (s *story) find(id statement.ID) *reading {
	for i := range s.of {
		if s.of[i].id == id {
			return &s.of[i]
		}
	}
	return nil
}

// wordFor is how a statement writes a concept.
func (s *story) wordFor(x *reading, concept int32) string {
	for i, c := range x.at {
		if c == concept {
			w := x.words[i]
			return s.set.Text(x.id)[w.start:w.end]
		}
	}
	return strings.TrimPrefix(s.concepts[concept].key, "n:")
}
