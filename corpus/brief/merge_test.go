package brief

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/match"
)

// anchors gives the anchor of a statement of the storm and the rain.
func anchors(t *testing.T) func(int) Anchor {
	t.Helper()
	set := setOf(storm, rain)
	return func(id int) Anchor { return AnchorOf(set, set.All[id].ID) }
}

// later is a clock that begins so many hours later than clock.
func later(hours int) func() time.Time {
	now := clock()
	return func() time.Time { return now().Add(time.Duration(hours) * time.Hour) }
}

// copyOf is a session in memory that begins as another is.
func copyOf(s *Session, o Options) *Session {
	c := Memory(o)
	c.brief = s.Brief()
	return c
}

// told is the brief in a few words.
func told(b *Brief) string {
	var out []string
	for _, e := range b.Entries {
		s := e.Text
		for i, w := range e.Wordings {
			if i > 0 {
				s += " + "
			}
			s += w.Anchor.Outlet + fmt.Sprint(w.Anchor.First) + noted(w.Notes, w.Tags)
		}
		out = append(out, s+noted(e.Notes, e.Tags))
	}
	return strings.Join(out, "; ")
}

func noted(notes []Remark, tags []string) string {
	var s string
	for _, n := range notes {
		s += " (" + n.By + ": " + n.Text + ")"
	}
	if len(tags) > 0 {
		s += " #" + strings.Join(tags, " #")
	}
	return s
}

func TestMerge(t *testing.T) {
	at := anchors(t)
	one := Memory(Options{Now: clock(), Coder: "Ann"})
	two := Memory(Options{Now: later(1), Coder: "Bea"})
	decide := func(kind match.DecisionKind) Change {
		return Decide{Kind: kind, Anchors: []Anchor{at(1), at(4)}, Pairs: [][2]int{{0, 1}}}
	}
	do(t, one, Insert{Level: 1, Text: "Port"}, Mark{Claim: true, Wordings: []Anchor{at(1), at(4)}, Note: "same?", Tags: []string{"port"}},
		decide(match.Confirmed), SetBoilerplate{at(5), true}, Retitle{"Storm"}, CheckSilence{Report: at(3).Ref, Claim: at(0)})
	do(t, two, Mark{Wordings: []Anchor{at(0)}}, Mark{Claim: true, Wordings: []Anchor{at(1), at(3)}, Note: "yes", Tags: []string{"boats"}},
		AddNote{Target{2, 2}, "only rain"}, EditNote{2, "yes, the same"}, decide(match.Cut), SetBoilerplate{at(5), false},
		Retitle{"Rain"}, Mark{Claim: true, Wordings: []Anchor{at(0), at(3)}})
	got, list := Merge(one.Brief(), two.Brief())
	want := "Port; A2 + B2 + B1 (Bea: only rain) (Ann: same?) (Bea: yes, the same) #port #boats; A1; A1 + B1"
	if told(got) != want {
		t.Errorf("got  %s\nwant %s", told(got), want)
	}
	wantList := []Disagreement{
		{"link", "“No boat left the harbour.” and “All boats stayed in port, the …”", linked, notLinked, notLinked},
		{"silence", "B on “The storm reached the coast on …”", silent, speaks, silent},
		{"boilerplate", "“Schools were closed.”", "boilerplate", "story", "story"},
		{"tags", "“No boat left the harbour.”", "port", "boats", "boats, port"},
		{"title", "the brief's title", "Storm", "Rain", "Rain"},
	}
	if !reflect.DeepEqual(list, wantList) {
		t.Errorf("got  %+v\nwant %+v", list, wantList)
	}
	if got.Coder() != "Ann, Bea" || !got.Begun.Equal(one.Brief().Begun) {
		t.Errorf("%s, begun %v", got.Coder(), got.Begun)
	}
}

// TestMergeForked unites a session with a copy of it that went on by itself: what they have in common comes once.
func TestMergeForked(t *testing.T) {
	at := anchors(t)
	one := Memory(Options{Now: clock(), Coder: "Ann"})
	do(t, one, Insert{Text: "A draft"}, Mark{Claim: true, Wordings: []Anchor{at(0), at(3)}}, Mark{Wordings: []Anchor{at(2)}})
	two := copyOf(one, Options{Now: later(1), Coder: "Bea"})
	do(t, one, Edit{Entry: 1, Text: "Ann's words"}, AddWording{2, at(4)}, AddNote{Target{2, 3}, "on port"}, Delete{[]uint64{3}})
	do(t, two, Edit{Entry: 1, Text: "Bea's words"}, AddWording{2, at(5)}, AddNote{Target{2, 3}, "on schools"},
		AddNote{Target{Entry: 3}, "keep"}, Insert{After: 3, Text: "after it"}, AddNote{Target{Entry: 8}, "x"})
	got, list := Merge(one.Brief(), two.Brief())
	want := "Bea's words; A1 + B1 + B2 (Ann: on port) + B3 (Bea: on schools); after it (Bea: x)"
	if told(got) != want {
		t.Errorf("got  %s\nwant %s", told(got), want)
	}
	if len(list) != 2 || list[0].About != "text" || list[0].Kept != "“Bea's words”" || !strings.Contains(list[1].B, "keep") {
		t.Errorf("%+v", list)
	}
}

// TestMergeRandom unites random sessions: with itself a session is what it was; the order of two does not matter for what
// is in the result; nothing is refused silently.
func TestMergeRandom(t *testing.T) {
	set := setOf(storm, rain)
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 5))
		grow := func(s *Session, n int) {
			for range n {
				do(t, s, anyChange(rng, set, s.Brief()))
			}
		}
		one := Memory(Options{Now: clock(), Coder: "Ann"})
		grow(one, rng.IntN(20))
		two := copyOf(one, Options{Now: later(1), Coder: "Bea"})
		grow(one, rng.IntN(20))
		grow(two, rng.IntN(20))
		self, list := Merge(one.Brief(), one.Brief())
		if told(self) != told(one.Brief()) || len(list) > 0 {
			t.Fatalf("seed %d: with itself\n%s\nnot\n%s\n%v", seed, told(self), told(one.Brief()), list)
		}
		ab, _ := Merge(one.Brief(), two.Brief())
		ba, _ := Merge(two.Brief(), one.Brief())
		if told(ab) != told(ba) {
			t.Fatalf("seed %d:\n%s\nand the other way round\n%s", seed, told(ab), told(ba))
		}
		again, _ := Merge(one.Brief(), two.Brief())
		if x, _ := checkpoint(ab); !slices.Equal(x, must(checkpoint(again))) {
			t.Fatalf("seed %d: not the same bytes twice", seed)
		}
		if _, err := Replay(ab.actions()); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}
