package brief

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// seedSet is the embedded reports.
func seedSet(t testing.TB) *statement.Set {
	t.Helper()
	read := source.ReadFS(context.Background(), seeds.Files, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 || len(reports) != 5 {
		t.Fatalf("%d reports, problems %v", len(reports), problems)
	}
	return statement.Of(reports, 1)
}

// passageOf is the passage of the first statement of the outlet that contains words: the whole statement.
func passageOf(t testing.TB, set *statement.Set, outlet, words string) Passage {
	t.Helper()
	for i := range set.All {
		if id := statement.ID(i); set.ReportOf(id).Outlet == outlet && strings.Contains(set.Text(id), words) {
			return quote(set, id, id, set.All[i].Span)
		}
	}
	t.Fatalf("%s says nothing of %q", outlet, words)
	return Passage{}
}

// spanOf is a selection: the words themselves.
func spanOf(t testing.TB, set *statement.Set, outlet, words string) Passage {
	t.Helper()
	for i := range set.Reports {
		r := &set.Reports[i]
		at := strings.Index(r.Text, words)
		if r.Outlet != outlet || at < 0 {
			continue
		}
		p, err := PassageAt(set, r.ID, report.Span{Start: at, End: at + len(words)})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	t.Fatalf("%s does not say %q", outlet, words)
	return Passage{}
}

func sourcesOf(set *statement.Set) []Source {
	var all []Source
	for i := range set.Reports {
		all = append(all, sourceOf(&set.Reports[i]))
	}
	return all
}

// seedBrief is a brief over the embedded reports with everything that a brief can hold.
func seedBrief(t testing.TB) (*Document, []report.Report) {
	set := seedSet(t)
	made := time.Date(2022, 3, 12, 14, 3, 0, 0, time.UTC)
	lead := passageOf(t, set, "Middle East Eye", "children's hospital")
	lead.Notes = []Note{{Text: "Compare with the <b>agency's</b> text & *its* date.", Time: made, By: "A. Reader"}}
	other := passageOf(t, set, "Gossip Dad", "Ukrainian radicals")
	shortened := passageOf(t, set, "NBC Bay Area", "seized")
	words := strings.Fields(shortened.Quote[0].Text)
	half := len(words) / 2
	shortened.Quote = []Part{
		{Words, strings.Join(words[:3], " ")}, {Addition, "the minister's"}, {Words, " " + strings.Join(words[3:half], " ")},
		{Kind: Omission}, {Words, strings.Join(words[half+2:], " ")},
	}
	partly := spanOf(t, set, "China Daily", "wants to continue negotiations")
	two := quote(set, 2, 3, report.Span{Start: set.All[2].Span.Start, End: set.All[3].Span.End})
	untitled := quote(set, set.In(2)[1].ID, set.In(2)[1].ID, set.In(2)[1].Span)
	for _, v := range []struct {
		p             *Passage
		speaker, mode string
	}{
		{&lead, "Sergey Lavrov", "mixed"}, {&other, "Sergey Lavrov", "mixed"}, {&shortened, "Sergey Lavrov", "indirect"},
		{&partly, "Sergey Lavrov", "indirect"}, {&two, "Dmytro Kuleba", "mixed"}, {&untitled, "", ""},
	} {
		v.p.Speaker, v.p.Mode = v.speaker, v.mode // what the goldens show does not hang on how voices are found
	}
	return &Document{
		Title: "Talks in Antalya", Made: made, Coder: "A. Reader", Version: "1.2.3", Sources: sourcesOf(set),
		Items: []Item{
			{Heading: &Heading{Level: 1, Text: "The hospital"}},
			{Text: &Text{Text: "What is said of the hospital, by outlet.\nOne line more.\n\nA [link](x) and # no heading."}},
			{Claim: &Claim{
				Lead: lead, Others: []Passage{other, shortened},
				Silences: []Silence{{Source: 1, Checked: true}, {Source: 2}},
				Notes:    []Note{{Text: "=1+1 is no formula", Time: made}},
				Tags:     []string{"hospital", "attribution"},
			}},
			{Heading: &Heading{Level: 2, Text: "Ways on"}},
			{Passage: &partly},
			{Passage: &two},
			{Passage: &untitled},
		},
	}, set.Reports
}

func export(t testing.TB, d *Document, format string, o ExportOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Export(&b, d, format, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}
