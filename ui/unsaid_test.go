package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/statement"
)

// TestUnsaidLines: s shows between the statements what two others have, the cursor's statement stays on its row, every
// counterpart is on the eye-line as without the lines, and s again leaves the screen as it was.
func TestUnsaidLines(t *testing.T) {
	c, l := embedded()
	s := open(t, c, l, 120, 40)
	for id := range c.Statements.All {
		s.reader.Go(statement.ID(id))
		s.message.say("")
		s.compose()
		if _, ok := s.reader.Claim(); !ok { // boilerplate: nothing follows
			continue
		}
		at, eye := s.View().Cursor, s.eye()
		s.press("s")
		if now := s.View().Cursor; at == nil || now == nil || now.Position != at.Position {
			t.Fatalf("statement %d: the cursor goes from %v to %v\n%s", id, at, now, s.text())
		}
		s.checkEyeLine(c, l)
		if s.eye() != eye {
			t.Fatalf("statement %d: on the eye-line stand %s, before %s", id, s.eye(), eye)
		}
		s.press("s")
		s.message.say("")
		s.compose()
		if strings.Contains(s.text(), "others: ") {
			t.Fatalf("statement %d: the lines stay\n%s", id, s.text())
		}
		if s.eye() != eye {
			t.Fatalf("statement %d: on the eye-line stand %s, before %s", id, s.eye(), eye)
		}
	}
	s.press("' c s")
	if !strings.Contains(s.text(), "○ 3 others") || !strings.Contains(s.text(), "missing here") {
		t.Errorf("no lines:\n%s", s.text())
	}
	for _, w := range []int{40, 72, 80, 100, 160, 200, 120} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 30})
	}
}

// TestUnsaidFollows: a silence that is signed is marked so in the lines, and a name of the reader's stands there.
func TestUnsaidFollows(t *testing.T) {
	s := openEmbedded(t, 120, 60)
	s.press("9 j enter R ctrl+u")
	s.write("Whatever the reader calls it")
	s.press("enter esc s")
	s.press("l")
	lines := s.text()
	if !strings.Contains(lines, "others: ") {
		t.Fatalf("no lines:\n%s", lines)
	}
	s.press("c")
	for range 40 { // sign every silence of the claims of three
		if strings.Contains(s.chosenRow(), "[○]") {
			s.press("0")
		}
		s.press("j")
	}
	s.press("esc")
	if !strings.Contains(s.text(), "✓ ") {
		t.Errorf("no signed line:\n%s", s.text())
	}
}

// TestNoBlankPane: a silent pane whose report is longer than the pane is never left blank for the sake of a place.
func TestNoBlankPane(t *testing.T) {
	c, l := embedded()
	for _, size := range [][2]int{{120, 24}, {200, 50}} {
		s := open(t, c, l, size[0], size[1])
		s.press("D") // the panes have all the rows
		for id := range c.Statements.All {
			s.reader.Go(statement.ID(id))
			s.message.say("")
			s.compose()
			y := s.View().Cursor.Y
			for i := range s.cells(y) {
				if !strings.HasPrefix(s.cells(y)[i], "○") {
					continue
				}
				above := 0
				for at := y - 1; at > 4 && strings.TrimSpace(s.cells(at)[i]) == ""; at-- {
					above++
				}
				if above > 7 {
					t.Fatalf("%v, statement %d: %d blank rows above the line of silence in pane %d\n%s", size, id, above, i, s.text())
				}
			}
		}
	}
}

// TestDigest: below the panes stands what each outlet off screen has of the claim; D takes it away and brings it back.
func TestDigest(t *testing.T) {
	c, l := embedded()
	s := open(t, c, l, 100, 30)
	for id := range c.Statements.All {
		s.reader.Go(statement.ID(id))
		s.message.say("")
		s.compose()
		current, ok := s.reader.Claim()
		if !ok {
			continue
		}
		_, digest, found := strings.Cut(s.text(), strings.Repeat("─", 100)+"\n")
		if !found {
			t.Fatalf("no rule above the digest:\n%s", s.text())
		}
		shown := map[string]bool{}
		for _, title := range s.cells(3) {
			shown[c.Reports[s.reportTitled(title)].Outlet] = true
		}
		for r := range c.Reports {
			if shown[c.Reports[r].Outlet] {
				if strings.Contains(digest, c.Reports[r].Outlet) {
					t.Fatalf("statement %d: %s is on screen and in the digest\n%s", id, c.Reports[r].Outlet, s.text())
				}
				continue
			}
			want := c.Reports[r].Outlet
			if cs := l.Claims.Counterparts(current, statement.ID(id), c.Reports[r].ID); len(cs) > 0 {
				want = fmt.Sprintf("%s %d: ", want, c.Statements.All[cs[0].Statement].Number)
			}
			if !strings.Contains(digest, want) {
				t.Fatalf("statement %d: the digest does not say %q\n%s", id, want, s.text())
			}
		}
	}
	s.press("D")
	if strings.Contains(s.text(), strings.Repeat("─", 100)+"\n") || !strings.Contains(s.text(), "the digest is off") {
		t.Errorf("D leaves the digest:\n%s", s.text())
	}
	s.press("D")
	if !strings.Contains(s.text(), strings.Repeat("─", 100)+"\n") {
		t.Errorf("D does not bring the digest back:\n%s", s.text())
	}
}
