package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"net/http"
	"sync"
	"time"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
)

// Pushed is what became of reports that were pushed.
type Pushed struct {
	New    int // reports that are in the archive now and were not before
	Known  int // that were there already
	Failed []report.Problem
}

func (p *Pushed) add(q Pushed) {
	p.New += q.New
	p.Known += q.Known
	p.Failed = append(p.Failed, q.Failed...)
}

const (
	bulkBytes   = 4 << 20 // of a request
	bulkReports = 1000
	pushers     = 2 // requests on their way at once
)

// Push puts reports into the archive. A report's id is the hash of what it is, so pushing twice changes nothing, and what was
// stopped goes on by being called again. What the archive cannot take now is offered again with growing pauses until the
// deadline; what it refuses is in Failed, by name. An error means that the rest was not pushed.
func (a *Archive) Push(ctx context.Context, reports iter.Seq[report.Report], progress func(Pushed)) (Pushed, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	bulks := make(chan *bulk, 1)
	var all Pushed
	var lock sync.Mutex
	var workers sync.WaitGroup
	for range pushers {
		workers.Go(func() {
			for b := range bulks {
				done, err := a.bulk(ctx, b)
				lock.Lock()
				all.add(done)
				if progress != nil {
					progress(all)
				}
				lock.Unlock()
				if err != nil {
					stop(err)
				}
			}
		})
	}
	b := &bulk{}
	send := func() bool {
		if len(b.items) == 0 {
			return true
		}
		select {
		case bulks <- b:
			b = &bulk{}
			return true
		case <-ctx.Done():
			return false
		}
	}
	for r := range reports {
		b.add(&r)
		if (b.size >= bulkBytes || len(b.items) >= bulkReports) && !send() {
			break
		}
	}
	send()
	close(bulks)
	workers.Wait()
	return all, context.Cause(ctx)
}

// bulk is a request of several reports.
type bulk struct {
	items []bulkItem
	size  int
}

type bulkItem struct {
	id, path string
	action   []byte // two lines
}

// Key is the id of a report in an archive: the SHA-256 of all that makes it another report, in hexadecimal.
func Key(r *report.Report) string {
	h := sha256.New()
	for _, part := range []string{r.Outlet, r.URL, r.Facts.Published.Value, r.Title, r.Text} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// stored is a report as the index that Init made holds it.
type stored struct {
	Title     string            `json:"title,omitempty"`
	Text      string            `json:"text"`
	Outlet    string            `json:"outlet"`
	Published string            `json:"published,omitempty"`
	URL       string            `json:"url,omitempty"`
	Byline    string            `json:"byline,omitempty"`
	Lang      string            `json:"lang,omitempty"`
	Key       string            `json:"key"`
	Pushed    time.Time         `json:"pushed"`
	Stemmed   map[string]string `json:"stemmed,omitempty"`
}

// now is the time that reports are said to be pushed at.
var now = func() time.Time { return time.Now().UTC().Truncate(time.Second) }

func (b *bulk) add(r *report.Report) {
	id := Key(r)
	s := stored{Title: r.Title, Text: r.Text, Outlet: r.Outlet, URL: r.URL, Byline: r.Byline, Lang: r.Language(), Key: id, Pushed: now(),
		Published: r.Published.ISO()}
	if r.TimeOfDay() != "" {
		if t, err := time.Parse(time.RFC3339, r.Facts.Published.Value); err == nil {
			s.Published = t.Format(time.RFC3339)
		}
	}
	if analysers[s.Lang] != "" {
		s.Stemmed = map[string]string{s.Lang: r.Text}
	}
	line, err := json.Marshal(s)
	if err != nil {
		panic(err) // it is made of texts
	}
	action := fmt.Appendf(nil, `{"create":{"_id":%q}}`+"\n%s\n", id, line)
	b.items = append(b.items, bulkItem{id, r.Path, action})
	b.size += len(action)
}

// bulk pushes some reports, those that the archive has no time for again and again.
func (a *Archive) bulk(ctx context.Context, b *bulk) (done Pushed, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, 4*a.deadline, late{4 * a.deadline})
	defer cancel()
	left := b.items
	for attempt := 1; len(left) > 0; attempt++ {
		var body bytes.Buffer
		for _, item := range left {
			body.Write(item.action)
		}
		resp, err := a.client.Bulk(ctx, opensearchapi.BulkReq{Index: a.index, Body: bytes.NewReader(body.Bytes())})
		if code := statusOf(resp.Inspect()); err != nil && !passes(ctx, code) {
			return done, a.explain(ctx, err, resp.Inspect())
		}
		if err == nil {
			left = a.sort(left, resp, &done)
		}
		if len(left) == 0 {
			break
		}
		select {
		case <-ctx.Done():
			for _, item := range left {
				done.Failed = append(done.Failed, report.Problem{Path: item.path, Err: fmt.Errorf("the archive did not take it in %v", 4*a.deadline)})
			}
			return done, fmt.Errorf("%s: %w", a.Name(), context.Cause(ctx))
		case <-time.After(backoff(attempt)):
		}
	}
	return done, nil
}

func statusOf(i opensearchapi.Inspect) int {
	if i.Response == nil {
		return 0
	}
	return i.Response.StatusCode
}

// passes reports whether a failure may be over in a while: nothing answered, or an answer that says so.
func passes(ctx context.Context, code int) bool {
	return ctx.Err() == nil && (code == 0 || code < 400 || code == http.StatusTooManyRequests || code >= 500)
}

// sort notes what became of each report and returns those that are to be offered again.
func (a *Archive) sort(items []bulkItem, resp *opensearchapi.BulkResp, done *Pushed) (again []bulkItem) {
	for i, item := range items {
		code, why := math.MaxInt, "the archive did not say what became of it"
		if i < len(resp.Items) {
			for _, said := range resp.Items[i] {
				code = said.Status
				if said.Error != nil {
					why = said.Error.Reason
				}
			}
		}
		switch {
		case code < 300:
			done.New++
		case code == http.StatusConflict:
			done.Known++
		case code == http.StatusTooManyRequests || code >= 500 && code < 600:
			again = append(again, item)
		default:
			done.Failed = append(done.Failed, report.Problem{Path: item.path, Err: fmt.Errorf("refused by the archive: %s", why)})
		}
	}
	return again
}
