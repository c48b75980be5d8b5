package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/session"
	"parallax/corpus/statement"
)

// openDisputed shows two coders' sessions of the embedded reports, united: they differ on a value, on a code that one of them
// put on, and on a passage that one of them marked.
func openDisputed(t testing.TB, width, height int) *viewer {
	t.Helper()
	return openEmbedded(t, width, height, withBook, func(o *Options) {
		ann, bert := codedBy(t, o.Corpus, "Ann"), codedBy(t, o.Corpus, "Bert")
		one, two := anchorsOf(o.Corpus.Statements)
		marked(t, ann, one, "voice:ukraine", "casualties")
		marked(t, bert, one, "voice:russia")
		marked(t, bert, two, "blame")
		united, _ := coding.Merge(ann.Brief(), bert.Brief(), book, [2]string{"Ann", "Bert"})
		if o.Session = session.Memory(session.Options{Coder: "Clara", Now: noon}); len(united.Disputes) != 3 {
			t.Fatalf("%+v", united.Disputes)
		}
		for _, a := range united.Held() {
			if _, err := o.Session.Do(a.Change); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// noon is when all is done.
func noon() time.Time { return time.Date(2022, 3, 12, 12, 0, 0, 0, time.UTC) }

func codedBy(t testing.TB, c *corpus.Corpus, name string) *session.Session {
	t.Helper()
	s := session.Memory(session.Options{Coder: name, Now: noon})
	o := brief.Opening{}
	for i := range c.Reports {
		o.Reports = append(o.Reports, brief.RefTo(&c.Reports[i]))
	}
	s.Note(o)
	return s
}

func anchorsOf(set *statement.Set) (one, two brief.Anchor) {
	return brief.AnchorOf(set, set.In(0)[2].ID), brief.AnchorOf(set, set.In(1)[3].ID)
}

func marked(t testing.TB, s *session.Session, a brief.Anchor, tags ...string) {
	t.Helper()
	if _, err := s.Do(brief.Mark{Wordings: []brief.Anchor{a}, Tags: tags}); err != nil {
		t.Fatal(err)
	}
}

// TestDisagreements: each is listed with what either said, settled with one key, taken back with u, and the passage bears what
// was settled; enter opens it in place, with both words beside it.
func TestDisagreements(t *testing.T) {
	s := openDisputed(t, 120, 30)
	tags := func(words brief.Anchor) []string {
		for _, e := range s.desk.Now().Resolved.Brief.Entries {
			if e.Wordings[0].Anchor.Same(words) {
				return slices.Sorted(slices.Values(e.Tags))
			}
		}
		return nil
	}
	one, two := anchorsOf(s.desk.Now().Corpus.Statements)
	want := func(at brief.Anchor, want ...string) {
		t.Helper()
		if got := tags(at); !slices.Equal(got, want) {
			t.Errorf("tags %q, want %q\n%s", got, want, s.text())
		}
	}
	s.press("g p")
	s.wantText("Disagreements  3, 0 settled")
	s.wantText("1 Ann")
	s.press("/")
	s.write("voice")
	s.press("enter")
	s.wantText("Ann: ukraine, Bert: russia · voice")
	s.press("2")
	s.wantText("Disagreements  3, 1 settled")
	want(one, "casualties", "voice:russia")
	s.wantText("settled: Bert, by Clara")
	s.press("1")
	want(one, "casualties", "voice:ukraine")
	s.press("x")
	want(one, "casualties")
	s.press("u u u")
	want(one, "casualties", "voice:russia", "voice:ukraine")
	s.wantText("0 settled")
	s.press("ctrl+r esc g g f")
	s.wantText("not settled: 2")
	s.press("esc g p /")
	s.write("blame")
	s.press("enter")
	s.wantText("Ann: not marked, Bert: yes · blame")
	s.press("1")
	want(two)
	s.press("enter")
	if s.stack.Top().Keys() != &s.keys.Reading {
		t.Fatalf("enter does not lead to the passage\n%s", s.text())
	}
	if at := s.reader.Focus(); s.desk.Now().Corpus.Statements.All[at.Statement].Report != 1 {
		t.Errorf("enter goes to report %d", at.Report)
	}
	if a := s.reader.Active(); a == nil || a.Name != "disagreements" || len(a.Statements) != 2 || !strings.Contains(a.About(a.Statements[1]), "Bert says russia") {
		t.Errorf("the active set is %+v", a)
	}
}
