package ui

import (
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/session"
)

// TestDrawn: the list of reports says how many were drawn for both coders and which, and shows these alone.
func TestDrawn(t *testing.T) {
	s := openEmbedded(t, 120, 30, func(o *Options) {
		o.Session = session.Memory(session.Options{Now: noon})
		draw := brief.Draw{Share: 0.4, Seed: 7, Of: len(o.Corpus.Reports), Reports: []brief.Ref{brief.RefTo(&o.Corpus.Reports[1]), brief.RefTo(&o.Corpus.Reports[3])}}
		if _, err := o.Session.Do(draw); err != nil {
			t.Fatal(err)
		}
	})
	s.press("g l")
	s.wantText("2 of 5 drawn for both coders")
	s.wantText("(drawn) ")
	s.press("f f f f f f f f")
	s.wantText("drawn for both coders: 2")
}
