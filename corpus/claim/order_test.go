package claim_test

import (
	"strings"
	"testing"

	"parallax/corpus/statement"
)

// marked is statements of the embedded reports that make several claims, marked by reading them: the outlet, the
// number of the statement, and words of its main assertion, one of which the first claim has among its words.
var marked = []struct {
	outlet string
	number int
	main   string
}{
	{"Middle East Eye", 2, "progress"},
	{"Middle East Eye", 3, "progress"},
	{"Middle East Eye", 9, "refuse"},
	{"Middle East Eye", 11, "Lavrov patients premises"},
	{"Middle East Eye", 12, "killed wounded"},
	{"Middle East Eye", 16, "delegations sitting"},
	{"Middle East Eye", 18, "demands"},
	{"Middle East Eye", 19, "pushed"},
	{"Middle East Eye", 22, "relations"},
	{"China Daily", 3, "met"},
	{"China Daily", 8, "surrender surrendered"},
	{"China Daily", 9, "refuse"},
	{"China Daily", 17, "pushed"},
	{"Press TV", 1, "met level"},
	{"Press TV", 8, "seeking"},
	{"Press TV", 11, "pushed"},
	{"Press TV", 14, "hit"},
	{"Press TV", 15, "trapped rubble attack"},
	{"Gossip Dad", 2, "level ended"},
	{"Gossip Dad", 3, "lasted"},
	{"Gossip Dad", 6, "barbaric called"},
	{"Gossip Dad", 8, "control patients"},
	{"Gossip Dad", 12, "aim"},
	{"Gossip Dad", 13, "neutral"},
	{"NBC Bay Area", 3, "level first"},
	{"NBC Bay Area", 14, "seized"},
	{"NBC Bay Area", 15, "patients"},
	{"NBC Bay Area", 16, "aim"},
	{"NBC Bay Area", 20, "relations"},
}

// TestMainFirst: the first claim of a statement is what it asserts in the first place, in nine of ten.
func TestMainFirst(t *testing.T) {
	e := openSeeds(t)
	right := 0
	for _, m := range marked {
		id := statement.ID(-1)
		for i := range e.set.All {
			if e.set.All[i].Number == m.number && strings.HasPrefix(e.set.ReportOf(statement.ID(i)).Outlet, m.outlet) {
				id = statement.ID(i)
			}
		}
		first := e.claims.All[e.claims.Of(id)[0]]
		words := ""
		for _, w := range e.claims.Words(first.ID, id) {
			words += " " + e.set.ReportOf(id).Text[w.Start:w.End]
		}
		ok := false
		for _, w := range strings.Fields(m.main) {
			ok = ok || strings.Contains(words+" "+first.Name, w)
		}
		if ok {
			right++
		} else {
			t.Logf("%s %d: %q comes first", m.outlet, m.number, first.Name)
		}
	}
	t.Logf("%d of %d", right, len(marked))
	if 10*right < 9*len(marked) {
		t.Errorf("%d of %d", right, len(marked))
	}
}
