//go:build unix

package session

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"parallax/corpus/brief"
)

// What somebody else does to the files of a session while it is open.
var meddlings = []struct {
	name string
	do   func(path string) error
}{
	{"folder removed", func(path string) error { return os.RemoveAll(filepath.Dir(path)) }},
	{"folder moved", func(path string) error {
		return os.Rename(filepath.Dir(path), filepath.Dir(path)+".moved"+strconv.FormatUint(moves.Add(1), 10))
	}},
	{"journal removed", func(path string) error { return os.Remove(path + journalSuffix) }},
	{"lock removed", func(path string) error { return os.Remove(path + lockSuffix) }},
	{"file removed", func(path string) error { return os.Remove(path) }},
	{"all but the lock removed", func(path string) error { return joined(os.Remove(path), os.Remove(path+journalSuffix)) }},
	{"journal and lock removed", func(path string) error { return joined(os.Remove(path+journalSuffix), os.Remove(path+lockSuffix)) }},
	{"journal emptied", func(path string) error { return os.Truncate(path+journalSuffix, 0) }},
	{"journal replaced by a copy", func(path string) error { return copied(path + journalSuffix) }},
	{"file replaced by a copy", copied},
	{"file replaced by nothing", func(path string) error { return os.WriteFile(path, nil, 0o600) }},
	{"lock replaced", func(path string) error {
		return joined(os.Remove(path+lockSuffix), os.WriteFile(path+lockSuffix, nil, 0o600))
	}},
}

// moves numbers the places to which folders were moved.
var moves atomic.Uint64

// joined is the first error that is not about a file that was not there.
func joined(errs ...error) error {
	for _, err := range errs {
		if err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

// copied puts a copy in the place of a file, as programs do that synchronise folders.
func copied(path string) error {
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path+".copy", data, 0o600)
	}
	if err == nil {
		err = os.Rename(path+".copy", path)
	}
	return err
}

// keeping is a session on a real disk that has a checkpoint and a journal, and how far it said that it is saved.
func keeping(t *testing.T, path string) (s *Session, saved *atomic.Uint64) {
	t.Helper()
	saved = &atomic.Uint64{}
	s, err := OpenFile(path, Options{limit: 2000, after: never, Saved: func(s Saved) { saved.Store(s.Seq) }})
	if err != nil || s.ReadOnly() != nil {
		t.Fatal(err, s.ReadOnly())
	}
	return s, saved
}

// insert makes an action that can be told from all others, and waits for it to be saved.
func insert(t *testing.T, s *Session, text string) {
	t.Helper()
	if _, err := s.Do(brief.Insert{Text: text}); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
}

// holds checks that a new program finds the texts in the session's file.
func holds(t *testing.T, path string, texts ...string) {
	t.Helper()
	b, warnings, err := ReadFile(path)
	if err != nil || len(warnings) > 0 {
		t.Fatalf("%s: %v %v", path, warnings, err)
	}
	for _, text := range texts {
		if !slices.ContainsFunc(b.Entries, func(e *brief.Entry) bool { return e.Text == text }) {
			t.Errorf("%s: %q was saved and is not there", path, text)
		}
	}
}

// TestMeddling does each thing between two actions: what was saved before and after is found by a new program at once and
// after closing, in the file that the session names; and where anything had to be written anew, that is said.
func TestMeddling(t *testing.T) {
	for _, m := range meddlings {
		t.Run(m.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kept", "session")
			s, _ := keeping(t, path)
			insert(t, s, "before")
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s, _ = keeping(t, path)
			insert(t, s, "one")
			if err := m.do(path); err != nil {
				t.Fatal(err)
			}
			insert(t, s, "two")
			holds(t, s.Path(), "before", "one", "two")
			harmless := slices.Contains([]string{"lock removed", "lock replaced", "file replaced by a copy"}, m.name)
			if said := strings.Join(s.Warnings(), " "); harmless != (said == "") || !harmless && !strings.Contains(said, "in "+s.Path()) {
				t.Errorf("it says %q", said)
			}
			if err := m.do(s.Path()); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			holds(t, s.Path(), "before", "one", "two")
			alone(t, filepath.Dir(s.Path()))
		})
	}
}

