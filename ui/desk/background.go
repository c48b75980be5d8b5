package desk

import (
	"context"
	"errors"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/corpus/session"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
)

// Msg is what comes back from the background: one of the types below.
type Msg interface{ isMsg() }

// Progressed is how much of the linking is done, 0..1.
type Progressed struct {
	Done float64
	of   *linking
}

// Linked brings the links.
type Linked struct {
	Linked  *corpus.Linked
	decided []match.Decision // that they carry
}

// LinkFailed says why there are none.
type LinkFailed struct{ Err error }

// Saved says how far the session is written.
type Saved session.Saved

// Found is the answer to a query, under its number.
type Found struct {
	Number  int
	Query   string
	Result  search.Result
	Related []search.Related // offered where few statements are found
	With    string           // the query that finds them too
	Large   bool             // there are too many statements to look for other words while somebody types
}

func (Progressed) isMsg() {}
func (Linked) isMsg()     {}
func (LinkFailed) isMsg() {}
func (Saved) isMsg()      {}
func (Found) isMsg()      {}

// linking finds the links in the background. Of its progress only the latest word waits.
type linking struct {
	progress chan float64
	result   chan tea.Msg // one message: the links, or why there are none; closed after it
	cancel   context.CancelFunc
}

// noLinking is one that has ended without a result.
func noLinking() *linking {
	l := &linking{make(chan float64), make(chan tea.Msg), func() {}}
	close(l.progress)
	close(l.result)
	return l
}

// startLinking begins at once. A fault in it is a failure of the linking; the reports can still be read.
func startLinking(ctx context.Context, c *corpus.Corpus, decisions []match.Decision) *linking {
	ctx, cancel := context.WithCancel(ctx)
	l := &linking{make(chan float64, 1), make(chan tea.Msg, 1), cancel}
	go func() {
		defer close(l.result)
		defer close(l.progress)
		defer func() {
			if fault := recover(); fault != nil {
				l.result <- LinkFailed{fmt.Errorf("a fault in parallax: %v", fault)}
			}
		}()
		linked, err := c.Link(ctx, decisions, func(done, total int) {
			select {
			case <-l.progress: // the screen has not shown the last one yet
			default:
			}
			l.progress <- float64(done) / float64(max(1, total))
		})
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			l.result <- LinkFailed{err}
		default:
			l.result <- Linked{linked, decisions}
		}
	}()
	return l
}

// commands waits for the result and for every word on the progress.
func (l *linking) commands() tea.Cmd { return tea.Batch(l.wait(), l.next()) }

// wait answers with the result, nil when it was taken already or the linking was cancelled.
func (l *linking) wait() tea.Cmd {
	return func() tea.Msg { return <-l.result }
}

// next waits for the next word on the progress.
func (l *linking) next() tea.Cmd {
	return func() tea.Msg {
		if p, ok := <-l.progress; ok {
			return Progressed{p, l}
		}
		return nil
	}
}

// searcher answers queries in the background, one at a time; a new query ends the one before.
type searcher struct {
	index  func() *search.Index // made for the first query
	mu     sync.Mutex           // one Find at a time
	coded  *brief.Resolved      // whose codes the index knows
	knows  *statement.Set       // whose words for one thing the index knows
	cancel context.CancelFunc
}

func newSearcher(set *statement.Set) *searcher {
	return &searcher{
		index:  sync.OnceValue(func() *search.Index { return search.New(set) }),
		cancel: func() {},
	}
}

// Search answers a query in the background, with at most limit hits; a new query ends the one before.
func (d *Desk) Search(number int, query string, limit int) tea.Cmd {
	s := d.searcher
	s.cancel()
	ctx, cancel := context.WithCancel(d.ctx)
	s.cancel = cancel
	set, kept := d.now.Corpus.Statements, d.now.Resolved
	return func() tea.Msg {
		s.mu.Lock()
		defer s.mu.Unlock()
		x := s.index()
		if s.coded != kept {
			x.Code(codings(kept))
			s.coded = kept
		}
		small := len(set.All) <= mostKnown
		if s.knows != set && small {
			x.Know(wording.Same(set))
			s.knows = set
		}
		found := Found{Number: number, Query: query, Large: !small}
		var err error
		if found.Result, err = x.Find(ctx, query, limit); err == nil && small {
			found.Related, found.With, err = x.Related(ctx, found.Result)
		}
		if err != nil {
			return nil // overtaken by the next key
		}
		return found
	}
}

// mostKnown is the most statements among which other words for what is asked are looked for too: beyond, a key would wait.
const mostKnown = 20_000

// Spans marks a query's hits in the panes. Answers are kept, because a frame asks again for every row it draws.
func (d *Desk) Spans(query string) func(statement.ID) []report.Span {
	known := make(map[statement.ID][]report.Span)
	return func(id statement.ID) []report.Span {
		spans, ok := known[id]
		if !ok {
			spans = d.searcher.index().Spans(query, id)
			known[id] = spans
		}
		return spans
	}
}

// codings is what statements are coded as, for the search.
func codings(kept *brief.Resolved) map[statement.ID]search.Coding {
	all := make(map[statement.ID]search.Coding)
	for id, c := range kept.Coded() {
		all[id] = search.Coding(c)
	}
	return all
}
