package brief

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Session is a brief that is kept: every change is written to a journal, in the background. All methods may be called
// from any goroutine, and none but [Session.Flush], [Session.SaveAs] and [Session.Close] waits for a disk.
type Session struct {
	o    Options
	kick chan struct{} // something is to be written
	stop chan struct{}
	done chan struct{} // the writer has ended; nil when there is none

	mu       sync.Mutex // of what follows; never held while a disk is waited for
	turn     *sync.Cond // an attempt to write has ended
	path     string     // "" in memory
	brief    *Brief
	unsaved  []numbered
	saved    uint64
	attempts int
	err      error
	readOnly error
	closed   bool
	warnings []string

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
}

var (
	// ErrReadOnly is wrapped by the error of a change in a session that cannot be changed.
	ErrReadOnly = errors.New("the session is read-only")
	errMemory   = errors.New("the session is kept in memory only")
	errClosed   = errors.New("the session is closed")
)

// Memory is a session that is not kept until [Session.SaveAs] gives it a file.
func Memory(o Options) *Session {
	s := newSession(o)
	s.err = errMemory
	return s
}

func newSession(o Options) *Session {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.disk == nil {
		o.disk = system{}
	}
	if o.after == nil {
		o.after = time.After
	}
	if o.limit == 0 {
		o.limit = journalLimit
	}
	s := &Session{o: o, kick: make(chan struct{}, 1), stop: make(chan struct{}), brief: &Brief{}}
	s.turn = sync.NewCond(&s.mu)
	return s
}

// OpenFile opens the session at path, or begins one there. It fails when the file is not a session, was written by a newer
// program ([ErrNewer]) or cannot be read; whatever it is, it is then left alone. When it is open in another program the
// session is read-only: see [Session.ReadOnly]. When it cannot be written for another reason, [Session.Err] says so and
// the work stays in memory. What was dropped or set aside is in [Session.Warnings].
func OpenFile(path string, o Options) (*Session, error) {
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		path = followed // a checkpoint replaces the file, not the link to it
	}
	s := newSession(o)
	k := newKeeper(s.o.disk, path, s.o.limit)
	locked := k.lock()
	l, err := loadSettled(s.o.disk, path, locked == nil)
	if err != nil {
		k.close()
		return nil, err
	}
	s.path, s.brief, s.saved, s.warnings = path, l.brief, l.brief.Seq, l.warnings
	var held *heldError
	switch {
	case errors.As(locked, &held):
		s.readOnly = locked
		return s, nil
	case locked != nil:
		s.err, k.known = locked, l.brief.Seq
	default:
		k.learn(l)
	}
	s.keep = k
	if k.unguarded != nil {
		s.warnings = append(s.warnings, "the session is not guarded against a second program: "+k.unguarded.Error())
	}
	if len(k.aside) > 0 {
		s.warnings = append(s.warnings, "what is damaged is set aside in "+k.into)
	}
	s.start()
	if k.dirty || k.broken || len(k.aside) > 0 {
		s.wake()
	}
	return s, nil
}

// settleTries is how often a session that another program is writing is read again.
const settleTries = 10

// loadSettled is load, again while it came upon a checkpoint from before and a journal from after it was written, which
// can only be while someone else has the lock.
func loadSettled(d disk, path string, locked bool) (*loaded, error) {
	for try := 0; ; try++ {
		l, err := load(d, path)
		if err != nil || locked || !l.gap || try == settleTries {
			return l, err
		}
	}
}

// start starts the writer.
func (s *Session) start() {
	s.done = make(chan struct{})
	go s.write()
}

// wake makes the writer look for something to write.
func (s *Session) wake() {
	select {
	case s.kick <- struct{}{}:
	default:
	}
}

// Path is the session's file, "" in memory.
func (s *Session) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path
}

