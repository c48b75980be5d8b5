package voices

import (
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/want"
)

// tag asks for tags for the words below, or for all words of the voice.
func (v *Voices) tag(a key.Action) want.Want {
	i, ok := v.chosen()
	if !ok {
		return want.Say{Text: "no voice is chosen"}
	}
	name := safe.Line(v.roll.Speakers[i].Name)
	w := want.Tag{What: "all words of " + name}
	places := v.roll.Speakers[i].Places
	if a == key.Tag {
		at, _ := v.at(v.places())
		if at == nowhere {
			return want.Say{Text: "this outlet has no words of " + name}
		}
		w.What, places = "the words of "+name, []statement.ID{at}
	}
	for _, id := range places {
		for _, span := range v.roll.Spans(i, id) {
			w.Passages = append(w.Passages, want.Passage{Report: v.now.Corpus.Statements.All[id].Report, Span: span})
		}
	}
	return w
}
