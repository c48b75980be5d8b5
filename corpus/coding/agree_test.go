package coding

import (
	"fmt"
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
		if got := c.coding.Alpha(nil); !near(got, c.want) {
			t.Errorf("%s: %.4f, want %.3f", c.name, got.Value, c.want)
		}
	}
}

// TestOrdinal computes example C of the same paper for values in an order (0.815), and a table of two readers of which
// the Python package krippendorff 0.8 says 0.8768.
func TestOrdinal(t *testing.T) {
	order := []string{"1", "2", "3", "4", "5"}
	c := columns(
		"1 2 3 3 2 1 4 1 2 . . .",
		"1 2 3 3 2 2 4 1 2 5 . 3",
		". 3 3 3 2 3 4 2 2 5 1 .",
		"1 2 3 3 2 4 4 1 2 5 1 .")
	if got := c.Alpha(order); !near(got, 0.8154) {
		t.Errorf("%.4f", got.Value)
	}
	if got := columns("1 2 3 3 2 2 4 1 2 5 . 3", "1 2 3 3 2 4 4 1 2 5 1 .").Alpha(order); !near(got, 0.8768) {
		t.Errorf("%.4f", got.Value)
	}
}

// TestAC1 computes the example of K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high
// agreement" (2008), where kappa falls below nothing although 118 of 125 agree (0.9408 and -0.0234), and, of the four readers
// above, what his package irrCAC says (0.7754).
func TestAC1(t *testing.T) {
	high := crossed(118, 5, 2, 0)
	if got, kappa := high.AC1(nil), high.Kappa(); !near(got, 0.9408) || !near(kappa, -0.0234) {
		t.Errorf("%.4f, kappa %.4f", got.Value, kappa.Value)
	}
	four := columns(
		"1 2 3 3 2 1 4 1 2 . . .",
		"1 2 3 3 2 2 4 1 2 5 . 3",
		". 3 3 3 2 3 4 2 2 5 1 .",
		"1 2 3 3 2 4 4 1 2 5 1 .")
	if got := four.AC1([]string{"1", "2", "3", "4", "5"}); !near(got, 0.7754) {
		t.Errorf("%.4f", got.Value)
	}
}

// TestIntervals: an interval holds its figure, is narrower for more units, and is the same every time.
func TestIntervals(t *testing.T) {
	few, many := crossed(20, 5, 10, 15), crossed(400, 100, 200, 300)
	_, kappa, _, _ := few.Figures(yesScale)
	_, narrow, _, _ := many.Figures(yesScale)
	_, again, _, _ := few.Figures(yesScale)
	if !(kappa.Low < kappa.Value && kappa.Value < kappa.High) || narrow.High-narrow.Low > (kappa.High-kappa.Low)/2 || kappa != again {
		t.Errorf("%+v, %+v, %+v", kappa, narrow, again)
	}
	// the interval of the normal approximation, (Fleiss, Cohen and Everitt 1969) is 0.153 to 0.647
	if kappa.Low < 0.1 || kappa.Low > 0.2 || kappa.High < 0.6 || kappa.High > 0.7 {
		t.Errorf("%+v", kappa)
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
		if c.Kappa().Defined || c.Alpha(nil).Defined {
			t.Errorf("%s: kappa %v, alpha %v", name, c.Kappa(), c.Alpha(nil))
		}
	}
	none := &comparison{}
	if a := none.figures("x", Scale{}, columns("a b . a", "b a a .")); !near(a.Percent, 0) || a.Units != 2 || a.Missing != 2 {
		t.Errorf("%+v", a)
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
	for _, a := range Agree(one.Brief(), two.Brief(), Rules{Book: Codebook{{Name: "coast"}, {Name: "schools"}}}) {
		got[a.About] = a
	}
	for about, want := range map[string]Agreement{
		"links": {Units: 2, Missing: 2, Percent: Figure{Value: 50, Defined: true}},
		// weather, port and coast on the passage that both marked; schools, which nobody used, raises no agreement
		"tags":        {Units: 3, Missing: 6, Percent: Figure{Value: 200.0 / 3, Defined: true}},
		"tag weather": {Units: 1, Missing: 2, Percent: Figure{Value: 100, Defined: true}},
		"tag coast":   {Units: 1, Missing: 2, Percent: Figure{Value: 0, Defined: true}},
		"tag schools": {Units: 1, Missing: 2, Percent: Figure{Value: 100, Defined: true}},
		// on the storm at B and the rain at A both speak; on "no boat left" one says silent and one speaks
		"silences": {Units: 3, Missing: 3, Percent: Figure{Value: 200.0 / 3, Defined: true}},
	} {
		if g := got[about]; g.Units != want.Units || g.Missing != want.Missing || math.Abs(g.Percent.Value-want.Percent.Value) > 1e-9 {
			t.Errorf("%s: %+v, want %+v", about, g, want)
		}
	}
}

// TestWhatCounts: a passage that one alone marked is missing, or a disagreement where the study says so; what one of the two
// never had open counts for nothing; a code with values is one variable; parts are told apart.
func TestWhatCounts(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	mark := func(id int, tags ...string) brief.Change {
		return brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, set.All[id].ID)}, Tags: tags}
	}
	one, two := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"}), session.Memory(session.Options{Now: fixture.Clock(), Coder: "Bea"})
	kept.Do(t, one, mark(0, "voice:ukraine"), mark(1, "voice:russia"), mark(3, "voice:ukraine"))
	kept.Do(t, two, mark(0, "voice:ukraine"), mark(1, "voice:ukraine"))
	book := Codebook{{Name: "voice", Values: []string{"ukraine", "russia"}}}
	tag := func(r Rules, part string) Agreement {
		for _, a := range Agree(one.Brief(), two.Brief(), r) {
			if a.About == "tag voice" && a.Of == part {
				return a
			}
		}
		return Agreement{}
	}
	if a := tag(Rules{Book: book}, ""); a.Units != 2 || a.Missing != 1 || !near(a.Percent, 50) {
		t.Errorf("%+v", a)
	}
	if a := tag(Rules{Book: book, AloneDisagrees: true}, ""); a.Units != 3 || a.Missing != 0 || !near(a.Percent, 33.3333) {
		t.Errorf("%+v", a)
	}
	by := Rules{Book: book, By: func(p Passage) string { return p.Outlet }}
	if a := tag(by, set.Reports[1].Outlet); a.Units != 0 || a.Missing != 1 {
		t.Errorf("in the second outlet: %+v", a)
	}
	refs := []brief.Ref{brief.RefTo(&set.Reports[0]), brief.RefTo(&set.Reports[1])}
	one.Note(brief.Opening{Reports: refs})
	two.Note(brief.Opening{Reports: refs[:1]})
	if a := tag(Rules{Book: book, AloneDisagrees: true}, ""); a.Units != 2 || a.Missing != 0 {
		t.Errorf("with a report that one never had: %+v", a)
	}
}

