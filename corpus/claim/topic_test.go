package claim_test

import (
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// given is the particular of a statement that reads figure.
func (e *embedded) given(t *testing.T, id statement.ID, figure string) *particular.Particular {
	t.Helper()
	ps := e.claims.Particulars(id)
	for i := range ps {
		if ps[i].Figure == figure {
			return &ps[i]
		}
	}
	t.Fatalf("%q gives no %s: %+v", e.set.Line(id), figure, ps)
	return nil
}

// topic is the topic of a claim with a label.
func topic(t *testing.T, ts []claim.Topic, label string) *claim.Topic {
	t.Helper()
	for i := range ts {
		if ts[i].Label == label {
			return &ts[i]
		}
	}
	t.Fatalf("no topic %s among %+v", label, ts)
	return nil
}

// TestTalksLength: what one outlet calls more than one-and-a-half hours and another just 1½ hours is equal, and each
// keeps its bound.
func TestTalksLength(t *testing.T) {
	e := openSeeds(t)
	china, gossip := e.find(t, "China Daily", "one-and-a-half hours"), e.find(t, "Gossip Dad", "1½ hours")
	a, b := e.given(t, china, "1½+ h"), e.given(t, gossip, "1½ h")
	if v := particular.Compare(a, b); v != particular.Equal || a.Bound != particular.Over || b.Bound != particular.Just {
		t.Errorf("%s, bounds %s and %s", v, a.Bound, b.Bound)
	}
	both := e.shared(china, gossip)
	if len(both) == 0 {
		t.Fatal("no claim has both")
	}
	tp := topic(t, e.claims.Topics(both[0]), "duration: talks")
	if len(tp.Figures) != 2 || tp.Differs() {
		t.Errorf("topic %+v", tp)
	}
}

// TestHospitalToll: 17 wounded in two outlets and three killed in two, whatever words they use, and nobody differs.
func TestHospitalToll(t *testing.T) {
	e := openSeeds(t)
	eye := e.find(t, "Middle East Eye", "17 were wounded")
	press := e.find(t, "Press TV", "injury of 17 people")
	nbc := e.find(t, "NBC", "three people killed")
	for _, c := range []struct {
		a, b          statement.ID
		figure, label string
	}{{eye, press, "17", "injured"}, {eye, nbc, "3", "dead"}} {
		a, b := e.given(t, c.a, c.figure), e.given(t, c.b, c.figure)
		if v := particular.Compare(a, b); v != particular.Equal || a.Label() != c.label || b.Label() != c.label {
			t.Errorf("%s %s and %s: %s", c.figure, a.Label(), b.Label(), v)
		}
	}
	for _, ids := range [][]statement.ID{{eye, press}, {eye, nbc}} {
		for _, tp := range e.claims.TopicsOf(ids) {
			if tp.Differs() {
				t.Errorf("%s differs: %+v", tp.Label, tp.Differences)
			}
		}
	}
}

// TestCellFigures: a row's cells have what the outlets give, and nothing where they give none.
func TestCellFigures(t *testing.T) {
	e := openSeeds(t)
	eye, press := e.find(t, "Middle East Eye", "17 were wounded"), e.find(t, "Press TV", "injury of 17 people")
	ids := []statement.ID{eye, press}
	var row claim.Row
	claim.RowOf(e.set, ids, &row)
	e.claims.FiguresOf(ids, &row)
	for i, cell := range row.Cells {
		switch {
		case len(cell.Wordings) == 0 && cell.Figure != nil:
			t.Errorf("outlet %d says nothing and gives %s", i, cell.Figure.Figure)
		case len(cell.Wordings) > 0 && (cell.Figure == nil || cell.Differs):
			t.Errorf("outlet %d gives %+v", i, cell.Figure)
		}
	}
}

// TestDivergences: of the embedded reports one differs in what somebody called the meeting, and no figure does.
func TestDivergences(t *testing.T) {
	e := openSeeds(t)
	ds := e.claims.Divergences()
	if len(ds) != 1 || ds[0].A[0].Figure != "difficult" || ds[0].B[0].Figure != "easy and difficult" || len(ds[0].A) != 2 || len(ds[0].Claims) == 0 {
		t.Fatalf("%+v", ds)
	}
	for _, f := range append(ds[0].A, ds[0].B...) {
		if v, spoken := e.claims.SayOf(&f); !spoken || !strings.HasSuffix(v.Speaker, "Kuleba") {
			t.Errorf("%s is said by %q", f.Figure, v.Speaker)
		}
	}
}

// TestTimeline: a toll is followed through the story in the order of the reports' dates and times, also where another
// claim of it stands; the toll of an earlier year is not among it.
func TestTimeline(t *testing.T) {
	text := func(killed, more string) string {
		return "The fire in the Tarn warehouse on Monday killed " + killed + " people, the fire chief said.\n\n" + more + "\n"
	}
	reports := []report.Report{
		{Outlet: "south", Text: text("19", "The warehouse stored paint."), Facts: report.Facts{Published: report.Fact{Value: "2021-05-04T18:30:00Z"}}, Published: report.Date{Year: 2021, Month: 5, Day: 4}},
		{Outlet: "north", Text: text("12", "The warehouse stored paint."), Facts: report.Facts{Published: report.Fact{Value: "2021-05-04T09:00:00Z"}}, Published: report.Date{Year: 2021, Month: 5, Day: 4}},
		{Outlet: "west", Text: text("at least three", "In 2004 a fire in the Tarn warehouse killed 900 people."), Published: report.Date{Year: 2021, Month: 5, Day: 3}},
	}
	for i := range reports {
		reports[i].ID = report.ID(i)
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	cs := claim.Group(set, match.Apply(scored, nil))
	threads := cs.Timeline(cs.Of(0)[0])
	if len(threads) == 0 || threads[0].Label != "dead" {
		t.Fatalf("%+v", threads)
	}
	var got []string
	for _, f := range threads[0].Figures {
		got = append(got, f.Figure.Figure)
		if !f.Differs {
			t.Errorf("%s does not differ", f.Figure.Figure)
		}
	}
	if want := "3+ 12 19"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}
