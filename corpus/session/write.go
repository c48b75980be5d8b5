package session

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"parallax/corpus/brief"
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
		err := s.attempt()
		if err == nil {
			again, pause = nil, firstPause
			continue
		}
		again, pause = s.o.after(pause), min(2*pause, lastPause)
	}
}

// attempt is save in the background, where a fault in the program would end it at once, with the terminal as it is. The work
// stays in memory, as with every other reason not to write it.
func (s *Session) attempt() (err error) {
	s.io.Lock()
	defer s.io.Unlock()
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a fault in parallax: %v", fault)
			s.written(0, err, "")
		}
	}()
	return s.save()
}

// save makes one attempt to write all that is to be written. The caller has s.io.
func (s *Session) save() error {
	s.mu.Lock()
	b, batch := s.brief, s.unsaved
	s.mu.Unlock()
	saved, err := s.put(b, batch)
	if errors.Is(err, errGone) {
		return s.anew(b, err)
	}
	s.written(saved, err, "")
	if err == nil && s.keep.due() {
		// Everything is in the journal: a checkpoint that cannot be written is no loss.
		_ = s.keep.checkpoint(b)
	}
	return err
}

// put writes the batch, and is the number of the last action in it; without one it sees to it that the session stands.
func (s *Session) put(b *brief.Brief, batch []numbered) (saved uint64, err error) {
	if len(batch) == 0 {
		return 0, s.keep.ready(b)
	}
	var lines bytes.Buffer
	for _, n := range batch {
		lines.Write(n.line)
	}
	if err := s.keep.append(lines.Bytes(), b); err != nil {
		return 0, err
	}
	return batch[len(batch)-1].seq, nil
}

// written takes note of an attempt: everything up to seq is on disk. word is what the reader should know of it. The caller
// has s.io.
func (s *Session) written(seq uint64, err error, word string) {
	s.mu.Lock()
	s.saved = max(s.saved, seq)
	for len(s.unsaved) > 0 && s.unsaved[0].seq <= s.saved {
		s.unsaved = s.unsaved[1:]
	}
	s.err = err
	s.attempts++
	saved := Saved{s.saved, err, word}
	s.turn.Broadcast()
	s.mu.Unlock()
	if s.o.Saved != nil {
		s.o.Saved(saved)
	}
}
