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

// TestDraftsOutliveTheTerminal: a note half written when the terminal is closed comes back with the session.
func TestDraftsOutliveTheTerminal(t *testing.T) {
	s := openEmbedded(t, 80, 24)
	s.press("a")
	s.write("half a tho")
	kept := s.leave()
	again := openEmbedded(t, 80, 24)
	again.comeBack(&kept)
	again.press("a")
	if got := again.footer(); !strings.Contains(got, "half a tho") {
		t.Errorf("the field has %q", got)
	}
	again.press("enter")
	if kept := again.leave(); kept.More[draftsIn] != "" {
		t.Errorf("a note that was made is still a draft: %s", kept.More[draftsIn])
	}
}

// TestNumbersInASCII: the screen spells out what has no letter in ASCII, also while words are selected and found.
func TestNumbersInASCII(t *testing.T) {
	s := openEmbedded(t, 200, 50, func(o *Options) { o.ASCII = true })
	if text := s.text(); !strings.Contains(text, "just 1 1/2 hours") {
		t.Errorf("the screen is\n%s", text)
	}
	s.press("/")
	s.write("hours")
	if text := s.text(); strings.Contains(text, "1?") || !strings.Contains(text, "1 1/2 hours") {
		t.Errorf("the search shows\n%s", text)
	}
}
