package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
)

// flood is the event of most tests. A2 = B2 = C3 is one claim; A4 carries two, one with B6 and one with C2; A6 = B3 = B7 = C5
// is one claim with two counterparts in B; the rest stands alone. C ends with boilerplate.
func flood(t testing.TB) (*corpus.Corpus, *corpus.Linked) {
	t.Helper()
	return event(t, []outlet{
		{name: "A", title: "x", text: lines("A", 8)},
		{name: "B", title: "x", text: lines("B", 8)},
		{name: "C", title: "x", text: lines("C", 6) + "Leave a comment\n"},
	},
		"A2 B2", "A2 C3", "B2 C3",
		"A4 B6 part", "A4 C2",
		"A6 C5", "A6 B3", "A6 B7", "C5 B3", "C5 B7",
	)
}

func openFlood(t testing.TB, width, height int, change ...func(*Options)) *viewer {
	t.Helper()
	c, l := flood(t)
	return open(t, c, l, width, height, change...)
}

// cells is one row of the screen pane by pane, at the rules between them.
func (s *viewer) cells(y int) []string { return strings.Split(s.rows()[y], "│") }

// eye is what stands on the eye-line: the first word of each pane's statement with its mark, ○ for a silent pane, _ for a
// blank row; the cursor's in brackets.
func (s *viewer) eye() string {
	s.t.Helper()
	c := s.View().Cursor
	if c == nil {
		return "the cursor is out of sight"
	}
	return s.row(c.Y)
}