// Brief is what the reader has collected, with what is still being written.
func (s *Session) Brief() *Brief {
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

// Do makes a change. It holds at once and is pending until Saved reports its number. A change that makes no sense, such
// as a note on an entry that is gone, is refused with an error and leaves everything as it was.
func (s *Session) Do(c Change) (Action, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return Action{}, errClosed
	}
	if s.readOnly != nil {
		return Action{}, fmt.Errorf("%w: %w", ErrReadOnly, s.readOnly)
	}
	a := Action{Seq: s.brief.Seq + 1, Time: s.o.Now().UTC().Truncate(time.Millisecond), Coder: s.o.Coder, Change: c}
	next, err := s.brief.Apply(a)
	if err != nil {
		return Action{}, err
	}
	if s.path != "" {
		text, err := appendLine(nil, a)
		if err != nil {
			return Action{}, err
		}
		s.unsaved = append(s.unsaved, numbered{a.Seq, text})
		s.wake()
	}
	s.brief = next
	return a, nil
}

// Undo undoes the last change that is not undone and says which it was: "undid: " + Change.Say().
func (s *Session) Undo() (Action, error) {
	last, _ := s.Brief().CanUndo()
	_, err := s.Do(Undo{Of: last.Seq})
	return last, err
}

// Redo does the change again that was undone last and says which it was.
func (s *Session) Redo() (Action, error) {
	next, _ := s.Brief().CanRedo()
	_, err := s.Do(Redo{Of: next.Seq})
	return next, err
}

// Retry tries at once to write what could not be written. It is tried again now and then without being asked.
func (s *Session) Retry() { s.wake() }

// Flush waits until every change so far is on disk, or an attempt to put it there failed.
func (s *Session) Flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wake() // only now: an attempt that ends before attempts is read would be waited for in vain
	for target, start := s.brief.Seq, s.attempts; s.saved < target; s.turn.Wait() {
		if s.closed || s.path == "" || s.readOnly != nil || s.attempts > start && s.err != nil {
			return s.err
		}
	}
	return nil
}

// SaveAs writes the whole session to another file, which must not exist, and keeps it there from now on. It is the way
// out when the session's own file cannot be written, or is open elsewhere.
func (s *Session) SaveAs(path string) error {
	s.io.Lock()
	defer s.io.Unlock()
	if s.isClosed() {
		return errClosed
	}
	k := newKeeper(s.o.disk, path, s.o.limit)
	if err := k.lock(); err != nil {
		return err
	}
	for _, p := range []string{path, path + journalSuffix} {
		if k.disk.Exists(p) {
			k.close()
			return &fs.PathError{Op: "save", Path: p, Err: fs.ErrExist}
		}
	}
	b := s.Brief()
	if err := k.checkpoint(b); err != nil {
		k.close()
		return err
	}
	if s.keep != nil {
		s.keep.close()
	}
	s.keep = k
	s.mu.Lock()
	s.path, s.readOnly = path, nil
	if s.done == nil {
		s.start()
	}
	s.mu.Unlock()
	s.written(b.Seq, nil)
	return nil
}

func (s *Session) isClosed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

// unkept is why the work in memory will not outlive the program; nil when there is none.
func (s *Session) unkept() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.brief.Seq > s.saved {
		return s.err
	}
	return nil
}

// Close writes what is still to be written, and gives the session free for other programs. It returns why something could
// not be written: that is lost unless [Session.SaveAs] comes first.
func (s *Session) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	done := s.done
	s.mu.Unlock()
	if done != nil {
		close(s.stop)
		<-done
	}
	s.io.Lock()
	defer s.io.Unlock()
	if s.keep == nil {
		return s.unkept()
	}
	defer s.keep.close()
	if err := s.save(); err != nil {
		return err
	}
	if s.keep.size > 0 || s.keep.broken {
		// Everything is in the journal: a checkpoint that cannot be written is no loss.
		_ = s.keep.checkpoint(s.Brief())
	}
	s.keep.tidy()
	return nil
}
