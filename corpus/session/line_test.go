package session

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/match"
)

// one of each change.
func oneOfEach(t testing.TB) []brief.Change {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	a, b := brief.AnchorOf(set, 0), brief.AnchorOf(set, 4)
	return []brief.Change{
		brief.Mark{Claim: true, Wordings: []brief.Anchor{a, b}, Note: "a\nb", Tags: []string{"x"}}, brief.Unmark{Entry: 1, Wording: 2}, brief.AddWording{Entry: 1, Anchor: a}, brief.Lead{Entry: 1, Wording: 2},
		brief.Requote{Entry: 1, Wording: 2, Parts: []brief.Part{{Kind: brief.Words, Text: "x"}, {Kind: brief.Omission}, {Kind: brief.Addition, Text: "y"}}}, brief.AddNote{Target: brief.Target{Entry: 1, Wording: 2}, Text: "“q” <&>\u2028"}, brief.EditNote{Note: 3, Text: "x"},
		brief.DropNote{Note: 3}, brief.Tag{Target: brief.Target{Entry: 1}, Tags: []string{"x"}}, brief.Untag{Target: brief.Target{Entry: 1, Wording: 1}, Tags: []string{"x"}},
		brief.Decide{Kind: match.Cut, Anchors: []brief.Anchor{a, b}, Pairs: [][2]int{{0, 1}}}, brief.CheckSilence{Report: a.Ref, Claim: b, Not: true}, brief.SetBoilerplate{Anchor: a, Boilerplate: true}, brief.Alias{Words: []string{"Kyiv", "Kiev"}, Not: true}, brief.SetDone{Report: a.Ref, Not: true}, brief.Gather{Reports: []brief.Ref{a.Ref, b.Ref}, Parted: true}, brief.NameClaim{Touch: brief.Touch{First: true, Wordings: []brief.Anchor{a, b}, Called: "boats"}, Name: "the port"},
		brief.Include{Touch: brief.Touch{Of: 4, Wordings: []brief.Anchor{a}}, Wording: b, With: &a, Name: "the port"}, brief.Exclude{Touch: brief.Touch{Of: 4, Wordings: []brief.Anchor{a, b}}, Wording: b, Cut: []brief.Anchor{a}},
		brief.Judge{Anchors: []brief.Anchor{a, b}, Of: []int{0, 1}, In: []int{0}, Out: []int{1}, Yes: []int{0}, No: []int{1}, Whole: true, None: true, Name: "the port"},
		brief.Insert{After: 1, Level: 2, Text: "x"}, brief.Edit{Entry: 1, Level: 2, Text: "x"}, brief.Move{Entry: 1, After: 2}, brief.Fold{Entry: 1, Open: true}, brief.Delete{Entries: []uint64{1}}, brief.Retitle{Title: "x"}, brief.Memo{Text: "x"}, brief.Front{Title: "x", Date: "2022-03-12", Author: "A. Reader"}, brief.Compare{Coders: [2]string{"Ann", "Bert"}, Disputes: []brief.Dispute{{Anchor: a, Code: "x", Tags: [2][]string{{"x"}, nil}, Marked: [2]bool{true, true}}}}, brief.Settle{Compare: 1, Choice: brief.Neither}, brief.Draw{Share: 0.2, Seed: 7, By: "story", Of: 5, Reports: []brief.Ref{a.Ref}}, brief.Undo{Of: 1}, brief.Redo{Of: 1},
		brief.Leave{At: &a, Claim: &b, Panes: []brief.Pane{{File: "a.txt", Hidden: true, Unlinked: true}}, Query: "q", Active: "s", Screen: "r", More: map[string]string{"k": "v"}},
		brief.LeaveOut{Report: a.Ref, Reason: "an opinion piece"},
		brief.Fingerprint{
			Version: "1", Threshold: 0.4, OneStory: true, Made: time.Date(2022, 3, 10, 8, 0, 0, 0, time.UTC), Counts: brief.Counts{Reports: 1, Links: 2}, Links: "ab",
			Files: []brief.FilePrint{{File: "a.txt", Outlet: "A", Cut: "cd"}}, Claims: []brief.ClaimPrint{{Name: "the port", Of: "ef"}},
		},
		brief.Opening{Event: "e", Roots: []string{"/r"}, Reports: []brief.Ref{a.Ref}},
	}
}

// TestLine writes and reads every kind of change, with none forgotten.
func TestLine(t *testing.T) {
	seen := map[string]bool{}
	for i, c := range oneOfEach(t) {
		seen[brief.Kind(c)] = true
		a := brief.Action{Seq: uint64(i) + 1, Time: time.Date(2022, 3, 10, 9, 0, 0, 5e6, time.UTC), Coder: "Ann", Change: c}
		line, err := appendLine(nil, a)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(line, []byte("\n")) != 1 || !json.Valid(line) {
			t.Fatalf("%s", line)
		}
		got, err := parseLine(line[:len(line)-1])
		if err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("%s: got %+v, %v", brief.Kind(c), got, err)
		}
		if c.Say() == "" {
			t.Errorf("%s says nothing", brief.Kind(c))
		}
	}
	for _, kind := range brief.Kinds() {
		if !seen[kind] {
			t.Errorf("%s is not tested", kind)
		}
	}
}

// TestLeastVersion: a session in which nothing was done that a program of before does not know can be opened by it.
func TestLeastVersion(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	a, b := brief.AnchorOf(set, 0), brief.AnchorOf(set, 4)
	for _, c := range []struct {
		change brief.Change
		head   string
	}{
		{brief.Mark{Claim: true, Wordings: []brief.Anchor{a, b}}, `{"v":1,`},
		{brief.NameClaim{Touch: brief.Touch{First: true, Wordings: []brief.Anchor{a, b}}, Name: "the port"}, `{"v":2,`},
	} {
		now, err := (&brief.Brief{}).Apply(brief.Action{Seq: 1, Change: c.change})
		if err != nil {
			t.Fatal(err)
		}
		if whole, err := checkpoint(now); err != nil || !bytes.HasPrefix(whole, []byte(c.head)) {
			t.Errorf("%s begins %.20s, %v", brief.Kind(c.change), whole, err)
		}
	}
}

// TestDocumentedLine reads the line that the format's description shows.
func TestDocumentedLine(t *testing.T) {
	line, err := appendLine(nil, brief.Action{Seq: 12, Time: time.Date(2022, 3, 10, 9, 30, 0, 25e7, time.UTC), Coder: "Ann", Change: brief.Tag{Target: brief.Target{Entry: 7}, Tags: []string{"casualties"}}})
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
		f.Add(brief.Kind(c), with)
	}
	s := Memory(Options{Now: fixture.Clock()})
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	for _, c := range []brief.Change{
		brief.Mark{Claim: true, Wordings: []brief.Anchor{brief.AnchorOf(set, 0), brief.AnchorOf(set, 4)}, Note: "x"}, brief.Insert{Text: "x"},
		brief.AddNote{Target: brief.Target{Entry: 1, Wording: 2}, Text: "y"}, brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, 1)}},
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
		r := next.Resolve(brief.NewLocator(set))
		r.Document("1")
		_ = r.Override(2)
		_ = a.Change.Say()
	})
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}
