package coding

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/match"
	"parallax/corpus/session"
)

// copyOf is a session that begins as another is.
func copyOf(t *testing.T, s *session.Session, o session.Options) *session.Session {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy")
	if err := session.WriteFile(path, s.Brief()); err != nil {
		t.Fatal(err)
	}
	c, err := session.OpenFile(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestMerge(t *testing.T) {
	at := kept.Anchors(t)
	one := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
	two := session.Memory(session.Options{Now: fixture.Later(1), Coder: "Bea"})
	decide := func(kind match.DecisionKind) brief.Change {
		return brief.Decide{Kind: kind, Anchors: []brief.Anchor{at(1), at(4)}, Pairs: [][2]int{{0, 1}}}
	}
	kept.Do(t, one, brief.Insert{Level: 1, Text: "Port"}, brief.Mark{Claim: true, Wordings: []brief.Anchor{at(1), at(4)}, Note: "same?", Tags: []string{"port"}},
		decide(match.Confirmed), brief.SetBoilerplate{Anchor: at(5), Boilerplate: true}, brief.Retitle{Title: "Storm"}, brief.CheckSilence{Report: at(3).Ref, Claim: at(0)})
	kept.Do(t, two, brief.Mark{Wordings: []brief.Anchor{at(0)}}, brief.Mark{Claim: true, Wordings: []brief.Anchor{at(1), at(3)}, Note: "yes", Tags: []string{"boats"}},
		brief.AddNote{Target: brief.Target{Entry: 2, Wording: 2}, Text: "only rain"}, brief.EditNote{Note: 2, Text: "yes, the same"}, decide(match.Cut), brief.SetBoilerplate{Anchor: at(5), Boilerplate: false},
		brief.Retitle{Title: "Rain"}, brief.Mark{Claim: true, Wordings: []brief.Anchor{at(0), at(3)}})
	got, list := Merge(one.Brief(), two.Brief(), nil, [2]string{"Ann", "Bert"})
	want := "Port; A2 + B2 + B1 (Bea: only rain) (Ann: same?) (Bea: yes, the same) #port #boats; A1; A1 + B1"
	if kept.Told(got) != want {
		t.Errorf("got  %s\nwant %s", kept.Told(got), want)
	}
	wantList := []Disagreement{
		{"link", "A, Title of A, statement 2: “No boat left the harbour.” and B, Title of B, statement 2: “All boats stayed in port, the …”", linked, notLinked, notLinked},
		{"silence", "B on A, Title of A, statement 1: “The storm reached the coast on …”", silent, speaks, silent},
		{"boilerplate", "B, Title of B, statement 3: “Schools were closed.”", "boilerplate", "story", "story"},
		{"tags", "A, Title of A, statement 2: “No boat left the harbour.”", "port", "boats", "boats, port"},
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
	at := kept.Anchors(t)
	one := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
	kept.Do(t, one, brief.Insert{Text: "A draft"}, brief.Mark{Claim: true, Wordings: []brief.Anchor{at(0), at(3)}}, brief.Mark{Wordings: []brief.Anchor{at(2)}})
	two := copyOf(t, one, session.Options{Now: fixture.Later(1), Coder: "Bea"})
	kept.Do(t, one, brief.Edit{Entry: 1, Text: "Ann's words"}, brief.AddWording{Entry: 2, Anchor: at(4)}, brief.AddNote{Target: brief.Target{Entry: 2, Wording: 3}, Text: "on port"}, brief.Delete{Entries: []uint64{3}})
	kept.Do(t, two, brief.Edit{Entry: 1, Text: "Bea's words"}, brief.AddWording{Entry: 2, Anchor: at(5)}, brief.AddNote{Target: brief.Target{Entry: 2, Wording: 3}, Text: "on schools"},
		brief.AddNote{Target: brief.Target{Entry: 3}, Text: "keep"}, brief.Insert{After: 3, Text: "after it"}, brief.AddNote{Target: brief.Target{Entry: 8}, Text: "x"})
	got, list := Merge(one.Brief(), two.Brief(), nil, [2]string{"Ann", "Bert"})
	want := "Bea's words; A1 + B1 + B2 (Ann: on port) + B3 (Bea: on schools); after it (Bea: x)"
	if kept.Told(got) != want {
		t.Errorf("got  %s\nwant %s", kept.Told(got), want)
	}
	if len(list) != 2 || list[0].About != "text" || list[0].Kept != "“Bea's words”" || !strings.Contains(list[1].B, "keep") {
		t.Errorf("%+v", list)
	}
}

// TestMergeRandom unites random sessions: with itself a session is what it was; the order of two does not matter for what
// is in the result; nothing is refused silently.
func TestMergeRandom(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 5))
		grow := func(s *session.Session, n int) {
			for range n {
				kept.Do(t, s, kept.AnyChange(rng, set, s.Brief()))
			}
		}
		one := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
		grow(one, rng.IntN(20))
		two := copyOf(t, one, session.Options{Now: fixture.Later(1), Coder: "Bea"})
		grow(one, rng.IntN(20))
		grow(two, rng.IntN(20))
		self, list := Merge(one.Brief(), one.Brief(), nil, [2]string{"Ann", "Bert"})
		if kept.Told(self) != kept.Told(one.Brief()) || len(list) > 0 {
			t.Fatalf("seed %d: with itself\n%s\nnot\n%s\n%v", seed, kept.Told(self), kept.Told(one.Brief()), list)
		}
		ab, _ := Merge(one.Brief(), two.Brief(), nil, [2]string{"Ann", "Bert"})
		ba, _ := Merge(two.Brief(), one.Brief(), nil, [2]string{"Ann", "Bert"})
		if kept.Told(ab) != kept.Told(ba) {
			t.Fatalf("seed %d:\n%s\nand the other way round\n%s", seed, kept.Told(ab), kept.Told(ba))
		}
		again, _ := Merge(one.Brief(), two.Brief(), nil, [2]string{"Ann", "Bert"})
		if !reflect.DeepEqual(ab.Actions(), again.Actions()) {
			t.Fatalf("seed %d: not the same actions twice", seed)
		}
		if _, err := brief.Replay(ab.Actions()); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}
