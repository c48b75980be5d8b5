package ui

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/report"
)

// everywhere goes through all screens and many moves, so that every frame on the way is checked.
const everywhere = `j j k l h n N o O ) ( . , G g g 3 j ctrl+f pgup ctrl+d ctrl+u space J K z z z t z b ctrl+o ctrl+i
 i i S S x = L H M M enter j k G g g ) ( y ? esc esc / a down up pgdown enter n N esc ? c o p y esc : 3 enter ' tab esc ' q
 ctrl+l y enter enter tab shift+tab 9 9 9 j 9 9 9 k 5 l 5 h home end`

// walk presses everything at several sizes.
func walk(t *testing.T, c *corpus.Corpus, l *corpus.Linked, change ...func(*Options)) {
	t.Helper()
	for _, size := range [][2]int{{40, 12}, {72, 15}, {80, 24}, {200, 50}} {
		s := open(t, c, l, size[0], size[1], change...)
		s.press(everywhere)
	}
}

// TestTwoReportsOfOneOutlet: two panes, but one outlet in every count.
func TestTwoReportsOfOneOutlet(t *testing.T) {
	c, l := event(t, []outlet{
		{name: "The Post", title: "x", text: lines("A", 4)}, {name: "The Post", title: "y", text: lines("B", 4)}, {name: "Courier", title: "z", text: lines("C", 4)},
	}, "A1 B1", "A1 C2", "B1 C2", "A2 B3")
	s := open(t, c, l, 120, 24)
	if head := s.rows()[0]; !strings.Contains(head, "2 outlets") {
		t.Errorf("the header says %q", head)
	}
	if strip := s.rows()[1]; strings.Count(strip, "The Post") != 1 || !strings.Contains(strip, "· 1 same") {
		t.Errorf("the strip says %q", strip)
	}
	if got := s.eye(); got != "[A1] B1● C2●" {
		t.Errorf("the eye-line is %s", got)
	}
	s.press("j")
	if strip := s.rows()[1]; !strings.Contains(strip, "· 1 silent") {
		t.Errorf("the strip says %q", strip)
	}
	s.press("' t")
	if got := s.eye(); got != "A2● [B3] ○" {
		t.Errorf("to the outlet's other report: %s", got)
	}
	s.press("' t")
	if got := s.eye(); got != "[A2] B3● ○" {
		t.Errorf("and round: %s", got)
	}
	walk(t, c, l)
}

func TestEmptyReport(t *testing.T) {
	c, l := event(t, []outlet{{name: "Nothing", path: "nothing.txt"}, {name: "A", title: "x", text: lines("A", 4)}, {name: "Blank", text: " \n\n\t\n"}})
	s := open(t, c, l, 120, 24)
	if !strings.Contains(s.text(), "this report has no text") {
		t.Errorf("an empty report does not say so:\n%s", s.text())
	}
	s.press("enter")
	if !strings.Contains(s.footer(), "no statements") {
		t.Errorf("its card: %q", s.footer())
	}
	s.press("y")
	if len(s.sent) != 0 {
		t.Error("nothing was copied all the same")
	}
	s.press("l")
	if got := s.eye(); got != "_ [A1] _" && !strings.Contains(got, "[A1]") {
		t.Errorf("right of it: %s", got)
	}
	walk(t, c, l)
	alone, none := event(t, []outlet{{name: "Nothing"}})
	walk(t, alone, none)
}

// TestManyReports: the strip never leaves an outlet out of its counts, whatever the width.
func TestManyReports(t *testing.T) {
	var outlets []outlet
	var links []string
	for i := range 200 {
		name := fmt.Sprintf("Q%d-", i)
		said := strings.ReplaceAll(lines("Q-", 3), "Q-", name) // all in the same words
		outlets = append(outlets, outlet{name: fmt.Sprintf("Outlet number %d", i), title: "x", text: said})
		if i > 0 && i < 60 {
			part := ""
			if i%4 == 0 {
				part = " part"
			}
			links = append(links, fmt.Sprintf("Q0-1 %s1%s", name, part))
		}
	}
	// One claim of sixty statements needs a link between any two of them.
	for i := 1; i < 60; i++ {
		for k := i + 1; k < 60; k++ {
			links = append(links, fmt.Sprintf("Q%d-1 Q%d-1", i, k))
		}
	}
	c, l := event(t, outlets, links...)
	if n := len(l.Claims.All[0].Statements); n != 60 {
		t.Fatalf("the claim has %d statements", n)
	}
	s := open(t, c, l, 200, 50)
	for w := 40; w <= 400; w++ {
		s.send(tea.WindowSizeMsg{Width: w, Height: 24})
		strip := strings.TrimSpace(s.rows()[1])
		all := 200
		if strings.HasPrefix(strip, "+") {
			all-- // none has its own mark, and the cursor's outlet does not count
		}
		if n := stripCount(strip); n != all {
			t.Fatalf("%d columns: the strip counts %d outlets: %q", w, n, strip)
		}
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 24})
	if strip := s.rows()[1]; !strings.Contains(strip, "45 same, 14 in part, 140 silent") {
		t.Errorf("the strip says %q", strip)
	}
	s.press("5 0 l")
	if got := s.reader.At().Report; got != 50 {
		t.Errorf("50l leads to report %d", got)
	}
	walk(t, c, l)
}

