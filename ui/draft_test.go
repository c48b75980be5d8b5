package ui

import (
	"os/exec"
	"strings"
	"testing"

	"parallax/ui/want"
)

// A note that is left, refused or lost with its editor comes back where it was written, and nowhere else.
func TestDrafts(t *testing.T) {
	t.Run("left", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("a")
		s.write("the first draft")
		s.press("esc")
		if got := s.footer(); !strings.Contains(got, "brings the text back") {
			t.Fatalf("the footer says %q", got)
		}
		s.press("j a")
		if got := s.footer(); strings.Contains(got, "the first draft") {
			t.Errorf("another statement's field has it: %q", got)
		}
		s.press("esc k a")
		if got := s.footer(); !strings.Contains(got, "the first draft") {
			t.Fatalf("the field has %q", got)
		}
		s.press("enter a")
		if got := s.footer(); strings.Contains(got, "the first draft") {
			t.Errorf("a note that was made is offered again: %q", got)
		}
	})
	t.Run("refused", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("m b e")
		for range 200 {
			s.press("backspace")
		}
		s.write("No such words")
		s.press("enter")
		if got := s.footer(); !strings.Contains(got, "not what the source says") {
			t.Fatalf("the footer says %q", got)
		}
		s.press("e")
		if got := s.footer(); !strings.Contains(got, "No such words") {
			t.Errorf("the field has %q", got)
		}
	})
	t.Run("editor", func(t *testing.T) {
		s := openEmbedded(t, 80, 24)
		s.press("a")
		s.write("begun here")
		asked := s.stack.Top().Key(press("esc")).(want.LeaveField).Asked
		s.press("esc")
		s.send(writtenMsg{asked, "and ended there", exec.ErrNotFound})
		if got := s.footer(); !strings.Contains(got, "the editor failed") {
			t.Fatalf("the footer says %q", got)
		}
		s.press("a")
		if got := s.footer(); !strings.Contains(got, "and ended there") {
			t.Errorf("the field has %q", got)
		}
	})
}
