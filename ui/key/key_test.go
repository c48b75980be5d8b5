package key

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the key table of the README anew")

func TestNoKeyTwiceOnAScreen(t *testing.T) {
	for _, m := range Default().All() {
		seen := map[string]string{}
		for _, b := range m.Bindings {
			for _, k := range b.Keys {
				if other, ok := seen[k]; ok {
					t.Errorf("%s: %s is %q and %q", m.Screen, k, other, b.Help)
				}
				seen[k] = b.Help
			}
		}
		for k := range seen {
			for other := range seen {
				if strings.HasPrefix(other, k+" ") {
					t.Errorf("%s: %s can never be typed, because %s does something alone", m.Screen, other, k)
				}
			}
		}
	}
}

// TestTmux: tmux takes ctrl-b for itself.
func TestTmux(t *testing.T) {
	for _, m := range Default().All() {
		if a := m.Action("ctrl+b"); a != None {
			t.Errorf("%s: ctrl-b does %d", m.Screen, a)
		}
		for _, b := range m.Bindings {
			for _, k := range b.Keys {
				if slices.Contains(strings.Fields(k), "ctrl+b") {
					t.Errorf("%s: %q needs ctrl-b", m.Screen, k)
				}
			}
		}
	}
}

func TestEveryActionIsBoundAndExplained(t *testing.T) {
	bound := map[Action]bool{}
	for _, m := range Default().All() {
		for _, b := range m.Bindings {
			if b.Action == None || len(b.Keys) == 0 || b.Help == "" {
				t.Errorf("%s: %+v", m.Screen, b)
			}
			bound[b.Action] = true
			for _, k := range b.Keys {
				if got := m.Action(k); got != b.Action {
					t.Errorf("%s: %s does %d, not %d", m.Screen, k, got, b.Action)
				}
			}
		}
	}
	for a := None + 1; a <= Complete; a++ {
		if !bound[a] && a != beforeScreens && a != afterScreens {
			t.Errorf("action %d has no key", a)
		}
	}
}

// TestTextFields: where letters are text, no letter does anything else.
func TestTextFields(t *testing.T) {
	for _, m := range []*Map{&Default().Search, &Default().Command, &Default().Help} {
		for r := ' '; r < 0x7F; r++ {
			k := string(r)
			if r == ' ' {
				k = "space"
			}
			if a := m.Action(k); a != None {
				t.Errorf("%s: %q does %d", m.Screen, k, a)
			}
		}
	}
}

func TestParser(t *testing.T) {
	type result struct {
		action Action
		count  int
	}
	tests := []struct {
		name, keys string
		want       []result // of the keys that complete something
		pending    string   // afterwards
	}{
		{"a key", "j", []result{{NextStatement, 0}}, ""},
		{"a count", "5 j", []result{{NextStatement, 5}}, ""},
		{"a count of several digits with a zero", "1 0 2 G", []result{{LastStatement, 102}}, ""},
		{"a leading zero is no count", "0 j", []result{{NextStatement, 0}}, ""},
		{"a sequence", "g g", []result{{FirstStatement, 0}}, ""},
		{"a sequence with a count", "3 g g", []result{{FirstStatement, 3}}, ""},
		{"a count is used once", "3 j j", []result{{NextStatement, 3}, {NextStatement, 0}}, ""},
		{"half a sequence waits", "z", nil, "z"},
		{"half a sequence with its count", "1 2 z", nil, "12z"},
		{"a sequence that means nothing is forgotten", "g X j", []result{{NextStatement, 0}}, ""},
		{"a digit within a sequence breaks it", "g 5 j", []result{{NextStatement, 0}}, ""},
		{"esc forgets a count", "5 esc j", []result{{NextStatement, 0}}, ""},
		{"esc forgets half a sequence", "g esc g g", []result{{FirstStatement, 0}}, ""},
		{"esc alone is a key", "esc", []result{{Close, 0}}, ""},
		{"a key without meaning takes the count along", "5 F12 j", []result{{NextStatement, 0}}, ""},
		{"a count is bounded", "9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 j", []result{{NextStatement, maxCount}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Parser
			var got []result
			for _, k := range strings.Fields(test.keys) {
				if a, n := p.Feed(&Default().Reading, k); a != None {
					got = append(got, result{a, n})
				}
			}
			if !slices.Equal(got, test.want) || p.Pending() != test.pending {
				t.Errorf("%s: got %v, waiting %q, want %v, waiting %q", test.keys, got, p.Pending(), test.want, test.pending)
			}
		})
	}
}