// row is what stands on row y, as in eye.
func (s *viewer) row(y int) string {
	var words []string
	for _, cell := range s.cells(y) {
		glyph, n := utf8.DecodeRuneInString(cell)
		rest := cell[n:]
		_, n = utf8.DecodeRuneInString(rest) // the bar
		word, _, _ := strings.Cut(strings.TrimLeft(rest[n:], " "), " ")
		switch {
		case glyph == '○':
			word = "○"
		case glyph == '▶':
			word = "[" + word + "]"
		case word == "":
			word = "_"
		case glyph != ' ':
			word += string(glyph)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// below is the row under the eye-line.
func (s *viewer) below() string {
	s.t.Helper()
	c := s.View().Cursor
	if c == nil {
		return "the cursor is out of sight"
	}
	return s.row(c.Y + 1)
}

// TestReading is the reading screen as a person would describe it: what is pressed, and what then stands on the eye-line.
func TestReading(t *testing.T) {
	tests := []struct {
		name, keys string
		eye        string
		says       string // by the footer, "" for anything
	}{
		{"it opens on the first statement", "", "[A1] ○ ○", ""},
		{"the counterparts stand on the cursor's row", "j", "[A2] B2● C3●", ""},
		{"down arrow too", "down", "[A2] B2● C3●", ""},
		{"a count repeats", "5 j", "[A6] B3● C5●", ""},
		{"a count that is too large stops at the end", "5 0 j", "[A8] ○ ○", ""},
		{"further down says so", "G j", "[A8] ○ ○", "last statement"},
		{"further up says so", "k", "[A1] ○ ○", "first statement"},
		{"and back up", "5 j 2 k", "[A4] B6◐ C2→", ""},
		{"a statement with two claims: the other", "3 j )", "[A4] B6→ C2●", ""},
		{"and round to the first", "3 j ) )", "[A4] B6◐ C2→", ""},
		{"the previous claim", "3 j (", "[A4] B6→ C2●", ""},
		{"a statement with one claim says so", "j )", "[A2] B2● C3●", "no other claim"},
		{"the next counterpart in one pane", "5 j .", "[A6] B7● C5●", "counterpart 2 of 2 in B"},
		{"and round to the first", "5 j . .", "[A6] B3● C5●", "counterpart 1 of 2 in B"},
		{"the previous counterpart", "5 j ,", "[A6] B7● C5●", "counterpart 2 of 2 in B"},
		{"no further counterpart", "j .", "[A2] B2● C3●", "no outlet has a further counterpart"},
		{"right to the counterpart", "j l", "A2● [B2] C3●", ""},
		{"right again", "j l l", "A2● B2● [C3]", ""},
		{"with a count", "j 2 l", "A2● B2● [C3]", ""},
		{"tab and arrow too", "j tab right", "A2● B2● [C3]", ""},
		{"and back left", "j l l h left", "[A2] B2● C3●", ""},
		{"shift-tab", "j l shift+tab", "[A2] B2● C3●", ""},
		{"no outlet further left", "h", "[A1] ○ ○", "no further outlet"},
		{"no outlet further right", "l l l", "", "no further outlet"},
		{"right into a silent pane: where it would stand", "2 j l", "A6● [B3] C5●", ""},
		{"the claim stays current in the other outlet", "3 j ) ' c", "A4● B6→ [C2]", ""},
		{"next shared statement", "n", "[A2] B2● C3●", ""},
		{"next but one", "2 n", "[A4] B6◐ C2→", ""},
		{"shared, round the end", "4 n", "[A2] B2● C3●", "past the end"},
		{"previous shared, round the beginning", "N", "[A6] B3● C5●", "past the beginning"},
		{"next that only this outlet has", "o", "[A3] ○ ○", ""},
		{"with a count", "2 o", "[A5] ○ ○", ""},
		{"previous that only this outlet has", "O", "[A8] ○ ○", "past the beginning"},
		{"last statement", "G", "[A8] ○ ○", ""},
		{"statement of a number", "6 G", "[A6] B3● C5●", ""},
		{"a number that is too high", "9 9 G", "[A8] ○ ○", "A has 8 statements"},
		{"first statement", "G g g", "[A1] ○ ○", ""},
		{"a number before gg", "4 g g", "[A4] B6◐ C2→", ""},
		{"home and end", "end home", "[A1] ○ ○", ""},
		{"back", "6 G ctrl+o", "[A1] ○ ○", ""},
		{"back and forth", "6 G ctrl+o ctrl+i", "[A6] B3● C5●", ""},
		{"back twice, forth twice", "6 G 2 G 2 ctrl+o 2 alt+right", "[A2] B2● C3●", ""},
		{"no earlier place", "ctrl+o", "[A1] ○ ○", "no earlier place"},
		{"no later place", "ctrl+i", "[A1] ○ ○", "no later place"},
		{"to an outlet by a letter", "j ' c", "A2● B2● [C3]", ""},
		{"no such outlet", "j ' z", "[A2] B2● C3●", "no outlet begins with z"},
		{"esc gives up the name", "j ' esc l", "A2● [B2] C3●", ""},
		{"hidden: the pane is gone", "j l x", "[A2] C3●", "B is hidden"},
		{"all panes again", "j l x =", "[A2] B2● C3●", ""},
		{"the last pane cannot be hidden", "x x x", "", "the last pane cannot be hidden"},
		{"to a hidden outlet by name: it shows again", "j l x ' b", "A2● [B2] C3●", ""},
		{"the pane moves right", "j L", "B2● [A2] C3●", ""},
		{"and left again", "j L H", "[A2] B2● C3●", ""},
		{"the edge", "H", "[A1] ○ ○", "at the edge"},
		{"boilerplate carries no claim and moves nothing", "j l l G", "A6 B6 [Leave]", ""},
		{"its card says why there is none", "j l l G enter", "", "boilerplate"},
		{"n passes boilerplate by", "l l G n", "A4● B6→ [C2]", "past the end"},
		{"not a command", ": f o o enter", "[A1] ○ ○", "not a command: foo"},
		{"a command with a number", ": 6 enter", "[A6] B3● C5●", ""},
		{"an outlet by command", "j : o u t l e t space c enter", "A2● B2● [C3]", ""},
		{"esc closes the command line", "j : 6 esc", "[A2] B2● C3●", ""},
		{"backspace closes an empty one", "j : backspace j", "[A3] ○ ○", ""},
		{"a digit that waits is shown", "j 1 2", "[A2] B2● C3●", "12"},
		{"esc forgets it", "j 1 2 esc j", "[A3] ○ ○", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := openFlood(t, 120, 24)
			s.press(test.keys)
			if got := s.eye(); test.eye != "" && got != test.eye {
				t.Errorf("%q: the eye-line is %s, want %s\n%s", test.keys, got, test.eye, s.text())
			}
			if got := s.footer(); !strings.Contains(got, test.says) {
				t.Errorf("%q: the footer says %q, want %q", test.keys, got, test.says)
			}
		})
	}
}

// TestSilent: a pane without a counterpart shows what is linked elsewhere, else the place where one would stand.
func TestSilent(t *testing.T) {
	tests := []struct{ name, keys, below string }{
		{"before the counterparts of the next linked statement", "", "A2 B2 C3"},
		{"after those of the one before", "2 j", "A4 B3 C4"},
		{"in one pane only", "3 j", "A5 B7 C3"},
		{"for the statement's other claim", "3 j )", "A5 B7 C3"},
		{"at the end", "G", "_ B4 C6"},
	}
	for _, test := range tests {
		s := openFlood(t, 120, 24)
		s.press(test.keys)
		if got := s.below(); got != test.below {
			t.Errorf("%s: below the eye-line stand %s, want %s\n%s", test.name, got, test.below, s.text())
		}
	}
}

// TestEyeLineByHand: z puts it somewhere, J and K scroll under it.
func TestEyeLineByHand(t *testing.T) {
	const top, bottom = 4, 22 // rows of the panes at 24 rows
	tests := []struct {
		keys string
		y    int
		eye  string
	}{
		{"5 j z t", top, "[A6] B3● C5●"},
		{"5 j z b", bottom, "[A6] B3● C5●"},
		{"5 j z z", top + 9, "[A6] B3● C5●"},
		{"5 j z z 3 J", top + 6, "[A6] B3● C5●"},
		{"5 j z z 3 K", top + 12, "[A6] B3● C5●"},
		{"5 j z z 3 J 3 K", top + 9, "[A6] B3● C5●"},
	}
	for _, test := range tests {
		s := openFlood(t, 120, 24)
		s.press(test.keys)
		if c := s.View().Cursor; c == nil || c.Y != test.y || s.eye() != test.eye {
			t.Errorf("%s: %s at %v, want %s on row %d\n%s", test.keys, s.eye(), c, test.eye, test.y, s.text())
		}
	}
}

// TestThere and back: whatever stands to the right, going there and back leads back.
func TestThereAndBack(t *testing.T) {
	c, l := embedded()
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		s := open(t, c, l, size[0], size[1])
		for range 4 {
			for n := range c.Statements.In(s.reader.At().Report) {
				s.press("' esc") // forget what waits
				s.reader.GoNumber(n + 1)
				at := s.reader.At()
				s.press("l h")
				if got := s.reader.At(); got != at {
					t.Errorf("%v: from %s %d right and left again leads to %d", size, c.Reports[at.Report].Outlet, n+1, c.Statements.All[got.Statement].Number)
					s.reader.Go(at.Statement)
				}
			}
			s.press("l")
		}
	}
}

// TestUnlinked: an unlinked pane keeps its place; linked again, it follows.
func TestUnlinked(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j l i h")
	before := column(s, 1)
	s.press("4 j")
	if column(s, 1) != before {
		t.Errorf("the unlinked pane moved:\n%s", s.text())
	}
	if got := s.eye(); !strings.HasPrefix(got, "[A6]") || !strings.HasSuffix(got, "C5●") {
		t.Errorf("the eye-line is %s", got)
	}
	if !strings.Contains(s.text(), "unlinked") {
		t.Errorf("nothing says that a pane is unlinked:\n%s", s.text())
	}
	s.press("' b i")
	if !strings.Contains(s.footer(), "linked again") {
		t.Errorf("the footer says %q", s.footer())
	}
	s.press("' a 2 G")
	if got := s.eye(); got != "[A2] B2● C3●" {
		t.Errorf("linked again, the eye-line is %s", got)
	}
}

// TestTypedOn: an outlet's name that is typed on after its first letter has led there does nothing else.
func TestTypedOn(t *testing.T) {
	s := openEmbedded(t, 120, 24)
	s.press("' m i")
	if strings.Contains(s.text(), "unlinked") || !strings.Contains(s.footer(), "'mi  Middle East Eye") {
		t.Errorf("the footer says %q", s.footer())
	}
	s.press("i")
	if !strings.Contains(s.text(), "unlinked") {
		t.Errorf("the key after the name is lost:\n%s", s.text())
	}
	s.press("i ' c G")
	if !strings.Contains(s.text(), "25/25") {
		t.Errorf("a key that does not go on with the name is lost:\n%s", s.text())
	}
}

// column is the text of one pane, from top to bottom, without its gutter, so that marks do not count.
func column(s *viewer, pane int) string {
	var b strings.Builder
	for y := 4; y < s.height-1; y++ {
		b.WriteString(string([]rune(s.cells(y)[pane])[2:]) + "\n")
	}
	return b.String()
}

func TestNotSynchronised(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j S")
	if !strings.Contains(s.rows()[0], "NOT SYNCHRONISED") {
		t.Errorf("the header is %q", s.rows()[0])
	}
	b, c := column(s, 1), column(s, 2)
	s.press("4 j")
	if column(s, 1) != b || column(s, 2) != c {
		t.Errorf("panes moved:\n%s", s.text())
	}
	s.press("S")
	if got := s.eye(); got != "[A6] B3● C5●" || strings.Contains(s.rows()[0], "NOT") {
		t.Errorf("synchronised again, the eye-line is %s; %s", got, s.rows()[0])
	}
}

// TestStrip: every outlet's part, also of those whose panes are hidden or off screen, and which claim of how many.
func TestStrip(t *testing.T) {
	s := openFlood(t, 120, 24)
	for _, test := range []struct{ keys, marks, says string }{
		{"", "● A ○ B ○ C", "· 2 silent"},
		{"j", "● A ● B ● C", "· 2 same"},
		{"j j", "● A ◐ B → C", "(1 of 2 here) · 1 in part, 1 linked elsewhere"},
		{")", "● A → B ● C", "(2 of 2 here) · 1 same, 1 linked elsewhere"},
		{"l x", "● A → B ● C", "1 same, 1 linked elsewhere"},
	} {
		s.press(test.keys)
		got := strings.Join(strings.Fields(s.rows()[1]), " ")
		if !strings.HasPrefix(got, test.marks) || !strings.HasSuffix(got, test.says) {
			t.Errorf("%q: the strip is %q, want %q ... %q", test.keys, got, test.marks, test.says)
		}
	}
}

func TestMouse(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j")
	x, y := find(t, s, "B6 ")
	before := s.frame
	s.send(tea.MouseClickMsg{Button: tea.MouseRight, X: x, Y: y})
	if s.frame != before {
		t.Error("the right button does something")
	}
	row := s.row(y)
	s.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: x, Y: y})
	if got := s.eye(); got != "A4◐ [B6] C2→" {
		t.Errorf("a click on B6: the eye-line is %s", got)
	}
	if c := s.View().Cursor; c.Y != y {
		t.Errorf("the click on row %d (%s) put the cursor on row %d", y, row, c.Y)
	}
	a := column(s, 0)
	s.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 2, Y: 10})
	if got := column(s, 0); !strings.HasPrefix(got, strings.Join(strings.SplitAfter(a, "\n")[3:6], "")) {
		t.Errorf("the wheel did not scroll the pane under it by three rows:\n%s", s.text())
	}
	if got := s.reader.At(); s.desk.Now().Corpus.Reports[got.Report].Outlet != "B" {
		t.Error("the wheel moved the cursor to another pane")
	}
	s.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 0})
	s.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp, X: 3, Y: 23})
}

