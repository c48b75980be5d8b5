package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestThroughScreen: what screen hands on, string by string, is what asks for the whole copy.
func TestThroughScreen(t *testing.T) {
	text := strings.Repeat("“No progress”, said both. ", 200)
	var handed strings.Builder
	for part := range strings.SplitSeq(throughScreen(text), "\x1bP") {
		part, whole := strings.CutSuffix(part, "\x1b\\")
		if len(part) > screenStrings || whole != (part != "") {
			t.Fatalf("a string of %d bytes, ended: %v", len(part), whole)
		}
		handed.WriteString(part)
	}
	if handed.String() != ansi.SetSystemClipboard(text) {
		t.Errorf("%.80q", handed.String())
	}
}
