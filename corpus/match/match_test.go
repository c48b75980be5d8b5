package match_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ferry is three short reports of one event.
func ferry() *statement.Set {
	return statement.Of([]report.Report{
		{ID: 0, Outlet: "north", Text: "A ferry with 40 passengers sank off Elm Point on Monday.\nFishing boats rescued all 40 passengers, Captain Brook said.\nThe ferry was built in 1971."},
		{ID: 1, Outlet: "south", Text: "A ferry with 40 passengers sank off Elm Point on Monday.\nAll 40 passengers were rescued by fishing boats, Captain Brook said.\nThe price of fish rose."},
		{ID: 2, Outlet: "west", Text: "A ferry sank off Elm Point with 40 passengers.\nThe town will hold its fair."},
	}, 7)
}

func scoreOf(t testing.TB, set *statement.Set) *match.Scored {
	t.Helper()
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	return scored
}

func TestScore(t *testing.T) {
	set := ferry()
	scored := scoreOf(t, set)
	if scored.Generation != 7 {
		t.Errorf("generation %d", scored.Generation)
	}
	for i, p := range scored.Pairs {
		if p.A >= p.B || set.All[p.A].Report == set.All[p.B].Report || !(p.Score > 0 && p.Score < 1) {
			t.Errorf("pair %+v", p)
		}
		if i > 0 && (p.A < scored.Pairs[i-1].A || p.A == scored.Pairs[i-1].A && p.B <= scored.Pairs[i-1].B) {
			t.Errorf("pair %d is out of order", i)
		}
	}
	links := match.Apply(scored, nil)
	for _, want := range [][2]statement.ID{{0, 3}, {1, 4}, {0, 6}} {
		if _, ok := links.Between(want[1], want[0]); !ok {
			t.Errorf("no link between %q and %q", set.Text(want[0]), set.Text(want[1]))
		}
	}
	if _, ok := links.Between(2, 5); ok {
		t.Error("the age of the ferry is linked to the price of fish")
	}
}

// TestAgain: the same statements give the same links, whatever the goroutines do.
func TestAgain(t *testing.T) {
	f := plant.Grow(plant.Options{Stories: 3, Reports: 10, Statements: 30, Seed: 2})
	set := statement.Of(f.Reports, 1)
	first := scoreOf(t, set)
	for range 3 {
		if again := scoreOf(t, set); !slices.Equal(first.Pairs, again.Pairs) {
			t.Fatal("another run, other pairs")
		}
	}
}

func TestNothingToLink(t *testing.T) {
	for name, reports := range map[string][]report.Report{
		"no report":     nil,
		"an empty one":  {{ID: 0, Outlet: "north"}},
		"one":           {{ID: 0, Outlet: "north", Text: "A ferry sank.\nA ferry sank."}},
		"two empty":     {{ID: 0, Outlet: "north"}, {ID: 1, Outlet: "south"}},
		"only numbers":  {{ID: 0, Outlet: "north", Text: "12."}, {ID: 1, Outlet: "south", Text: "13."}},
		"nothing alike": {{ID: 0, Outlet: "north", Text: "Oranges float."}, {ID: 1, Outlet: "south", Text: "Judges slept."}},
	} {
		set := statement.Of(reports, 1)
		if links := match.Apply(scoreOf(t, set), nil); len(links.All) > 0 {
			t.Errorf("%s: %v", name, links.All)
		}
	}
}

// TestDecisions: the reader wins, the last word on a pair counts, and what makes no sense is passed over.
func TestDecisions(t *testing.T) {
	set := ferry()
	scored := scoreOf(t, set)
	before := len(match.Apply(scored, nil).All)
	links := match.Apply(scored, []match.Decision{
		{A: 0, B: 3, Kind: match.Added},
		{A: 3, B: 0, Kind: match.Cut},
		{A: 4, B: 1, Kind: match.Confirmed},
		{A: 5, B: 2, Kind: match.Added},
		{A: 0, B: 1, Kind: match.Added},
		{A: -1, B: 3, Kind: match.Added},
		{A: 3, B: 99, Kind: match.Added},
	})
	if len(links.All) != before {
		t.Errorf("%d links, not %d", len(links.All), before)
	}
	if _, ok := links.Between(0, 3); ok {
		t.Error("a cut link is still there")
	}
	for _, want := range []match.Link{{A: 1, B: 4, Score: 1, Decided: match.Confirmed}, {A: 2, B: 5, Score: 1, Decided: match.Added}} {
		l, ok := links.Between(want.B, want.A)
		if want.Partial = l.Partial; !ok || l != want {
			t.Errorf("got %+v, want %+v", l, want)
		}
		if r := links.Reasons(l); len(r) == 0 || !strings.Contains(r[0].String(), "decided") {
			t.Errorf("reasons of a decided link: %v", r)
		}
	}
	if !slices.IsSortedFunc(links.All, func(a, b match.Link) int {
		if a.A != b.A {
			return int(a.A - b.A)
		}
		return int(a.B - b.B)
	}) {
		t.Error("links are out of order")
	}
}

