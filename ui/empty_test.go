package ui

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestEmpty: a screen with nothing to show says so, and what to do.
func TestEmpty(t *testing.T) {
	c := &corpus.Corpus{Name: "Weir", Reports: []report.Report{{Outlet: "Sandby Post", Text: "The weir broke.\n\nNo water is left.\n"}}}
	c.Statements = statement.Of(c.Reports, 1)
	c = c.AsOneStory()
	l, err := c.Link(t.Context(), []match.Decision{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]string{
		"c":         "nothing beside it to compare; tab shows",
		"V tab tab": "no such voice; tab shows others",
		"W":         "A says which words name one thing",
		"W tab":     "nothing of that kind; tab shows others",
		"g x x":     "tab and > choose other things",
		"b":         "Nothing is kept yet",
		"/ q q q":   "take a word away",
		"r":         "Nothing left that is worth asking; esc goes back",
	} {
		s := open(t, c, l, 80, 24)
		s.press(keys)
		if !strings.Contains(s.text(), want) {
			t.Errorf("%s does not say %q:\n%s", keys, want, s.text())
		}
	}
}
