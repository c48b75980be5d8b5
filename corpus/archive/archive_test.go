package archive

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// wire is reports of two outlets on a flood and on a strike, made for these tests.
func wire() []report.Report {
	var all []report.Report
	for _, one := range []struct{ outlet, date, title, text, lang string }{
		{"Ald Courier", "2022-03-09", "Weir bursts", "The weir burst on Wednesday. Forty homes were flooded, the harbour master said.", "en"},
		{"Bay Post", "2022-03-10", "Forty homes under water", "Forty homes are under water after the weir burst. Rescuers were carrying families to the school.", "en"},
		{"Bay Post", "2022-03-12", "Dockers on strike", "The dockers' union began a strike on Saturday. No ship was unloaded.", "en"},
		{"Küstenblatt", "2022-03-10T08:15:00Z", "Das Wehr ist gebrochen", "Vierzig Häuser stehen unter Wasser. Die Überschwemmungen begannen am Mittwoch.", "de"},
	} {
		all = append(all, report.Archived("test", one.text, report.Facts{Outlet: report.Fact{Value: one.outlet}, Title: report.Fact{Value: one.title},
			Published: report.Fact{Value: one.date}, Lang: report.Fact{Value: one.lang}}))
	}
	return all
}

// pushed puts reports into an index and makes them findable.
func pushed(t *testing.T, o Options, reports []report.Report) *Archive {
	t.Helper()
	a, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.Push(context.Background(), slices.Values(reports), nil)
	if err != nil || len(p.Failed) > 0 || p.New+p.Known != len(reports) {
		t.Fatalf("pushed %+v, %v", p, err)
	}
	refresh(t, a)
	return a
}

func refresh(t *testing.T, a *Archive) {
	t.Helper()
	if _, err := a.client.Indices.Refresh(context.Background(), &opensearchapi.IndicesRefreshReq{Index: []string{a.index}}); err != nil {
		t.Fatal(err)
	}
}

// all is what a query finds, and the last page's word on the whole.
func all(t *testing.T, a *Archive, q Query) (report.Reading, Found) {
	t.Helper()
	var read report.Reading
	var last Found
	for found, err := range a.Find(context.Background(), q) {
		if err != nil {
			t.Fatal(err)
		}
		read.Add(found.Reading)
		last = found
	}
	return read, last
}

func titles(r report.Reading) string {
	var s []string
	for i := range r.Reports {
		s = append(s, r.Reports[i].Title)
	}
	slices.Sort(s)
	return strings.Join(s, "; ")
}

func day(s string) report.Date {
	d, _ := report.ParseDate(s)
	return d
}

// TestFind asks an index of our own in the ways a reader asks.
func TestFind(t *testing.T) {
	a := pushed(t, made(t, "wire"), wire())
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{}, "Das Wehr ist gebrochen; Dockers on strike; Forty homes under water; Weir bursts"},
		{Query{Words: "weir homes"}, "Forty homes under water; Weir bursts"},
		{Query{Words: "burst bursting"}, "Forty homes under water; Weir bursts"},     // by their stem
		{Query{Words: "überschwemmung"}, "Das Wehr ist gebrochen"},                   // by its stem in German
		{Query{Words: `"carrying families"`}, "Forty homes under water"},             // a phrase
		{Query{Words: "strike | wehr"}, "Das Wehr ist gebrochen; Dockers on strike"}, // one of two
		{Query{Words: "weir -rescuers"}, "Weir bursts"},                              // not
		{Query{Words: `weir "(`}, "Forty homes under water; Weir bursts"},            // half a query
		{Query{Filter: source.Filter{Since: day("2022-03-10")}}, "Das Wehr ist gebrochen; Dockers on strike; Forty homes under water"},
		{Query{Filter: source.Filter{Until: day("2022-03-10")}}, "Das Wehr ist gebrochen; Forty homes under water; Weir bursts"}, // the day included
		{Query{Filter: source.Filter{Since: day("2022-03"), Until: day("2022-03")}}, "Das Wehr ist gebrochen; Dockers on strike; Forty homes under water; Weir bursts"},
		{Query{Filter: source.Filter{Outlets: []string{"Bay Post"}}, Words: "weir"}, "Forty homes under water"},
		{Query{Filter: source.Filter{Outlets: []string{"Bay Post", "Küstenblatt"}, Until: day("2022-03-11")}}, "Das Wehr ist gebrochen; Forty homes under water"},
		{Query{Words: "zyx"}, ""},
	} {
		read, found := all(t, a, c.q)
		if got := titles(read); got != c.want || found.Total != len(read.Reports) || found.Shards != "" || len(read.Problems) > 0 {
			t.Errorf("%+v finds %q, %d in all, %q, %v; want %q", c.q, got, found.Total, found.Shards, read.Problems, c.want)
		}
	}
	read, _ := all(t, a, Query{Words: "wehr"})
	r := &read.Reports[0]
	if r.Outlet != "Küstenblatt" || r.Published.ISO() != "2022-03-10" || r.TimeOfDay() != "08:15 UTC" || r.Language() != "de" || r.Text != wire()[3].Text {
		t.Errorf("came back as %+v", r)
	}
	id, ok := ID(r.Path)
	if again, err := a.Fetch(context.Background(), "", []string{id, "nowhere"}); !ok || err != nil || len(again.Reports) != 1 || again.Reports[0].TextHash != r.TextHash || len(again.Problems) != 1 {
		t.Errorf("fetched %+v, %v, %v", again, ok, err)
	}
	if like, _ := all(t, a, Query{Like: wire()[0].Text, Lang: "en"}); !strings.Contains(titles(like), "Forty homes under water") || strings.Contains(titles(like), "strike") {
		t.Errorf("more like the first are %s", titles(like))
	}
}

