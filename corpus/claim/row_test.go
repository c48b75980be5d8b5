package claim_test

import (
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

// TestRow: two reports of one outlet are one outlet; a statement that a wording is linked to and that stands in another
// claim makes its outlet "elsewhere"; an outlet without any link is silent.
func TestRow(t *testing.T) {
	var reports []report.Report
	for i, r := range [][2]string{
		{"North", "The harbour burned down on Monday.\n\nNine boats sank in the night.\n"},
		{"South", "Fire destroyed the harbour on Monday.\n"},
		{"West", "Nine boats went down, the mayor said.\n"},
		{"East", "A concert was held in the square.\n"},
		{"North", "On Monday a fire burned the harbour down.\n"},
	} {
		reports = append(reports, report.Report{ID: report.ID(i), Outlet: r[0], Text: r[1]})
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	links := match.Apply(scored, nil)
	var cut []match.Decision
	for _, l := range links.All {
		cut = append(cut, match.Decision{A: l.A, B: l.B, Kind: match.Cut})
	}
	for _, pair := range [][2]statement.ID{{0, 2}, {0, 5}, {2, 5}, {1, 3}, {1, 2}} {
		cut = append(cut, match.Decision{A: pair[0], B: pair[1], Kind: match.Added})
	}
	cs := claim.Group(set, match.Apply(scored, cut))
	var b strings.Builder
	var row claim.Row
	for _, c := range cs.All {
		cs.Row(c.ID, &row)
		fmt.Fprintf(&b, "%v:", c.Statements)
		for i, cell := range row.Cells {
			fmt.Fprintf(&b, " %s", set.Outlets.All[i].Name)
			switch cell.State {
			case claim.Said:
				fmt.Fprint(&b, " ", cell.Wordings)
			case claim.Elsewhere:
				fmt.Fprintf(&b, " elsewhere %d with %d %.1f", cell.Near.Statement, cell.Near.Wording, cell.Near.Score)
			default:
				fmt.Fprint(&b, " silent")
			}
		}
		fmt.Fprintln(&b)
	}
	want := `[0 2 5]: North [0 5] South [2] West silent East silent
[1 2]: North [1] South [2] West elsewhere 3 with 1 1.0 East silent
[1 3]: North [1] South elsewhere 2 with 1 1.0 West [3] East silent
[4]: North silent South silent West silent East [4]
`
	if got := b.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestRowsAgree checks the rows of planted claims against the plain way to make them, and RowOf and Nearest with them.
func TestRowsAgree(t *testing.T) {
	set, links := planted(t, plant.Options{Stories: 2, Reports: 8, Statements: 12, Seed: 4}, 5)
	cs := claim.Group(set, links)
	links = cs.Links()
	var row, plain claim.Row
	seen := map[claim.State]int{}
	for _, c := range cs.All {
		cs.Row(c.ID, &row)
		claim.RowOf(set, c.Statements, &plain)
		cs.Nearest(c.ID, &row)
		for i, o := range set.Outlets.All {
			cell := row.Cells[i]
			seen[cell.State]++
			var said []statement.ID
			best := match.Link{}
			for _, s := range c.Statements {
				if slices.Contains(o.Reports, set.All[s].Report) {
					said = append(said, s)
				}
				for l := range links.Of(s) {
					if slices.Contains(o.Reports, set.All[l.Other(s)].Report) && l.Score > best.Score {
						best = l
					}
				}
			}
			near := match.Pair{}
			for _, r := range o.Reports {
				if ps := links.Nearest(c.Statements, r, 1); len(ps) > 0 && ps[0].Score > near.Score {
					near = ps[0]
				}
			}
			want := claim.Silent
			switch {
			case len(said) > 0:
				want = claim.Said
			case best.Score > 0:
				want = claim.Elsewhere
				near.Score = best.Score
			}
			if cell.State != want || !slices.Equal(cell.Wordings, said) || !slices.Equal(plain.Cells[i].Wordings, said) ||
				plain.Cells[i].State == claim.Elsewhere || want != claim.Said && cell.Near.Score != near.Score {
				t.Fatalf("claim %d, %s: %+v, want state %d, wordings %v, near %g", c.ID, o.Name, cell, want, said, near.Score)
			}
		}
		if n := row.Count(claim.Said); n != cs.Outlets(c.ID) || n+len(slices.Collect(row.Without)) != len(set.Outlets.All) {
			t.Fatalf("claim %d: %d outlets", c.ID, n)
		}
	}
	for s := range 3 {
		if seen[claim.State(s)] == 0 {
			t.Errorf("no cell in state %d", s)
		}
	}
}

// planted is a field's statements and links, its reports shared out among a number of outlets.
func planted(t testing.TB, o plant.Options, outlets int) (*statement.Set, *match.Links) {
	f := plant.Grow(o)
	for i := range f.Reports {
		f.Reports[i].Outlet = fmt.Sprintf("Outlet %d", i%outlets)
	}
	set := statement.Of(f.Reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set, match.Apply(scored, nil)
}

// BenchmarkRow is the row of one claim, as at every move of the cursor, and a table of all claims over 40 outlets.
func BenchmarkRow(b *testing.B) {
	set, links := planted(b, plant.Options{Stories: 1, Reports: 40, Statements: 40, Seed: 1}, 40)
	cs := claim.Group(set, links)
	var row claim.Row
	wide := claim.ID(0)
	for _, c := range cs.All {
		if len(c.Statements) > len(cs.All[wide].Statements) {
			wide = c.ID
		}
	}
	b.Run("widest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			cs.Row(wide, &row)
		}
		b.ReportMetric(float64(len(cs.All[wide].Statements)), "wordings")
	})
	table := func(fill func(claim.ID)) func(b *testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range cs.All {
					fill(c.ID)
				}
			}
			b.ReportMetric(float64(len(cs.All)), "claims")
		}
	}
	b.Run("table", table(func(id claim.ID) { cs.Row(id, &row) }))
	b.Run("table with nearest", table(func(id claim.ID) { cs.Row(id, &row); cs.Nearest(id, &row) }))
}
