package desk

import (
	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/wording"
)

// Worded brings what outlets call the same thing.
type Worded struct {
	groups []wording.Group
	of     named
}

func (Worded) isMsg() {}

// named is in what words for one thing are looked for: its statements, and its links or nil.
type named struct {
	corpus *corpus.Corpus
	linked *corpus.Linked
}

// Wordings looks in the background for what outlets call the same thing, unless it is there or being looked for already. What
// is found for statements or links that are no longer the present ones is dropped.
func (d *Desk) Wordings() tea.Cmd {
	of := named{d.now.Corpus, d.now.Linked}
	if d.wordings == of {
		return nil
	}
	d.wordings = of
	return func() tea.Msg {
		var links *match.Links
		if of.linked != nil {
			links = of.linked.Links
		}
		return Worded{wording.Of(of.corpus.Statements, links), of}
	}
}

// Wordings is what outlets call the same thing in some statements.
type Wordings struct {
	Groups []wording.Group
	In     *corpus.Corpus
}

func (d *Desk) takeWordings(msg Worded) {
	if msg.of == (named{d.now.Corpus, d.now.Linked}) {
		d.now.Wordings = &Wordings{msg.groups, msg.of.corpus}
	}
}
