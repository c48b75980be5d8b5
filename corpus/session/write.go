package session

import (
	"bytes"
	"time"
)

// The pause before a failed write is tried again: it doubles from the first to the last.
const (
	firstPause = time.Second
	lastPause  = 30 * time.Second
)

// write is the background: it writes what has come together since the last time, all with one sync, until the session
// is closed.
func (s *Session) write() {
	defer close(s.done)
	var again <-chan time.Time
	pause := firstPause
	for {
		select {
		case <-s.kick:
		case <-again:
		case <-s.stop:
			return
		}
		s.io.Lock()
		err := s.save()
		s.io.Unlock()
		if err == nil {
			again, pause = nil, firstPause
			continue
		}
		again, pause = s.o.after(pause), min(2*pause, lastPause)
	}
}

// save makes one attempt to write all that is to be written. The caller has s.io.
func (s *Session) save() error {
	s.mu.Lock()
	b, batch := s.brief, s.unsaved
	s.mu.Unlock()
	if len(batch) == 0 {
		err := s.keep.ready(b)
		s.written(0, err)
		return err
	}
	var lines bytes.Buffer
	for _, n := range batch {
		lines.Write(n.line)
	}
	last := batch[len(batch)-1].seq
	if err := s.keep.append(lines.Bytes(), b); err != nil {
		s.written(0, err)
		return err
	}
	s.written(last, nil)
	if s.keep.due() {
		// Everything is in the journal: a checkpoint that cannot be written is no loss.
		_ = s.keep.checkpoint(b)
	}
	return nil
}

// written takes note of an attempt: everything up to seq is on disk. The caller has s.io.
func (s *Session) written(seq uint64, err error) {
	s.mu.Lock()
	s.saved = max(s.saved, seq)
	for len(s.unsaved) > 0 && s.unsaved[0].seq <= s.saved {
		s.unsaved = s.unsaved[1:]
	}
	s.err = err
	s.attempts++
	saved := Saved{s.saved, err}
	s.turn.Broadcast()
	s.mu.Unlock()
	if s.o.Saved != nil {
		s.o.Saved(saved)
	}
}
