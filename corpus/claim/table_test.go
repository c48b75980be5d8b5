package claim_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestAlone: in the embedded reports these are reported by one outlet alone, as a reader of all five finds; and nothing that
// a second outlet has is among what one alone has.
func TestAlone(t *testing.T) {
	e := openSeeds(t)
	table := claim.NewTable(e.claims, false, nil)
	alone := make(map[statement.ID]bool)
	for _, entry := range table.Choose(claim.Choice{Filter: claim.OneOutlet}) {
		for _, s := range e.claims.All[entry.Claim].Statements {
			alone[s] = true
		}
	}
	for _, is := range [][2]string{
		{"China Daily", "a meeting with Belarusian President Alexander Lukashenko"},
		{"China Daily", "said Ukrainian political analyst Rostislav Ishchenko"},
		{"China Daily", "buy time to regroup"},
		{"Press TV", "information terrorism"},
		{"Middle East Eye", "first trip abroad for Lavrov"},
		{"Middle East Eye", "from transforming into a tragedy"},
	} {
		if !alone[e.find(t, is[0], is[1])] {
			t.Errorf("%s alone has %q, but it is not in the list", is[0], is[1])
		}
	}
	for _, not := range [][2]string{{"China Daily", `He described the meeting as "difficult"`}, {"Gossip Dad", "the hospital had been under the control"}} {
		if alone[e.find(t, not[0], not[1])] {
			t.Errorf("%s is not alone with %q", not[0], not[1])
		}
	}
	for id := range alone {
		for l := range e.links.Of(id) {
			if e.set.Outlets.Of[e.set.All[l.Other(id)].Report] != e.set.Outlets.Of[e.set.All[id].Report] {
				t.Errorf("%q is linked to another outlet's statement", e.set.Text(id))
			}
		}
	}
}

// TestFilters: what each filter lets pass, checked against the cells.
func TestFilters(t *testing.T) {
	e := openSeeds(t)
	table := claim.NewTable(e.claims, false, nil)
	lavrov := "Sergey Lavrov"
	for _, test := range []struct {
		name   string
		choice claim.Choice
		is     func(c *claim.Claim, cells []claim.TableCell) bool
	}{
		{"shared", claim.Choice{}, func(c *claim.Claim, _ []claim.TableCell) bool { return len(c.Statements) > 1 }},
		{"all", claim.Choice{Filter: claim.AllClaims}, func(*claim.Claim, []claim.TableCell) bool { return true }},
		{"everywhere", claim.Choice{Filter: claim.Everywhere}, func(_ *claim.Claim, cells []claim.TableCell) bool {
			return !slices.ContainsFunc(cells, func(c claim.TableCell) bool { return len(c.Wordings) == 0 })
		}},
		{"differs", claim.Choice{Filter: claim.Differing}, func(_ *claim.Claim, cells []claim.TableCell) bool {
			return slices.ContainsFunc(cells, func(c claim.TableCell) bool { return c.Part == claim.PartDiffers })
		}},
		{"query", claim.Choice{Filter: claim.AllClaims, Found: []statement.ID{3, 7}}, func(c *claim.Claim, _ []claim.TableCell) bool {
			return slices.Contains(c.Statements, 3) || slices.Contains(c.Statements, 7)
		}},
		{"voice", claim.Choice{Voice: lavrov}, func(c *claim.Claim, _ []claim.TableCell) bool {
			return len(c.Statements) > 1 && slices.ContainsFunc(c.Statements, func(s statement.ID) bool {
				v, whose := e.claims.Voice(c.ID, s)
				return whose == claim.Spoken && statement.SameSpeaker(v.Speaker, lavrov)
			})
		}},
	} {
		var got, want []claim.ID
		for _, entry := range table.Choose(test.choice) {
			got = append(got, entry.Claim)
		}
		for i := range e.claims.All {
			if test.is(&e.claims.All[i], table.Cells(claim.ID(i), nil)) {
				want = append(want, claim.ID(i))
			}
		}
		if !slices.Equal(got, want) || len(got) == 0 && test.name != "differs" {
			t.Errorf("%s: got %v, want %v", test.name, got, want)
		}
	}
}