// FuzzParser: whatever is typed, the parser comes to rest: esc twice leaves nothing waiting.
func FuzzParser(f *testing.F) {
	f.Add("5 j g g z z")
	f.Add("1 g 2 z esc")
	f.Fuzz(func(t *testing.T, keys string) {
		var p Parser
		for _, k := range strings.Fields(keys) {
			if a, n := p.Feed(&Default().Reading, k); n < 0 || n > maxCount || a < None || a > Complete {
				t.Fatalf("%s: action %d, count %d", k, a, n)
			}
		}
		p.Feed(&Default().Reading, "esc")
		if p.Pending() != "" {
			t.Errorf("%q waits after esc", p.Pending())
		}
	})
}

func TestPretty(t *testing.T) {
	for k, want := range map[string]string{
		"j": "j", "ctrl+d": "ctrl-d", "g g": "gg", "pgdown": "PgDn", "shift+tab": "shift-tab", "alt+left": "alt-←", "up": "↑", "+": "+", "'": "'",
	} {
		if got := Pretty(k); got != want {
			t.Errorf("%s is written %s, want %s", k, got, want)
		}
	}
}

// TestReadme: the table that a new user reads is the table that the program obeys.
func TestReadme(t *testing.T) {
	const file, from, to = "../../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), from)
	table, tail, also := strings.Cut(rest, to)
	if !ok || !also {
		t.Fatalf("%s has no place for the table between %q and %q", file, from, to)
	}
	if *update {
		if err := os.WriteFile(file, []byte(head+from+Default().Markdown()+to+tail), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if table != Default().Markdown() {
		t.Errorf("%s: the key table is not the program's; run go test ./ui/key -update", file)
	}
}

// TestInList: a list is walked by items, pages, numbers, and never left.
func TestInList(t *testing.T) {
	for _, c := range []struct {
		a                 Action
		count, chosen, to int
	}{
		{ListDown, 0, 3, 4}, {ListDown, 4, 3, 7}, {ListDown, 99, 3, 9}, {ListUp, 0, 0, 0}, {ListUp, 2, 3, 1},
		{ListPageDown, 0, 1, 5}, {ListPageUp, 2, 9, 1}, {ListFirst, 0, 5, 0}, {ListFirst, 3, 5, 2}, {ListLast, 0, 5, 9}, {ListLast, 3, 5, 2},
	} {
		if to, ok := InList(c.a, c.count, c.chosen, 10, 4); !ok || to != c.to {
			t.Errorf("action %d, count %d, from %d: to %d, %v; want %d", c.a, c.count, c.chosen, to, ok, c.to)
		}
	}
	if to, ok := InList(ListDown, 0, 0, 0, 4); to != 0 || !ok {
		t.Errorf("in an empty list: to %d, %v", to, ok)
	}
	if _, ok := InList(Accept, 0, 0, 10, 4); ok {
		t.Error("enter moves in a list")
	}
}

// TestBoundAnew: what forgets a count, and what the footer names, are the keys of the map, whatever they are.
func TestBoundAnew(t *testing.T) {
	m := &Map{"Test", []Binding{{NextStatement, []string{"down"}, "down", "down"}, {Close, []string{"ctrl+g", "q"}, "close", "close"}, {Quit, nil, "quit", "quit"}}}
	var p Parser
	p.Feed(m, "5")
	if a, _ := p.Feed(m, "esc"); a != None || p.Pending() != "" {
		t.Errorf("esc, which is not bound, does %d", a)
	}
	p.Feed(m, "5")
	if a, _ := p.Feed(m, "ctrl+g"); a != None || p.Pending() != "" {
		t.Errorf("ctrl-g after a count does %d, and %q waits", a, p.Pending())
	}
	if a, _ := p.Feed(m, "ctrl+g"); a != Close {
		t.Errorf("ctrl-g alone does %d", a)
	}
	if got := m.Footer(); !slices.Equal(got, []Hint{{"↓", "down", Ordinary}, {"ctrl-g", "close", ToLeave}}) || m.Name(Quit) != "" {
		t.Errorf("the footer names %v, and quit %q", got, m.Name(Quit))
	}
}
