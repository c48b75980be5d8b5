package source

import "context"

// Counts is how many reports a source has that match, also those that do not travel.
type Counts struct {
	Total   int
	Days    []Count // by day of publication, in order; days without any are left out
	Outlets []Count // those with most
	Shards  string  // that not all of the source answered, in words; "" when it did
}

// Count is how many reports there are of one thing.
type Count struct {
	Name    string // a day as 2022-03-10, or an outlet
	Reports int
}

// Counter is a source that has more reports than it yields, and counts them.
type Counter interface {
	Count(ctx context.Context) (Counts, error)
}
