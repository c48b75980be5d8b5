// Package session keeps a brief on disk so that nothing the reader did is lost. Call [Store.Open] for the session that
// belongs to the reports, [OpenFile] for one by its path, [Memory] for one that is not kept yet.
package session

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"parallax/corpus/brief"
)

// Session is a brief that is kept: every change is written to a journal, in the background. All methods may be called
// from any goroutine, and none but [Session.Flush], [Session.SaveAs] and [Session.Close] waits for a disk.
type Session struct {
	before []brief.Ref // see Before
	noted  bool

	o    Options
	kick chan struct{} // something is to be written
	stop chan struct{}
	done chan struct{} // the writer has ended; nil when there is none

	mu       sync.Mutex // of what follows; never held while a disk is waited for
	turn     *sync.Cond // an attempt to write has ended
	path     string     // "" in memory
	brief    *brief.Brief
	unsaved  []numbered
	saved    uint64
	attempts int
	err      error
	readOnly error
	closed   bool
	warnings []string
	damaged  bool // what was found was not all as it was written
	moved    bool // the files were gone, and the session is in another place now

	io   sync.Mutex // of keep; taken before mu
	keep *keeper    // nil in memory and when read-only
}

// numbered is an action's line.
type numbered struct {
	seq  uint64
	line []byte
}

// Options says how a session is kept.
type Options struct {
	Coder string           // who makes the changes; "" unnamed
	Now   func() time.Time // nil: time.Now
	// Saved, which may be nil, is called from the background after each attempt to write, never at once from two
	// goroutines. It must not call Flush, SaveAs or Close.
	Saved func(Saved)

	disk  disk                                 // nil: the system's
	after func(time.Duration) <-chan time.Time // nil: time.After
	limit int64                                // 0: journalLimit
}

// Saved says how far a session is written.
type Saved struct {
	Seq uint64 // every action up to this one is on disk and will survive
	Err error  // why the ones after it are not; nil when there are none or their turn is still to come
	// Word is what the reader should know of this attempt: that the session's files were removed or changed by someone else,
	// and where it was written anew. Mostly "".
	Word string
}

var (
	// ErrReadOnly is wrapped by the error of a change in a session that cannot be changed.
	ErrReadOnly = errors.New("the session is read-only")
	errMemory   = errors.New("the session has no file")
	errClosed   = errors.New("the session is closed")
)

// Path is the session's file, "" in memory.
func (s *Session) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path
}

// Brief is what the reader has collected, with what is still being written.
func (s *Session) Brief() *brief.Brief {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.brief
}

// Saved is the number of the last action that is on disk: those after it are pending.
func (s *Session) Saved() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved
}

// Err is why the last attempt to write failed, or why nothing is written at all; nil when all is well.
func (s *Session) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// ReadOnly is why the session cannot be changed; nil when it can.
func (s *Session) ReadOnly() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.readOnly
}

// Warnings is what a reader should know about how the session was found: one sentence each.
func (s *Session) Warnings() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.warnings)
}

// Damaged reports whether the session was not found as it was written: something of it was lost or is set aside.
func (s *Session) Damaged() bool { return s.damaged }

// Moved reports whether the session is in another place than it was opened in, because somebody else has that now.
func (s *Session) Moved() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.moved
}

// Do makes a change. It holds at once and is pending until Saved reports its number. A change that makes no sense, such
// as a note on an entry that is gone, is refused with an error and leaves everything as it was.
func (s *Session) Do(c brief.Change) (brief.Action, error) {
	a, err := s.do(c, 0)
	if err == nil {
		s.sayUnkept()
	}
	return a, err
}

// DoAll makes changes one after the other that are undone together. Those that are refused are passed over and named in
// err; the actions are of all others.
func (s *Session) DoAll(changes []brief.Change) (made []brief.Action, err error) {
	var refused []error
	batch := uint64(0)
	for _, c := range changes {
		if batch == 0 && len(changes) > 1 {
			batch = s.Brief().Seq + 1
		}
		a, err := s.do(c, batch)
		if err != nil {
			refused = append(refused, err)
			continue
		}
		made = append(made, a)
	}
	if len(made) > 0 {
		s.sayUnkept()
	}
	return made, errors.Join(refused...)
}

// sayUnkept reports that a change is in memory only, where there is no file and so no writer that would.
func (s *Session) sayUnkept() {
	s.mu.Lock()
	unkept := Saved{s.saved, s.err, ""}
	silent := s.path != "" || s.err == nil || s.o.Saved == nil
	s.mu.Unlock()
	if !silent {
		s.o.Saved(unkept)
	}
}

func (s *Session) do(c brief.Change, batch uint64) (brief.Action, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return brief.Action{}, errClosed
	}
	if s.readOnly != nil {
		return brief.Action{}, fmt.Errorf("%w: %w", ErrReadOnly, s.readOnly)
	}
	a := brief.Action{Seq: s.brief.Seq + 1, Time: s.o.Now().UTC().Truncate(time.Millisecond), Coder: s.o.Coder, Batch: batch, Change: c}
	next, err := s.brief.Apply(a)
	if err != nil {
		return brief.Action{}, err
	}
	if s.path != "" {
		text, err := appendLine(nil, a)
		if err != nil {
			return brief.Action{}, err
		}
		s.unsaved = append(s.unsaved, numbered{a.Seq, text})
		s.wake()
	}
	s.brief = next
	return a, nil
}

// Undo undoes the last change that is not undone, with all that were made together with it, and says which it was: "undid: "
// + Change.Say().
func (s *Session) Undo() (brief.Action, error) {
	last, _ := s.Brief().CanUndo()
	return last, s.together(last, (*brief.Brief).CanUndo, func(a brief.Action) brief.Change { return brief.Undo{Of: a.Seq} })
}

// Redo does the change again that was undone last, with all that were made together with it, and says which it was.
func (s *Session) Redo() (brief.Action, error) {
	next, _ := s.Brief().CanRedo()
	return next, s.together(next, (*brief.Brief).CanRedo, func(a brief.Action) brief.Change { return brief.Redo{Of: a.Seq} })
}

// together undoes or redoes an action, then all of its batch that follow.
func (s *Session) together(a brief.Action, following func(*brief.Brief) (brief.Action, bool), change func(brief.Action) brief.Change) error {
	for batch := a.Batch; ; {
		if _, err := s.Do(change(a)); err != nil || batch == 0 {
			return err
		}
		var more bool
		if a, more = following(s.Brief()); !more || a.Batch != batch {
			return nil
		}
	}
}

// Retry tries at once to write what could not be written. It is tried again now and then without being asked.
func (s *Session) Retry() { s.wake() }

// Flush waits until every change so far is on disk, or an attempt to put it there failed. Without a change it still looks
// whether the session stands where it should.
func (s *Session) Flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wake() // only now: an attempt that ends before attempts is read would be waited for in vain
	for target, start := s.brief.Seq, s.attempts; s.saved < target || s.attempts == start; s.turn.Wait() {
		idle := s.closed || s.path == "" || s.readOnly != nil
		switch {
		case idle && s.saved >= target:
			return nil
		case idle, s.attempts > start && s.err != nil:
			return s.err
		}
	}
	return nil
}
