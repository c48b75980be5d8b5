package card

import (
	"fmt"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/ui/key"
	"parallax/ui/linear"
	"parallax/ui/theme"
)

// Words is what the card says by the line: the chosen wording, whose it is, why it is one; before it the claim.
func (k *Card) Words() linear.Page {
	k.rows = 4 * linear.PageRows
	n := len(k.wordings) + len(k.without)
	place := fmt.Sprintf("row %d of %d", k.chosen+1, n)
	p := linear.Page{Name: "Claim card", Field: linear.Pending(k.keys.Pending()), Whole: k.wholeWords()}
	p.Add("claim", k.claim, k.claimWords())
	for i, text := range k.figureWords() {
		p.Add(fmt.Sprint("figure", i), k.claim, text)
	}
	if k.chosen < len(k.wordings) {
		k.addWording(&p, k.wordings[k.chosen], place)
	} else {
		k.addWithout(&p, k.without[k.chosen-len(k.wordings)], place)
	}
	p.Where = []string{k.claimWords(), place}
	return p
}

// claimWords is the card's heading.
func (k *Card) claimWords() string { return linear.Named(strings.TrimPrefix(k.head(), "Claim: ")) }

func (k *Card) addWording(p *linear.Page, w wording, place string) {
	set := k.now.Corpus.Statements
	p.Add("words", w.statement, k.kind(w)+": "+set.Line(w.statement))
	p.Add("whose", w.statement, linear.List(set.Named(k.reportOf(w.statement)), fmt.Sprintf("statement %d", set.All[w.statement].Number), w.voice, k.score(w), place))
	if k.now.Kept(w.statement) {
		p.Tell("kept", w.statement, "in the brief")
	}
	p.Add("reasons", w.statement, w.reasons)
	for i, shares := range w.shares {
		p.Add(fmt.Sprint("shares", i), w.statement, shares)
	}
}

// kind is the part that a wording has in the claim.
func (k *Card) kind(w wording) string {
	switch {
	case w.statement == k.from:
		return "under the cursor"
	case w.differs:
		return "differs"
	case w.partial:
		return "in part"
	}
	return "same"
}

// score is how a wording is linked with the statement under the cursor.
func (k *Card) score(w wording) string {
	switch {
	case w.statement == k.from:
		return ""
	case w.direct:
		return fmt.Sprintf("score %.2f", w.score)
	case k.reportOf(w.statement) == k.reportOf(k.from):
		return "same report"
	}
	return "through other wordings"
}

func (k *Card) addWithout(p *linear.Page, o without, place string) {
	text := "silent: " + o.outlet + ", no counterpart found"
	switch {
	case k.isElsewhere(o):
		text = fmt.Sprintf("linked elsewhere: %s, statement %d: %s", o.outlet, k.now.Corpus.Statements.All[o.near.Statement].Number, k.now.Corpus.Statements.Line(o.near.Statement))
	case k.isSigned(o):
		text = "silent: " + o.outlet + ", as you checked"
	case o.near.Known:
		text += fmt.Sprintf(", nearest score %.2f", o.near.Score)
	}
	if o.inPart {
		text += ", taken in part"
	}
	p.Add("words", o.id, text)
	p.Join("place", o.id, place)
	if !k.nearest {
		p.Add("keys", o.id, k.bound.Name(key.CheckSilence)+" shows what comes nearest")
		return
	}
	n := 0
	k.addNearest(o, func(_ theme.Style, text string) {
		p.Add(fmt.Sprint("near", n), o.id, text)
		n++
	})
}

// figureWords is what the wordings give as figures of one thing: "dead: 24, Ald Courier 3; differs: 3, Ald Post 7".
func (k *Card) figureWords() []string {
	var said []string
	for _, topic := range k.now.Linked.Claims.Topics(k.claim) {
		if !k.severalGive(&topic) {
			continue
		}
		if len(said) == mostFigures {
			return append(said, k.bound.Name(key.OpenFigures)+" lists more figures")
		}
		said = append(said, "figures, "+topic.Label+": "+k.toldOf(&topic))
	}
	return said
}

func (k *Card) toldOf(topic *claim.Topic) string {
	var parts []string
	for _, f := range topic.Figures {
		text := f.Figure + ", " + k.now.Corpus.Statements.Cite(f.Statement)
		if differs(topic, &f) {
			text = "differs, " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// wholeWords is every wording, then the outlets without one.
func (k *Card) wholeWords() []string {
	said := append([]string{k.claimWords()}, k.figureWords()...)
	var p linear.Page
	for _, w := range k.wordings {
		k.addWording(&p, w, "")
	}
	for _, o := range k.without {
		k.addWithout(&p, o, "")
	}
	for _, one := range p.Parts {
		if one.Name != "keys" {
			said = append(said, one.Text)
		}
	}
	if len(k.absent) > 0 {
		said = append(said, brief.NoReport+": "+brief.Listed(k.absent))
	}
	return said
}
