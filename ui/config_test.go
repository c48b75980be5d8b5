package ui

import (
	"strings"
	"testing"

	"parallax/ui/key"
)

// TestConfigured: other keys do what they were bound to, the help says so, and outlets have the reader's short names where there is
// little room.
func TestConfigured(t *testing.T) {
	keys := key.Default()
	if err := keys.On("reading").Bind("next-statement", []string{"e"}); err != nil {
		t.Fatal(err)
	}
	c, l := embedded()
	s := open(t, c, l, 80, 24, func(o *Options) {
		o.Keys, o.Short = keys, map[string]string{"Middle East Eye": "MEE", "NBC Bay Area": "NBC\x1b[31m7"}
	})
	before := s.reader.At()
	if s.press("j"); s.reader.At() != before {
		t.Error("j moves, although another key was bound")
	}
	if s.press("e"); s.reader.At() == before {
		t.Error("e does not move")
	}
	if strip := s.rows()[1]; !strings.Contains(strip, " MEE ") || strings.Contains(strip, "Middle") {
		t.Errorf("the strip is %q", strip)
	}
}
