package session

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/statement"
)

// never is a clock for retries that are not wanted.
func never(time.Duration) <-chan time.Time { return nil }

// witness remembers what a session amounted to after each action, and what was reported as saved.
type witness struct {
	mu    sync.Mutex
	was   map[uint64]*brief.Brief
	saved uint64
}

func (w *witness) Saved(s Saved) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.saved = max(w.saved, s.Seq)
}

// work makes changes until it is done or the session can no longer be written.
func (w *witness) work(rng *rand.Rand, set *statement.Set, s *Session, changes int) error {
	for range changes {
		if _, err := s.Do(kept.AnyChange(rng, set, s.Brief())); err != nil {
			return err
		}
		b := s.Brief()
		w.was[b.Seq] = b
		if rng.IntN(3) == 0 && s.Flush() != nil {
			return nil
		}
	}
	return nil
}

// lost is what is wrong with the session on a disk that came back.
func (w *witness) lost(d disk) error {
	s, err := OpenFile("/s/session", Options{disk: d, after: never})
	if err != nil {
		return err
	}
	defer s.Close()
	b := s.Brief()
	if b.Seq < w.saved {
		return fmt.Errorf("action %d was saved, and the session ends with %d (%v)", w.saved, b.Seq, s.Warnings())
	}
	for _, word := range s.Warnings() {
		if !strings.Contains(word, "cut short") {
			return errors.New(word)
		}
	}
	if b.Seq > 0 && !reflect.DeepEqual(b.Kept, w.was[b.Seq].Kept) {
		return fmt.Errorf("after action %d:\n%+v\nnot\n%+v", b.Seq, b.Kept, w.was[b.Seq].Kept)
	}
	if b.Seq > 0 && !reflect.DeepEqual(b.Left, w.was[b.Seq].Left) {
		return fmt.Errorf("after action %d the reader was elsewhere", b.Seq)
	}
	return nil
}

// crash works until the disk's operation dieAt, cuts the power and says what is lost, and whether it came so far.
func crash(t *testing.T, d *fakeDisk, seed uint64, dieAt int) (lost error, died bool) {
	t.Helper()
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	rng := rand.New(rand.NewPCG(seed, 1))
	w := &witness{was: map[uint64]*brief.Brief{}}
	d.dieAt = dieAt
	s, err := OpenFile("/s/session", Options{Now: fixture.Clock(), Saved: w.Saved, disk: d, after: never, limit: 3000})
	if err != nil {
		return nil, true // before anything was done
	}
	if err := w.work(rng, set, s, 25); err != nil {
		t.Fatal(err)
	}
	s.Close()
	d.mu.Lock()
	died = d.ops >= dieAt
	d.mu.Unlock()
	for image := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 10+image))
		if image == 0 {
			rng = nil
		}
		if err := w.lost(d.powerCut(rng)); err != nil {
			return fmt.Errorf("seed %d, operation %d: %w", seed, dieAt, err), died
		}
	}
	return nil, died
}

// TestPowerCut cuts the power at every operation of a session's disk: nothing that was reported as saved is lost.
func TestPowerCut(t *testing.T) {
	for seed := range uint64(6) {
		for dieAt := 1; ; dieAt++ {
			lost, died := crash(t, newFakeDisk(), seed, dieAt)
			if lost != nil {
				t.Fatal(lost)
			}
			if !died {
				break
			}
		}
	}
}

// TestPowerCutFindsMissingSync shows that the test above would find a sync that is not made.
func TestPowerCutFindsMissingSync(t *testing.T) {
	for name, deaf := range map[string]func(*fakeDisk){
		"file": func(d *fakeDisk) { d.deafFile = true },
		"name": func(d *fakeDisk) { d.deafName = true },
	} {
		t.Run(name, func(t *testing.T) {
			for dieAt := 1; ; dieAt++ {
				d := newFakeDisk()
				deaf(d)
				lost, died := crash(t, d, 1, dieAt)
				if lost != nil {
					return
				}
				if !died {
					t.Fatal("a disk that does not sync passes the test")
				}
			}
		})
	}
}

