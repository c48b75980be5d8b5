package finder

import (
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/search"
	"parallax/corpus/source"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/theme"
	"parallax/ui/want"
)

func opened(t *testing.T) (*Finder, *search.Index) {
	t.Helper()
	c, err := corpus.OpenFS("harbour", fstest.MapFS{
		"north.txt": {Data: []byte("The harbour burned.\n\nThe mayor closed the harbour on Monday.\n")},
		"south.txt": {Data: []byte("A fire broke out.\n\nNobody was hurt.\n")},
	}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := desk.New(t.Context(), desk.Options{Corpus: c})
	return New(d.Now(), theme.New(theme.BlueAndOrange(), true, false), &key.Default().Search), search.New(c.Statements)
}

func answer(t *testing.T, f *Finder, x *search.Index, w want.Want) want.Want {
	t.Helper()
	asked, ok := w.(want.Find)
	if !ok {
		t.Fatalf("%T is no question", w)
	}
	res, err := x.Find(t.Context(), asked.Query, Limit)
	if err != nil {
		t.Fatal(err)
	}
	return f.Answer(desk.Found{Number: asked.Number, Query: asked.Query, Result: res})
}

// TestFollow: the panes follow the chosen hit, enter stays there with the query, and an overtaken answer is dropped.
func TestFollow(t *testing.T) {
	f, x := opened(t)
	late := f.Type("fire").(want.Find)
	w := answer(t, f, x, f.Type("harbour"))
	if p, ok := w.(want.Preview); !ok || !p.Found || p.Query != "harbour" {
		t.Fatalf("the panes do not follow: %+v", w)
	}
	if w := f.Answer(desk.Found{Number: late.Number}); w != nil {
		t.Errorf("an overtaken answer gave %+v", w)
	}
	f.Key(tea.KeyPressMsg{Code: tea.KeyDown})
	stay, ok := f.Key(tea.KeyPressMsg{Code: tea.KeyEnter}).(want.Stay)
	if !ok || stay.Statement != 1 || stay.Result.Total != 2 {
		t.Errorf("enter gave %+v", stay)
	}
}

// TestZeroIsShown: every outlet has its number, also the one with none.
func TestZeroIsShown(t *testing.T) {
	f, x := opened(t)
	answer(t, f, x, f.Type("mayor"))
	var b strings.Builder
	f.Draw(&b, 60, 8)
	if got := ansi.Strip(b.String()); !strings.Contains(got, "North 1") || !strings.Contains(got, "South 0") || strings.Count(got, "\n") != 8 {
		t.Errorf("the panel is\n%s", got)
	}
}

// TestNothingFound: enter ends a search without hits where it began.
func TestNothingFound(t *testing.T) {
	f, x := opened(t)
	if p, ok := answer(t, f, x, f.Type("zeppelin")).(want.Preview); !ok || p.Found {
		t.Errorf("the panes follow nothing: %+v", p)
	}
	if w := f.Key(tea.KeyPressMsg{Code: tea.KeyEnter}); w != (want.Cancel{}) {
		t.Errorf("enter gave %+v", w)
	}
}
