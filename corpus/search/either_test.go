package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

func harbour() *statement.Set {
	var reports []report.Report
	for i, text := range [...]string{
		"Mayor Hale said two were wounded at Kyiv quay.\nThe crane was hurt by the storm.\nA dog slept.\n",
		"Three were injured, the owner said. Kiev quay was shut.\nMayor Hale denied that anybody was hurt.\n",
	} {
		reports = append(reports, report.Report{ID: report.ID(i), Outlet: [...]string{"Harbour News", "Valley Post"}[i], Text: text})
	}
	return statement.Of(reports, 1)
}

func found(t *testing.T, x *Index, query string) Result {
	t.Helper()
	r, err := x.Find(context.Background(), query, 0)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEither: a query with "|" finds what its parts find, each statement once, marks all of them, and never mixes real
// matches with scattered letters.
func TestEither(t *testing.T) {
	x := New(harbour())
	for _, c := range []struct {
		query string
		parts []string
	}{
		{"wounded|injured", []string{"wounded", "injured"}},
		{"wounded | hurt", []string{"wounded", "hurt"}},
		{"mayor wounded|hurt", []string{"mayor wounded", "mayor hurt"}},
		{`"two were"|"three were"`, []string{`"two were"`, `"three were"`}},
		{"hurt outlet:valley|harbour", []string{"hurt outlet:valley", "hurt outlet:harbour"}},
		{"hurt -crane|dog", []string{"hurt -crane -dog"}},
		{"wounded|", []string{"wounded"}},
		{"|wounded|zzzz", []string{"wounded"}},
	} {
		got := found(t, x, c.query)
		var want []statement.ID
		for _, p := range c.parts {
			want = append(want, found(t, x, p).Set...)
		}
		slices.Sort(want)
		if want = slices.Compact(want); !slices.Equal(got.Set, want) || got.Scattered || got.Total != len(got.Hits) || got.Query != c.query {
			t.Errorf("%s: %v (%d hits), not %v", c.query, got.Set, len(got.Hits), want)
		}
		for _, h := range got.Hits {
			if spans := x.Spans(c.query, h.Statement); len(spans) == 0 || !slices.Equal(spans, h.Spans) {
				t.Errorf("%s: %d is marked at %v here, at %v there", c.query, h.Statement, h.Spans, spans)
			}
		}
	}
}

// TestVoiceFilter: voice:name keeps the statements with words of such a speaker, also without any word; -voice:name the rest.
func TestVoiceFilter(t *testing.T) {
	s := harbour()
	x := New(s)
	speaks := func(id statement.ID, name string) bool {
		return slices.ContainsFunc(s.All[id].Voices, func(v statement.Voice) bool { return strings.Contains(strings.ToLower(v.Speaker), name) })
	}
	all := found(t, x, "voice:hale")
	if all.Total != 2 {
		t.Errorf("voice:hale finds %d", all.Total)
	}
	for id := range s.All {
		if got := slices.Contains(all.Set, statement.ID(id)); got != speaks(statement.ID(id), "hale") {
			t.Errorf("voice:hale, %q: %v", s.Text(statement.ID(id)), got)
		}
	}
	if r := found(t, x, "hurt voice:hale"); r.Total != 1 || x.Spans("hurt voice:owner", r.Set[0]) != nil {
		t.Errorf("hurt voice:hale finds %d", r.Total)
	}
	if r := found(t, x, "hurt -voice:hale"); r.Total != 1 {
		t.Errorf("hurt -voice:hale finds %d", r.Total)
	}
	if r := found(t, x, "voice:owner|hale"); r.Total != 3 {
		t.Errorf("voice:owner|hale finds %d", r.Total)
	}
}

// TestRelated: a word that finds little offers related ones with what they find; all of them is a query of its own.
func TestRelated(t *testing.T) {
	x := New(harbour())
	related, with, err := x.Related(context.Background(), found(t, x, "wounded"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(related); got != "[{hurt hurt 2} {injured injure 1}]" || with != "wounded|hurt|injure" {
		t.Errorf("%v, %q", got, with)
	}
	if r := found(t, x, with); r.Total != 4 {
		t.Errorf("%s finds %d", with, r.Total)
	}
	for _, query := range []string{"quay dog", `"wounded"`, "zzzz", "", "wounded|dog", "voice:hale"} {
		if related, with, _ := x.Related(context.Background(), found(t, x, query)); with != "" {
			t.Errorf("%q offers %v", query, related)
		}
	}
}

// TestInstead: where an outlet has nothing, it is said what it has of other words for the same.
func TestInstead(t *testing.T) {
	x := New(harbour())
	x.Know([][]string{{"Kyiv", "Kiev"}})
	r := found(t, x, "Kyiv")
	if got := fmt.Sprint(r.Counts); got != "[{Harbour News 1 []} {Valley Post 0 [{Kiev 1}]}]" {
		t.Error(got)
	}
	if r := found(t, x, "quay"); len(r.Counts[1].Instead) != 0 {
		t.Errorf("%v", r.Counts)
	}
}
