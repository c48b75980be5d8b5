package ui

import (
	"reflect"
	"sync"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea looks for a new frame at every tick of a ticker, 120 times a second and forever. A program that lies open all
// day in a corner of the screen should cost nothing, so its ticker is slowed while nothing happens, and hurried when
// something does: a key's frame then need not wait for the next of the regular ticks either.
const (
	hurry   = time.Millisecond      // between ticks, right after something happened
	hurried = 2 * time.Millisecond  // how long that lasts
	beat    = time.Second / fps     // between ticks, while things happen: the bound on frames a second
	calm    = 30 * time.Millisecond // after which nothing happens any more
	asleep  = 2 * time.Second       // between ticks, then: a frame that was missed against all odds is drawn at the next
)

// pulse is the ticker of a program's renderer. The nil pulse leaves it alone.
type pulse struct {
	program *tea.Program
	steady  *time.Timer // ends the hurry
	rest    *time.Timer // ends the beating

	mu      sync.Mutex
	ticker  *time.Ticker
	beating bool
	last    time.Time // it was hurried
}

// newPulse is the pulse of a program. Bubble Tea has no word for it, so its ticker is looked up by name; where a version has
// none of that name, nothing is slowed (see TestIdle).
func newPulse(p *tea.Program) *pulse {
	h := &pulse{program: p}
	h.steady = time.AfterFunc(time.Hour, func() { h.set(beat, true) })
	h.rest = time.AfterFunc(time.Hour, func() { h.set(asleep, false) })
	h.steady.Stop()
	h.rest.Stop()
	return h
}

// Beat says that there is a new frame. It must be called where Bubble Tea calls Update.
func (h *pulse) Beat() {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ticker == nil {
		if h.ticker = tickerOf(h.program); h.ticker == nil {
			return
		}
	}
	h.rest.Reset(calm)
	if now := time.Now(); !h.beating || now.Sub(h.last) >= 2*hurried {
		h.beating, h.last = true, now
		h.ticker.Reset(hurry)
		h.steady.Reset(hurried)
	}
}

// set lets the ticker tick every d from now on.
func (h *pulse) set(d time.Duration, beating bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.beating {
		h.beating = beating
		h.ticker.Reset(d)
	}
}

// tickerOf is the ticker of a running program's renderer, nil when it cannot be found.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return *(**time.Ticker)(unsafe.Pointer(field.UnsafeAddr()))
}
