package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/revision"
	"parallax/corpus/source"
	"parallax/ui/emulator"
)

// firstWeir, secondWeir and thirdWeir are what one file says, one after the other.
const (
	firstWeir = `Flood at the weir
The water rose on Monday morning, the council said.
The mayor closed the bridge at noon after the gauge at the mill passed four metres.
Two houses on the lower road were lost.
The school stays open, its head teacher told parents in a letter.
Nobody was hurt.
The pumps were brought from the harbour by lorry during the night.
A second wave is expected before the weekend, according to the river board.
`
	secondWeir = `Flood at the weir
It rained for three days.
The water rose on Sunday evening, the council said.
The mayor closed the bridge at noon after the gauge at the mill passed four metres.
The school stays open, its head teacher told parents in a letter.
One person was slightly hurt.
The pumps were brought from the harbour by lorry during the night.
A second wave is expected before the weekend, according to the river board.
`
	thirdWeir = `Flood at the weir
It rained for three days.
The water rose on Sunday evening, the council said.
The mayor closed the bridge at ten after the gauge at the mill passed five metres.
The school stays open, its head teacher told parents in a letter.
Two people were slightly hurt.
The pumps were brought from the harbour by lorry during the night.
A second wave is expected before the weekend, according to the river board.
`
)

// steady is a clock that goes on by an hour each time it is asked.
func steady() func() time.Time {
	at := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Hour)
		return at
	}
}

// openWeir shows a folder whose first report is in its first text. change writes another text of it and reads it again.
func openWeir(t testing.TB, width, height int, options ...func(*Options)) (s *viewer, change func(text string)) {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("courier.txt", firstWeir)
	write("post.txt", "Bridge closed\nThe bridge was closed by the mayor on Monday.\nThe water had risen.\n")
	read := func(context.Context) (*corpus.Corpus, brief.Opening, error) {
		c, err := corpus.Open([]string{folder}, source.Options{})
		return c, brief.Opening{}, err
	}
	c, _, err := read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	options = append(options, func(o *Options) { o.Reread, o.Clock = read, steady() })
	s = open(t, c, linkedAll(t, c), width, height, options...)
	return s, func(text string) {
		write("courier.txt", text)
		s.press("R")
	}
}

// openRevised shows a folder whose first report has had three texts.
func openRevised(t testing.TB, width, height int, options ...func(*Options)) *viewer {
	t.Helper()
	s, change := openWeir(t, width, height, options...)
	change(secondWeir)
	change(thirdWeir)
	return s
}

// TestRevisions: when a file changes its older text is kept, and g v shows both; n and N step through what differs, [ ] and
// { } choose other texts, and what became of the marks is said.
func TestRevisions(t *testing.T) {
	s, change := openWeir(t, 120, 24)
	s.press("j m 3 G m j m")
	change(secondWeir)
	if got := s.footer(); !strings.Contains(got, "1 changed; gn lists them, gv shows the older text; marks there: 1 moved, 1 edited, 1 not found again") {
		t.Errorf("the footer says %q", got)
	}
	s.press("g v")
	for _, want := range []string{
		"older: 1 of 2, 2026-03-01 09:00 UTC", "newer: 2 of 2, 2026-03-01 10:00 UTC", "The water rose on ‹Monday morning,›", "The water rose on ‹Sunday evening,›",
		"‹It rained for three days.›", "‹Two houses on the lower road were lost.›", "difference 1 of 4 (paragraphs: 1 gone, 1 new)",
		"marks here now: 1 moved, 1 edited, 1 not found again",
	} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("%q is not shown:\n%s", want, s.text())
		}
	}
	s.press("n")
	if !strings.Contains(s.text(), "▶The water rose on") {
		t.Errorf("where the second difference begins is not shown:\n%s", s.text())
	}
	if !strings.Contains(s.footer(), "n next difference") || strings.Contains(s.footer(), "older text") {
		t.Errorf("two more differences, no other older text: the footer says %q", s.footer())
	}
	s.press("D n")
	if !strings.Contains(s.text(), "difference 4 of 4") {
		t.Errorf("three steps lead elsewhere:\n%s", s.text())
	}
	if strings.Contains(s.footer(), "next difference") {
		t.Errorf("at the last the footer says %q", s.footer())
	}
	s.press("n")
	if got := s.footer(); got != "no further difference" {
		t.Errorf("after the last the footer says %q", got)
	}
	s.press("N")
	if !strings.Contains(s.text(), "difference 3 of 4") {
		t.Errorf("a step back leads elsewhere:\n%s", s.text())
	}
	s.press("esc")
	change(thirdWeir)
	s.press("g v")
	if !strings.Contains(s.text(), "older: 2 of 3") || !strings.Contains(s.text(), "at ‹noon›") || strings.Contains(s.text(), "Monday") {
		t.Errorf("the last two texts are not shown:\n%s", s.text())
	}
	s.press("[")
	if !strings.Contains(s.text(), "older: 1 of 3") || !strings.Contains(s.text(), "newer: 3 of 3") || !strings.Contains(s.text(), "Monday") {
		t.Errorf("the first and the last are not shown:\n%s", s.text())
	}
	s.press("{")
	if !strings.Contains(s.text(), "newer: 2 of 3") || strings.Contains(s.text(), "‹noon›") {
		t.Errorf("the first and the second are not shown:\n%s", s.text())
	}
	s.press("{")
	if !strings.Contains(s.footer(), "no other text on that side: 2 older texts") {
		t.Errorf("a text compared with itself: the footer says %q", s.footer())
	}
}