// TestSortings: each sorting goes down, or along the report, and keeps equals as they are met.
func TestSortings(t *testing.T) {
	e := openSeeds(t)
	table := claim.NewTable(e.claims, false, nil)
	column := table.ColumnOf(e.set.Outlets.Of[3])
	place := func(id claim.ID) float64 {
		for _, s := range e.claims.All[id].Statements {
			if table.ColumnOf(e.set.Outlets.Of[e.set.All[s].Report]) == column {
				return float64(s)
			}
		}
		return 1e9
	}
	for sort, key := range map[claim.Sorting]func(claim.Entry) float64{
		claim.AsMet:        func(claim.Entry) float64 { return 0 },
		claim.ByOutlets:    func(e claim.Entry) float64 { return -float64(e.Said) },
		claim.ByDifference: func(e claim.Entry) float64 { return -float64(1000*table.Differing(e.Claim) + e.Said) },
		claim.ByDoubt:      func(e claim.Entry) float64 { return -table.Doubt(e.Claim) },
		claim.AsInColumn:   func(e claim.Entry) float64 { return place(e.Claim) },
	} {
		got := table.Choose(claim.Choice{Filter: claim.AllClaims, Sort: sort, Column: column})
		if len(got) != len(e.claims.All) {
			t.Errorf("%v: %d claims of %d", sort, len(got), len(e.claims.All))
		}
		if !slices.IsSortedFunc(got, func(a, b claim.Entry) int {
			return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a.Claim, b.Claim))
		}) {
			t.Errorf("%v: %v", sort, got)
		}
	}
}

