package archive

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

// Counts is how many reports of the whole archive match a query.
type Counts struct {
	Total   int
	Days    []Count // by day of publication, in order; days without any are left out
	Outlets []Count // the twelve with most
	Shards  string  // "4 of 5 shards answered"; "" when all did
}

// Count is how many reports there are of one thing.
type Count struct {
	Name    string // a day as 2022-03-10, or an outlet
	Reports int
}

const mostOutlets = 12

// Count counts what matches in the archive, also what does not travel. What the index cannot count by is left out.
func (a *Archive) Count(ctx context.Context, q Query) (Counts, error) {
	query, err := a.ask(q)
	if err != nil {
		return Counts{}, err
	}
	ctx, cancel := a.within(ctx)
	defer cancel()
	by := object{}
	if a.kinds[a.fields.Published] == "date" {
		by["days"] = object{"date_histogram": object{"field": a.fields.Published, "calendar_interval": "day", "format": "yyyy-MM-dd", "min_doc_count": 1}}
	}
	if name := a.exact(a.fields.Outlet); name != "" {
		by["outlets"] = object{"terms": object{"field": name, "size": mostOutlets}}
	}
	body := object{"size": 0, "query": query, "track_total_hits": true}
	if len(by) > 0 {
		body["aggs"] = by
	}
	resp, err := a.client.Search(ctx, &opensearchapi.SearchReq{Indices: []string{a.index}, Body: encoded(body)})
	if err != nil {
		return Counts{}, a.explain(ctx, err, resp.Inspect())
	}
	c := Counts{Total: resp.Hits.Total.Value, Shards: shards(resp)}
	if len(resp.Aggregations) == 0 {
		return c, nil
	}
	var said struct{ Days, Outlets buckets }
	if err := json.Unmarshal(resp.Aggregations, &said); err != nil {
		return c, fmt.Errorf("%s: its counts cannot be read: %w", a.Name(), err)
	}
	c.Days, c.Outlets = said.Days.counts(), said.Outlets.counts()
	return c, nil
}

// buckets is how the engine writes counts.
type buckets struct {
	Buckets []struct {
		Key   any    `json:"key"`
		Named string `json:"key_as_string"`
		Count int    `json:"doc_count"`
	}
}

func (b buckets) counts() []Count {
	var all []Count
	for _, one := range b.Buckets {
		name := one.Named
		if name == "" {
			name = fmt.Sprint(one.Key)
		}
		all = append(all, Count{name, one.Count})
	}
	return all
}
