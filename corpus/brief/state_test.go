package brief

import (
	"testing"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// clock is a clock that moves a second with every look.
func clock() func() time.Time {
	now := time.Date(2022, 3, 10, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// setOf cuts texts into statements, one report an outlet: "A", "B", ...
func setOf(texts ...string) *statement.Set {
	var reports []report.Report
	for i, text := range texts {
		outlet := string(rune('A' + i))
		reports = append(reports, reportOf(outlet, text))
		reports[i].ID = report.ID(i)
	}
	return statement.Of(reports, 1)
}

const storm = "The storm reached the coast on Monday. No boat left the harbour. Mayor Hale closed the schools."
const rain = "Rain fell all night. All boats stayed in port, the mayor said. Schools were closed."

func TestDo(t *testing.T) {
	s := Memory(Options{Now: clock(), Coder: "Ann"})
	set := setOf(storm, rain)
	marked, err := s.Do(Mark{Claim: true, Wordings: []Anchor{AnchorOf(set, 1), AnchorOf(set, 4)}, Note: "compare"})
	if err != nil {
		t.Fatal(err)
	}
	d := s.Brief().Resolve(NewFinder(set)).Document("1.0")
	if len(d.Items) != 1 || d.Items[0].Claim == nil || d.Items[0].Claim.Lead.Quote[0].Text != "No boat left the harbour." {
		t.Fatalf("got %+v", d.Items)
	}
	if undone, err := s.Undo(); err != nil || undone.Seq != marked.Seq || s.Brief().Marks() != 0 {
		t.Fatalf("undid %+v, %v", undone, err)
	}
	if _, err := s.Redo(); err != nil || s.Brief().Entries[0].ID != marked.Seq {
		t.Fatalf("redo: %v", err)
	}
}