// TestFolded: outlets of which reports have one origin share a column, which says what any of them says.
func TestFolded(t *testing.T) {
	wire := "The harbour at Lindby burned down early on Monday morning, the coast guard said.\nNine boats sank within the hour and two crews were taken off by a passing ferry.\nNobody knows yet what started the fire in the old fish hall beside the northern pier.\n"
	reports := []report.Report{
		{ID: 0, Outlet: "North", Text: wire + "A concert was called off.\n"},
		{ID: 1, Outlet: "South", Text: "A museum in the capital has bought two paintings.\n"},
		{ID: 2, Outlet: "West", Text: wire},
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	var decided []match.Decision // the links are the copied statements', whatever else looks alike in so small a story
	for _, l := range match.Apply(scored, nil).All {
		decided = append(decided, match.Decision{A: l.A, B: l.B, Kind: match.Cut})
	}
	for k := range statement.ID(3) {
		decided = append(decided, match.Decision{A: k, B: 5 + k, Kind: match.Added})
	}
	cs := claim.Group(set, match.Apply(scored, decided))
	shown := func(fold bool) string {
		table := claim.NewTable(cs, fold, nil)
		var b strings.Builder
		for _, c := range table.Columns {
			fmt.Fprintf(&b, "%s%v ", c.Name, c.Outlets)
		}
		for _, entry := range table.Choose(claim.Choice{Filter: claim.AllClaims}) {
			fmt.Fprintf(&b, "%d", entry.Said)
		}
		return b.String()
	}
	if got, want := shown(false), "North[0] South[1] West[2] 22211"; got != want {
		t.Errorf("unfolded %s, want %s", got, want)
	}
	if got, want := shown(true), "North[0 2] South[1] 11111"; got != want {
		t.Errorf("folded %s, want %s", got, want)
	}
}

// TestReaderDiffers: what the reader says to differ does, though the links found nothing of it, and what is signed as silent
// is, though something is linked elsewhere.
func TestReaderDiffers(t *testing.T) {
	e := openSeeds(t)
	a, b := e.find(t, "China Daily", "one-and-a-half hours"), e.find(t, "Gossip Dad", "1½ hours")
	id := e.shared(a, b)[0]
	lead := e.claims.All[id].Lead
	other := a
	if lead == a {
		other = b
	}
	before := claim.NewTable(e.claims, false, nil)
	column := before.ColumnOf(e.set.Outlets.Of[e.set.All[other].Report])
	if p := before.Cells(id, nil)[column].Part; p == claim.PartDiffers {
		t.Fatal("it differs before anybody has said so")
	}
	links := e.links.Decide([]match.Decision{{A: a, B: b, Kind: match.Differing}})
	claims := claim.Group(e.set, links)
	after := claim.NewTable(claims, false, func(outlet string, _ []statement.ID) bool { return outlet == "Press TV" })
	for _, c := range claims.Of(b) {
		if claims.All[c].Lead != lead {
			continue
		}
		cells := after.Cells(c, nil)
		if cells[column].Part != claim.PartDiffers {
			t.Errorf("the reader says it differs; the cell is %v", cells[column].Part)
		}
		if p := cells[after.ColumnOf(2)]; p.Part != claim.PartSigned && !p.Part.Says() {
			t.Errorf("a signed silence is %v", p.Part)
		}
		return
	}
	t.Error("the claim is gone")
}

func BenchmarkTable(b *testing.B) {
	f := plant.Grow(plant.Options{Stories: 1, Reports: 40, Statements: 80, Seed: 2})
	set := statement.Of(f.Reports, 1)
	scored, err := match.Score(b.Context(), set, nil)
	if err != nil {
		b.Fatal(err)
	}
	cs := claim.Group(set, match.Apply(scored, nil))
	b.Run(fmt.Sprintf("make %dx%d", len(cs.All), len(set.Outlets.All)), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			claim.NewTable(cs, false, nil)
		}
	})
	b.Run("differing", func(b *testing.B) { // with every figure read anew
		for b.Loop() {
			claim.NewTable(claim.Group(set, match.Apply(scored, nil)), false, nil).Choose(claim.Choice{Filter: claim.Differing})
		}
	})
	table := claim.NewTable(cs, false, nil)
	for _, s := range []claim.Sorting{claim.ByOutlets, claim.ByDifference, claim.ByDoubt} {
		b.Run("choose "+s.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				table.Choose(claim.Choice{Filter: claim.AllClaims, Sort: s})
			}
		})
	}
}

// TestTableOf: the table of some reports has their outlets and the claims that are theirs, and what it says of them is what
// the table of all says.
func TestTableOf(t *testing.T) {
	e := openSeeds(t)
	all, some := claim.NewTable(e.claims, false, nil), claim.NewTableOf(e.claims, []report.ID{1, 3}, false, nil)
	if len(some.Columns) != 2 || some.Columns[0].Name != e.set.Reports[1].Outlet || some.Columns[1].Name != e.set.Reports[3].Outlet {
		t.Fatalf("columns %+v", some.Columns)
	}
	n := 0
	for _, entry := range some.Choose(claim.Choice{Filter: claim.AllClaims, Sort: claim.ByDoubt}) {
		n++
		if r := e.set.All[e.claims.All[entry.Claim].Lead].Report; r != 1 && r != 3 {
			t.Errorf("claim %d is report %d's", entry.Claim, r)
		}
		whole := all.Cells(entry.Claim, nil)
		for i, c := range some.Cells(entry.Claim, nil) {
			if want := whole[all.ColumnOf(some.Columns[i].Outlets[0])]; c.Part != want.Part || !slices.Equal(c.Wordings, want.Wordings) {
				t.Errorf("claim %d: %+v, want %+v", entry.Claim, c, want)
			}
		}
	}
	if n == 0 || n >= len(e.claims.All) {
		t.Errorf("%d claims of %d", n, len(e.claims.All))
	}
}
