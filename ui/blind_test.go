package ui

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/blind"
	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/ui/key"
	"parallax/ui/want"
)

// told is what a corpus tells of who published what, outside the words of the reports.
func told(c *corpus.Corpus) []string {
	var all []string
	for i := range c.Reports {
		r := &c.Reports[i]
		all = append(all, r.Outlet, r.Path, r.URL, r.Byline)
	}
	return all
}

// unnamed is the corpus with outlets whose names no report has in its text, so that a name on the screen is one too many.
func unnamed(c *corpus.Corpus) {
	for i := range c.Reports {
		r := &c.Reports[i]
		r.Outlet = "Zq" + strings.Repeat("xyvwu"[i%5:i%5+1], 3)
		r.Title += " - " + r.Outlet
		r.Path, r.URL, r.Byline, r.Note = "zq/"+r.Outlet+".html", "https://zq/"+r.Outlet, "Byzq"+r.Outlet, "Zq note"
	}
	c.Statements.Outlets = report.OutletsOf(c.Reports)
}

func openBlind(t *testing.T, width, height int, s *session.Session) *viewer {
	t.Helper()
	return openEmbedded(t, width, height, withBook, func(o *Options) {
		c := *o.Corpus
		c.Reports = append([]report.Report(nil), c.Reports...)
		set := *c.Statements
		set.Reports, c.Statements = c.Reports, &set
		unnamed(&c)
		o.Corpus, o.Session, o.Mask = &c, s, blind.New(1, "Ann")
	})
}

// TestBlindShowsNoOutlet: whatever is opened, marked, checked, undone and said while outlets are hidden, no screen has a name of
// theirs, an address, a byline or a path, at any size.
func TestBlindShowsNoOutlet(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {200, 50}, {40, 12}} {
		s := openBlind(t, size[0], size[1], session.Memory(session.Options{Coder: "Ann", Now: noon}))
		looks := 0
		for _, keys := range []string{
			"j l j m t 1 enter", "enter j j esc", "c j l x esc", "V j l esc", "W j l esc", "g x > > esc", "g l j j esc", "g l f f f f f f f f esc esc", "g s esc", "g r j j esc", "g v esc",
			"/ i n v a s i o n enter esc", "b j j esc", "g l d u esc", "y Y D s s u ctrl+r", "l l enter 0 esc", "' a j k", "? j j esc", "g p esc", "r j esc", "v l l m esc", "M : e x p o r t space x . m d enter",
		} {
			for _, k := range strings.Fields(keys) {
				s.press(k)
				looks++
				if text := strings.ToLower(s.text()); strings.Contains(text, "zq") {
					t.Fatalf("%v: after %s of %q the screen names an outlet:\n%s", size, k, keys, s.text())
				}
			}
		}
		for _, a := range s.keys.Reading.Bindings {
			if a.Action.Opens() {
				s.do(want.Open{Screen: a.Action})
				s.compose()
				if text := strings.ToLower(s.text()); strings.Contains(text, "zq") {
					t.Fatalf("%v: %s names an outlet:\n%s", size, a.Help, s.text())
				}
				s.press("esc")
			}
		}
		if looks < 100 {
			t.Errorf("only %d screens were looked at", looks)
		}
		for _, entry := range s.desk.Session().Brief().Entries {
			for _, w := range entry.Wordings {
				if !strings.HasPrefix(w.Anchor.Outlet, "Zq") || !strings.HasPrefix(w.Anchor.File, "zq/") {
					t.Errorf("what is kept names %q, %q", w.Anchor.Outlet, w.Anchor.File)
				}
			}
		}
	}
}

// TestBlindSays: the heading says that it is blind, and outlets have the letters that the seed gives them.
func TestBlindSays(t *testing.T) {
	s := openBlind(t, 120, 30, nil)
	s.wantText("BLIND")
	var letters []string
	for i := range s.desk.Now().Corpus.Reports {
		letters = append(letters, s.desk.Now().Corpus.Reports[i].Outlet)
	}
	if again := openBlind(t, 120, 30, nil).desk.Now().Corpus.Reports; again[0].Outlet != letters[0] || again[1].Outlet != letters[1] {
		t.Errorf("the same seed gives other letters than %q", letters)
	}
	for _, l := range letters {
		if len(l) != 1 || !strings.Contains("ABCDE", l) {
			t.Errorf("an outlet is called %q", l)
		}
	}
	if s.keys.Reading.Name(key.OpenBrief) != "b" {
		t.Fatal("b is not the brief")
	}
}

// TestBlindToTheOther: in a united session Ann sees her codes, and neither Bert's nor what the two differ on; what she codes is added to
// what both have.
func TestBlindToTheOther(t *testing.T) {
	var united *session.Session
	var path string
	var one, two brief.Anchor
	s := openEmbedded(t, 120, 30, withBook, func(o *Options) {
		ann, bert := codedBy(t, o.Corpus, "Ann"), codedBy(t, o.Corpus, "Bert")
		one, two = anchorsOf(o.Corpus.Statements)
		marked(t, ann, one, "voice:ukraine", "casualties")
		marked(t, bert, one, "voice:russia", "casualties")
		marked(t, bert, two, "blame")
		b, _ := coding.Merge(ann.Brief(), bert.Brief(), book, [2]string{"Ann", "Bert"})
		path = t.TempDir() + "/both.session"
		if err := session.WriteFile(path, b); err != nil {
			t.Fatal(err)
		}
		var err error
		if united, err = session.OpenFile(path, session.Options{Coder: "Ann", Now: noon}); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { united.Close() })
		o.Session, o.Mask = united, blind.New(1, "Ann")
	})
	s.wantTags("voice:ukraine,casualties")
	s.press("g p")
	s.wantText("Disagreements  0, 0 settled")
	s.press("esc G t 1 enter")
	s.wantTags("voice:ukraine,casualties", "casualties")
	if n := len(united.Brief().Entries); n != 3 {
		t.Errorf("%d passages are kept, want Ann's two and Bert's", n)
	}
	if n := len(united.Brief().Disputes); n != 2 {
		t.Errorf("%d disagreements are kept", n)
	}
	s.press("u")
	s.wantTags("voice:ukraine,casualties")

	// Bert's are his on what Ann marked first, also where both say the same.
	b := blind.New(1, "Bert").Brief(united.Brief())
	var tags []string
	for _, e := range b.Entries {
		tags = append(tags, strings.Join(e.Tags, ","))
	}
	if strings.Join(tags, " ") != "voice:russia,casualties blame" {
		t.Errorf("Bert sees %q", tags)
	}
}

// TestBlindVerifies: a brief of what was marked blind has the outlets' names, and every passage is in place in the true reports.
func TestBlindVerifies(t *testing.T) {
	var truth *corpus.Corpus
	s := openEmbedded(t, 120, 30, func(o *Options) { truth = o.Corpus; o.Mask = blind.New(7, "") })
	s.press("j m l m l j m enter 0 0 esc")
	b := s.desk.Session().Brief()
	r := b.Resolve(brief.NewLocator(truth.Statements))
	if len(b.Entries) < 3 {
		t.Fatalf("%d entries", len(b.Entries))
	}
	names := strings.Join(told(truth), "\n")
	for _, e := range b.Entries {
		for _, w := range e.Wordings {
			if at := r.Find(w.Anchor); at.State != brief.InPlace || truth.Reports[at.Report].Outlet != w.Anchor.Outlet || w.Anchor.Ref != brief.RefTo(&truth.Reports[at.Report]) {
				t.Errorf("%s: %v in %q", w.Anchor.Outlet, at.State, names)
			}
		}
	}
}
