package archive

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// Search is an archive as a source of reports: those that its queries find, each once. More can be asked while it is read.
type Search struct {
	archive *Archive
	mu      sync.Mutex
	queries []Query
	pins    []Pin
	shelf   Shelf
}

// Search asks an archive.
func (a *Archive) Search(q Query) *Search { return &Search{archive: a, queries: []Query{q}} }

// Address is the address of the first query.
func (s *Search) Address() string { return s.archive.Address(s.asked()[0]) }

// Words is what the first query seeks.
func (s *Search) Words() string { return s.asked()[0].Words }

// Also asks for what another query finds, besides.
func (s *Search) Also(q Query) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queries = append(s.queries, q)
}

// Hold asks for single reports, whatever the queries find: something is marked in them. One that is not in the archive any
// more, or has another text there now, is a Problem; of one that is gone the kept text is taken from the shelf.
func (s *Search) Hold(pins []Pin, shelf Shelf) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pins, s.shelf = pins, shelf
}

// held is what there is to say of the reports to hold, and those of them that have not come. had is the texts that came, by
// index and id.
func (s *Search) held(ctx context.Context, had map[[2]string][32]byte) (r report.Reading, err error) {
	s.mu.Lock()
	pins, shelf := s.pins, s.shelf
	s.mu.Unlock()
	was := make(map[[2]string]Pin)
	ids := make(map[string][]string) // by index
	changed := func(p Pin, path string, now [32]byte) {
		if now != p.Text {
			r.Problems = append(r.Problems, report.Problem{Path: path, Err: errChanged})
		}
	}
	for _, p := range pins {
		index, id := place(p.Path)
		at := [2]string{index, id}
		if _, twice := was[at]; id == "" || twice {
			continue
		}
		was[at] = p
		if text, came := had[at]; came {
			changed(p, p.Path, text)
		} else {
			ids[index] = append(ids[index], id)
		}
	}
	for _, index := range slices.Sorted(maps.Keys(ids)) {
		now, err := s.archive.Fetch(ctx, index, ids[index])
		if err != nil {
			return r, err
		}
		for _, one := range now.Reports {
			r.Reports = append(r.Reports, one)
			index, id := place(one.Path)
			changed(was[[2]string{index, id}], one.Path, one.TextHash)
		}
		for _, gone := range now.Problems {
			r.Problems = append(r.Problems, gone)
			index, id := place(gone.Path)
			if kept, err := shelf.Take(was[[2]string{index, id}].Text); err == nil {
				r.Reports = append(r.Reports, kept)
			}
		}
	}
	return r, nil
}

// asked is the queries so far.
func (s *Search) asked() []Query {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.queries)
}

// Reports yields what is found, a page at a time. That more matches than travels is said in Passed; that not all of the
// archive answered is a Problem.
func (s *Search) Reports(ctx context.Context) iter.Seq2[report.Reading, error] {
	return func(yield func(report.Reading, error) bool) {
		had := make(map[[2]string][32]byte)
		for _, q := range s.asked() {
			came, last := 0, Found{}
			for found, err := range s.archive.Find(ctx, q) {
				if err != nil {
					yield(report.Reading{}, err)
					return
				}
				came += len(found.Reports) + len(found.Problems)
				page := report.Reading{Problems: found.Problems}
				for _, r := range found.Reports {
					index, id := place(r.Path)
					if _, twice := had[[2]string{index, id}]; !twice {
						had[[2]string{index, id}] = r.TextHash
						page.Reports = append(page.Reports, r)
					}
				}
				if last = found; !yield(page, nil) {
					return
				}
			}
			if rest := s.rest(q, came, last); !yield(rest, nil) {
				return
			}
		}
		if held, err := s.held(ctx, had); err != nil || len(held.Reports)+len(held.Problems) > 0 {
			yield(held, err)
		}
	}
}

// rest is what a query found and did not bring.
func (s *Search) rest(q Query, came int, last Found) (r report.Reading) {
	say := func(why string) []report.Problem {
		return []report.Problem{{Path: s.archive.Address(q), Err: fmt.Errorf("%s", why)}}
	}
	if last.Shards != "" {
		r.Problems = say(last.Shards + ": what is on the others is not here")
	}
	if left := last.Total - came; left > 0 {
		atLeast := ""
		if last.AtMost {
			atLeast = "at least "
		}
		r.Passed = say(fmt.Sprintf("%s%d more reports match and were left: ask for fewer, or for more with --most", atLeast, left))
	}
	return r
}

// Fetch reads documents by their paths.
func (s *Search) Fetch(ctx context.Context, paths []string) (all report.Reading, err error) {
	for _, path := range paths {
		index, id := place(path)
		read, err := s.archive.Fetch(ctx, index, []string{id})
		if err != nil {
			return all, err
		}
		all.Add(read)
	}
	return all, nil
}

// Documents reads documents by their ids.
func (s *Search) Documents(ctx context.Context, ids []string) (report.Reading, error) {
	return s.archive.Fetch(ctx, "", ids)
}

// Count counts all that the first query matches.
func (s *Search) Count(ctx context.Context) (source.Counts, error) {
	return s.archive.Count(ctx, s.asked()[0])
}

// often is how often a watched archive is asked whether there is more.
const often = time.Minute

// Watch asks the archive now and then how many reports match, and tells when that has changed.
func (s *Search) Watch(ctx context.Context) (<-chan struct{}, error) {
	stirred := make(chan struct{}, 1)
	go func() {
		tick := time.NewTicker(often)
		defer tick.Stop()
		before := -1
		for {
			if c, err := s.Count(ctx); err == nil {
				if before >= 0 && c.Total != before {
					select {
					case stirred <- struct{}{}:
					default:
					}
				}
				before = c.Total
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return stirred, nil
}

// Address is a query as an address, by which what is kept names it: nothing in it is secret.
func (a *Archive) Address(q Query) string {
	v := url.Values{}
	for name, value := range map[string]string{"q": q.Words, "since": q.Since.ISO(), "until": q.Until.ISO()} {
		if value != "" {
			v.Set(name, value)
		}
	}
	for _, outlet := range q.Outlets {
		v.Add("outlet", outlet)
	}
	address := a.Name() + search
	if len(v) > 0 {
		address += "?" + v.Encode()
	}
	return address
}

const search = "/_search"

// ParseAddress is the query of an address that Address made; ok is false when it is none.
func ParseAddress(address string) (q Query, ok bool) {
	u, err := url.Parse(address)
	if err != nil || !Is(address) || !strings.HasSuffix(u.Path, search) {
		return Query{}, false
	}
	v := u.Query()
	q.Words, q.Outlets = v.Get("q"), v["outlet"]
	q.Since, _ = report.ParseDate(v.Get("since"))
	q.Until, _ = report.ParseDate(v.Get("until"))
	return q, true
}
