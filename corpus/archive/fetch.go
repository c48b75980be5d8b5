package archive

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
)

// path is the address of a document, by which reports of an archive are known: where a browser finds it.
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

// place is a document's index and id as they stand in its path: the same document may be reached at several addresses.
func place(path string) (index, id string) {
	at, id, ok := strings.Cut(path, documents)
	if !ok {
		return "", ""
	}
	index, _ = url.PathUnescape(at[strings.LastIndexByte(at, '/')+1:])
	id, _ = url.PathUnescape(id)
	return index, id
}

// Fetch reads documents of an index by their ids, in that order; without an index, of the one that was opened. What is gone
// is a Problem.
func (a *Archive) Fetch(ctx context.Context, index string, ids []string) (report.Reading, error) {
	index = cmp.Or(index, a.index)
	var all report.Reading
	for some := range slices.Chunk(ids, page) {
		read, err := a.fetch(ctx, index, some)
		if err != nil {
			return all, err
		}
		all.Add(read)
	}
	return all, nil
}

func (a *Archive) fetch(ctx context.Context, index string, ids []string) (report.Reading, error) {
	ctx, cancel := a.within(ctx)
	defer cancel()
	resp, err := a.client.Search(ctx, &opensearchapi.SearchReq{Indices: []string{index}, Body: encoded(object{
		"query": object{"ids": object{"values": ids}}, "size": 10 * page, "_source": object{"includes": a.fields.sources()}})})
	if err != nil {
		return report.Reading{}, a.explain(ctx, err, resp.Inspect())
	}
	if missing := shards(resp); missing != "" {
		return report.Reading{}, fmt.Errorf("%s: %s", a.Name(), missing)
	}
	byID := make(map[string]report.Reading) // several where a pattern of indices has one id twice
	for _, hit := range resp.Hits.Hits {
		read := byID[hit.ID]
		read.Add(a.read(hit.Index, hit.ID, hit.Source))
		byID[hit.ID] = read
	}
	var all report.Reading
	for _, id := range ids {
		read, ok := byID[id]
		if !ok {
			read.Problems = []report.Problem{{Path: a.path(index, id), Err: errGone}}
		}
		all.Add(read)
	}
	return all, nil
}

var errGone = fmt.Errorf("is not in the archive any more")
