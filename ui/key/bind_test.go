package key

import (
	"slices"
	"strings"
	"testing"
)

// TestActionNames: every action has a name of its own.
func TestActionNames(t *testing.T) {
	if NextStatement.String() != "next-statement" || OpenCard.String() != "open-card" || TakeRelated.String() != "take-related" {
		t.Errorf("%s, %s, %s", NextStatement, OpenCard, TakeRelated)
	}
	seen := map[string]bool{}
	for _, m := range Default().All() {
		for _, b := range m.Bindings {
			if name := b.Action.String(); strings.HasPrefix(name, "action ") {
				t.Errorf("%s: %s", m.Screen, name)
			} else {
				seen[name] = true
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("%d actions have names", len(seen))
	}
}

// TestBind: other keys take the place of those that were there, and what would make two of one is refused.
func TestBind(t *testing.T) {
	k := Default()
	m := k.On("reading")
	if err := m.Bind("next-statement", []string{"e", "ctrl-n"}); err != nil {
		t.Fatal(err)
	}
	if m.Action("e") != NextStatement || m.Action("ctrl+n") != NextStatement || m.Action("j") != None {
		t.Errorf("e does %s, j %s", m.Action("e"), m.Action("j"))
	}
	if err := m.Bind("quit", []string{"n"}); err != nil || m.Action("n") != Quit || m.Name(NextShared) == "n" {
		t.Errorf("n does %s, %v", m.Action("n"), err)
	}
	for action, keys := range map[string][]string{"fly": {"x"}, "mark": {""}, "note": {"g"}} {
		if err := Default().On("reading").Bind(action, keys); err == nil {
			t.Errorf("%s on %v", action, keys)
		}
	}
	if k.On("attic") != nil || !slices.Contains(k.Screens(), "claim-card") {
		t.Errorf("screens: %v", k.Screens())
	}
	if Default().On("reading").Action("j") != NextStatement {
		t.Error("the keys of the program have changed")
	}
}
