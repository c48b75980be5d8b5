package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/ui/desk"
)

// TestLateLinks: links that come while someone reads change marks, the strip and the header, and nothing else.
func TestLateLinks(t *testing.T) {
	c, l := embedded()
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
		for _, before := range []string{"", "9 j", "2 l 1 2 j 2 J", "G", "l i 5 j h", "S 8 j"} {
			s := open(t, c, nil, size[0], size[1])
			s.press(before)
			if !strings.Contains(s.rows()[0], "linking") && !strings.Contains(s.rows()[0], "NOT SYNCHRONISED") {
				t.Errorf("nothing says that links are on their way: %q", s.rows()[0])
			}
			text, cursor := body(s), *s.View().Cursor
			s.send(desk.Linked{Linked: l})
			if got := body(s); got != text {
				t.Errorf("%v, %q: the links moved something:\n%s\nbefore:\n%s", size, before, got, text)
			}
			if now := s.View().Cursor; now == nil || now.Position != cursor.Position {
				t.Errorf("%v, %q: the links moved the cursor", size, before)
			}
			if strings.Contains(s.rows()[0], "linking") {
				t.Errorf("the header still says %q", s.rows()[0])
			}
		}
	}
}

// body is the text of the panes: every row below the rule but the digest and the footer, without the gutters.
func body(s *viewer) string {
	var b strings.Builder
	for y := 3; y < s.height-1; y++ {
		if strings.HasPrefix(s.rows()[y], "──") {
			break
		}
		for _, cell := range s.cells(y) {
			b.WriteString(string([]rune(cell)[2:]) + "│")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestLateLinksThenAKey: with the next move the panes follow.
func TestLateLinksThenAKey(t *testing.T) {
	c, l := flood(t)
	s := open(t, c, nil, 120, 24)
	s.press("j")
	s.send(desk.Linked{Linked: l})
	if got := s.eye(); got != "[A2] B2● C3" && !strings.HasPrefix(got, "[A2]") {
		t.Errorf("the eye-line is %s", got)
	}
	s.press("4 j")
	if got := s.eye(); got != "[A6] B3● C5●" {
		t.Errorf("after a move the eye-line is %s", got)
	}
}

// TestStaleLinks: links of another snapshot than the one on the screen are dropped.
func TestStaleLinks(t *testing.T) {
	c, l := flood(t)
	s := open(t, c, nil, 120, 24)
	frame := s.frame
	old := match.Links{Generation: c.Statements.Generation - 1}
	s.send(desk.Linked{Linked: &corpus.Linked{Links: &old, Claims: l.Claims}})
	if s.frame != frame {
		t.Errorf("stale links changed the screen:\n%s", s.text())
	}
}

func TestProgress(t *testing.T) {
	c, _ := flood(t)
	s := open(t, c, nil, 120, 24)
	s.Update(desk.Progressed{Done: 0.42})
	s.check()
	if !strings.Contains(s.rows()[0], "linking 42%") {
		t.Errorf("the header says %q", s.rows()[0])
	}
}

func TestLinkingFailed(t *testing.T) {
	c, _ := flood(t)
	s := open(t, c, nil, 120, 24)
	s.send(desk.LinkFailed{Err: fmt.Errorf("the evidence ran out \x1b[2J")})
	if !strings.Contains(s.footer(), "linking failed: the evidence ran out") {
		t.Errorf("the footer says %q", s.footer())
	}
}

// TestNotLinkedYet: keys that need links say that they are not there yet.
func TestNotLinkedYet(t *testing.T) {
	c, _ := flood(t)
	for _, keys := range []string{"n", "N", "o", "O", "enter"} {
		s := open(t, c, nil, 120, 24)
		s.press(keys)
		if !strings.Contains(s.footer(), "not linked yet") {
			t.Errorf("%s: the footer says %q", keys, s.footer())
		}
	}
	s := open(t, c, nil, 120, 24)
	s.press("j l ) . ,")
	if got := s.reader.At().Report; got != 1 {
		t.Errorf("without links l leads to report %d", got)
	}
}

// TestBeforeTheSize: messages that come before the size of the screen is known do no harm.
func TestBeforeTheSize(t *testing.T) {
	c, l := flood(t)
	s := &viewer{model: newModel(t.Context(), Options{Corpus: c}), t: t}
	s.press("j l n o G / enter ? esc J z z x = S i")
	s.send(desk.Linked{Linked: l})
	s.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 3})
	s.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 3, Y: 3})
	s.send(tea.PasteMsg{Content: "x"})
	s.send(tea.WindowSizeMsg{Width: 120, Height: 24})
	if got := s.eye(); got != "[A1] ○ ○" {
		t.Errorf("it opens on %s", got)
	}
}

// TestBoilerplateLinksAnew: a word on boilerplate makes new statements, and their links arrive; also while the first linking
// still runs.
func TestBoilerplateLinksAnew(t *testing.T) {
	c, l := embedded()
	for _, linked := range []*corpus.Linked{l, nil} {
		s := open(t, c, linked, 120, 40)
		s.press("j B")
		now := s.desk.Now()
		if now.Linked == nil || now.Linked.Links.Generation != now.Corpus.Statements.Generation || now.Corpus.Statements.Generation == c.Statements.Generation {
			t.Fatalf("the links are not those of the statements: %+v", now.Linked)
		}
		if head := s.rows()[0]; strings.Contains(head, "linking") {
			t.Errorf("the header says %q", head)
		}
		if id := s.reader.At().Statement; len(now.Linked.Claims.Of(id)) > 0 {
			t.Error("boilerplate carries a claim")
		}
		s.press("u")
		if id := s.reader.At().Statement; len(s.desk.Now().Linked.Claims.Of(id)) == 0 {
			t.Error("what is a part of the story again carries no claim")
		}
	}
}
