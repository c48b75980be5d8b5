//go:build unix

package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// A reader works at a terminal, and the program is killed at a random moment, over and over, on one session. An action is
// acknowledged when the screen says that it is saved. What the session holds afterwards must be the beginning of what was
// typed: everything up to some action, whole and in order, and that action no earlier than the last acknowledged one. The
// session's own count of actions says which it is, so the comparison is exact; undoing and redoing go on across the kills.

var kills = flag.Int("kills", 20, "how often the program is killed")

// work is what the reader has collected.
type work struct {
	notes  []string
	tags   []string
	marked []int // statements of the first report, by number, sorted
}

// action is something that the reader does with a few keys.
type action struct {
	keys, says string
	before     work // what it changes, for the undoing
	after      work
}

// history is the reader's work with what can be undone and done again.
type history struct {
	now          work
	done, undone []action
}

// did is the history after an action that can be undone.
func (h history) did(a action) history {
	return history{a.after, append(slices.Clip(h.done), a), nil}
}

func (h history) undid() history {
	last := h.done[len(h.done)-1]
	return history{last.before, h.done[:len(h.done)-1], append(slices.Clip(h.undone), last)}
}

func (h history) redid() history {
	next := h.undone[len(h.undone)-1]
	return history{next.after, append(slices.Clip(h.done), next), h.undone[:len(h.undone)-1]}
}

// worker makes up what the reader does.
type worker struct {
	rng    *rand.Rand
	set    *statement.Set
	number int // of the last note or tag: no two are the same
}

// manyTags is how many tags a passage gets, so that a long run types no more than a person would.
const manyTags = 50

// next is an action, and the history after it.
func (w *worker) next(h history) (action, history) {
	w.number++
	a := action{before: h.now, after: work{slices.Clip(h.now.notes), slices.Clip(h.now.tags), slices.Clone(h.now.marked)}}
	switch n := w.rng.IntN(10); {
	case n < 2 && len(h.done) > 0:
		return action{keys: "u", says: "undid: " + h.done[len(h.done)-1].says}, h.undid()
	case n < 4 && len(h.undone) > 0:
		return action{keys: "\x12", says: "did again: " + h.undone[len(h.undone)-1].says}, h.redid()
	case n < 5 && len(h.now.tags) < manyTags:
		tag := fmt.Sprintf("t%d", w.number)
		a.keys, a.says = "1Gt, "+tag+"\r", brief.Tag{Tags: []string{tag}}.Say()
		a.after.tags = append(a.after.tags, tag)
	case n < 8:
		a.keys, a.says = w.mark(&a.after)
	default:
		note := fmt.Sprintf("note %d", w.number)
		a.keys, a.says = "1Ga"+note+"\r", brief.AddNote{Text: note}.Say()
		a.after.notes = append(a.after.notes, note)
	}
	return a, h.did(a)
}

// mark marks a statement, or unmarks it. The first, which has the notes, stays.
func (w *worker) mark(after *work) (keys, says string) {
	all := w.set.In(0)
	st := all[1+w.rng.IntN(len(all)-1)]
	if at, is := slices.BinarySearch(after.marked, st.Number); is {
		after.marked = slices.Delete(after.marked, at, at+1)
		says = brief.Unmark{}.Say()
	} else {
		after.marked = slices.Insert(after.marked, at, st.Number)
		says = brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(w.set, st.ID)}}.Say()
	}
	return fmt.Sprintf("%dGm", st.Number), says
}

// collected is what a session holds.
func collected(b *brief.Brief) work {
	var w work
	for _, e := range b.Entries {
		w.marked = append(w.marked, e.Wordings[0].Anchor.First)
		for _, n := range e.Notes {
			w.notes = append(w.notes, n.Text)
		}
		w.tags = append(w.tags, e.Tags...)
	}
	slices.Sort(w.marked)
	return w
}

func (w work) same(v work) bool {
	return slices.Equal(w.notes, v.notes) && slices.Equal(w.tags, v.tags) && slices.Equal(w.marked, v.marked)
}

// turn is one run of the program, from its start to its being killed.
type turn struct {
	*person
	rng       *rand.Rand
	killed    chan struct{}
	says      map[string]int // what the screen will say, and the number of the action that makes it say so; 0: several
	typed     int            // actions
	confirmed int            // the last of them that was acknowledged
}

// kill kills the program at a random moment within a time from now.
func (r *turn) kill(within time.Duration) {
	time.AfterFunc(time.Duration(r.rng.Int64N(int64(within))), func() {
		_ = r.Signal(os.Kill)
		close(r.killed)
	})
}

