package session

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"parallax/corpus/brief"
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
	s := &Session{o: o, kick: make(chan struct{}, 1), stop: make(chan struct{}), brief: &brief.Brief{}}
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
	s.path, s.brief, s.saved, s.warnings, s.damaged = path, l.brief, l.brief.Seq, l.warnings, l.harmed
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

// SaveAs writes the whole session to another file, which must not exist, and keeps it there from now on. It is the way
// out when the session's own file cannot be written, or is open elsewhere.
func (s *Session) SaveAs(path string) error {
	s.io.Lock()
	defer s.io.Unlock()
	if s.isClosed() {
		return errClosed
	}
	b := s.Brief()
	k, err := begun(s.o.disk, path, s.o.limit, b)
	if err != nil {
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
	s.written(b.Seq, nil, "")
	return nil
}

// begun is a keeper that has begun a session with b at path, where none must be.
func begun(d disk, path string, limit int64, b *brief.Brief) (*keeper, error) {
	k := newKeeper(d, path, limit)
	if err := k.lock(); err != nil {
		return nil, err
	}
	for _, p := range []string{path, path + journalSuffix} {
		if d.Exists(p) {
			k.close()
			return nil, &fs.PathError{Op: "save", Path: p, Err: fs.ErrExist}
		}
	}
	if err := k.checkpoint(b); err != nil {
		k.close()
		return nil, err
	}
	return k, nil
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
	defer func() { s.keep.close() }()
	if err := s.save(); err != nil {
		return err
	}
	b := s.Brief()
	if s.keep.size > 0 || s.keep.broken {
		// Everything is in the journal: a checkpoint that cannot be written is no loss while that stands.
		_ = s.keep.checkpoint(b)
	}
	err := s.keep.tidy()
	if errors.Is(err, errGone) {
		if err = s.anew(b, err); err == nil {
			err = s.keep.tidy()
		}
	}
	return err
}