// find is the cell where a text stands.
func find(t *testing.T, s *viewer, text string) (x, y int) {
	t.Helper()
	for y, row := range s.rows() {
		if i := strings.Index(row, text); i >= 0 {
			return utf8.RuneCountInString(row[:i]), y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", text, s.text())
	return 0, 0
}

func TestMouseOff(t *testing.T) {
	s := openFlood(t, 120, 24)
	if s.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is off at the start")
	}
	s.press("M")
	if s.View().MouseMode != tea.MouseModeNone || !strings.Contains(s.footer(), "mouse off") {
		t.Errorf("M: mode %v, %q", s.View().MouseMode, s.footer())
	}
	s.press("M")
	if s.View().MouseMode != tea.MouseModeCellMotion || !strings.Contains(s.footer(), "mouse on") {
		t.Errorf("M again: mode %v, %q", s.View().MouseMode, s.footer())
	}
}

func TestPasteDoesNothing(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j")
	at, eye := s.reader.At(), s.eye()
	s.send(tea.PasteMsg{Content: "jjjjq"})
	if s.reader.At() != at || s.eye() != eye || s.quit || !strings.Contains(s.footer(), "pasting does nothing here") {
		t.Errorf("after a paste: %s, %q", s.eye(), s.footer())
	}
	s.press("enter")
	s.send(tea.PasteMsg{Content: "q"})
	if !strings.Contains(s.text(), "pasting does nothing here") {
		t.Errorf("a paste on the claim card says nothing:\n%s", s.text())
	}
}

func TestFirstRun(t *testing.T) {
	first := openFlood(t, 120, 24, func(o *Options) { o.FirstRun = true })
	for _, want := range []string{"j k statement", "h l outlet", "/ search", "? help", "q quit"} {
		if !strings.Contains(first.footer(), want) {
			t.Errorf("the first run does not show %q: %q", want, first.footer())
		}
	}
	if s := openFlood(t, 120, 24); strings.Contains(s.footer(), "j k statement") {
		t.Errorf("later runs show it too: %q", s.footer())
	}
}

// TestLegendOfMarks: what the marks mean stands below the screens that have them, not below lists and plain texts.
func TestLegendOfMarks(t *testing.T) {
	s := openEmbedded(t, 100, 30, func(o *Options) { o.FirstRun = true })
	for keys, legend := range map[string]bool{"": true, "enter": true, "c": true, "/ k y i v": true, "g l": false, "g r": false, "g v": false, "b": false} {
		s.press(keys)
		if got := strings.Contains(s.text(), "○ silent ┊ boilerplate"); got != legend {
			t.Errorf("after %q the legend is there: %v\n%s", keys, got, s.text())
		}
		s.press("esc")
	}
}

func TestCopy(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j y")
	if len(s.sent) != 1 || !strings.Contains(s.footer(), "sent to the terminal") {
		t.Errorf("y sent %d messages, the footer says %q", len(s.sent), s.footer())
	}
}

func TestQuit(t *testing.T) {
	for _, keys := range []string{"q", "ctrl+c", ": q enter", ": q u i t enter", "/ ctrl+c", "enter ctrl+c", "? ctrl+c", ": ctrl+c"} {
		s := openFlood(t, 120, 24)
		s.press(keys)
		if !s.quit {
			t.Errorf("%s does not quit", keys)
		}
	}
	for _, keys := range []string{"/ q", "enter q", "? q", "' q"} {
		s := openFlood(t, 120, 24)
		s.press(keys)
		if s.quit {
			t.Errorf("%s quits", keys)
		}
	}
	s := openFlood(t, 20, 5)
	s.press("j")
	if s.press("q"); !s.quit {
		t.Error("q does not quit a screen that is too small")
	}
}

// TestNameAClaim: the reader's name stands on strip and card at once, and u takes it away.
func TestNameAClaim(t *testing.T) {
	s := openEmbedded(t, 200, 50)
	s.press("1 1 G enter R")
	for range 80 {
		s.press("backspace")
	}
	s.write("who held the hospital")
	s.press("enter")
	if text := s.text(); strings.Count(text, "who held the hospital") < 2 {
		t.Errorf("strip and card do not have the name:\n%s", text)
	}
	s.press("u")
	if text := s.text(); strings.Contains(text, "who held the hospital (") || !strings.Contains(text, "Claim: hospital") {
		t.Errorf("the name is still there:\n%s", text)
	}
}
