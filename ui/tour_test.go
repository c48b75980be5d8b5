package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/blind"
	"parallax/ui/key"
)

// begins is the options of the very first start.
func begins(o *Options) { o.FirstRun, o.Tour = true, true }

// tourRow is the row on which the tour stands, "" for none.
func (s *viewer) tourRow() string {
	for _, row := range s.rows() {
		if strings.HasPrefix(row, " tour ") {
			return strings.TrimSpace(row)
		}
	}
	return ""
}

func (s *viewer) tells(want ...string) {
	s.t.Helper()
	for _, w := range want {
		if row := s.tourRow(); !strings.Contains(row, w) {
			s.t.Fatalf("the tour says %q, not %q:\n%s", row, w, s.text())
		}
	}
}

// TestTour goes through the whole tour by the keys that it names. Each step goes on when its thing has been done and not
// before, and nothing is in the brief but what the reader put there.
func TestTour(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}, {80, 13}} {
		s := openEmbedded(t, size[0], size[1], begins)
		s.tells("1 of 5", "n goes to the next statement", "esc ends it")
		s.press("z t M ? esc") // looking about is no step
		s.tells("1 of 5")
		s.press("n")
		s.tells("2 of 5", "enter")
		s.press("enter")
		s.tells("3 of 5", "esc closes this; then / ")
		s.press("esc")
		s.tells("3 of 5", "/ searches all reports", "esc ends it")
		s.press("/")
		s.tells("3 of 5", "enter stays at the")
		s.press("esc")
		s.tells("3 of 5")
		s.press("/ h o s p i t a l enter")
		s.tells("4 of 5", "a keeps the statement")
		if n := len(s.desk.Now().Resolved.Brief.Entries); n != 0 {
			t.Fatalf("%d entries before anything was kept", n)
		}
		s.press("m") // a mark without a note is not what was asked for
		s.tells("4 of 5")
		s.press("u a")
		s.tells("4 of 5", "enter keeps")
		s.press("w h y enter")
		s.tells("5 of 5", "b opens the brief")
		s.press("b")
		s.tells("x writes the brief")
		s.press("x")
		s.tells("5 of 5", "brief.md")
		s.press("enter")
		s.tells("tour done", "what you kept stays")
		if text, err := os.ReadFile("brief.md"); err != nil || !strings.Contains(string(text), "why") {
			t.Errorf("the brief is %q, %v", text, err)
		}
		if n := len(s.desk.Now().Resolved.Brief.Entries); n != 1 {
			t.Errorf("%d entries, one was made", n)
		}
		s.press("esc")
		if row := s.tourRow(); row != "" {
			t.Errorf("after the tour stands %q", row)
		}
		if err := os.Remove("brief.md"); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTourEnds: esc ends the tour at once where it closes nothing else, and all is as if it had never been.
func TestTourEnds(t *testing.T) {
	s := openEmbedded(t, 80, 24, begins)
	s.press("esc")
	if s.tour != nil || !strings.Contains(s.footer(), ":tour begins it again") {
		t.Errorf("after esc the footer says %q", s.footer())
	}
	s.press("j")
	without := openEmbedded(t, 80, 24, func(o *Options) { o.FirstRun = true })
	without.press("j")
	if s.text() != without.text() {
		t.Errorf("the screen is\n%s\nwithout a tour it is\n%s", s.text(), without.text())
	}

	s = openEmbedded(t, 80, 24, begins)
	s.press("/ k y i v enter esc")
	if s.tour == nil || s.reader.Active() != nil {
		t.Error("esc ended the tour and not the set of hits")
	}
	s.press("v esc")
	if s.tour == nil {
		t.Error("esc ended the tour and not the selection")
	}
	s.press("esc")
	if s.tour != nil {
		t.Error("the second esc does not end the tour")
	}
}

// TestTourAgain: :tour and the palette begin the tour, over whatever is open, at whichever step.
func TestTourAgain(t *testing.T) {
	s := openFlood(t, 80, 24)
	if s.tourRow() != "" {
		t.Fatalf("a tour that nobody asked for:\n%s", s.text())
	}
	s.press(": t o u r enter")
	s.tells("1 of 5")
	s.press("esc ctrl+p")
	s.write("tour")
	s.press("enter")
	s.tells("1 of 5")
	s.press(": t o u r space 4 enter")
	s.tells("4 of 5")
	s.press(": t o u r space 6 enter")
	if !strings.Contains(s.footer(), "steps 1 to 5") {
		t.Errorf("the footer says %q", s.footer())
	}
	s.tells("4 of 5")
}

// TestTourOfOneReport: where no outlet shares anything, the first step asks for something that can be done.
func TestTourOfOneReport(t *testing.T) {
	c, l := event(t, []outlet{{name: "A", text: lines("A", 9)}})
	s := open(t, c, l, 80, 24)
	s.press(": t o u r enter")
	s.tells("1 of 5", "j goes to the next statement")
	s.press("j")
	s.tells("2 of 5")
	s.press("enter")
	s.tells("3 of 5")
}

// TestTourWithOtherKeys: the tour names the reader's own keys.
func TestTourWithOtherKeys(t *testing.T) {
	keys := key.Default()
	for i := range keys.Reading.Bindings {
		if b := &keys.Reading.Bindings[i]; b.Action == key.NextShared {
			b.Keys = []string{"down"}
		}
	}
	s := openEmbedded(t, 80, 24, begins, func(o *Options) { o.Keys = keys })
	s.tells("↓ goes to the next statement")
	s = openEmbedded(t, 80, 24, begins, func(o *Options) { o.Keys, o.ASCII = keys, true })
	s.tells("down goes to the next statement")
}

// TestTourBlind: while outlets are hidden nothing is exported, and the tour does not ask for it.
func TestTourBlind(t *testing.T) {
	s := openEmbedded(t, 80, 24, func(o *Options) { o.Mask = blind.New(1, "") })
	s.press(": t o u r space 5 enter")
	s.tells("5 of 5", "not written")
	s.press("b")
	s.tells("tour done")
}

// TestTourOnTheSmallestScreen: at twelve rows the tour stands in the place of the keys, and a message is read first.
func TestTourOnTheSmallestScreen(t *testing.T) {
	t.Chdir(t.TempDir())
	s := openEmbedded(t, 40, 12, begins)
	for _, step := range [][2]string{
		{"", "1 of 5 n: shared by others esc ends"}, {"n", "2 of 5 enter: who says it"}, {"enter", "3 of 5 esc, then /"},
		{"esc", "3 of 5 / a word"}, {"/", "3 of 5 a word, then enter"}, {"h o s p i t a l enter", "4 of 5 a: note, then enter"},
		{"a w h y enter", "marked"}, {"j", "5 of 5 b, there x to a file"}, {"b", "5 of 5 x writes it to a file"}, {"x enter", "exported to brief.md"}, {"j", "move"},
	} {
		s.press(step[0])
		if got := strings.Join(strings.Fields(s.footer()), " "); !strings.Contains(got, step[1]) {
			t.Errorf("after %q the last row says %q, not %q", step[0], got, step[1])
		}
	}
	if _, err := os.Stat(filepath.Join(".", "brief.md")); err != nil {
		t.Error(err)
	}
}

// TestTourBesideTheTable: what esc leads back to comes before the end of the tour, as the footer says.
func TestTourBesideTheTable(t *testing.T) {
	s := openEmbedded(t, 120, 30, begins)
	s.press("c enter")
	if !strings.Contains(s.footer(), "esc back to claims") || strings.Contains(s.tourRow(), "esc ends it") {
		t.Errorf("the footer and the tour say two things of esc:\n%s", s.text())
	}
	if s.press("esc"); s.stack.Top().Keys() != &s.keys.Table {
		t.Fatalf("esc does not lead back:\n%s", s.text())
	}
	s.press("esc")
	s.tells("esc ends it")
	if s.press("esc"); s.tourRow() != "" {
		t.Errorf("esc does not end the tour:\n%s", s.text())
	}
}
