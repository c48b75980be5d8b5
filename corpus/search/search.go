// Package search finds statements by what a reader types. Make an [Index] of a statement set once, then ask it for each
// query; a query that narrows the one before reuses its survivors.
//
// A statement matches when every term of the query is somewhere in it, whether as words or as parts of words. Letters that
// only stand in it in order, scattered, are no match unless the reader asks for them (~word), and the result says so.
package search

import (
	"context"
	"math"
	"sync"
	"sync/atomic"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Index holds the folded text of every statement. Find is for one goroutine at a time; Spans may be called from any,
// also while Find runs.
type Index struct {
	set     *statement.Set
	shards  []*shard
	outlets []string       // different names, in the order of the reports
	names   []string       // of outlets, squeezed
	outlet  []int          // by report: index in outlets
	ends    []statement.ID // by report: one past its last statement
	looks   int            // how many places of a term are looked at to grade a statement
	history []*answer

	speakers func() map[string]string // squeezed
	known    map[string][]string      // other words for one thing, by the squeezed word
	coded    atomic.Pointer[coded]    // what the reader has coded; nil for nothing
}

// large is how many statements make every place of a term too many to look at: a whole word may then be taken for a
// part of one when it stands after two parts, and be ranked lower.
const large = 50_000

// New makes an index of the set: some 0.4 µs a statement on each core, once.
func New(set *statement.Set) *Index {
	x := &Index{set: set, shards: makeShards(set), looks: math.MaxInt}
	x.speakers = sync.OnceValue(func() map[string]string { return squeezedSpeakers(set) })
	if len(set.All) > large {
		x.looks = 2
	}
	seen := map[string]int{}
	for _, r := range set.Reports {
		at, ok := seen[r.Outlet]
		if !ok {
			at = len(x.outlets)
			seen[r.Outlet] = at
			x.outlets = append(x.outlets, r.Outlet)
			x.names = append(x.names, squeeze(r.Outlet))
		}
		x.outlet = append(x.outlet, at)
	}
	x.ends = make([]statement.ID, len(set.Reports))
	for i := range set.All {
		x.ends[set.All[i].Report] = statement.ID(i + 1)
	}
	return x
}

// Hit is a statement that answers the query, with the bytes to mark.
type Hit struct {
	Statement statement.ID
	Spans     []report.Span // of the report's Text, in order, on rune borders
}

// Result is the answer to one query.
type Result struct {
	Query     string
	Total     int            // statements that match; Hits may hold fewer
	Hits      []Hit          // best first
	Counts    []OutletCount  // one for each outlet, also those with none, in the order of the reports
	Set       []statement.ID // every statement that matches, in the order of reports and statements
	Scattered bool           // the query asks of some term (~word) only for its letters in order
}

// OutletCount is how many statements of one outlet match.
type OutletCount struct {
	Outlet  string
	Count   int
	Instead []Instead // what an outlet that has none has of other words for the same; see Know
}

// Find answers a query. Terms are ANDed; "in quotes" is a phrase of whole words; -term excludes (a term of one or two
// letters only as a word); ~word its letters in order, scattered; this|that is either; outlet:name keeps the outlets with name in theirs, several of them any;
// voice:name keeps statements that hold words of a speaker with name in theirs; tag:name those that bear the tag, the code of that
// name or, where there is none, a tag that begins so, tag:* any; coder:name those that a coder with name in theirs has coded;
// date:2023-03 those of reports of that month, date:2023-03-06..2023-03-12 of these days. A - before a filter turns it round. Case and accents
// count only when the query has upper case. A query of filters alone gives all that passes them; an empty query matches
// nothing. At most limit hits are given (0: all). The only error is ctx's.
func (x *Index) Find(ctx context.Context, text string, limit int) (result Result, err error) {
	if queries := either(text); len(queries) == 1 {
		result, err = x.find(ctx, queries[0], limit)
	} else {
		result, err = x.findAny(ctx, queries, limit)
	}
	result.Query = text
	if err == nil && x.known != nil {
		err = x.instead(ctx, &result)
	}
	return result, err
}

// find is Find for a query without "|".
func (x *Index) find(ctx context.Context, text string, limit int) (Result, error) {
	q := parse(text)
	result := Result{Query: text}
	if q.empty() {
		result.Counts = x.count(nil)
		return result, nil
	}
	a, err := x.answer(ctx, q)
	if err == nil && q.shorter != "" && a.total() == 0 {
		q = parse(q.shorter)
		a, err = x.answer(ctx, q)
	}
	if err != nil {
		return result, err
	}
	result.Scattered = q.loose
	found := a.found
	for i := range found {
		result.Total += len(found[i].ids)
	}
	result.Set = x.inOrder(ctx, found, result.Total)
	result.Counts = x.count(result.Set)
	result.Hits, err = x.rank(ctx, q, a, limit)
	return result, err
}

// inOrder is all that was found, in the order of the statements.
func (x *Index) inOrder(ctx context.Context, found []part, total int) []statement.ID {
	all, from := make([]statement.ID, total), make([]int, len(found))
	for i, n := 0, 0; i < len(found); i++ {
		from[i] = n
		n += len(found[i].ids)
	}
	each(ctx, len(found), func(i int) {
		for k, id := range found[i].ids {
			all[from[i]+k] = x.shards[i].first + statement.ID(id)
		}
	})
	return all
}

// Spans are the bytes of the report's Text that a query marks in one statement, nil when it does not match.
func (x *Index) Spans(text string, id statement.ID) []report.Span {
	f := fold(x.set.Text(id))
	var all []report.Span
	for _, one := range either(text) {
		all = append(all, x.spansOf(one, id, f)...)
	}
	return merge(all)
}

// spansOf is Spans for a query without "|".
func (x *Index) spansOf(text string, id statement.ID, f *folded) []report.Span {
	q := parse(text)
	if !x.passes(q, int(x.set.All[id].Report)) || !x.lets(q, id) {
		return nil
	}
	spans := x.spans(q, id, f)
	if spans == nil && q.shorter != "" {
		spans = x.spans(parse(q.shorter), id, f)
	}
	return spans
}

// count counts ids, which are in order, by outlet.
func (x *Index) count(ids []statement.ID) []OutletCount {
	counts := make([]OutletCount, len(x.outlets))
	for i, name := range x.outlets {
		counts[i].Outlet = name
	}
	r := 0
	for _, id := range ids {
		for id >= x.ends[r] {
			r++
		}
		counts[x.outlet[r]].Count++
	}
	return counts
}
