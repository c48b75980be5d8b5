package claim_test

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// embedded is the five embedded reports, linked.
type embedded struct {
	set    *statement.Set
	scored *match.Scored
	links  *match.Links
	claims *claim.Claims
}

func openSeeds(t *testing.T) *embedded {
	t.Helper()
	read := source.ReadFS(t.Context(), seeds.Files, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	links := match.Apply(scored, nil)
	return &embedded{set, scored, links, claim.Group(set, links)}
}

// find is the one statement of the outlet that holds the words.
func (e *embedded) find(t *testing.T, outlet, words string) statement.ID {
	t.Helper()
	found := statement.ID(-1)
	for i := range e.set.All {
		id := statement.ID(i)
		if strings.HasPrefix(e.set.ReportOf(id).Outlet, outlet) && strings.Contains(e.set.Text(id), words) {
			if found >= 0 {
				t.Fatalf("%s has %q twice", outlet, words)
			}
			found = id
		}
	}
	if found < 0 {
		t.Fatalf("%s has no %q", outlet, words)
	}
	return found
}

// shared is the claims that all the statements carry.
func (e *embedded) shared(ids ...statement.ID) []claim.ID {
	all := slices.Clone(e.claims.Of(ids[0]))
	for _, id := range ids[1:] {
		all = slices.DeleteFunc(all, func(c claim.ID) bool { return !slices.Contains(e.claims.Of(id), c) })
	}
	return all
}

// TestHospital is the case that the program is for: what Lavrov says of the hospital is one claim in three outlets, the
// first on each of its statements; the report of the strike in a fourth is another claim, to which it is linked.
func TestHospital(t *testing.T) {
	e := openSeeds(t)
	first := e.find(t, "Middle East Eye", "there were no patients there")
	wordings := []statement.ID{
		first,
		e.find(t, "Gossip Dad", "under the control of"),
		e.find(t, "NBC", "the site had earlier been seized"),
	}
	both := e.shared(wordings...)
	if len(both) != 1 {
		t.Fatalf("the wordings share the claims %v, not one", both)
	}
	c := both[0]
	for _, w := range wordings {
		if e.claims.Of(w)[0] != c {
			t.Errorf("%q is not the first claim of %q", e.claims.All[c].Name, e.set.Text(w))
		}
		if v, whose := e.claims.Voice(c, w); whose != claim.Spoken || !strings.Contains(v.Speaker, "Lavrov") {
			t.Errorf("the voice over the claim's words is %q in %q", v.Speaker, e.set.Text(w))
		}
	}
	if name := e.claims.All[c].Name; !strings.HasSuffix(name, " · Lavrov") || !strings.Contains(name, "hospital") {
		t.Errorf("the claim's name is %q", name)
	}
	strike := e.find(t, "Press TV", "had hit a children")
	var row claim.Row
	e.claims.Row(c, &row)
	want := map[string]claim.State{"Middle East Eye": claim.Said, "Gossip Dad": claim.Said, "NBC Bay Area": claim.Said,
		"Press TV": claim.Elsewhere, "China Daily": claim.Silent}
	for i, o := range e.set.Outlets.All {
		if row.Cells[i].State != want[o.Name] {
			t.Errorf("%s is in the state %d", o.Name, row.Cells[i].State)
		}
		if near := row.Cells[i].Near; o.Name == "Press TV" && (near.Statement != strike || near.Wording != first) {
			t.Errorf("Press TV is linked through %q and %q, not the strike that the question names", e.set.Text(near.Wording), e.set.Text(near.Statement))
		}
	}
}

// TestOtherHalf: that there were no patients is said beside the words on who held the hospital, and is Lavrov's on every
// statement that says it.
func TestOtherHalf(t *testing.T) {
	e := openSeeds(t)
	alone := e.find(t, "NBC", "all the patients and nurses")
	c := e.claims.Of(alone)[0]
	if name := e.claims.All[c].Name; !strings.HasSuffix(name, " · Lavrov") {
		t.Errorf("the first claim of %q is %q", e.set.Text(alone), name)
	}
	for _, w := range []statement.ID{e.find(t, "Middle East Eye", "there were no patients there"), e.find(t, "Gossip Dad", "under the control of")} {
		if !slices.Contains(e.claims.Of(w), c) {
			t.Errorf("%q does not carry %q", e.set.Text(w), e.claims.All[c].Name)
		}
	}
}

// TestPutin: that Putin would meet Zelensky stands in three outlets, whatever else their statements say.
func TestPutin(t *testing.T) {
	e := openSeeds(t)
	if len(e.shared(e.find(t, "Middle East Eye", "would not refuse"), e.find(t, "China Daily", "would not refuse"), e.find(t, "NBC", "agreeing “in principle”"))) == 0 {
		t.Error("they share no claim")
	}
}

func TestSeedLinks(t *testing.T) {
	e := openSeeds(t)
	for _, c := range []struct {
		outletA, wordsA, outletB, wordsB string
		linked                           bool
	}{
		{"Middle East Eye", "a permanent ceasefire", "Press TV", "a permanent ceasefire", true},
		{"Middle East Eye", "would not refuse", "China Daily", "would not refuse", true},
		{"China Daily", "one-and-a-half hours", "Gossip Dad", "1½ hours", true},
		{"Middle East Eye", "the meeting as \"difficult\"", "China Daily", "the meeting as \"difficult\"", true},
		{"Middle East Eye", "seeks a surrender", "NBC", "They seek Ukraine’s surrender", true},
		{"Middle East Eye", "play a mediation role", "Press TV", "play a mediation role", true},
		{"China Daily", "sitting at a table", "Middle East Eye", "sitting at tables", true},

		{"Press TV", "had hit a children", "Gossip Dad", "under the control of", false},
		{"Press TV", "had hit a children", "NBC", "the site had earlier been seized", false},
		{"Middle East Eye", "a permanent ceasefire", "NBC", "They seek Ukraine’s surrender", false},
		{"Middle East Eye", "first trip abroad", "China Daily", "one-and-a-half hours", false},
		{"China Daily", "Bayraktar drones", "NBC", "pathetic shrieks", false},
		{"Gossip Dad", "evacuation of civilians", "Press TV", "1.5 million people", false},
		{"China Daily", "gas imports", "Press TV", "information terrorism", false},
	} {
		a, b := e.find(t, c.outletA, c.wordsA), e.find(t, c.outletB, c.wordsB)
		if _, linked := e.links.Between(a, b); linked != c.linked {
			t.Errorf("%s %q and %s %q: linked is %v", c.outletA, c.wordsA, c.outletB, c.wordsB, linked)
		}
		if together := len(e.shared(a, b)) > 0; together != c.linked {
			t.Errorf("%s %q and %s %q: in one claim is %v", c.outletA, c.wordsA, c.outletB, c.wordsB, together)
		}
	}
}

// TestSilent: China Daily says nothing of the hospital.
func TestSilent(t *testing.T) {
	e := openSeeds(t)
	id := e.find(t, "Middle East Eye", "there were no patients there")
	for _, c := range e.claims.Of(id) {
		for _, s := range e.claims.All[c].Statements {
			if o := e.set.ReportOf(s).Outlet; o == "China Daily" {
				t.Errorf("China Daily carries a claim of the hospital: %s", e.set.Text(s))
			}
		}
	}
}

// TestBoilerplate: what is not part of the story is never linked and carries no claim; what is carries at least one.
func TestBoilerplate(t *testing.T) {
	e := openSeeds(t)
	for _, l := range e.links.All {
		for _, id := range []statement.ID{l.A, l.B} {
			if !e.set.All[id].IsStory() {
				t.Errorf("boilerplate is linked: %s", e.set.Text(id))
			}
		}
		if len(e.links.Reasons(l)) == 0 {
			t.Errorf("no reason for the link of %q and %q", e.set.Text(l.A), e.set.Text(l.B))
		}
	}
	for i := range e.set.All {
		if carries := len(e.claims.Of(statement.ID(i))) > 0; carries != e.set.All[i].IsStory() {
			t.Errorf("carries a claim is %v: %s", carries, e.set.Text(statement.ID(i)))
		}
	}
}

// TestOrder: a report's claims come in the order of its statements, each once, and all claims in the order in which a
// reader meets them.
func TestOrder(t *testing.T) {
	e := openSeeds(t)
	for _, r := range e.set.Reports {
		last := statement.ID(-1)
		seen := make(map[claim.ID]bool)
		for _, c := range claim.Order(e.claims, r.ID) {
			if seen[c] {
				t.Errorf("%s: claim %d comes twice", r.Outlet, c)
			}
			seen[c] = true
			i := slices.IndexFunc(e.claims.All[c].Statements, func(id statement.ID) bool { return e.set.All[id].Report == r.ID })
			if i < 0 || e.claims.All[c].Statements[i] < last {
				t.Fatalf("%s: claim %d is out of order", r.Outlet, c)
			}
			last = e.claims.All[c].Statements[i]
		}
	}
	if !slices.IsSortedFunc(e.claims.All, func(a, b claim.Claim) int { return slices.Compare(a.Statements, b.Statements) }) {
		t.Error("the claims are out of order")
	}
}

// TestCounterparts: they are of the report asked for, best first, and tied to the statement directly where they can be.
func TestCounterparts(t *testing.T) {
	e := openSeeds(t)
	for i := range e.claims.All {
		c := &e.claims.All[i]
		for _, from := range c.Statements {
			n := 0
			for _, r := range e.set.Reports {
				cps := e.claims.Counterparts(c.ID, from, r.ID)
				n += len(cps)
				for k, cp := range cps {
					l, direct := e.links.Between(from, cp.Statement)
					switch {
					case e.set.All[cp.Statement].Report != r.ID || cp.Statement == from:
						t.Fatalf("%d is no counterpart of %d in report %d", cp.Statement, from, r.ID)
					case direct != (cp.Link == l && l != match.Link{}):
						t.Fatalf("counterpart %d of %d has the link %v, not %v", cp.Statement, from, cp.Link, l)
					case cp.Score < 0 || cp.Score > 1 || k > 0 && cps[k-1].Score < cp.Score:
						t.Fatalf("counterpart %d of %d has the score %g", cp.Statement, from, cp.Score)
					}
				}
			}
			if n != len(c.Statements)-1 {
				t.Fatalf("claim %d has %d counterparts of %d", c.ID, n, from)
			}
		}
	}
}

// TestSeedOrigins: the five embedded reports share no running text.
func TestSeedOrigins(t *testing.T) {
	e := openSeeds(t)
	for _, c := range e.claims.All {
		if e.claims.Origins(c.ID) != e.claims.Outlets(c.ID) {
			t.Fatalf("claim %d has %d origins, %d outlets", c.ID, e.claims.Origins(c.ID), e.claims.Outlets(c.ID))
		}
	}
}
