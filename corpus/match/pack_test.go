package match

import (
	"bytes"
	"encoding/gob"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/corpus/story"
	"parallax/seeds"
)

// stock is sets of statements in their stories.
func stock(t testing.TB) map[string]*statement.Set {
	t.Helper()
	return map[string]*statement.Set{
		"embedded":     statement.Of(source.ReadFS(t.Context(), seeds.Files, source.Options{}).Reports, 3),
		"many stories": statement.Of(plant.Grow(plant.Options{Stories: 5, Reports: 4, Statements: 12, Seed: 1}).Reports, 1),
		"one report":   statement.Of(plant.Grow(plant.Options{Stories: 1, Reports: 1, Statements: 12, Seed: 1}).Reports, 1),
		"none":         statement.Of(nil, 1),
	}
}

func scoredOf(t testing.TB, set *statement.Set, stories [][]report.ID) *Scored {
	t.Helper()
	s, err := ScoreStories(t.Context(), nil, set, stories, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPack: what was packed is the same scores, of which the same can be asked, and which teach the same.
func TestPack(t *testing.T) {
	for name, set := range stock(t) {
		stories := story.Of(set)
		want := scoredOf(t, set, stories)
		data, err := want.Pack()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Unpack(data, set, stories)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		same := func(what string, want, got any) {
			t.Helper()
			if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.AllowUnexported(makeup{}, made{}, wordMade{}, kept{})); d != "" {
				t.Errorf("%s: other %s:\n%s", name, what, d)
			}
		}
		same("pairs", want.Pairs, got.Pairs)
		same("threshold", want.Threshold, got.Threshold)
		same("generation", want.Generation, got.Generation)
		same("origins", want.origins, got.origins)
		same("stories", want.storyIn, got.storyIn)
		for i := range want.stories {
			same("makeup", want.stories[i].made, got.stories[i].made)
		}
		a, b := Apply(want, nil), Apply(got, nil)
		same("links", a.All, b.All)
		var decisions []Decision
		for i, l := range a.All {
			same("reasons", a.Reasons(l), b.Reasons(l))
			wanted, _ := a.Opposition(l)
			found, _ := b.Opposition(l)
			same("opposition", wanted, found)
			if i%5 == 0 {
				decisions = append(decisions, Decision{A: l.A, B: l.B, Kind: Cut})
			}
		}
		together := func(Pair) bool { return true }
		same("links that stand together", a.Together(together).All, b.Together(together).All)
		joined, err := b.Join(a.Together(together).Joined())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		same("links that stood together", a.Together(together).All, joined.All)
		taughtA, errA := a.Taught(t.Context(), decisions)
		taughtB, errB := b.Taught(t.Context(), decisions)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		same("taught links", taughtA.All, taughtB.All)
	}
}

// TestUnpackLies: well-formed bytes that are not of these statements, or lead out of what they count, are no scores.
func TestUnpackLies(t *testing.T) {
	set := stock(t)["embedded"]
	stories := story.Of(set)
	data, err := scoredOf(t, set, stories).Pack()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unpack(data, stock(t)["many stories"], stories); err == nil {
		t.Error("the scores of other statements were taken")
	}
	for name, lie := range map[string]func(p *packed){
		"no threshold":               func(p *packed) { p.Threshold = math.NaN() },
		"an origin that is none":     func(p *packed) { p.Origins[0] = 99 },
		"too few origins":            func(p *packed) { p.Origins = p.Origins[1:] },
		"a pair of one report":       func(p *packed) { p.B[0] = p.A[0] + 1 },
		"a statement that is none":   func(p *packed) { p.B[0] = 1 << 20 },
		"pairs in disorder":          func(p *packed) { p.A[0], p.A[1], p.B[0], p.B[1] = p.A[1], p.A[0], p.B[1], p.B[0] },
		"a score above 1":            func(p *packed) { p.Score[3] = 1.5 },
		"a score too few":            func(p *packed) { p.Score = p.Score[1:] },
		"a story too few":            func(p *packed) { p.Stories = nil },
		"a word outside":             func(p *packed) { p.Stories[0].End[0] = 1 << 20 },
		"a word that ends before":    func(p *packed) { p.Stories[0].End[1] = p.Stories[0].Start[1] - 1 },
		"more words than there are":  func(p *packed) { p.Stories[0].Words[0]++ },
		"fewer than no words":        func(p *packed) { p.Stories[0].Words[0] = -1 },
		"a concept that is none":     func(p *packed) { p.Stories[0].Own[0] = 1 << 20 },
		"concepts in disorder":       func(p *packed) { p.Stories[0].Own[0], p.Stories[0].Own[1] = p.Stories[0].Own[1], p.Stories[0].Own[0] },
		"a word of another concept":  func(p *packed) { p.Stories[0].Concept[0] = -7 },
		"a speaker without a name":   func(p *packed) { p.Stories[0].Names = nil },
		"a weight that is no number": func(p *packed) { p.Stories[0].Weight[0] = math.Inf(1) },
		"more classes than there are": func(p *packed) {
			p.Stories[0].Classes[0]++
		},
	} {
		var p packed
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&p); err != nil {
			t.Fatal(err)
		}
		lie(&p)
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(p); err != nil {
			t.Fatal(err)
		}
		if _, err := Unpack(b.Bytes(), set, stories); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// FuzzUnpack: whatever bytes were taken for scores, all can be asked of them.
func FuzzUnpack(f *testing.F) {
	set := statement.Of(plant.Grow(plant.Options{Stories: 2, Reports: 2, Statements: 4, Seed: 1}).Reports, 1)
	stories := story.Of(set)
	data, err := scoredOf(f, set, stories).Pack()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Unpack(data, set, stories)
		if err != nil {
			return
		}
		links := Apply(s, nil)
		for _, one := range links.Stories() {
			one.Ties(0)
			for i := range one.Len() {
				for _, u := range one.Units(i) {
					if u.IsSpeaker() {
						one.Speaker(u.ID)
					}
				}
				for span := range one.Spans(i) {
					_ = set.ReportOf(one.Statement(i)).Text[span.Start:span.End]
				}
			}
		}
		for _, l := range links.All {
			links.Shared(l)
			links.SharedSpans(l, l.A)

		}
	})
}

// BenchmarkUnpack is how long it takes to have scores back.
func BenchmarkUnpack(b *testing.B) {
	set := stock(b)["embedded"]
	stories := story.Of(set)
	data, err := scoredOf(b, set, stories).Pack()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Unpack(data, set, stories); err != nil {
			b.Fatal(err)
		}
	}
}
