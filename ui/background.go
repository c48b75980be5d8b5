package ui

import (
	"context"
	"errors"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/finder"
)

// What comes back from the background.
type (
	progressMsg   float64 // of the linking, 0..1
	linkedMsg     struct{ linked *corpus.Linked }
	linkFailedMsg struct{ err error }
	foundMsg      struct {
		number int
		result search.Result
	}
)

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
				l.result <- linkFailedMsg{fmt.Errorf("a fault in parallax: %v", fault)}
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
			l.result <- linkFailedMsg{err}
		default:
			l.result <- linkedMsg{linked}
		}
	}()
	return l
}

// wait answers with the result, nil when it was taken already or the linking was cancelled.
func (l *linking) wait() tea.Cmd {
	return func() tea.Msg { return <-l.result }
}

// next waits for the next word on the progress.
func (l *linking) next() tea.Cmd {
	return func() tea.Msg {
		if p, ok := <-l.progress; ok {
			return progressMsg(p)
		}
		return nil
	}
}

// searcher answers queries in the background, one at a time; a new query ends the one before.
type searcher struct {
	index  func() *search.Index // made for the first query
	mu     sync.Mutex           // one Find at a time
	cancel context.CancelFunc
}

func newSearcher(set *statement.Set) *searcher {
	return &searcher{
		index:  sync.OnceValue(func() *search.Index { return search.New(set) }),
		cancel: func() {},
	}
}

func (s *searcher) find(ctx context.Context, number int, query string) tea.Cmd {
	s.cancel()
	ctx, s.cancel = context.WithCancel(ctx)
	return func() tea.Msg {
		s.mu.Lock()
		defer s.mu.Unlock()
		res, err := s.index().Find(ctx, query, finder.Limit)
		if err != nil {
			return nil // overtaken by the next key
		}
		return foundMsg{number, res}
	}
}

// spans marks a query's hits in the panes. Answers are kept, because a frame asks again for every row it draws.
func (s *searcher) spans(query string) func(statement.ID) []report.Span {
	known := make(map[statement.ID][]report.Span)
	return func(id statement.ID) []report.Span {
		spans, ok := known[id]
		if !ok {
			spans = s.index().Spans(query, id)
			known[id] = spans
		}
		return spans
	}
}
