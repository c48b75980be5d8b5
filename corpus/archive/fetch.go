package archive

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
)

// Path is the address of a document, by which reports of an archive are known: where a browser finds it.
func (a *Archive) path(index, id string) string {
	return a.base + "/" + url.PathEscape(index) + documents + url.PathEscape(id)
}

const documents = "/_doc/"

// ID is the id of the document that a report's path leads to; ok is false for a report that is not of an archive.
func ID(path string) (id string, ok bool) {
	if !Is(path) {
		return "", false
	}
	_, id, ok = strings.Cut(path, documents)
	if ok {
		id, _ = url.PathUnescape(id)
	}
	return id, ok
}

// Is reports whether a path is one of an archive, a document's or a query's.
func Is(path string) bool {
	return strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://")
}

// Fetch reads documents by their ids, in that order. What is gone is a Problem.
func (a *Archive) Fetch(ctx context.Context, ids []string) (report.Reading, error) {
	var all report.Reading
	for len(ids) > 0 {
		some := ids[:min(page, len(ids))]
		ids = ids[len(some):]
		read, err := a.fetch(ctx, some)
		if err != nil {
			return all, err
		}
		all.Add(read)
	}
	return all, nil
}

func (a *Archive) fetch(ctx context.Context, ids []string) (report.Reading, error) {
	ctx, cancel := a.within(ctx)
	defer cancel()
	resp, err := a.client.Search(ctx, &opensearchapi.SearchReq{Indices: []string{a.index}, Body: encoded(object{
		"query": object{"ids": object{"values": ids}}, "size": len(ids), "_source": object{"includes": a.fields.sources()}})})
	if err != nil {
		return report.Reading{}, a.explain(ctx, err, resp.Inspect())
	}
	if missing := shards(resp); missing != "" {
		return report.Reading{}, fmt.Errorf("%s: %s", a.Name(), missing)
	}
	byID := make(map[string]report.Reading)
	for _, hit := range resp.Hits.Hits {
		byID[hit.ID] = a.read(hit.Index, hit.ID, hit.Source)
	}
	var all report.Reading
	for _, id := range ids {
		read, ok := byID[id]
		if !ok {
			read.Problems = []report.Problem{{Path: a.path(a.index, id), Err: errGone}}
		}
		all.Add(read)
	}
	return all, nil
}

var errGone = fmt.Errorf("is not in the archive any more")
