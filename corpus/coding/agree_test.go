package coding

import (
	"math"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/match"
	"parallax/corpus/session"
)

// columns makes a Coding of readers' values, one string a reader; "." is missing.
func columns(readers ...string) Coding {
	var c Coding
	for i, r := range readers {
		for u, v := range strings.Fields(r) {
			if i == 0 {
				c = append(c, make([]string, len(readers)))
			}
			if v != "." {
				c[u][i] = v
			}
		}
	}
	return c
}

// crossed makes a Coding of two readers from a table of how often they said what.
func crossed(yy, yn, ny, nn int) Coding {
	var c Coding
	for _, cell := range []struct {
		n    int
		a, b string
	}{{yy, yes, yes}, {yn, yes, no}, {ny, no, yes}, {nn, no, no}} {
		for range cell.n {
			c = append(c, []string{cell.a, cell.b})
		}
	}
	return c
}

func near(f Figure, want float64) bool { return f.Defined && math.Abs(f.Value-want) < 0.0005 }

// TestAlpha computes the examples A, B and C of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University
// of Pennsylvania, 2011): two observers with binary data (0.095), two with nominal data (0.692), and four with missing
// data, nominal (0.743).
func TestAlpha(t *testing.T) {
	for _, c := range []struct {
		name   string
		coding Coding
		want   float64
	}{
		{"A", columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095},
		{"B", columns("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692},
		{"C", columns(
			"1 2 3 3 2 1 4 1 2 . . .",
			"1 2 3 3 2 2 4 1 2 5 . 3",
			". 3 3 3 2 3 4 2 2 5 1 .",
			"1 2 3 3 2 4 4 1 2 5 1 ."), 0.743},
	} {
		if got := c.coding.Alpha(); !near(got, c.want) {
			t.Errorf("%s: %.4f, want %.3f", c.name, got.Value, c.want)
		}
	}
}

// TestKappa computes the examples of the article "Cohen's kappa" of the English Wikipedia: grant proposals read by two
// people (20, 5, 10, 15: 0.40), and two tables with the same agreement but other habits (0.1304 and 0.2593).
func TestKappa(t *testing.T) {
	for _, c := range []struct {
		coding        Coding
		percent, want float64
	}{
		{crossed(20, 5, 10, 15), 70, 0.4},
		{crossed(45, 15, 25, 15), 60, 0.1304},
		{crossed(25, 35, 5, 35), 60, 0.2593},
	} {
		if got := c.coding.Kappa(); !near(got, c.want) || !near(c.coding.Percent(), c.percent) {
			t.Errorf("%.4f, want %.4f", got.Value, c.want)
		}
	}
}

func TestUndefined(t *testing.T) {
	for name, c := range map[string]Coding{
		"nothing": nil, "all the same": columns("a a a", "a a a"), "no unit of two": columns("a . b", ". b ."),
	} {
		if c.Kappa().Defined || c.Alpha().Defined {
			t.Errorf("%s: kappa %v, alpha %v", name, c.Kappa(), c.Alpha())
		}
	}
	if c := columns("a b . a", "b a a ."); !near(c.Percent(), 0) || c.agreement("x").Units != 2 || c.agreement("x").Missing != 2 {
		t.Errorf("%+v", c.agreement("x"))
	}
}

func TestAgree(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	at := func(id int) brief.Anchor { return brief.AnchorOf(set, set.All[id].ID) }
	decide := func(kind match.DecisionKind, a, b int) brief.Change {
		return brief.Decide{Kind: kind, Anchors: []brief.Anchor{at(a), at(b)}, Pairs: [][2]int{{0, 1}}}
	}
	one, two := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"}), session.Memory(session.Options{Now: fixture.Clock(), Coder: "Bea"})
	kept.Do(t, one,
		decide(match.Confirmed, 0, 3), decide(match.Cut, 1, 4), decide(match.Added, 2, 5), decide(match.Cut, 2, 3),
		decide(match.Undecided, 2, 3),
		brief.Mark{Wordings: []brief.Anchor{at(0)}, Tags: []string{"weather"}}, brief.Mark{Wordings: []brief.Anchor{at(1)}, Tags: []string{"port"}},
		brief.CheckSilence{Report: brief.RefTo(&set.Reports[1]), Claim: at(1)})
	kept.Do(t, two,
		decide(match.Confirmed, 3, 0), decide(match.Confirmed, 4, 1), decide(match.Cut, 0, 4),
		brief.Mark{Wordings: []brief.Anchor{at(0)}, Tags: []string{"weather", "coast"}}, brief.Mark{Wordings: []brief.Anchor{at(2)}})
	got := map[string]Agreement{}
	for _, a := range Agree(one.Brief(), two.Brief(), Codebook{{Name: "coast"}, {Name: "schools"}}) {
		got[a.About] = a
	}
	for about, want := range map[string]Agreement{
		"links":       {Units: 2, Missing: 2, Percent: Figure{50, true}},
		"tags":        {Units: 4, Percent: Figure{75, true}},
		"tag weather": {Units: 1, Percent: Figure{100, true}},
		"tag coast":   {Units: 1, Percent: Figure{0, true}},
		"tag schools": {Units: 1, Percent: Figure{100, true}},
		// on the storm at B and the rain at A both speak; on "no boat left" one says silent and one speaks
		"silences": {Units: 3, Missing: 3, Percent: Figure{200.0 / 3, true}},
	} {
		if g := got[about]; g.Units != want.Units || g.Missing != want.Missing || math.Abs(g.Percent.Value-want.Percent.Value) > 1e-9 {
			t.Errorf("%s: %+v, want %+v", about, g, want)
		}
	}
}
