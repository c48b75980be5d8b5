package desk

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/source"
	"parallax/seeds"
)

// patience is how long a test waits for what should come at once.
const patience = 20 * time.Second

// embedded is the five reports that the program carries.
func embedded(t *testing.T) *corpus.Corpus {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// within waits for the result for at most d; nil when that was too short.
func (l *linking) within(d time.Duration) tea.Msg {
	select {
	case msg := <-l.result:
		return msg
	case <-time.After(d):
		return nil
	}
}

// TestLinkingInTheBackground: one result, and of the progress the latest word.
func TestLinkingInTheBackground(t *testing.T) {
	c := embedded(t)
	l := startLinking(t.Context(), c, nil)
	if msg, ok := l.within(patience).(Linked); !ok || len(msg.Linked.Links.All) == 0 {
		t.Fatalf("the linking answered %T", msg)
	}
	if msg := l.wait()(); msg != nil {
		t.Errorf("and then %T", msg)
	}
	if p, ok := l.next()().(Progressed); ok && p.Done != 1 {
		t.Errorf("the last word on the progress is %v", p.Done)
	}
	if msg := l.next()(); msg != nil {
		t.Errorf("and after it %v", msg)
	}
}

// TestLinkingFault: a fault while linking is said; the program and its terminal live on.
func TestLinkingFault(t *testing.T) {
	l := startLinking(t.Context(), &corpus.Corpus{}, nil)
	if msg, ok := l.within(patience).(LinkFailed); !ok {
		t.Errorf("the linking answered %T", msg)
	}
}

// TestLinkingCancelled: it answers nothing, soon.
func TestLinkingCancelled(t *testing.T) {
	c := embedded(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if msg := startLinking(ctx, c, nil).within(patience); msg != nil {
		t.Errorf("the linking answered %T", msg)
	}
}
