package archive

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/source"
)

const mostOutlets = 12 // that are counted

// Count counts what matches in the archive, also what does not travel. What the index cannot count by is left out.
func (a *Archive) Count(ctx context.Context, q Query) (source.Counts, error) {
	query, err := a.ask(q)
	if err != nil {
		return source.Counts{}, err
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
		return source.Counts{}, a.explain(ctx, err, resp.Inspect())
	}
	c := source.Counts{Total: resp.Hits.Total.Value, Shards: shards(resp)}
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

func (b buckets) counts() []source.Count {
	var all []source.Count
	for _, one := range b.Buckets {
		name := one.Named
		if name == "" {
			name = fmt.Sprint(one.Key)
		}
		all = append(all, source.Count{Name: name, Reports: one.Count})
	}
	return all
}
