package session

import (
	"errors"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
)

// do makes changes that must be accepted.
func flush(t *testing.T, s *Session) {
	t.Helper()
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
}

// TestDiskFull fills the disk within a line: it is said, the work goes on in memory, and is written when there is room.
func TestDiskFull(t *testing.T) {
	lines, _ := journalOf(t, 5)
	for room := range len(lines[0]) + len(lines[1]) + 1 {
		d := newFakeDisk()
		d.room["/s"] = room
		s := open(t, d)
		kept.Do(t, s, brief.Insert{Text: "On the storm"}, brief.Insert{Text: "On the storm", After: 1}, brief.Insert{Text: "More", After: 2})
		if err := s.Flush(); !errors.Is(err, syscall.ENOSPC) || !errors.Is(s.Err(), syscall.ENOSPC) {
			t.Fatalf("room %d: %v", room, err)
		}
		saved := s.Saved()
		if l, err := load(d, at); err != nil || l.brief.Seq < saved {
			t.Fatalf("room %d: action %d is saved, and %d is there: %v", room, saved, l.brief.Seq, err)
		}
		kept.Do(t, s, brief.Insert{Text: "Later", After: 3})
		if len(s.Brief().Entries) != 4 || s.Saved() == s.Brief().Seq {
			t.Fatal("the work does not go on")
		}
		d.mu.Lock()
		delete(d.room, "/s")
		d.mu.Unlock()
		flush(t, s)
		if s.Err() != nil || s.Saved() != 4 {
			t.Fatalf("%v, saved up to %d", s.Err(), s.Saved())
		}
		goesOn(t, s, d, 5)
	}
}