// TestReopen makes random changes over many openings; a session always comes back as it was closed.
func TestReopen(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 4))
		d := newFakeDisk()
		w := &witness{was: map[uint64]*brief.Brief{}}
		for range 8 {
			s, err := OpenFile("/s/session", Options{Now: fixture.Clock(), disk: d, after: never, limit: 5000})
			if err != nil {
				t.Fatal(err)
			}
			if err := w.work(rng, set, s, rng.IntN(30)); err != nil {
				t.Fatal(err)
			}
			last := s.Brief()
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if w := s.Warnings(); len(w) > 0 {
				t.Fatal(w)
			}
			if names := slices.Sorted(keysOf(d)); len(names) > 1 {
				t.Fatalf("a closed session is one file, not %v", names)
			}
			checkSame(t, d, last)
		}
		if d.handles != 0 || len(d.locks) != 0 {
			t.Fatalf("%d files and %d locks are still open", d.handles, len(d.locks))
		}
	}
}

func keysOf(d *fakeDisk) func(func(string) bool) {
	return func(yield func(string) bool) {
		for name := range d.names {
			if !yield(name) {
				return
			}
		}
	}
}

// checkSame compares what is on disk with b, and everything that can still be undone and done again from there.
func checkSame(t *testing.T, d disk, b *brief.Brief) {
	t.Helper()
	l, err := load(d, "/s/session")
	if err != nil {
		t.Fatal(err)
	}
	for a, c := b, l.brief; ; {
		if !reflect.DeepEqual(a.Kept, c.Kept) || !reflect.DeepEqual(a.Left, c.Left) {
			t.Fatalf("read back:\n%+v\nnot\n%+v", c.Kept, a.Kept)
		}
		x, errA := a.Apply(brief.Action{Seq: a.Seq + 1, Change: brief.Undo{}})
		y, errC := c.Apply(brief.Action{Seq: c.Seq + 1, Change: brief.Undo{}})
		if (errA == nil) != (errC == nil) {
			t.Fatalf("undo: %v and %v", errA, errC)
		}
		if errA != nil {
			break
		}
		a, c = x, y
	}
	redo := func(b *brief.Brief) (n int) {
		for next, err := b, error(nil); err == nil; n++ {
			next, err = next.Apply(brief.Action{Seq: next.Seq + 1, Change: brief.Redo{}})
		}
		return n
	}
	if x, y := redo(b), redo(l.brief); x != y {
		t.Fatalf("%d redos, and read back %d", x, y)
	}
}

func TestReplayIsDeterministic(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	rng := rand.New(rand.NewPCG(7, 7))
	b, now := &brief.Brief{}, fixture.Clock()
	var actions []brief.Action
	for range 300 {
		a := brief.Action{Seq: b.Seq + 1, Time: now(), Change: kept.AnyChange(rng, set, b)}
		next, err := b.Apply(a)
		if err != nil {
			t.Fatalf("%T: %v", a.Change, err)
		}
		b = next
		actions = append(actions, a)
	}
	again, err := brief.Replay(actions)
	if err != nil || !reflect.DeepEqual(again.Kept, b.Kept) {
		t.Fatalf("not the same again: %v", err)
	}
	x, err := checkpoint(b)
	if err != nil {
		t.Fatal(err)
	}
	y, err := checkpoint(again)
	if err != nil || string(x) != string(y) {
		t.Fatalf("not the same bytes: %v", err)
	}
	if strings.Count(string(x), "\n") > len(actions)+1 {
		t.Fatal("a checkpoint is longer than the journal")
	}
	f := brief.NewLocator(set)
	if !reflect.DeepEqual(b.Resolve(f).Document("1"), again.Resolve(brief.NewLocator(set)).Document("1")) {
		t.Fatal("not the same document")
	}
}
