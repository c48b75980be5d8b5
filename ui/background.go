package ui

import (
	"context"
	"errors"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
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

// linking finds the links in the background. Its messages wait in a channel, the latest progress only.
type linking struct {
	progress chan float64
	cancel   context.CancelFunc
}

func newLinking() *linking {
	return &linking{progress: make(chan float64, 1), cancel: func() {}}
}

// start links the corpus and answers with the links.
func (l *linking) start(ctx context.Context, c *corpus.Corpus) tea.Cmd {
	ctx, l.cancel = context.WithCancel(ctx)
	return func() tea.Msg {
		defer close(l.progress)
		linked, err := c.Link(ctx, nil, func(done, total int) {
			select {
			case l.progress <- float64(done) / float64(max(1, total)):
			default: // the screen has not shown the last one yet
			}
		})
		switch {
		case errors.Is(err, context.Canceled):
			return nil
		case err != nil:
			return linkFailedMsg{err}
		}
		return linkedMsg{linked}
	}
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
	set    *statement.Set
	mu     sync.Mutex // holds the index
	index  *search.Index
	cancel context.CancelFunc
}

func newSearcher(set *statement.Set) *searcher {
	return &searcher{set: set, cancel: func() {}}
}

// ready is the index, made for the first query. The caller holds mu.
func (s *searcher) ready() *search.Index {
	if s.index == nil {
		s.index = search.New(s.set)
	}
	return s.index
}

func (s *searcher) find(ctx context.Context, number int, query string) tea.Cmd {
	s.cancel()
	ctx, s.cancel = context.WithCancel(ctx)
	return func() tea.Msg {
		s.mu.Lock()
		defer s.mu.Unlock()
		res, err := s.ready().Find(ctx, query, finder.Limit)
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
		if spans, ok := known[id]; ok {
			return spans
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		known[id] = s.ready().Spans(query, id)
		return known[id]
	}
}