// TestRevisionsAfterRestart: older texts that were kept in a folder are there again; a report that never changed has none.
func TestRevisionsAfterRestart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "revisions")
	kept := func(o *Options) { o.Revisions = revision.NewShelf(folder) }
	s := openRevised(t, 100, 24, kept)
	again := open(t, s.desk.Now().Corpus, nil, 100, 24, kept)
	again.press("g v [")
	if !strings.Contains(again.text(), "older: 1 of 3") || !strings.Contains(again.text(), "‹Monday") {
		t.Errorf("after a restart:\n%s", again.text())
	}
	again.press("esc ' p g v")
	if !strings.Contains(again.text(), "no older text is kept") {
		t.Errorf("a report that never changed:\n%s", again.text())
	}
}

// TestRevisionsFromTheList: g v in the list of reports shows those of the chosen one.
func TestRevisionsFromTheList(t *testing.T) {
	s := openRevised(t, 100, 24)
	s.press("' p g l g g g v")
	if !strings.Contains(s.text(), "Courier") || !strings.Contains(s.text(), "newer: 3 of 3") {
		t.Errorf("not the chosen one:\n%s", s.text())
	}
}

// TestRevisionsUnsaved: that an older text cannot be kept is said; it is there until the program ends.
func TestRevisionsUnsaved(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, change := openWeir(t, 200, 24, func(o *Options) { o.Revisions = revision.NewShelf(filepath.Join(file, "revisions")) })
	change(secondWeir)
	if !strings.Contains(s.footer(), "an older text will not be there after this run") {
		t.Errorf("the footer says %q", s.footer())
	}
	s.press("g v")
	if !strings.Contains(s.text(), "older: 1 of 2") {
		t.Errorf("it is not there:\n%s", s.text())
	}
}

// TestRevisionsHostile: control characters of an older text do not reach the terminal, at any width.
func TestRevisionsHostile(t *testing.T) {
	c, _ := event(t, []outlet{{name: "Ald Courier", title: "x", path: "a.txt", text: "A1 says so now.\n"}})
	shelf := revision.NewShelf("")
	older := c.Reports[0]
	older.Text = "was " + hostile + "\n" + strings.Repeat("w", 300) + "\n"
	if err := shelf.Keep(revision.Of(&older, time.Time{})); err != nil {
		t.Fatal(err)
	}
	s := open(t, c, nil, 100, 24, func(o *Options) { o.Revisions = shelf })
	s.press("g v")
	for w := 1; w <= 200; w++ {
		s.send(tea.WindowSizeMsg{Width: w, Height: 14}) // which checks the frame
	}
}

// TestRevisionsLook compares the screen with golden ones; see [TestScreens].
func TestRevisionsLook(t *testing.T) {
	const file = "../testdata/revisions.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Files {
		f := &a.Files[i]
		var w, h int
		var face string
		if n, _ := fmt.Sscanf(f.Name, "%dx%d %s", &w, &h, &face); n < 2 {
			t.Fatalf("what is %q?", f.Name)
		}
		s := openRevised(t, w, h, func(o *Options) { o.Linear, o.ASCII = face == "linear", face == "ascii" })
		s.press("g v [ n")
		if s.spoken != nil {
			s.frame = s.text()
		}
		e := emulator.New(w, h, nil)
		_, _ = e.Write([]byte(strings.ReplaceAll(s.frame, "\n", "\r\n")))
		got := e.Text()
		e.Close()
		if *update {
			f.Data = []byte(got)
		} else if diff := rowsThatDiffer(string(f.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
