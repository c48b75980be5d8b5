package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Words is where a wording has the words that carry the claim: those of units that most of the claim's wordings have, in
// order, as bytes of its report's text. A wording that has none, because only others tie it to the claim, has what it
// shares with those that it is linked to. A claim of one statement has no words that carry it.
func (cs *Claims) Words(c ID, id statement.ID) []report.Span {
	cl := &cs.All[c]
	if len(cl.Statements) < 2 {
		return nil
	}
	spans := cs.WordsIn(cl, id)
	if len(spans) == 0 {
		spans = cs.sharedWords(cl, id)
	}
	return spans
}

// WordsIn is where a statement has words of a claim, of which it need be no wording, in order.
func (cs *Claims) WordsIn(c *Claim, id statement.ID) []report.Span {
	var spans []report.Span
	story, n := cs.links.StoryOf(id)
	for span, units := range story.Spans(n) {
		if c.weigh(units) > 0 {
			spans = append(spans, span)
		}
	}
	return spans
}

// sharedWords is where a wording has words that it shares with others of the claim to which it is linked.
func (cs *Claims) sharedWords(cl *Claim, id statement.ID) []report.Span {
	var spans []report.Span
	for l := range cs.links.Of(id) {
		if _, in := slices.BinarySearch(cl.Statements, l.Other(id)); in {
			spans = append(spans, cs.links.SharedSpans(l, id)...)
		}
	}
	slices.SortFunc(spans, func(a, b report.Span) int { return cmp.Compare(a.Start, b.Start) })
	return slices.Compact(spans)
}

// weigh is the weight of the heaviest of the claim's units among those of a word, 0 when none is.
func (c *Claim) weigh(units []int32) float64 {
	most := float32(0)
	for _, u := range units {
		if i, ok := slices.BinarySearchFunc(c.units, u, func(x match.Unit, id int32) int { return cmp.Compare(x.ID, id) }); ok {
			most = max(most, c.units[i].Weight)
		}
	}
	return float64(most)
}