// TestCount counts by day and outlet, also what a query does not let travel.
func TestCount(t *testing.T) {
	a := pushed(t, made(t, "counted"), wire())
	c, err := a.Count(context.Background(), Query{Words: "weir | wehr | strike", Most: 1})
	n := func(name string, reports int) source.Count { return source.Count{Name: name, Reports: reports} }
	want := source.Counts{Total: 4, Days: []source.Count{n("2022-03-09", 1), n("2022-03-10", 2), n("2022-03-12", 1)},
		Outlets: []source.Count{n("Bay Post", 2), n("Ald Courier", 1), n("Küstenblatt", 1)}}
	if err != nil || fmt.Sprint(c) != fmt.Sprint(want) {
		t.Errorf("counted %+v, %v, want %+v", c, err, want)
	}
}

// TestPages: every report comes once, whatever its score, although pages turn and reports are pushed meanwhile.
func TestPages(t *testing.T) {
	var many []report.Report
	for i := range 3*page + 7 {
		many = append(many, report.Archived("test", fmt.Sprintf("The weir burst. Number %d.", i), report.Facts{Outlet: report.Fact{Value: "Ald Courier"}}))
	}
	a := pushed(t, made(t, "pages"), many)
	seen, pages := map[string]int{}, 0
	for found, err := range a.Find(context.Background(), Query{Words: "weir", Most: mostMost}) {
		if err != nil {
			t.Fatal(err)
		}
		pages++
		for i := range found.Reports {
			seen[found.Reports[i].Path]++
		}
		late := report.Archived("test", fmt.Sprintf("The weir burst. Late number %d.", pages), report.Facts{})
		if _, err := a.Push(context.Background(), slices.Values([]report.Report{late}), nil); err != nil {
			t.Fatal(err)
		}
		refresh(t, a)
	}
	for path, times := range seen {
		if times != 1 {
			t.Errorf("%s came %d times", path, times)
		}
	}
	if len(seen) != len(many) || pages != 4 {
		t.Errorf("%d of %d reports on %d pages", len(seen), len(many), pages)
	}
	if few, found := all(t, a, Query{Words: "weir", Most: 20}); len(few.Reports) != 20 || found.Total < len(many) {
		t.Errorf("%d reports travel of %d", len(few.Reports), found.Total)
	}
}

// TestPushTwice: the second push changes nothing.
func TestPushTwice(t *testing.T) {
	o := made(t, "twice")
	a := pushed(t, o, wire()[:2])
	p, err := a.Push(context.Background(), slices.Values(wire()), nil)
	if err != nil || p.New != 2 || p.Known != 2 || len(p.Failed) > 0 {
		t.Errorf("pushed %+v, %v", p, err)
	}
	refresh(t, a)
	if read, _ := all(t, a, Query{}); len(read.Reports) != 4 {
		t.Errorf("%d reports", len(read.Reports))
	}
	if err := Init(context.Background(), o, 1); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("made a second time: %v", err)
	}
}

