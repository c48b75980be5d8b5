package brief

import (
	"sync"
	"time"
)

// Session is a brief that is kept: every change is written to a journal, in the background. All methods may be called
// from any goroutine, and none but [Session.Flush], [Session.SaveAs] and [Session.Close] waits for a disk.
type Session struct {
	o     Options
	mu    sync.Mutex
	brief *Brief
}

// Options says how a session is kept.
type Options struct {
	Coder string           // who makes the changes; "" unnamed
	Now   func() time.Time // nil: time.Now
	Saved func(Saved)      // called from the background after each attempt to write, never at once from two goroutines; may be nil
}

// Saved says how far a session is written.
type Saved struct {
	Seq uint64 // every action up to this one is on disk and will survive
	Err error  // why the ones after it are not; nil when there are none or their turn is still to come
}

// Memory is a session that is not kept until [Session.SaveAs] gives it a file.
func Memory(o Options) *Session {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Session{o: o, brief: &Brief{}}
}

// Brief is what the reader has collected, with what is still being written.
func (s *Session) Brief() *Brief {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.brief
}

// Do makes a change. It holds at once and is pending until Saved reports its number. A change that makes no sense, such
// as a note on an entry that is gone, is refused with an error and leaves everything as it was.
func (s *Session) Do(c Change) (Action, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := Action{Seq: s.brief.Seq + 1, Time: s.o.Now().UTC().Truncate(time.Millisecond), Coder: s.o.Coder, Change: c}
	next, err := s.brief.Apply(a)
	if err != nil {
		return Action{}, err
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