// stripCount adds up what the strip shows: one for each mark or blank before the count, and the count: "+37: 12● 3◐ 22○".
func stripCount(strip string) int {
	marks, rest, counted := strings.Cut(strip, "+")
	n := 0
	for _, mark := range []string{"●", "◐", "≠", "→", "○"} {
		n += strings.Count(marks, mark)
	}
	if !counted {
		return n
	}
	var more, sum int
	if _, err := fmt.Sscanf(rest, "%d:", &more); err != nil {
		return -1
	}
	for _, m := range countedMark.FindAllStringSubmatch(rest, -1) {
		k, _ := strconv.Atoi(m[1])
		sum += k
	}
	if sum != more {
		return -1
	}
	return n + more
}

var countedMark = regexp.MustCompile(`([0-9]+)[●◐≠→○]`)

// TestLongLine: a megabyte without a line end is read like any other report.
func TestLongLine(t *testing.T) {
	long := "A1 " + strings.Repeat("the water rose and the bridge stayed closed ", 1<<20/44) + "end."
	c, l := event(t, []outlet{{name: "A", title: "x", text: long}, {name: "B", title: "x", text: lines("B", 4)}}, "A1 B2")
	s := open(t, c, l, 120, 40)
	if got := s.eye(); got != "[A1] B2●" {
		t.Errorf("the eye-line is %s", got)
	}
	s.press("ctrl+f ctrl+f 5 0 J l h G k enter G esc")
	s.press("/ e n d .")
	if !underlined(s, "end") {
		t.Errorf("the match at the end of a long statement is not in sight:\n%s", s.text())
	}
	s.press("esc")
	s.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	s.press("j k / w a t e r enter n")
}

// TestProblems: what became of the files is in the header when some gave nothing.
func TestProblems(t *testing.T) {
	c, l := flood(t)
	d := *c
	d.Problems = []report.Problem{{Path: "a.bin", Err: fmt.Errorf("binary")}, {Path: "b.bin", Err: fmt.Errorf("binary")}}
	s := open(t, &d, l, 160, 24)
	if !strings.Contains(s.rows()[0], "3 read, 0 passed over, 2 unreadable") {
		t.Errorf("the header says %q", s.rows()[0])
	}
}

// TestASCII: on reports in ASCII, nothing else is on the screen.
func TestASCII(t *testing.T) {
	c, l := flood(t)
	for _, linear := range []bool{false, true} {
		s := open(t, c, l, 100, 50, func(o *Options) { o.ASCII, o.FirstRun, o.Linear = true, true, linear })
		for _, k := range append(strings.Fields(everywhere), strings.Fields(": x enter : o u t l e t enter ' z ' esc / z z z esc")...) {
			s.press(k)
			for _, r := range s.text() {
				if r > 0x7E {
					t.Errorf("after %s %q is on the screen:\n%s", k, r, s.text())
					break
				}
			}
		}
	}
}

// TestOneReport: a single report has nothing to follow, but is read and searched all the same.
func TestOneReport(t *testing.T) {
	c, l := event(t, []outlet{{name: "A", text: lines("A", 30)}})
	walk(t, c, l)
}

// oddEvent is an event in scripts that are hard to lay out. Scripts whose clusters a terminal may count in two ways are
// not among them: the emulator always counts by grapheme, frames are laid out by rune.
func oddEvent(t testing.TB) (*corpus.Corpus, *corpus.Linked) {
	t.Helper()
	return event(t, []outlet{
		{name: "新聞社", title: "洪水", text: "A1 市長は月曜日に、水が引くまで橋を閉鎖すると述べた。\nA2 한국어로 쓴 문장이 하나 더 있습니다 그리고 조금 더 길어요.\nA3 short.\n"},
		{name: "جريدة النهر", text: "B1 قال رئيس البلدية إن الجسر سيبقى مغلقا حتى ينحسر الماء.\nB2 ראש העיר אמר שהגשר יישאר סגור עד שהמים יירדו.\nB3 short.\n"},
		{name: "Café Ze\u0301ro", title: "e\u0301", text: "C1 nai\u0308vete\u0301 a\u0300 la vie\u0302\u0323t, o\u0308fter.\nC2 \t tabs\tand\ttabs.\nC3 👨‍👩‍👧 🇫🇷 👍🏽 ❤️ 1️⃣ end.\nC4 ภาษาไทย.\n" + lines("C9", 30)},
	}, "A1 B1", "A1 C1", "B1 C1", "A2 C4 part", "B2 C3", "A3 B3")
}