// TestPushStopped: a push that is stopped anywhere and run again makes the same index as one that was not.
func TestPushStopped(t *testing.T) {
	a := pushed(t, made(t, "stopped"), nil)
	const many = 5000
	reports := func(stop func(i int)) func(func(report.Report) bool) {
		return func(yield func(report.Report) bool) {
			for i := range many {
				stop(i)
				if !yield(report.Archived("test", fmt.Sprintf("The weir burst. Number %d.", i), report.Facts{})) {
					return
				}
			}
		}
	}
	for _, at := range []int{1100, 2500, 4999} {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := a.Push(ctx, reports(func(i int) {
			if i == at {
				cancel()
			}
		}), nil)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at %d: %v", at, err)
		}
	}
	p, err := a.Push(context.Background(), reports(func(int) {}), nil)
	if err != nil || p.New+p.Known != many || p.Known == 0 || len(p.Failed) > 0 {
		t.Errorf("pushed %+v, %v", p, err)
	}
	refresh(t, a)
	if c, err := a.Count(context.Background(), Query{}); err != nil || c.Total != many {
		t.Errorf("%d reports, %v", c.Total, err)
	}
}

// TestTheirs reads an index that somebody else made, with its own names, and sends nothing but questions.
func TestTheirs(t *testing.T) {
	needsNodes(t)
	n, err := one()
	if err != nil {
		t.Fatal(err)
	}
	do := func(method, path, body string) {
		t.Helper()
		req, err := http.NewRequest(method, n.url+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode >= 300 {
			t.Fatalf("%s %s: %s", method, path, resp.Status)
		}
	}
	do("PUT", "/theirs", `{"mappings":{"properties":{"meta":{"properties":{"headline":{"type":"text"},"paper":{"type":"text","fields":{"keyword":{"type":"keyword"}}}}},
		"body":{"type":"text"},"when":{"type":"date","format":"epoch_millis"}}}}`)
	do("PUT", "/theirs/_doc/a%2F1?refresh=true", `{"meta":{"headline":"Weir bursts","paper":"Ald Courier"},"body":["The weir burst.","Forty homes were flooded."],"when":1646826300000}`)
	do("PUT", "/theirs/_doc/2?refresh=true", `{"meta":{"paper":"Bay Post"},"when":1646826300000}`)
	do("PUT", "/theirs/_settings", `{"index.blocks.write":true}`) // whoever writes now fails

	fields, err := ParseFields("title=meta.headline, text=body,outlet=meta.paper,published=when,lang=-")
	if err != nil {
		t.Fatal(err)
	}
	a, err := Open(context.Background(), Options{URLs: []string{n.url}, Index: "theirs", Fields: fields})
	if err != nil {
		t.Fatal(err)
	}
	read, _ := all(t, a, Query{Words: "weir", Filter: source.Filter{Outlets: []string{"Ald Courier"}}})
	if len(read.Reports) != 1 {
		t.Fatalf("found %+v", read)
	}
	r := &read.Reports[0]
	if r.Text != "Weir bursts\n\nThe weir burst.\n\nForty homes were flooded." || r.Title != "Weir bursts" || r.Outlet != "Ald Courier" || r.Published.ISO() != "2022-03-09" {
		t.Errorf("read as %+v", r)
	}
	if id, _ := ID(r.Path); id != "a/1" {
		t.Errorf("its id is %q, its path %s", id, r.Path)
	}
	if read, _ := all(t, a, Query{}); len(read.Problems) != 1 || !strings.Contains(read.Problems[0].Error(), "its field body holds no text") {
		t.Errorf("without a text: %v", read.Problems)
	}
	if c, err := a.Count(context.Background(), Query{}); err != nil || c.Total != 2 || len(c.Outlets) != 2 {
		t.Errorf("counted %+v, %v", c, err)
	}
	if p, err := a.Push(context.Background(), slices.Values(wire()[:1]), nil); err != nil || len(p.Failed) != 1 || p.New > 0 {
		t.Errorf("a push was taken: %+v, %v", p, err)
	}
	if _, err := Open(context.Background(), Options{URLs: []string{n.url}, Index: "theirs"}); err == nil || !strings.Contains(err.Error(), `has no field "text"`) {
		t.Errorf("without a mapping: %v", err)
	}
}