func TestOf(t *testing.T) {
	links := match.Apply(scoreOf(t, ferry()), nil)
	last := 2.0
	n := 0
	for l := range links.Of(0) {
		if l.Other(0) == 0 || l.Other(l.Other(0)) != 0 || l.Score > last {
			t.Errorf("link %+v after one of %g", l, last)
		}
		last = l.Score
		n++
	}
	if n < 2 {
		t.Errorf("%d links of a statement that two others repeat", n)
	}
	for range links.Of(0) {
		break // a walk may end early
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := match.Score(ctx, ferry(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	f := plant.Grow(plant.Options{Stories: 3, Reports: 10, Statements: 30, Seed: 2})
	_, err := match.Score(ctx, statement.Of(f.Reports, 1), func(done, total int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled at the first progress: error %v", err)
	}
}

func TestProgress(t *testing.T) {
	f := plant.Grow(plant.Options{Stories: 3, Reports: 10, Statements: 30, Seed: 2})
	var seen [][2]int
	_, err := match.Score(t.Context(), statement.Of(f.Reports, 1), func(done, total int) { seen = append(seen, [2]int{done, total}) })
	if err != nil || len(seen) < 3 {
		t.Fatalf("%d steps, error %v", len(seen), err)
	}
	for i, s := range seen {
		if s[1] != seen[0][1] || i > 0 && s[0] <= seen[i-1][0] {
			t.Errorf("step %d is %v after %v", i, s, seen[max(0, i-1)])
		}
	}
	if last := seen[len(seen)-1]; last[0] != last[1] {
		t.Errorf("it ends at %d of %d", last[0], last[1])
	}
}

// TestPlanted: what is planted is found, in many stories and in one.
func TestPlanted(t *testing.T) {
	for _, o := range []plant.Options{
		{Stories: 1, Reports: 5, Statements: 30, Seed: 4},
		{Stories: 20, Reports: 10, Statements: 30, Seed: 5},
		{Stories: 1, Reports: 40, Statements: 30, Seed: 6},
	} {
		f := plant.Grow(o)
		set := statement.Of(f.Reports, 1)
		scored := scoreOf(t, set)
		right, planted, wrong := found(f, set, match.Apply(scored, nil))
		if recall := float64(right) / float64(planted); recall < 0.9 {
			t.Errorf("%+v: recall %.3f", o, recall)
		}
		if right < wrong {
			t.Logf("%+v: %d right, %d wrong", o, right, wrong)
		}
		most := 3 * len(set.All) * (o.Reports - 1)
		if len(set.All) > 600 && len(scored.Pairs) > most {
			t.Errorf("%+v: %d pairs weighed, more than %d", o, len(scored.Pairs), most)
		}
	}
}

// TestStoriesApart: statements of different stories are not even compared.
func TestStoriesApart(t *testing.T) {
	f := plant.Grow(plant.Options{Stories: 4, Reports: 5, Statements: 30, Seed: 9})
	set := statement.Of(f.Reports, 1)
	for _, p := range scoreOf(t, set).Pairs {
		if set.All[p.A].Report/5 != set.All[p.B].Report/5 {
			t.Fatalf("%q and %q", set.Text(p.A), set.Text(p.B))
		}
	}
}

func TestLoadWeights(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":     {"", "not a weights file"},
		"no JSON":   {"weights", "not a weights file"},
		"format":    {`{"format": 9}`, "format 9"},
		"no pass":   {`{"format": 1, "threshold": 0.4, "slope": 1}`, "no pass"},
		"threshold": {`{"format": 1, "threshold": 1.4, "slope": 1, "passes": [{}]}`, "threshold 1.4"},
		"slope":     {`{"format": 1, "threshold": 0.4, "slope": -1, "passes": [{}]}`, "slope -1"},
		"signals":   {`{"format": 1, "threshold": 0.4, "slope": 1, "passes": [{"base": 0, "signals": {"words": 1}}]}`, "train again"},
	} {
		if _, err := match.LoadWeights(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v does not say %q", name, err, c.want)
		}
	}
}

func TestReasonString(t *testing.T) {
	got := []string{match.Reason{Signal: "both", Detail: "17 wounded"}.String(), match.Reason{Signal: "each the other's best match"}.String()}
	if want := []string{"both: 17 wounded", "each the other's best match"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}