// look notes what the screen acknowledges.
func (r *turn) look() {
	rows := r.Rows()
	said, ok := strings.CutSuffix(strings.TrimSpace(rows[len(rows)-1]), " · saved, u undoes")
	if ok {
		r.confirmed = max(r.confirmed, r.says[said])
	}
}

// wait waits until an action is acknowledged, and reports whether it was before the program was killed.
func (r *turn) wait(number int) bool {
	for deadline := time.Now().Add(patience); ; {
		if r.Wait(5*time.Millisecond, func() bool { r.look(); return r.confirmed >= number }) {
			return true
		}
		select {
		case <-r.killed:
			return false
		default:
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("action %d is not acknowledged; the terminal shows\n%s", number, r.Text())
		}
	}
}

// ahead is how many actions a reader types without looking at the screen.
const ahead = 6

// works goes on until so many actions are made, or the program is killed, and appends the history after each. It waits for
// the program now and then, as a reader would, so that the kill meets it in every state.
func (r *turn) works(w *worker, all []history, actions int) []history {
	for seen := r.typed; r.typed < actions; {
		a, next := w.next(all[len(all)-1])
		all = append(all, next)
		r.typed++
		if _, twice := r.says[a.says]; twice {
			r.says[a.says] = 0
		} else {
			r.says[a.says] = r.typed
		}
		if err := r.Type(a.keys); err != nil {
			r.t.Fatal(err)
		}
		if r.says[a.says] == r.typed && (r.typed-seen > ahead || r.rng.IntN(3) == 0) {
			r.wait(r.typed)
			seen = r.typed
		}
		select {
		case <-r.killed:
			return all
		default:
		}
	}
	return all
}

// TestKilled kills the program at random moments while keys are sent, and finds every acknowledged action afterwards.
func TestKilled(t *testing.T) {
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	state, file := t.TempDir(), filepath.Join(t.TempDir(), "a.session")
	s := sit(t, state, "--session", file)
	s.types("m", "saved, u undoes")
	s.quits("")
	w := &worker{rng: rand.New(rand.NewPCG(1, uint64(*kills))), set: c.Statements}
	h, total := history{now: work{marked: []int{1}}}, 0
	for i := range *kills {
		r := &turn{person: begin(t, state, "--session", file), rng: w.rng, killed: make(chan struct{}), says: map[string]int{}}
		h = r.untilKilled(w, h, file, i)
		total += r.confirmed
	}
	s = begin(t, state, "--session", file)
	s.sees("Talks in Antalya") // not that it is linked: the place that was left may be boilerplate, which never is
	s.quits("")
	if names, err := os.ReadDir(filepath.Dir(file)); err != nil || len(names) != 1 {
		t.Errorf("left behind: %v %v", names, err)
	}
	t.Logf("%d actions were acknowledged before %d kills, and all are there", total, *kills)
}

// untilKilled is one run, the kill number i: mostly while the reader works, now and then while the program starts, and
// while it ends.
func (r *turn) untilKilled(w *worker, h history, file string, i int) history {
	r.t.Helper()
	before, _, err := session.ReadFile(file)
	if err != nil {
		r.t.Fatal(err)
	}
	all, quits := []history{h}, i%5 == 4
	switch {
	case i%5 == 3:
		r.kill(300 * time.Millisecond)
	case quits:
		r.sees("Talks in Antalya")
		all = r.works(w, all, 1+r.rng.IntN(2*ahead))
		r.types("q", "")
		r.kill(10 * time.Millisecond)
	default:
		r.sees("Talks in Antalya")
		all = r.works(w, all, 1)
		r.wait(1)
		r.kill(200 * time.Millisecond)
		all = r.works(w, all, math.MaxInt)
	}
	if _, err := r.Status(patience); err != nil {
		r.t.Fatal(err)
	}
	<-r.killed
	r.wait(r.typed + 1) // what it said last may still be on its way
	after, _, err := session.ReadFile(file)
	if err != nil {
		r.t.Fatalf("kill %d: %v", i, err)
	}
	n := int(after.Seq - before.Seq)
	if last := len(all) - 1; quits && n > last && n <= last+2 {
		n = last // the two actions after it say where the reader was and what was found
	}
	if n < r.confirmed || n >= len(all) {
		r.t.Fatalf("kill %d: %d of %d actions are there, and %d were acknowledged", i, n, r.typed, r.confirmed)
	}
	if got := collected(after); !got.same(all[n].now) {
		r.t.Fatalf("kill %d: after %d actions the session holds\n%+v\nnot\n%+v\ntyped %d, acknowledged %d", i, n, got, all[n].now, r.typed, r.confirmed)
	}
	return all[n]
}
