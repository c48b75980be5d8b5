package brief

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"parallax/corpus/match"
)

// one of each change.
func oneOfEach(t testing.TB) []Change {
	set := setOf(storm, rain)
	a, b := AnchorOf(set, 0), AnchorOf(set, 4)
	return []Change{
		Mark{Claim: true, Wordings: []Anchor{a, b}, Note: "a\nb", Tags: []string{"x"}}, Unmark{1, 2}, AddWording{1, a}, Lead{1, 2},
		Requote{1, 2, []Part{{Words, "x"}, {Kind: Omission}, {Addition, "y"}}}, AddNote{Target{1, 2}, "“q” <&>\u2028"}, EditNote{3, "x"},
		DropNote{3}, Tag{Target{Entry: 1}, []string{"x"}}, Untag{Target{1, 1}, []string{"x"}},
		Decide{Kind: match.Cut, Anchors: []Anchor{a, b}, Pairs: [][2]int{{0, 1}}}, CheckSilence{a.Ref, b, true}, SetBoilerplate{a, true},
		Insert{1, 2, "x"}, Edit{1, 2, "x"}, Move{1, 2}, Fold{1, true}, Delete{[]uint64{1}}, Retitle{"x"}, Undo{1}, Redo{1},
		Leave{At: &a, Claim: &b, Panes: []Pane{{"a.txt", true, true}}, Query: "q", Active: "s", Screen: "r", More: map[string]string{"k": "v"}},
		Open{"e", []string{"/r"}, []Ref{a.Ref}},
	}
}

// TestLine writes and reads every kind of change, with none forgotten.
func TestLine(t *testing.T) {
	seen := map[string]bool{}
	for i, c := range oneOfEach(t) {
		seen[c.kind()] = true
		a := Action{Seq: uint64(i) + 1, Time: time.Date(2022, 3, 10, 9, 0, 0, 5e6, time.UTC), Coder: "Ann", Change: c}
		line, err := appendLine(nil, a)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(line, []byte("\n")) != 1 || !json.Valid(line) {
			t.Fatalf("%s", line)
		}
		got, err := parseLine(line[:len(line)-1])
		if err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("%s: got %+v, %v", c.kind(), got, err)
		}
		if c.Say() == "" {
			t.Errorf("%s says nothing", c.kind())
		}
	}
	for kind := range kinds {
		if !seen[kind] {
			t.Errorf("%s is not tested", kind)
		}
	}
}

// TestDocumentedLine reads the line that the format's description shows.
func TestDocumentedLine(t *testing.T) {
	line, err := appendLine(nil, Action{Seq: 12, Time: time.Date(2022, 3, 10, 9, 30, 0, 25e7, time.UTC), Coder: "Ann", Change: Tag{Target{Entry: 7}, []string{"casualties"}}})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"v":1,"n":12,"t":"2022-03-10T09:30:00.25Z","by":"Ann","do":"tag","with":{"entry":7,"tags":["casualties"]},"crc":"`
	if !strings.HasPrefix(string(line), want) {
		t.Errorf("got %s", line)
	}
}

// FuzzChange reads any particulars of any kind: what is read can be written and read again, and applied or refused, never
// half applied.
func FuzzChange(f *testing.F) {
	for _, c := range oneOfEach(f) {
		with, err := json.Marshal(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(c.kind(), with)
	}
	s := Memory(Options{Now: clock()})
	set := setOf(storm, rain)
	for _, c := range []Change{
		Mark{Claim: true, Wordings: []Anchor{AnchorOf(set, 0), AnchorOf(set, 4)}, Note: "x"}, Insert{Text: "x"},
		AddNote{Target{1, 2}, "y"}, Mark{Wordings: []Anchor{AnchorOf(set, 1)}},
	} {
		if _, err := s.Do(c); err != nil {
			f.Fatal(err)
		}
	}
	b := s.Brief()
	before := must(checkpoint(b))
	f.Fuzz(func(t *testing.T, kind string, with []byte) {
		body, err := json.Marshal(line{Version: 1, Seq: 5, Kind: kind, With: with})
		if err != nil {
			return
		}
		sealed := seal(nil, body)
		a, err := parseLine(sealed[:len(sealed)-1])
		if err != nil {
			return
		}
		again, err := appendLine(nil, a)
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := parseLine(again[:len(again)-1]); err != nil || !bytes.Equal(must(appendLine(nil, twice)), again) {
			t.Fatalf("%s: %v", again, err)
		}
		next, err := b.Apply(a)
		if after := must(checkpoint(b)); !bytes.Equal(before, after) {
			t.Fatalf("%s changed what was before it", again)
		}
		if err != nil {
			return
		}
		r := next.Resolve(NewFinder(set))
		r.Document("1")
		_ = r.Override(2)
		_ = a.Change.Say()
	})
}
