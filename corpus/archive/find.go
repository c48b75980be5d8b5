package archive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"strings"
	"time"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
)

// Found is a page of what a query found.
type Found struct {
	report.Reading
	Total  int    // reports that match, of which Most travel
	AtMost bool   // there are more than Total: the engine stopped counting
	Shards string // "4 of 5 shards answered"; "" when all did
}

// keptOpen is how long a point in time is kept between two pages.
const keptOpen = 2 * time.Minute

// Find yields what a query finds, page by page, the best first and the newest of equals. All pages are of one moment: what
// is put into the archive meanwhile moves nothing. When a page fails its error is yielded and nothing more.
func (a *Archive) Find(ctx context.Context, q Query) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		query, err := a.ask(q)
		if err != nil {
			yield(Found{}, err)
			return
		}
		at := &turner{Archive: a, query: query, most: q.most()}
		defer at.close(context.WithoutCancel(ctx))
		for !at.done {
			found, err := at.next(ctx)
			if err != nil {
				yield(Found{}, err)
				return
			}
			if !yield(found, nil) {
				return
			}
		}
	}
}

// turner turns the pages of an answer.
type turner struct {
	*Archive
	query object
	most  int
	moment
	had    int
	after  []any // the sort values of the last report
	done   bool
	waited bool // long enough for shards that do not answer
}

// moment is the point in time that pages are of; without an id the pages are of now, as an engine allows that has no such
// points or a user who may not open one.
type moment struct {
	id    string
	asked bool
}

// open opens the point in time.
func (t *turner) open(ctx context.Context) error {
	t.asked = true
	ctx, cancel := t.within(ctx)
	defer cancel()
	resp, err := t.client.PointInTime.Create(ctx, opensearchapi.PointInTimeCreateReq{
		Indices: []string{t.index}, Params: opensearchapi.PointInTimeCreateParams{KeepAlive: keptOpen}})
	if code := statusOf(resp.Inspect()); err != nil && code == 0 {
		return t.explain(ctx, err, resp.Inspect())
	}
	t.id = resp.PitID
	return nil
}

// next is the next page.
func (t *turner) next(ctx context.Context) (Found, error) {
	resp, err := t.search(ctx)
	if err != nil {
		return Found{}, err
	}
	hits := resp.Hits.Hits
	t.had += len(hits)
	t.done = len(hits) < page || t.had >= t.most
	if len(hits) > 0 {
		t.after = hits[len(hits)-1].Sort
	}
	found := Found{Total: resp.Hits.Total.Value, AtMost: resp.Hits.Total.Relation == "gte", Shards: shards(resp)}
	for _, hit := range hits {
		found.Add(t.read(hit.Index, hit.ID, hit.Source))
	}
	return found, nil
}

// search asks for the next page. A point in time is lost with a node that held a part of it: another is opened, where
// the pages go on behind the last report, until all shards answer or have been given time enough to be found elsewhere.
func (t *turner) search(ctx context.Context) (*opensearchapi.SearchResp, error) {
	for attempt := 1; ; attempt++ {
		if !t.asked {
			if err := t.open(ctx); err != nil {
				return nil, err
			}
		}
		resp, err := t.once(ctx)
		if lost := t.lost(resp, err); !lost || t.waited {
			t.waited = lost // whoever is still missing is not waited for again at the next page
			return resp, err
		}
		t.waited = attempt == attempts-1
		t.id, t.asked = "", false
		select {
		case <-ctx.Done():
			return resp, context.Cause(ctx)
		case <-time.After(backoff(attempt)):
		}
	}
}

// lost reports whether an answer is of a node that is missed: another point in time may find its shards elsewhere. Too little
// time is nothing that passes.
func (t *turner) lost(resp *opensearchapi.SearchResp, err error) bool {
	switch code := statusOf(resp.Inspect()); {
	case code == http.StatusInternalServerError:
		return true
	case t.id == "":
		return false
	case code == http.StatusNotFound, code > http.StatusInternalServerError:
		return true
	}
	return err == nil && resp.Shards.Failed > 0
}

