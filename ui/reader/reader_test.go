package reader

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/report"
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
			if strings.HasPrefix(row, "──") {
				break // below stands the digest
			}
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

// TestMarkHalfAQuotation: m on a statement that has one end of a quotation offers the whole, and marks it when pressed again; on
// any other statement it marks that.
func TestMarkHalfAQuotation(t *testing.T) {
	r := opened(t)
	set := r.Now().Corpus.Statements
	offered := 0
	for i := range set.All {
		st := &set.All[i]
		r.Go(st.ID)
		whole, is := r.half(st.Span)
		w := r.press("m")
		if !is {
			if w != (want.Mark{Passage: PassageOf(set, st.ID)}) {
				t.Fatalf("%q: m gave %+v", set.Text(st.ID), w)
			}
			continue
		}
		offered++
		if w != nil || !strings.Contains(r.said, "widened to the whole quotation; m marks it") {
			t.Fatalf("%q: m gave %+v and said %q", set.Text(st.ID), w, r.said)
		}
		if w := r.press("m"); w != (want.Mark{Passage: want.Passage{Report: st.Report, Span: whole}}) {
			t.Fatalf("%q: m again gave %+v, want %v", set.Text(st.ID), w, whole)
		}
		r.marked = func(_ report.ID, span report.Span) bool { return span == whole }
		r.Go(st.ID)
		if w := r.press("m"); w != (want.Mark{Passage: want.Passage{Report: st.Report, Span: whole}}) {
			t.Fatalf("%q: marked, m gave %+v", set.Text(st.ID), w)
		}
		r.marked = func(report.ID, report.Span) bool { return false }
	}
	if offered == 0 {
		t.Error("no statement has half a quotation")
	}
}

// TestHalfAQuotation: of a half selected quotation the whole is offered once, then what is selected is marked.
func TestHalfAQuotation(t *testing.T) {
	r := opened(t)
	set := r.Now().Corpus.Statements
	for i := range set.All {
		st := &set.All[i]
		text := set.Text(st.ID)
		if !strings.HasPrefix(text, "\"") && !strings.HasPrefix(text, "“") || len(strings.Fields(text)) < 4 {
			continue
		}
		r.Go(st.ID)
		r.press("vl")
		if w := r.press("m"); w != nil || !strings.Contains(r.said, "widened to the whole quotation; m marks it, h narrows it again") {
			t.Fatalf("%q: m gave %+v and said %q", text, w, r.said)
		}
		marked, ok := r.press("m").(want.Mark)
		if !ok {
			t.Fatalf("%q: m again gave %+v", text, marked)
		}
		words := set.Reports[st.Report].Text[marked.Passage.Span.Start:marked.Passage.Span.End]
		if !strings.ContainsAny(words[1:], "\"”") || !strings.HasPrefix(text, words) && !strings.HasPrefix(words, text) {
			t.Errorf("%q was marked of %q", words, text)
		}
		return
	}
	t.Fatal("no statement begins with a quotation")
}

// TestAddByHand: any key moves on to the statement; enter adds it to the claim from which that began, whatever claim it
// carries itself; esc leaves it.
func TestAddByHand(t *testing.T) {
	r := opened(t)
	enter, esc := tea.KeyPressMsg{Code: tea.KeyEnter}, tea.KeyPressMsg{Code: tea.KeyEscape}
	from := r.At().Statement
	id, _ := r.Claim()
	r.AddByHand(id, from)
	if w := r.Key(enter); w != nil || !strings.Contains(r.said, "has this statement") {
		t.Errorf("on its own statement enter gave %+v and said %q", w, r.said)
	}
	for r.press("l"); slices.Contains(r.linked.Claims.All[id].Statements, r.At().Statement); {
		r.press("j")
	}
	if w := r.Key(enter); w != (want.Include{Claim: id, From: from, Added: r.At().Statement}) {
		t.Errorf("enter gave %+v", w)
	}
	r.AddByHand(id, from)
	r.Key(esc)
	if w := r.Key(enter); w != (want.Open{Screen: key.OpenCard}) && !strings.Contains(r.said, "boilerplate") {
		t.Errorf("after esc enter gave %+v and said %q", w, r.said)
	}
}

// TestJump: an outlet is named by as many letters as tell it from the others; a wrong letter ends the name.
func TestJump(t *testing.T) {
	r := opened(t)
	r.press("'n")
	if got := r.Now().Corpus.Reports[r.At().Report].Outlet; got != "NBC Bay Area" {
		t.Errorf("'n leads to %s", got)
	}
	r.press("'m")
	at := r.At()
	r.press("iddl") // typed on: i unlinks nothing, l goes nowhere
	if got := r.Now().Corpus.Reports[at.Report].Outlet; got != "Middle East Eye" || r.At() != at || r.Panes()[at.Report].Unlinked {
		t.Errorf("'m leads to %s, the rest of the name to %v", got, r.At())
	}
	r.press("'q")
	if !strings.Contains(r.said, "no outlet begins with q") || r.Pending() != "" {
		t.Errorf("it says %q and waits for %q", r.said, r.Pending())
	}
}

// TestKeysByAnotherName: a key that is bound anew does what the old one did, the old one does nothing, and what the screen
// says names the new one.
func TestKeysByAnotherName(t *testing.T) {
	r := opened(t)
	keys := key.Default()
	for i, b := range keys.Reading.Bindings {
		if name, ok := map[key.Action]string{key.OpenHelp: "@", key.ShowAll: "+", key.JumpOutlet: "&"}[b.Action]; ok {
			keys.Reading.Bindings[i].Keys = []string{name}
		}
	}
	r.Reader = New(r.Now().Corpus, theme.New(theme.BlueAndOrange(), true, false), keys, func(s string) { r.said = s }, Options{})
	r.Resize(160, 40, 0)
	r.Look(r.Now(), screen.Focus{})
	if w := r.press("@"); w != (want.Open{Screen: key.OpenHelp}) {
		t.Errorf("@ gave %+v", w)
	}
	if w := r.press("?"); w != nil {
		t.Errorf("? gave %+v", w)
	}
	if head := strings.Split(r.text(), "\n")[0]; !strings.Contains(head, "@ help") || strings.Contains(head, "?") {
		t.Errorf("the header says %q", head)
	}
	r.press("x")
	if !strings.Contains(r.said, "is hidden; + shows all") {
		t.Errorf("it says %q", r.said)
	}
	r.press("&")
	if r.Pending() != "&" {
		t.Errorf("it waits for %q", r.Pending())
	}
}
