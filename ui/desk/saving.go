package desk

import (
	"cmp"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/session"
)

// Saving carries the latest word of a session on how far it is saved. The session never waits for the screen.
type Saving struct {
	mu sync.Mutex
	ch chan session.Saved
}

// NewSaving makes an empty one; give its Put to the session as Options.Saved.
func NewSaving() *Saving { return &Saving{ch: make(chan session.Saved, 1)} }

// Put replaces what has not been taken yet, but for a word to the reader, which is never lost.
func (n *Saving) Put(s session.Saved) {
	n.mu.Lock()
	defer n.mu.Unlock()
	select {
	case overtaken := <-n.ch:
		s.Word = cmp.Or(s.Word, overtaken.Word)
	default:
	}
	n.ch <- s
}

// take waits for the next word.
func (n *Saving) take(done <-chan struct{}) tea.Cmd {
	return func() tea.Msg {
		select {
		case s := <-n.ch:
			return Saved(s)
		case <-done:
			return nil
		}
	}
}
