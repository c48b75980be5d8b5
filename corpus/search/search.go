// Package search finds statements by what a reader types. Make an [Index] of a statement set once, then ask it for each
// query; a query that narrows the one before reuses its survivors.
package search

import (
	"context"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Index holds the folded text of every statement. It is safe for use from one goroutine at a time.
type Index struct {
	set *statement.Set
}

// New makes an index of the set.
func New(set *statement.Set) *Index { panic("unwritten") }

// Hit is a statement that answers the query, with the bytes to mark.
type Hit struct {
	Statement statement.ID
	Spans     []report.Span // of the report's Text, in order, on rune borders
}

// Result is the answer to one query.
type Result struct {
	Query  string
	Total  int            // statements that match; Hits may hold fewer
	Hits   []Hit          // best first
	Counts []OutletCount  // one for each outlet, also those with none, in the order of the reports
	Set    []statement.ID // every statement that matches, in the order of reports and statements
}

// OutletCount is how many statements of one outlet match.
type OutletCount struct {
	Outlet string
	Count  int
}

// Find answers a query. Terms are ANDed; "in quotes" is exact; -term excludes; outlet:name filters. Case and accents
// are folded unless the query has upper case. An empty query matches nothing. At most limit hits are ranked (0: all).
func (x *Index) Find(ctx context.Context, query string, limit int) (Result, error) { panic("unwritten") }

// Spans are the bytes of the report's Text that a query marks in one statement, nil when it does not match.
func (x *Index) Spans(query string, id statement.ID) []report.Span { panic("unwritten") }