// TestRemovedWithin removes a session within a write, after it was seen that all is well: that write is not the one that is
// acknowledged.
func TestRemovedWithin(t *testing.T) {
	for _, names := range [][]string{{atJournal}, {at, atJournal}} {
		d := newFakeDisk()
		found := -1 // entries that a new program would find, when the second is acknowledged
		s, err := OpenFile(at, Options{disk: d, after: never, Saved: func(now Saved) {
			if l, err := load(d, at); now.Seq == 2 && found < 0 && err == nil {
				found = len(l.brief.Entries)
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		insert(t, s, "one")
		d.mu.Lock()
		d.fail = func(op, path string) error {
			if op == "sync" && path == atJournal {
				for _, name := range names {
					delete(d.names, name)
				}
				d.fail = nil
			}
			return nil
		}
		d.mu.Unlock()
		insert(t, s, "two")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if found != 2 {
			t.Errorf("%v removed: %d of 2 entries were there when the second was acknowledged", names, found)
		}
	}
}

// TestRemovedAfterFailure removes or replaces the journal while it is closed, after a write that failed.
func TestRemovedAfterFailure(t *testing.T) {
	lines, _ := journalOf(t, 9)
	for name, journal := range map[string][]byte{"removed": nil, "emptied": {}, "replaced": bytes.Join(lines, nil)} {
		for _, closed := range []bool{false, true} { // a session that has a checkpoint, and one that has none
			t.Run(fmt.Sprint(name, closed), func(t *testing.T) {
				d := newFakeDisk()
				s := open(t, d)
				if closed {
					insert(t, s, "before")
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					s = open(t, d)
				}
				insert(t, s, "one")
				failing(d, "write")
				if _, err := s.Do(brief.Insert{Text: "two"}); err != nil {
					t.Fatal(err)
				}
				if err := s.Flush(); !errors.Is(err, syscall.EIO) {
					t.Fatalf("a write that failed is no error: %v", err)
				}
				failing(d, "")
				d.mu.Lock()
				delete(d.names, atJournal)
				if journal != nil {
					d.names[atJournal] = &fakeFile{live: journal}
				}
				d.mu.Unlock()
				insert(t, s, "three")
				l, err := load(d, s.Path())
				if err != nil || len(l.warnings) > 0 || l.brief.Seq != s.Saved() {
					t.Errorf("%d actions are saved, and %d are there: %v %v", s.Saved(), l.brief.Seq, l.warnings, err)
				}
				says(t, s, "journal was removed while it was open", "in "+s.Path())
				if (name == "replaced") != (s.Path() != at) {
					t.Errorf("it is in %s", s.Path())
				}
				if name == "replaced" && !bytes.Equal(d.names[atJournal].live, journal) {
					t.Error("what somebody else has put there was written over")
				}
			})
		}
	}
}

// failing makes an operation on the journal fail from now on; "" none.
func failing(d *fakeDisk, failing string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fail = func(op, path string) error {
		if op == failing && path == atJournal {
			return syscall.EIO
		}
		return nil
	}
}

// alone checks that nothing but sessions lies in a folder: no lock, journal or half of a file.
func alone(t *testing.T, folder string) {
	t.Helper()
	names, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n.Name() != "session" {
			t.Errorf("%s was left behind", n.Name())
		}
	}
}

// TestSecondProgram lets a second program in after the first one's files were meddled with. Each finds in its own file what
// it was told is saved, and no file has the acknowledged work of both.
func TestSecondProgram(t *testing.T) {
	for _, m := range meddlings {
		t.Run(m.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kept", "session")
			one, _ := keeping(t, path)
			insert(t, one, "before")
			if err := one.Close(); err != nil {
				t.Fatal(err)
			}
			one, _ = keeping(t, path)
			insert(t, one, "one's first")
			if err := m.do(path); err != nil {
				t.Fatal(err)
			}
			two, err := OpenFile(path, Options{after: never})
			if err != nil {
				t.Fatal(err)
			}
			if two.ReadOnly() == nil {
				insert(t, two, "two's first")
			}
			insert(t, one, "one's second")
			if two.ReadOnly() == nil {
				insert(t, two, "two's second")
				if one.Path() == two.Path() {
					t.Errorf("both write to %s", one.Path())
				}
			}
			if err := joined(one.Close(), two.Close()); err != nil {
				t.Fatal(err)
			}
			holds(t, one.Path(), "before", "one's first", "one's second")
			if two.ReadOnly() == nil {
				holds(t, two.Path(), "two's first", "two's second")
			}
		})
	}
}

var removals = flag.Int("removals", 60, "how many sessions TestRemoved meddles with")

// TestRemoved removes and replaces files of sessions at any moment while they are written, also within a write, and lets
// second programs in. What was acknowledged at the end is found at the end.
func TestRemoved(t *testing.T) {
	acknowledged, meddled, seconds, anew := 0, 0, 0, 0
	for seed := range uint64(*removals) {
		rng := rand.New(rand.NewPCG(seed, 6))
		path := filepath.Join(t.TempDir(), "kept", "session")
		s, saved := keeping(t, path)
		stop, ended := make(chan struct{}), make(chan int)
		go func() {
			n := 0
			for tries := 0; ; tries++ {
				if tries == 400 {
					<-stop
				}
				select {
				case <-stop:
					ended <- n
					return
				default:
				}
				if meddlings[rng.IntN(len(meddlings))].do(path) == nil {
					n++
				}
			}
		}()
		var others []*Session
		for i := range 40 {
			if _, err := s.Do(brief.Insert{Text: strconv.Itoa(i)}); err != nil {
				t.Fatal(err)
			}
			if i%8 == 3 {
				_ = s.Flush() // who removes a folder within every write can keep a session from being saved, not make it lie
			}
			if i%20 == 11 {
				if other, err := OpenFile(path, Options{after: never}); err == nil {
					others = append(others, other)
					if other.ReadOnly() == nil {
						seconds++
						_, _ = other.Do(brief.Retitle{Title: "of the second"})
					}
				}
			}
		}
		close(stop)
		meddled += <-ended
		for _, other := range others {
			_ = other.Close()
		}
		if err := s.Close(); err != nil {
			t.Fatalf("seed %d: nobody meddles any more, and it cannot be closed: %v", seed, err)
		}
		b, _, err := ReadFile(s.Path())
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if b.Seq < saved.Load() || len(b.Entries) != 40 || b.Title != "" {
			t.Fatalf("seed %d: %d of 40 entries, %d actions of %d, title %q", seed, len(b.Entries), b.Seq, saved.Load(), b.Title)
		}
		acknowledged += int(saved.Load())
		if len(s.Warnings()) > 0 {
			anew++
		}
	}
	t.Logf("%d sessions were meddled with %d times, %d second programs came in; %d were written anew; %d acknowledged actions are all there",
		*removals, meddled, seconds, anew, acknowledged)
}
