package claim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestNames: every claim has a name of its own, short, of words that its lead has.
func TestNames(t *testing.T) {
	e := openSeeds(t)
	seen := make(map[string]bool)
	for _, c := range e.claims.All {
		if c.Name == "" || seen[c.Name] || len(c.Name) > 100 {
			t.Errorf("claim %d has the name %q", c.ID, c.Name)
		}
		seen[c.Name] = true
		first, _, _ := strings.Cut(c.Name, " · ")
		first, _, _ = strings.Cut(first, " (")
		if lead := e.set.Line(c.Lead); len(c.Statements) > 1 && !strings.Contains(lead, first) && !strings.Contains(first, "Kuleba") {
			t.Errorf("the name %q is not of its lead %q", c.Name, lead)
		}
	}
}

// TestNamesWhole: no name of a person is cut, whatever else the claim's name leaves out.
func TestNamesWhole(t *testing.T) {
	e := openSeeds(t)
	met := 0
	for _, c := range e.claims.All {
		for first, last := range map[string]string{"Volodymyr": "Zelensk", "Tayyip": "Erdogan", "Mevlut": "Cavusoglu", "Vladimir": "Putin"} {
			if len(c.Statements) > 1 && strings.Contains(c.Name, first) {
				met++
				if !strings.Contains(c.Name, first+" "+last) {
					t.Errorf("%q has %s without the name's end", c.Name, first)
				}
			}
		}
	}
	if met < 4 {
		t.Errorf("%d names of people", met)
	}
}

// TestNamesStay: a report that loses its last statement leaves 19 names in 20 of the claims that it does not touch, and one
// that is taken away leaves seven in ten of those that keep two statements.
func TestNamesStay(t *testing.T) {
	e := openSeeds(t)
	for _, change := range []struct {
		what         string
		take         func(reports []report.Report, r report.ID) []report.Report
		least, among int
	}{
		{"without a last statement", func(reports []report.Report, r report.ID) []report.Report {
			in := e.set.In(r)
			reports[r].Text = reports[r].Text[:in[len(in)-1].Span.Start]
			return reports
		}, 19, 20},
		{"without a report", func(reports []report.Report, r report.ID) []report.Report {
			return slices.Delete(reports, int(r), int(r)+1)
		}, 7, 10},
	} {
		kept, all := 0, 0
		for r := range e.set.Reports {
			reports := change.take(slices.Clone(e.set.Reports), report.ID(r))
			for i := range reports {
				reports[i].ID = report.ID(i)
			}
			k, n := e.namesKept(t, statement.Of(reports, 1))
			kept, all = kept+k, all+n
		}
		t.Logf("%s %d of %d names stay", change.what, kept, all)
		if change.among*kept < change.least*all || all < 100 {
			t.Errorf("%s %d of %d names stay", change.what, kept, all)
		}
	}
}

// namesKept counts the claims that have the same statements in a smaller set, but for those that it has not, and two or
// more of them, and those of them that have the same name.
func (e *embedded) namesKept(t *testing.T, smaller *statement.Set) (kept, all int) {
	scored, err := match.Score(t.Context(), smaller, nil)
	if err != nil {
		t.Fatal(err)
	}
	key := func(set *statement.Set, s statement.ID) string {
		return fmt.Sprint(set.ReportOf(s).Path, ":", set.All[s].Span.Start, " ")
	}
	has := make(map[string]bool)
	for i := range smaller.All {
		has[key(smaller, statement.ID(i))] = true
	}
	names := make(map[string]string)
	for _, c := range claim.Group(smaller, match.Apply(scored, nil)).All {
		members := ""
		for _, s := range c.Statements {
			members += key(smaller, s)
		}
		names[members] = c.Name
	}
	for _, c := range e.claims.All {
		members, n := "", 0
		for _, s := range c.Statements {
			if k := key(e.set, s); has[k] {
				members, n = members+k, n+1
			}
		}
		if name, same := names[members]; same && n > 1 {
			all++
			if name == c.Name {
				kept++
			}
		}
	}
	return kept, all
}

// TestWords: every wording has words that carry its claim, within it and in order.
func TestWords(t *testing.T) {
	e := openSeeds(t)
	for _, c := range e.claims.All {
		for _, s := range c.Statements {
			words := e.claims.Words(c.ID, s)
			if len(words) == 0 && len(c.Statements) > 1 {
				t.Errorf("no words carry %q in %q", c.Name, e.set.Text(s))
			}
			at := e.set.All[s].Span.Start
			for _, w := range words {
				if w.Start < at || w.End > e.set.All[s].Span.End || w.Len() == 0 {
					t.Errorf("the words %v of %q are not in it", w, e.set.Text(s))
				}
				at = w.End
			}
		}
	}
}

// TestDecided: what the reader joins by hand has a claim in common, whatever the two say.
func TestDecided(t *testing.T) {
	e := openSeeds(t)
	a, b := e.find(t, "China Daily", "Bayraktar drones"), e.find(t, "NBC", "pathetic shrieks")
	links := e.links.Decide([]match.Decision{{A: a, B: b, Kind: match.Added}})
	cs := claim.Group(e.set, links)
	if !slices.ContainsFunc(cs.Of(a), func(c claim.ID) bool { return slices.Contains(cs.Of(b), c) }) {
		t.Error("they have none")
	}
}
