package cli

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/charmbracelet/x/term"
)

// Work that takes long says on standard error how far it is, when that is a terminal, and takes it away before anything is
// printed; control-c stops it, as ever.
const (
	patience = time.Second            // before anything is said
	pace     = 100 * time.Millisecond // between two words
)

// wait is what somebody at a terminal has been told of work that takes long.
type wait struct {
	lock        sync.Mutex
	began, last time.Time
	over        bool
}

// waiting begins some work and is the function that hears how far it is; nil where nobody looks.
func (p *program) waiting(what string) func(done, total int) {
	f, ok := p.stderr.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	w := &wait{began: time.Now()}
	p.wait = w
	return func(done, total int) {
		w.lock.Lock()
		defer w.lock.Unlock()
		now := time.Now()
		if w.over || now.Sub(w.began) < patience || now.Sub(w.last) < pace {
			return
		}
		w.last = now
		if what == "linking" { // its steps mean nothing to anybody
			fmt.Fprintf(f, "\r\x1b[K%s %d%%", what, 100*done/max(1, total))
			return
		}
		fmt.Fprintf(f, "\r\x1b[K%s %d of %d", what, done, total)
	}
}

// waited ends it: nothing stands on the terminal any more.
func (p *program) waited() {
	if p.wait == nil {
		return
	}
	p.wait.lock.Lock()
	defer p.wait.lock.Unlock()
	if p.wait.over = true; !p.wait.last.IsZero() {
		fmt.Fprint(p.stderr, "\r\x1b[K")
	}
	p.wait = nil
}
