package match

import "testing"

func TestRooted(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"invad", "invas", true}, {"explod", "explos", true}, {"meteor", "meteorit", true}, {"n:norway", "n:norwayan", true},
		{"n:chad", "n:chadwick", false}, {"commun", "commit", false}, {"cat", "cats", false}, {"n:new york", "n:new yorker", false},
	} {
		if got := rooted(c.a, c.b); got != c.want || rooted(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}
