package card

import (
	"fmt"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/want"
)

// nearestShown is how many statements of a silent outlet the card shows before the silence can be recorded.
const nearestShown = 3

// act is what a key does to the chosen wording, or to the chosen silent outlet.
func (k *Card) act(a key.Action) want.Want {
	if k.chosen >= len(k.wordings) {
		return k.actOnSilence(a)
	}
	w := k.wordings[k.chosen]
	set := k.now.Corpus.Statements
	p := want.Passage{Report: set.All[w.statement].Report, Span: set.All[w.statement].Span}
	switch a {
	case key.Accept:
		return want.Go{Statement: w.statement}
	case key.Copy:
		return want.Copy{Passage: p}
	case key.Note:
		return want.Note{Passage: p}
	case key.Tag:
		return want.Tag{Passage: p}
	case key.Confirm:
		return k.confirm(w)
	case key.Cut:
		return k.cut(w)
	}
	return want.Say{Text: k.bound.Name(key.CheckSilence) + " is for an outlet without a counterpart; " + k.bound.Name(key.ListDown) + " goes on to them"}
}

func (k *Card) actOnSilence(a key.Action) want.Want {
	o := k.silent[k.chosen-len(k.wordings)]
	if a != key.CheckSilence {
		return want.Say{Text: o.outlet + " has no wording of this claim; " + k.bound.Name(key.CheckSilence) + " checks the silence"}
	}
	if !k.nearest {
		k.nearest = true
		return nil
	}
	return want.CheckSilence{Report: o.report, Claim: k.from}
}

// confirm confirms the link between the wording and the statement under the cursor; where there is none, the wording's
// links within the claim.
func (k *Card) confirm(w wording) want.Want {
	switch pairs := k.links(w); {
	case w.statement == k.from:
		return want.Say{Text: "this is the statement under the cursor; choose a wording"}
	case w.direct:
		return want.Decide{Kind: match.Confirmed, Pairs: [][2]statement.ID{{w.statement, k.from}}}
	case len(pairs) > 0:
		return want.Decide{Kind: match.Confirmed, Pairs: pairs}
	}
	return want.Say{Text: "there is no link to confirm"}
}

// cut takes the wording out of the claim: all its links there are cut.
func (k *Card) cut(w wording) want.Want {
	if pairs := k.links(w); len(pairs) > 0 {
		return want.Decide{Kind: match.Cut, Pairs: pairs}
	}
	return want.Say{Text: "this wording has no link within the claim"}
}

// links is the wording's links to the other statements of the claim, the wording first in each.
func (k *Card) links(w wording) [][2]statement.ID {
	in := make(map[statement.ID]bool)
	for _, s := range k.now.Linked.Claims.All[k.claim].Statements {
		in[s] = true
	}
	var pairs [][2]statement.ID
	for l := range k.now.Linked.Links.Of(w.statement) {
		if o := l.Other(w.statement); in[o] {
			pairs = append(pairs, [2]statement.ID{w.statement, o})
		}
	}
	return pairs
}

// silenceRow is the row of an outlet without a counterpart.
func (k *Card) silenceRow(i int, o silence, width int) string {
	t := k.theme
	l := line.New(width, t.Ellipsis)
	if i == k.chosen {
		l.Glyph(t.Shared, t.Chosen+" ")
	} else {
		l.Glyph("", "  ")
	}
	l.Glyph(t.Quiet, t.Silent+" ").Put(t.Quiet, o.outlet)
	if k.now.Checked(o.outlet, k.now.Linked.Claims.All[k.claim].Statements) {
		l.Glyph(t.Quiet, ": silence checked by reader")
	} else {
		l.Glyph(t.Quiet, ": no counterpart found")
	}
	return l.String()
}

// nearestTexts is the statements of a report that come nearest to the claim, with their scores.
func (k *Card) nearestTexts(r report.ID) []string {
	var texts []string
	set := k.now.Corpus.Statements
	for _, p := range k.now.Linked.Links.Nearest(k.now.Linked.Claims.All[k.claim].Statements, r, nearestShown) {
		id := p.A
		if set.All[id].Report != r {
			id = p.B
		}
		texts = append(texts, fmt.Sprintf("%d (score %.2f): %s", set.All[id].Number, p.Score, set.Text(id)))
	}
	if len(texts) == 0 {
		texts = []string{"no statement of this outlet comes near the claim"}
	}
	return texts
}
