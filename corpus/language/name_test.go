package language

import (
	"math/rand/v2"
	"testing"
)

// TestSpellingsOfManyNames: one name under two spellings is found among thousands, also with a letter lost.
func TestSpellingsOfManyNames(t *testing.T) {
	n, seen := Names{}, map[string]*spelling{}
	add := func(text string, times int) { n[text], seen[text] = text, &spelling{inner: times} }
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		var b [9]byte
		for i := range b {
			b[i] = 'a' + byte(rng.IntN(26))
		}
		add(string(b[:]), 1)
	}
	add("zelensky", 9)
	add("zelenskyy", 3)
	add("zelen?kiy", 2)
	n.unite(seen)
	if n["zelenskyy"] != "zelensky" || n["zelen?kiy"] != "zelensky" {
		t.Errorf("%q, %q", n["zelenskyy"], n["zelen?kiy"])
	}
}
