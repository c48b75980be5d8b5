package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/source"
	"parallax/seeds"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

type reading struct {
	*Reader
	*desk.Desk
	said string
}

// opened is the embedded reports, linked, at 160 columns and 40 rows.
func opened(t *testing.T) *reading {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &reading{Desk: desk.New(t.Context(), desk.Options{Corpus: c})}
	r.Reader = New(c, theme.New(theme.BlueAndOrange(), true, false), key.Default(), func(s string) { r.said = s }, Options{})
	r.Take(desk.Linked{Linked: l})
	r.Resize(160, 40, 0)
	r.Look(r.Now(), screen.Focus{})
	return r
}

func (r *reading) press(keys string) (last want.Want) {
	for _, k := range keys {
		last = r.Key(tea.KeyPressMsg{Code: k, Text: string(k)})
	}
	return last
}

func (r *reading) text() string {
	var b strings.Builder
	r.Draw(&b, 0, 0)
	return ansi.Strip(b.String())
}

// TestWants: what the reading screen cannot do itself it says, about the statement under the cursor.
func TestWants(t *testing.T) {
	r := opened(t)
	r.press("3j")
	at := r.At()
	if w, ok := r.press("m").(want.Mark); !ok || w.Passage != PassageOf(r.Now().Corpus.Statements, at.Statement) {
		t.Errorf("m gave %+v", w)
	}
	if w, ok := r.press("2m").(want.MarkClaim); !ok || w.From != at.Statement {
		t.Errorf("2m gave %+v", w)
	}
	for k, screen := range map[string]key.Action{"/": key.OpenSearch, "?": key.OpenHelp, "b": key.OpenBrief, ":": key.OpenCommand} {
		if w := r.press(k); w != (want.Open{Screen: screen}) {
			t.Errorf("%s gave %+v", k, w)
		}
	}
}

// TestBack: ctrl-o leads back from a jump, and the strip names every outlet wherever the cursor is.
func TestBack(t *testing.T) {
	r := opened(t)
	r.press("5j")
	from := r.At()
	r.press("G")
	r.Key(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl})
	if r.At() != from {
		t.Errorf("back at %v, not %v", r.At(), from)
	}
	strip := strings.Split(r.text(), "\n")[1]
	for _, o := range r.Now().Corpus.Statements.Outlets.All {
		if !strings.Contains(strip, o.Name) {
			t.Errorf("%s is not in the strip %q", o.Name, strip)
		}
	}
}

// TestLastPane: the last pane cannot be hidden, and the screen says so and which key shows the others.
func TestLastPane(t *testing.T) {
	r := opened(t)
	r.press("x")
	if !strings.Contains(r.said, "= shows all") {
		t.Errorf("it says %q", r.said)
	}
	r.press("xxxxx")
	if !strings.Contains(r.said, "cannot be hidden") {
		t.Errorf("it says %q", r.said)
	}
	hidden := 0
	for _, p := range r.Panes() {
		if p.Hidden {
			hidden++
		}
	}
	if hidden != 4 {
		t.Errorf("%d panes are hidden", hidden)
	}
}

// TestLinksComeLate: links that come when the panes have been seen move nothing.
func TestLinksComeLate(t *testing.T) {
	r := opened(t)
	first := New(r.Now().Corpus, theme.New(theme.BlueAndOrange(), true, false), key.Default(), func(string) {}, Options{})
	first.Resize(160, 40, 0)
	var before, after strings.Builder
	first.Draw(&before, 0, 0)
	first.Look(r.Now(), screen.Focus{})
	first.Draw(&after, 0, 0)
	if !first.Focus().HasClaim {
		t.Fatal("there is no claim")
	}
	rows := func(b *strings.Builder) string { // the text of the first pane, without its gutter
		var text []string
		for _, row := range strings.Split(ansi.Strip(b.String()), "\n")[4:] {
			if runes := []rune(row); len(runes) > 30 {
				text = append(text, string(runes[2:30]))
			}
		}
		return strings.Join(text, "\n")
	}
	if rows(&before) != rows(&after) {
		t.Errorf("the links moved something:\n%s\nbefore:\n%s", rows(&after), rows(&before))
	}
}
