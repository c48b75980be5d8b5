package ui

import (
	"strings"
	"testing"
)

// TestBackToTheTable: from the wording to which enter led, esc and the key that leads back from a jump show the table again, as
// it was arranged, at the same cell; esc there closes it, and the cursor stays.
func TestBackToTheTable(t *testing.T) {
	for _, back := range []string{"esc", "ctrl+o", "j k esc"} {
		s := openEmbedded(t, 120, 30)
		s.press("3 j c tab s 7 j l l")
		before := s.text()
		s.press("enter")
		at := s.reader.At()
		if !strings.Contains(s.footer(), "esc back to claims") {
			t.Errorf("the footer does not say where esc leads: %q", s.footer())
		}
		if s.press(back); s.text() != before {
			t.Errorf("%s shows\n%s\nit was\n%s", back, s.text(), before)
		}
		s.press("esc")
		if s.stack.Top().Keys() != &s.keys.Reading || strings.Contains(s.footer(), "back to claims") {
			t.Errorf("esc does not close the table:\n%s", s.text())
		}
		if back == "esc" && s.reader.At() != at {
			t.Errorf("esc moved the cursor from %v to %v", at, s.reader.At())
		}
		if s.press("esc"); s.stack.Top().Keys() != &s.keys.Reading {
			t.Errorf("esc opens what was closed:\n%s", s.text())
		}
	}
}

// TestBackToTheVoices: esc ends the words of a voice first, then shows the voices again; what is opened anew is not opened twice.
func TestBackToTheVoices(t *testing.T) {
	s := openEmbedded(t, 120, 30)
	s.press("V g g l")
	before := s.text()
	s.press("enter n n esc")
	if s.reader.Active() != nil || s.stack.Top().Keys() != &s.keys.Reading {
		t.Fatalf("esc does not end the set:\n%s", s.text())
	}
	if s.press("esc"); s.text() != before {
		t.Errorf("esc shows\n%s\nit was\n%s", s.text(), before)
	}
	s.press("enter esc V esc esc")
	if s.stack.Top().Keys() != &s.keys.Reading {
		t.Errorf("the voices that were left come back though others were opened:\n%s", s.text())
	}
	s.press("9 G V g g enter G ctrl+o")
	if s.stack.Top().Keys() != &s.keys.Reading {
		t.Errorf("ctrl-o leads past the jump inside the panes:\n%s", s.text())
	}
	if s.press("ctrl+o"); s.stack.Top().Keys() != &s.keys.Voices {
		t.Errorf("ctrl-o does not lead back to the voices:\n%s", s.text())
	}
}
