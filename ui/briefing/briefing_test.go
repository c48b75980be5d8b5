package briefing

import (
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/brief"
	reports "parallax/corpus/source"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

type table struct {
	*desk.Desk
	t      *testing.T
	screen *Screen
}

func opened(t *testing.T) *table {
	t.Helper()
	c, err := corpus.OpenFS("harbour", fstest.MapFS{
		"north.txt": {Data: []byte("The harbour burned.\n\nThe mayor closed the harbour on Monday.\n")},
		"south.txt": {Data: []byte("A fire broke out.\n\nNobody was hurt.\n")},
	}, reports.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := desk.New(t.Context(), desk.Options{Corpus: c})
	return &table{d, t, New(d.Now(), theme.New(theme.BlueAndOrange(), true, false), key.Default(), "1.0")}
}

// press gives the screen keys and makes the changes that it wants.
func (s *table) press(keys ...string) (last want.Want) {
	for _, k := range keys {
		msg := tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		if rest, ctrl := strings.CutPrefix(k, "ctrl+"); ctrl {
			msg = tea.KeyPressMsg{Code: []rune(rest)[0], Mod: tea.ModCtrl}
		}
		last = s.screen.Key(msg)
		if c, is := last.(want.Change); is {
			s.change(c.Changes...)
		}
	}
	return last
}

func (s *table) change(changes ...brief.Change) {
	for _, c := range changes {
		if _, _, err := s.Change(c); err != nil {
			s.t.Fatal(err)
		}
	}
	s.screen.Look(s.Now(), screen.Focus{})
}

func (s *table) text() string {
	var b strings.Builder
	s.screen.Draw(&b, 80, 30)
	return ansi.Strip(b.String())
}

// TestEmpty: an empty brief says how something comes into it, with the keys that are bound.
func TestEmpty(t *testing.T) {
	s := opened(t)
	if got := s.text(); !strings.Contains(got, "m marks a statement") || !strings.Contains(got, "i inserts a text") {
		t.Errorf("it says\n%s", got)
	}
	if w, ok := s.press("d").(want.Say); !ok || !strings.Contains(w.Text, "empty") {
		t.Errorf("d gave %+v", w)
	}
}

// TestOrder: entries are moved, folded and deleted, and the cursor stays on its entry.
func TestOrder(t *testing.T) {
	s := opened(t)
	set := s.Now().Corpus.Statements
	s.change(brief.Insert{Level: 1, Text: "Fire"}, brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, 1)}}, brief.Insert{After: 2, Text: "Compare."})
	s.press("j", "ctrl+j")
	if e := s.screen.entry(); e == nil || e.Kind != brief.OfPassage {
		t.Fatalf("the cursor is on %+v", e)
	}
	if all := s.Now().Resolved.Brief.Entries; all[2].Kind != brief.OfPassage {
		t.Errorf("the passage did not move: %+v", all)
	}
	if w := s.screen.Key(tea.KeyPressMsg{Code: tea.KeyEnter}); w != (want.Go{Statement: 1}) {
		t.Errorf("enter gave %+v", w)
	}
	s.press("d")
	if n := s.Now().Resolved.Brief.Marks(); n != 0 {
		t.Errorf("%d marks are left", n)
	}
}

// TestQuotation: a quotation that is shortened must still be the source's.
func TestQuotation(t *testing.T) {
	s := opened(t)
	s.change(brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(s.Now().Corpus.Statements, 1)}})
	ask, ok := s.press("e").(want.Ask)
	if !ok || !strings.Contains(ask.Text, "The mayor closed") {
		t.Fatalf("e gave %+v", ask)
	}
	if w, ok := ask.Done("The mayor opened [...]").(want.Say); !ok {
		t.Errorf("words that the source does not have gave %+v", w)
	}
	if w, ok := ask.Done("The mayor closed the harbour [...]").(want.Change); !ok {
		t.Errorf("the source's words gave %+v", w)
	}
}
