package timeline

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/source"
	"parallax/seeds"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// embedded is what there is to show of the embedded reports.
func embedded(t *testing.T) desk.Snapshot {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	now := desk.New(t.Context(), desk.Options{Corpus: c}).Now()
	now.Linked = l
	return now
}

// named is the claim with a name.
func named(t *testing.T, now desk.Snapshot, name string) claim.ID {
	t.Helper()
	for _, c := range now.Linked.Claims.All {
		if strings.HasPrefix(c.Name, name) {
			return c.ID
		}
	}
	t.Fatalf("no claim is named %s", name)
	return 0
}

func press(s *Timeline, text string) want.Want {
	return s.Key(tea.KeyPressMsg{Text: text, Code: []rune(text)[0]})
}

// TestGoThere: the length of the talks stands with both bounds, the dated report first, and enter goes to the statement of
// the chosen figure.
func TestGoThere(t *testing.T) {
	now := embedded(t)
	s, ok := New(now, named(t, now, "talks lasted"), theme.New(theme.BlueAndOrange(), true, false), &key.Default().Timeline)
	if !ok {
		t.Fatal("no figure")
	}
	var b strings.Builder
	s.Draw(&b, 100, 20)
	text := ansi.Strip(b.String())
	china, gossip := strings.Index(text, "1½+ h"), strings.Index(text, "1½ h")
	if china < 0 || gossip < china || !strings.Contains(text, "Maria Zakharova (indirect)") || strings.Contains(text, "≠") {
		t.Errorf("shown\n%s", text)
	}
	press(s, "j")
	w, ok := s.Key(tea.KeyPressMsg{Code: tea.KeyEnter}).(want.Go)
	if !ok || !strings.Contains(now.Corpus.Statements.Text(w.Statement), "just 1½ hours") {
		t.Errorf("enter wants %+v", w)
	}
	if _, ok := press(s, "x").(want.Close); !ok {
		t.Error("x does not close")
	}
}

// TestNoFigures: a claim whose wordings give none has no screen.
func TestNoFigures(t *testing.T) {
	now := embedded(t)
	if _, ok := New(now, named(t, now, "repeating Russian demands"), theme.New(theme.BlueAndOrange(), true, false), &key.Default().Timeline); ok {
		t.Error("there are figures")
	}
}

// TestLinksGone: when the links are made anew the claim is found again by its lead; without links there is nothing to show.
func TestLinksGone(t *testing.T) {
	now := embedded(t)
	s, _ := New(now, named(t, now, "talks lasted"), theme.New(theme.BlueAndOrange(), true, false), &key.Default().Timeline)
	again := now
	again.Linked = now.Corpus.Decide(now.Linked, nil)
	if !s.Look(again, screen.Focus{}) || s.count() < 2 {
		t.Errorf("%d figures after the links were made anew", s.count())
	}
	again.Linked = nil
	if s.Look(again, screen.Focus{}) {
		t.Error("it stays without links")
	}
}
