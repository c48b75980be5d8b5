package line

import (
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/safe"
)

// TestShortNames: each name fits, no two are the same, and what fits stays whole.
func TestShortNames(t *testing.T) {
	names := []string{"Middle East Eye", "Middle East Monitor", "Press TV", "NBC Bay Area", "NBC Boston", "BBC", "The Northern Star", "The Northern Sun", "Ж", "日本経済新聞社"}
	for i := range 30 {
		names = append(names, fmt.Sprintf("Outlet number %d", i))
	}
	for columns := 4; columns < 20; columns++ {
		seen := make(map[string]string)
		for i, s := range ShortNames(names, nil, columns, "…") {
			if other, twice := seen[strings.ToLower(s)]; twice || s == "" {
				t.Errorf("in %d columns %q is %q and %q", columns, s, names[i], other)
			}
			seen[strings.ToLower(s)] = names[i]
			if w := safe.Width(s); w > columns {
				t.Errorf("in %d columns %q takes %d", columns, s, w)
			}
			if safe.Width(names[i]) <= columns && s != names[i] {
				t.Errorf("in %d columns %q becomes %q", columns, names[i], s)
			}
		}
	}
	if got := ShortNames([]string{"The Independent", "The Times"}, nil, 12, "…"); got[0] != "Independent" || got[1] != "The Times" {
		t.Errorf("got %q", got)
	}
	got := strings.Join(ShortNames(names[:6], nil, 8, "…"), "|")
	if want := "Middle|MEM|Press TV|NBC Bay|NBCB|BBC"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFirstWords: one word names an outlet unless another outlet has the same; "The" says nothing, and the reader's own word wins.
func TestFirstWords(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"Middle East Eye|Press TV|The Inland Courier|NBC Bay Area", "Middle|Press|Inland|NBC"},
		{"Daily Mail|Daily Star|The Ledger|Agence Meridian", "DM|DS|Ledger|AM"},
		{"The|日本経済新聞社|", "The|日本経.|"},
	} {
		own := map[string]string{"Agence Meridian": "AM"}
		if got := strings.Join(FirstWords(strings.Split(c.names, "|"), own, "…"), "|"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.names, got, c.want)
		}
	}
}