func (t *turner) once(ctx context.Context) (*opensearchapi.SearchResp, error) {
	ctx, cancel := t.within(ctx)
	defer cancel()
	req := opensearchapi.SearchReq{Body: t.body()}
	if t.id == "" {
		req.Indices = []string{t.index}
	}
	resp, err := t.client.Search(ctx, &req)
	return resp, t.explain(ctx, err, resp.Inspect())
}

// body is the request for the next page.
func (t *turner) body() *bytes.Reader {
	key := t.exact(t.fields.Key)
	if key == "" {
		key = "_id"
	}
	sort := []object{{"_score": "desc"}}
	if kind := t.kinds[t.fields.Published]; kind == "date" {
		sort = append(sort, object{t.fields.Published: object{"order": "desc", "missing": 0}})
	}
	body := object{
		"query": t.query, "size": min(page, t.most-t.had), "sort": append(sort, object{key: "asc"}),
		"track_scores": true, "track_total_hits": 1_000_000, "timeout": fmt.Sprintf("%dms", t.deadline.Milliseconds()),
		"_source": object{"includes": t.fields.sources()},
	}
	if t.id != "" {
		body["pit"] = object{"id": t.id, "keep_alive": fmt.Sprintf("%dms", keptOpen.Milliseconds())}
	}
	if t.after != nil {
		body["search_after"] = t.after
	}
	return encoded(body)
}

// close lets the point in time go; the engine would keep it for a while.
func (t *turner) close(ctx context.Context) {
	if t.id == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, _ = t.client.PointInTime.Delete(ctx, opensearchapi.PointInTimeDeleteReq{PitID: []string{t.id}})
}

// sources is the fields that travel.
func (f Fields) sources() []string {
	var all []string
	for _, name := range f.names() {
		if *name != "" && name != &f.Key {
			all = append(all, *name)
		}
	}
	return all
}

func encoded(body object) *bytes.Reader {
	data, err := json.Marshal(body)
	if err != nil {
		panic(err) // it is made of texts and numbers
	}
	return bytes.NewReader(data)
}

// shards says when an answer is not of all of the index.
func shards(resp *opensearchapi.SearchResp) string {
	var said []string
	if s := resp.Shards; s.Failed > 0 || s.Successful < s.Total {
		said = append(said, fmt.Sprintf("%d of %d shards answered", s.Successful, s.Total))
	}
	if resp.Timeout {
		said = append(said, "not all was searched in the time there was")
	}
	return strings.Join(said, "; ")
}

// read makes the report of a document.
func (a *Archive) read(index, id string, source json.RawMessage) report.Reading {
	path := a.path(index, id)
	failed := func(why string) report.Reading {
		return report.Reading{Problems: []report.Problem{{Path: path, Err: fmt.Errorf("%s", why)}}}
	}
	var d document
	if err := json.Unmarshal(source, &d); err != nil {
		return failed("the archive's document is no JSON object")
	}
	text := d.value(a.fields.Text, "\n\n")
	switch {
	case strings.TrimSpace(text) == "":
		return failed("its field " + a.fields.Text + " holds no text")
	case int64(len(text)) > a.bytes:
		return failed(fmt.Sprintf("holds %s of text, more than the limit of %s", report.Size(int64(len(text))), report.Size(a.bytes)))
	}
	said := func(name string) report.Fact { return report.Fact{Value: d.value(name, ", ")} }
	facts := report.Facts{Outlet: said(a.fields.Outlet), Title: said(a.fields.Title), Published: said(a.fields.Published),
		URL: said(a.fields.URL), Byline: said(a.fields.Byline), Lang: said(a.fields.Lang)}
	facts.Published.Value = momentOf(facts.Published.Value)
	return report.Reading{Reports: []report.Report{report.Archived(path, text, facts.Said("archive"))}}
}
