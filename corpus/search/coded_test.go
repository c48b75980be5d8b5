package search

import (
	"context"
	"slices"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestCoded: statements are found by what they are coded as, by whom, and by the day of their report.
func TestCoded(t *testing.T) {
	set := statement.Of([]report.Report{
		{ID: 0, Path: "a", Outlet: "A", Published: report.Date{Year: 2023, Month: 3, Day: 6}, Text: "The dam broke on Monday.\n\nWater stood in the cellars.\n\nA warning came late.\n"},
		{ID: 1, Path: "b", Outlet: "B", Published: report.Date{Year: 2023, Month: 4, Day: 1}, Text: "The dam held on Tuesday.\n"},
		{ID: 2, Path: "c", Outlet: "C", Text: "The dam is old.\n"},
	}, 1)
	x := New(set)
	find := func(query string) []statement.ID {
		t.Helper()
		r, err := x.Find(context.Background(), query, 0)
		if err != nil {
			t.Fatal(err)
		}
		return r.Set
	}
	if got := find("tag:war"); len(got) != 0 {
		t.Errorf("nothing is coded, and %v is found", got)
	}
	x.Code(map[statement.ID]Coding{
		0: {Tags: []string{"war", "voice:russia"}, Coders: []string{"Coder One"}}, 1: {Tags: []string{"voice:ukraine"}, Coders: []string{"Coder Two"}},
		2: {Tags: []string{"warning"}},
	})
	for query, want := range map[string][]statement.ID{
		"tag:war": {0}, "tag:WAR": {0}, "tag:wa": {0, 2}, "tag:voice": {0, 1}, "tag:voice:russia": {0}, "tag:voice:r": {0}, "tag:warn": {2},
		"-tag:war": {1, 2, 3, 4}, "-tag:*": {3, 4}, "tag:*": {0, 1, 2}, "tag:voice tag:war": {0}, "tag:voice -tag:war": {1}, "tag:peace": {},
		"coder:one": {0}, "-coder:one": {1, 2, 3, 4}, "coder:coder": {0, 1}, "dam tag:war": {0}, "dam -tag:war": {3, 4}, "tag:": {},
		"date:2023": {0, 1, 2, 3}, "date:2023-03": {0, 1, 2}, "date:2023-03-06..2023-03-31": {0, 1, 2}, "date:..2023-03": {0, 1, 2},
		"date:2023-04..": {3}, "-date:2023": {4}, "dam date:2023-04-01": {3}, "dam ta": {}, `tag:"voice:russia"`: {0},
	} {
		if query == "dam ta" {
			want = []statement.ID{0, 3, 4} // "ta" may become "tag:"
		}
		if got := find(query); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
	x.Code(nil)
	if got := find("-tag:war"); len(got) != 5 {
		t.Errorf("nothing is coded any more, and only %v is found", got)
	}
}
