package claim_test

import (
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

// TestNamesStay: a report that loses its last statement leaves nine names in ten of the claims that it does not touch.
func TestNamesStay(t *testing.T) {
	e := openSeeds(t)
	kept, all := 0, 0
	for r := range e.set.Reports {
		reports := slices.Clone(e.set.Reports)
		last := e.set.In(report.ID(r))[len(e.set.In(report.ID(r)))-1].ID
		reports[r].Text = reports[r].Text[:e.set.All[last].Span.Start]
		set := statement.Of(reports, 1)
		scored, err := match.Score(t.Context(), set, nil)
		if err != nil {
			t.Fatal(err)
		}
		names := make(map[string]bool)
		for _, c := range claim.Group(set, match.Apply(scored, nil)).All {
			names[c.Name] = true
		}
		for _, c := range e.claims.All {
			if len(c.Statements) > 1 && !slices.Contains(c.Statements, last) {
				all++
				if names[c.Name] {
					kept++
				}
			}
		}
	}
	t.Logf("%d of %d names stay", kept, all)
	if 10*kept < 9*all {
		t.Errorf("%d of %d names stay", kept, all)
	}
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
