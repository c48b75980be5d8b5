package card

import (
	"fmt"

	"parallax/corpus/match"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/want"
)

// act is what a key does to the chosen wording, or to the chosen silent outlet.
func (k *Card) act(a key.Action) want.Want {
	if k.chosen >= len(k.wordings) {
		return k.actOnWithout(a)
	}
	w := k.wordings[k.chosen]
	set := k.now.Corpus.Statements
	p := want.Passage{Report: set.All[w.statement].Report, Span: set.All[w.statement].Span}
	switch a {
	case key.Accept:
		return want.Go{Statement: w.statement}
	case key.Copy:
		return want.Copy{Passage: p}
	case key.Mark:
		return want.Mark{Passage: p}
	case key.Note:
		return want.Note{Passage: p}
	case key.Tag:
		return want.Tag{Passages: []want.Passage{p}, What: "the wording"}
	case key.Confirm:
		return k.confirm(w)
	case key.Cut:
		return k.cut(w)
	}
	return want.Say{Text: k.bound.Name(key.CheckSilence) + " is for an outlet without a counterpart; " + k.bound.Name(key.ListDown) + " goes on to them"}
}

// actOnWithout is what a key does to the chosen outlet without a wording. What is linked elsewhere is no silence, and
// cannot be signed as one.
func (k *Card) actOnWithout(a key.Action) want.Want {
	o := k.without[k.chosen-len(k.wordings)]
	switch {
	case a == key.Accept && o.near.Known:
		return want.Go{Statement: o.near.Statement}
	case a != key.CheckSilence:
		return want.Say{Text: o.outlet + " has no wording of this claim; " + k.bound.Name(key.CheckSilence) + " shows what comes nearest"}
	case !k.nearest:
		k.look(o)
		return nil
	case k.isElsewhere(o):
		return want.Say{Text: o.outlet + " is linked elsewhere: that is no silence; " + k.bound.Name(key.AddNearest) + "-" + lastNearest + " add a statement to the claim"}
	}
	return want.CheckSilence{Report: o.report, Claim: k.claim, From: k.from}
}

// rename asks for the reader's own name of the claim; an empty one gives the claim's own back.
func (k *Card) rename() want.Want {
	claim := k.now.Linked.Claims.All[k.claim].Statements
	return want.Ask{Prompt: "name", About: fmt.Sprint("claim ", claim), Text: k.now.ClaimName(k.claim), Done: func(text string) want.Want {
		return want.NameClaim{Claim: claim, Name: text}
	}}
}

// isSigned reports whether the reader has checked that the outlet is silent on the claim; isElsewhere, whether it is linked
// elsewhere, unless the reader, who has read it, calls it silence.
func (k *Card) isSigned(o without) bool {
	return k.now.Checked(o.outlet, k.now.Linked.Claims.All[k.claim].Statements)
}

func (k *Card) isElsewhere(o without) bool { return o.elsewhere && !k.isSigned(o) }

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

// cut takes the wording out of the claim.
func (k *Card) cut(w wording) want.Want {
	if len(k.wordings) == 1 {
		return want.Say{Text: "it is the only wording of the claim"}
	}
	return want.Exclude{Claim: k.claim, Out: w.statement}
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

// withoutRow is the row of an outlet without a wording.
func (k *Card) withoutRow(i int, o without, width int) string {
	t := k.theme
	l := line.New(width, t.Ellipsis)
	if i == k.chosen {
		l.Glyph(t.Shared, t.Chosen+" ")
	} else {
		l.Glyph("", "  ")
	}
	mark, text := t.Silent, ": no counterpart found"
	switch {
	case k.isElsewhere(o):
		mark, text = t.Elsewhere, fmt.Sprintf(": linked elsewhere %s statement %d", t.Dot, k.now.Corpus.Statements.All[o.near.Statement].Number)
	case k.isSigned(o):
		mark, text = t.Signed, ": silence checked by reader"
	}
	if o.inPart {
		text += ", taken in part"
	}
	l.Glyph(t.Quiet, mark+" ").Put(t.Quiet, o.outlet).Glyph(t.Quiet, text)
	switch {
	case k.isElsewhere(o):
		l.Right(t.Quiet, fmt.Sprintf("score %.2f  ", o.near.Score))
	case o.near.Known:
		l.Right(t.Quiet, fmt.Sprintf("nearest %.2f  ", o.near.Score))
	}
	return l.String()
}