// TestAgreeByUnit: a code of a report counts once for the report wherever in it the two put it, a code of a story once for the story,
// and a passage that bears nothing else does not count among the statements. Where reports were drawn only these count.
func TestAgreeByUnit(t *testing.T) {
	at := kept.Anchors(t)
	book := Codebook{{Name: "loud"}, {Name: "frame", Values: []string{"war", "peace"}, Unit: OfReport}, {Name: "far", Unit: OfStory}}
	coded := func(tags map[int][]string) *brief.Brief {
		s := session.Memory(session.Options{Now: fixture.Clock()})
		for i := range 8 {
			if tags[i] != nil {
				kept.Do(t, s, brief.Mark{Wordings: []brief.Anchor{at(i)}, Tags: tags[i]})
			}
		}
		return s.Brief()
	}
	a := coded(map[int][]string{0: {"frame:war", "far"}, 1: {"loud"}, 3: {"frame:peace"}, 4: {"loud"}})
	b := coded(map[int][]string{1: {"loud", "frame:war"}, 2: {"far"}, 3: {"frame:war"}, 4: {"loud"}})
	one, two := at(0).Ref, at(3).Ref
	if one.TextHash != at(2).TextHash || two.TextHash != at(4).TextHash || one.TextHash == two.TextHash {
		t.Fatal("the passages are not of the reports that the test thinks they are of")
	}
	check := func(r Rules, want map[string]string) {
		t.Helper()
		for _, g := range Agree(a, b, r) {
			name := strings.TrimSpace(g.Of + " " + g.About)
			if w, ok := want[name]; ok {
				if got := fmt.Sprintf("%d %d %.0f", g.Units, g.Missing, g.Percent.Value); got != w {
					t.Errorf("%s: %s, want %s", name, got, w)
				}
				delete(want, name)
			}
		}
		for name := range want {
			t.Errorf("nothing is said of %q", name)
		}
	}
	story := func(Passage) string { return "the storm" }
	check(Rules{Book: book, ByUnit: true, Story: story}, map[string]string{
		"tag loud": "2 0 100", "tag frame": "2 0 50", "tag far": "1 0 100",
		"codes of a statement tags": "2 0 100", "codes of a report tag frame": "2 0 50", "codes of a story tags": "1 0 100",
	})
	check(Rules{Book: book}, map[string]string{"tag far": "2 0 100"})
	check(Rules{Book: book, Only: map[brief.Hash]bool{one.TextHash: true}}, map[string]string{"tag loud": "1 0 100", "tag frame": "1 0 100"})
	check(Rules{Book: book, Story: story, By: story}, map[string]string{"the storm tag frame": "2 0 50"})
}
