package match_test

import (
	"strings"
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestOddTexts: texts that are no news reports end in time and without harm.
func TestOddTexts(t *testing.T) {
	long := strings.Repeat("words without an end that go on and on ", 25000)
	for name, texts := range map[string][2]string{
		"a line of a megabyte":   {long, long + "and then some"},
		"the same line for ever": {strings.Repeat("Read more.\n", 2000), strings.Repeat("Read more.\n", 2000)},
		"apostrophes":            {strings.Repeat("' ’ ‘ ", 20000), strings.Repeat("''\"", 20000)},
		"broken bytes":           {strings.Repeat("\xff\xfe\x00 ferry", 500), "ferry \x1b[31m \u202e sank"},
		"numbers":                {strings.Repeat("1.2.3,4 99% ½ ", 3000), strings.Repeat("$ 7 million billion ", 3000)},
	} {
		set := statement.Of([]report.Report{
			{ID: 0, Outlet: "north", Text: strings.ToValidUTF8(texts[0], "\ufffd")},
			{ID: 1, Outlet: "south", Text: strings.ToValidUTF8(texts[1], "\ufffd")},
		}, 1)
		scored, err := match.Score(t.Context(), set, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		links := match.Apply(scored, nil)
		for _, l := range links.All[:min(10, len(links.All))] {
			links.Reasons(l)
		}
	}
}

// TestCopies: forty copies of one report are one origin.
func TestCopies(t *testing.T) {
	one := plant.Grow(plant.Options{Stories: 1, Reports: 1, Statements: 30, Seed: 1}).Reports[0]
	reports := make([]report.Report, 40)
	for i := range reports {
		reports[i] = one
		reports[i].ID = report.ID(i)
	}
	set := statement.Of(reports, 1)
	links := match.Apply(scoreOf(t, set), nil)
	for _, r := range reports {
		if o := links.Origin(r.ID); o != 0 {
			t.Errorf("report %d has the origin %d", r.ID, o)
		}
	}
}