// TestSaveAs writes a session elsewhere when its own folder is full, and keeps it there.
func TestSaveAs(t *testing.T) {
	d := newFakeDisk()
	d.room["/s"] = 10
	s := open(t, d)
	kept.Do(t, s, brief.Insert{Text: "On the storm"})
	if s.Flush() == nil {
		t.Fatal("a full disk took it")
	}
	d.mu.Lock()
	d.names["/taken/session"] = &fakeFile{live: []byte("mine")}
	d.mu.Unlock()
	if err := s.SaveAs("/taken/session"); !errors.Is(err, fs.ErrExist) {
		t.Fatalf("an existing file was overwritten: %v", err)
	}
	if err := s.SaveAs("/free/session"); err != nil {
		t.Fatal(err)
	}
	if s.Err() != nil || s.Saved() != 1 || s.Path() != "/free/session" {
		t.Fatalf("%v, saved up to %d, in %s", s.Err(), s.Saved(), s.Path())
	}
	kept.Do(t, s, brief.Insert{Text: "Later", After: 1})
	flush(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := load(d, "/free/session")
	if err != nil || !reflect.DeepEqual(l.brief.Kept, s.Brief().Kept) {
		t.Fatalf("%v", err)
	}
}

// TestReadOnlyFolder opens what can be read; changes stay in memory, the reason is said.
func TestReadOnlyFolder(t *testing.T) {
	lines, _ := journalOf(t, 1)
	d := diskWith(map[string][]byte{atJournal: lines[0]})
	readOnly := func(op, path string) error {
		if op != "read" && folderOf(path) == "/s" {
			return &fs.PathError{Op: op, Path: path, Err: syscall.EROFS}
		}
		return nil
	}
	d.fail = readOnly
	s := open(t, d)
	if len(s.Brief().Entries) != 1 || !errors.Is(s.Err(), syscall.EROFS) || s.ReadOnly() != nil {
		t.Fatalf("%d entries, %v", len(s.Brief().Entries), s.Err())
	}
	kept.Do(t, s, brief.Insert{Text: "More"})
	if err := s.Flush(); !errors.Is(err, syscall.EROFS) {
		t.Fatal(err)
	}
	if err := s.SaveAs("/elsewhere/session"); err != nil {
		t.Fatal(err)
	}
	if l, err := load(d, "/elsewhere/session"); err != nil || len(l.brief.Entries) != 2 {
		t.Fatalf("%v", err)
	}
}

// TestBecomesWritable writes when a read-only folder becomes writable, unless the session was changed there meanwhile.
func TestBecomesWritable(t *testing.T) {
	for _, changed := range []bool{false, true} {
		lines, _ := journalOf(t, 2)
		d := diskWith(map[string][]byte{atJournal: lines[0]})
		writable := false
		d.fail = func(op, _ string) error {
			if op == "lock" && !writable {
				return syscall.EROFS
			}
			return nil
		}
		s := open(t, d)
		kept.Do(t, s, brief.Insert{Text: "More"})
		if s.Flush() == nil {
			t.Fatal("it was written without a lock")
		}
		d.mu.Lock()
		writable = true
		if changed {
			d.names[atJournal].live = append(d.names[atJournal].live, lines[1]...)
		}
		d.mu.Unlock()
		if err := s.Flush(); changed != errors.Is(err, errChanged) {
			t.Fatalf("changed %v: %v", changed, err)
		}
		if !changed {
			goesOn(t, s, d, 3)
		}
	}
}

// TestFailures makes every operation fail once in turn. Whatever fails, everything is on disk after a second attempt.
func TestFailures(t *testing.T) {
	for failAt := 1; failAt < 40; failAt++ {
		d := newFakeDisk()
		n := 0
		d.fail = func(op, path string) error {
			if n++; n == failAt {
				return &fs.PathError{Op: op, Path: path, Err: syscall.EIO}
			}
			return nil
		}
		s, err := OpenFile(at, Options{Now: fixture.Clock(), disk: d, after: never, limit: 600})
		if err != nil {
			continue // it could not be read
		}
		for range 4 {
			kept.Do(t, s, brief.Insert{Text: "On the storm"}, brief.Insert{Text: "On the storm"})
			if s.Flush() != nil {
				flush(t, s)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatalf("operation %d: %v", failAt, err)
		}
		d.fail = nil
		if l, err := load(d.powerCut(nil), at); err != nil || len(l.warnings) > 0 || len(l.brief.Entries) != 8 {
			t.Fatalf("operation %d: %v %v, %d entries", failAt, err, l.warnings, len(l.brief.Entries))
		}
	}
}

// TestTriesAgain tries again by itself, after longer and longer pauses.
func TestTriesAgain(t *testing.T) {
	d := newFakeDisk()
	d.room["/s"] = 0
	pauses, again := make(chan time.Duration, 10), make(chan time.Time)
	s, err := OpenFile(at, Options{Now: fixture.Clock(), disk: d, after: func(p time.Duration) <-chan time.Time {
		pauses <- p
		return again
	}})
	if err != nil {
		t.Fatal(err)
	}
	kept.Do(t, s, brief.Insert{Text: "On the storm"})
	for want := firstPause; want < 2*lastPause; want *= 2 {
		if got := <-pauses; got != min(want, lastPause) {
			t.Fatalf("a pause of %v, want %v", got, min(want, lastPause))
		}
		again <- time.Time{}
	}
	<-pauses
	d.mu.Lock()
	delete(d.room, "/s")
	d.mu.Unlock()
	again <- time.Time{}
	flush(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestTwoAtOnce opens one session twice: the second is read-only, says why, and can be written elsewhere.
func TestTwoAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "session")
	one, err := OpenFile(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept.Do(t, one, brief.Insert{Text: "On the storm"})
	flush(t, one)
	two, err := OpenFile(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if why := two.ReadOnly(); why == nil || !strings.Contains(why.Error(), "another parallax (process ") {
		t.Fatalf("read-only: %v", why)
	}
	if _, err := two.Do(brief.Insert{Text: "More"}); !errors.Is(err, ErrReadOnly) || len(two.Brief().Entries) != 1 {
		t.Fatalf("%v, %d entries", err, len(two.Brief().Entries))
	}
	elsewhere := filepath.Join(filepath.Dir(path), "elsewhere")
	if err := two.SaveAs(elsewhere); err != nil || two.ReadOnly() != nil {
		t.Fatalf("%v, %v", err, two.ReadOnly())
	}
	kept.Do(t, two, brief.Insert{Text: "More"})
	for _, s := range []*Session{one, two} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	three, err := OpenFile(path, Options{})
	if err != nil || three.ReadOnly() != nil || len(three.Brief().Entries) != 1 {
		t.Fatalf("%v", err)
	}
	defer three.Close()
	if b, _, err := ReadFile(elsewhere); err != nil || len(b.Entries) != 2 {
		t.Fatalf("%v", err)
	}
}

func TestMemory(t *testing.T) {
	s := Memory(Options{Now: fixture.Clock()})
	if err := Memory(Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	kept.Do(t, s, brief.Insert{Text: "On the storm"})
	lost := Memory(Options{Now: fixture.Clock()})
	kept.Do(t, lost, brief.Insert{Text: "On the storm"})
	if lost.Close() == nil {
		t.Fatal("work was lost without a word")
	}
	if s.Err() == nil || s.Flush() == nil || s.Saved() != 0 {
		t.Fatal("a session in memory says that it is kept")
	}
	path := filepath.Join(t.TempDir(), "session")
	if err := s.SaveAs(path); err != nil || s.Saved() != 1 {
		t.Fatalf("%v", err)
	}
	kept.Do(t, s, brief.Insert{Text: "More"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(brief.Insert{Text: "Too late"}); err == nil {
		t.Fatal("a closed session takes changes")
	}
	if b, _, err := ReadFile(path); err != nil || len(b.Entries) != 2 {
		t.Fatalf("%v", err)
	}
}

// TestSavedIsReported reports every action, in order, and never one that is not on disk.
func TestSavedIsReported(t *testing.T) {
	d := newFakeDisk()
	var reports []Saved
	s, err := OpenFile(at, Options{Now: fixture.Clock(), disk: d, after: never, Saved: func(r Saved) {
		reports = append(reports, r)
		if l, err := load(d.powerCut(nil), at); err != nil || l.brief.Seq < r.Seq {
			t.Errorf("action %d is reported as saved, and %d would survive: %v", r.Seq, l.brief.Seq, err)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		kept.Do(t, s, brief.Insert{Text: "On the storm"})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for i, r := range reports {
		if r.Err != nil || i > 0 && r.Seq < reports[i-1].Seq {
			t.Fatalf("report %d: %+v", i, r)
		}
	}
	if reports[len(reports)-1].Seq != 20 {
		t.Fatalf("the last report is %+v", reports[len(reports)-1])
	}
}

// TestDoNeverWaits makes changes while the disk stands still.
func TestDoNeverWaits(t *testing.T) {
	d := newFakeDisk()
	still, arrived := make(chan struct{}), make(chan struct{}, 1)
	d.fail = func(op, _ string) error {
		if op == "sync" {
			select {
			case arrived <- struct{}{}:
			default:
			}
			d.mu.Unlock()
			<-still
			d.mu.Lock()
		}
		return nil
	}
	s := open(t, d)
	kept.Do(t, s, brief.Insert{Text: "On the storm"})
	<-arrived
	for range 100 {
		kept.Do(t, s, brief.Insert{Text: "More"})
	}
	if s.Saved() != 0 || len(s.Brief().Entries) != 101 {
		t.Fatal("what is not synced counts as saved")
	}
	close(still)
	flush(t, s)
	if d.mu.Lock(); d.ops > 20 {
		t.Errorf("%d operations for 101 actions: they are not written together", d.ops)
	}
	d.mu.Unlock()
}

// TestNoLocks keeps a session on a disk that has no locks, and says what that means.
func TestNoLocks(t *testing.T) {
	d := &lockless{newFakeDisk()}
	s := open(t, d)
	says(t, s, "not guarded", "no locks")
	goesOn(t, s, d, 1)
}

// lockless is a disk without locks.
type lockless struct{ *fakeDisk }

func (lockless) Lock(string) (guard, error) { return nothing{}, errors.New("no locks here") }

// nothing is a lock that keeps nobody out.
type nothing struct{}

func (nothing) Holds() bool { return true }
func (nothing) Release()    {}

// TestMemorySaysSo: a change in a session without a file is reported, and never as saved.
func TestMemorySaysSo(t *testing.T) {
	var heard []Saved
	s := Memory(Options{Now: fixture.Clock(), Saved: func(w Saved) { heard = append(heard, w) }})
	kept.Do(t, s, brief.Retitle{Title: "Storm"})
	if len(heard) != 1 || heard[0].Err == nil || heard[0].Seq != 0 {
		t.Errorf("it says %+v", heard)
	}
	if _, err := s.Do(brief.Unmark{Entry: 7}); err == nil || len(heard) != 1 {
		t.Errorf("a change that was refused is reported: %+v, %v", heard, err)
	}
}
