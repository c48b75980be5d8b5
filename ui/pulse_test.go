//go:build unix

package ui

import (
	"testing"
	"time"
)

// resting reports whether the renderer's ticker is slowed.
func (h *pulse) resting() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.ticker != nil && !h.beating
}

// TestIdle: while nothing happens the renderer's ticker is slowed, and a key's frame comes at once all the same.
func TestIdle(t *testing.T) {
	c, _ := embedded()
	r := start(t, c, 100, 30, nil)
	r.settled("the start")
	for _, k := range []string{"j", "n", "?", "esc"} {
		for deadline := time.Now().Add(patience); !r.pulse.resting(); r.shows() {
			if time.Now().After(deadline) {
				t.Fatal("the ticker never rests: has Bubble Tea given it another name?")
			}
		}
		r.p.Send(press(k))
		r.settled(k)
	}
}
