package brief_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	. "parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/statement"
)

const wind = "Wind rose at noon. The port let no ship out. Trains ran late."

func TestResolveDecisions(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain, wind)
	at := func(id int) Anchor { return AnchorOf(set, set.All[id].ID) }
	s := session.Memory(session.Options{Now: fixture.Clock()})
	kept.Do(t, s,
		Decide{Kind: match.Added, Anchors: []Anchor{at(4), at(1)}, Pairs: [][2]int{{0, 1}}},
		Decide{Kind: match.Cut, Anchors: []Anchor{at(7), at(1), at(4)}, Pairs: [][2]int{{0, 1}, {0, 2}}},
		SetBoilerplate{at(8), true}, SetBoilerplate{at(2), true}, SetBoilerplate{at(2), false})
	r := s.Brief().Resolve(NewLocator(set))
	want := []match.Decision{{A: 4, B: 1, Kind: match.Added}, {A: 7, B: 1, Kind: match.Cut}, {A: 7, B: 4, Kind: match.Cut}}
	if !reflect.DeepEqual(r.Decisions, want) {
		t.Errorf("got %v", r.Decisions)
	}
	next := r.Override(2)
	if next.All[8].Boilerplate != ByReader || !next.All[2].IsStory() || next.Generation != 2 || !set.All[8].IsStory() || len(next.In(2)) != 3 {
		t.Errorf("%+v", next.All)
	}
	// A report that changed keeps the decisions on what is found in it again, and only those.
	changed := fixture.SetOf(fixture.Storm, "It was cold. "+fixture.Rain, "Trains ran late.")
	r = s.Brief().Resolve(NewLocator(changed))
	if want := []match.Decision{{A: 5, B: 1, Kind: match.Added}}; !reflect.DeepEqual(r.Decisions, want) {
		t.Errorf("got %v", r.Decisions)
	}
	if same := session.Memory(session.Options{}).Brief().Resolve(NewLocator(set)); same.Override(2) != set {
		t.Error("a set without any word on it became another")
	}
}

// numbers is the wordings of the first entry: outlet and statement.
func numbers(r *Resolved) string {
	var out []string
	for _, w := range r.Wordings(r.Brief.Entries[0]) {
		out = append(out, w.Anchor.Outlet+fmt.Sprint(w.Anchor.First))
	}
	return strings.Join(out, " ")
}

// TestCutWording takes a wording out of a marked claim by cutting its links there, and back in again.
func TestCutWording(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain, wind)
	f := NewLocator(set)
	at := func(id int) Anchor { return AnchorOf(set, set.All[id].ID) }
	s := session.Memory(session.Options{Now: fixture.Clock()})
	now := func() *Resolved { return s.Brief().Resolve(f) }
	cut := Decide{Kind: match.Cut, Anchors: []Anchor{at(7), at(1), at(4)}, Pairs: [][2]int{{0, 1}, {0, 2}}}
	if cut.Say() != "cut 2 links" {
		t.Error(cut.Say())
	}
	kept.Do(t, s, Mark{Claim: true, Wordings: []Anchor{at(1), at(7), at(4)}})
	if got := numbers(now()); got != "A2 B2 C2" {
		t.Fatal(got)
	}
	kept.Do(t, s, cut)
	if got := numbers(now()); got != "A2 B2" || len(now().Marks(7)) != 0 || len(now().Marks(4)) != 1 {
		t.Fatal(got)
	}
	silent := now().Silences(s.Brief().Entries[0])
	if want := []OutletSilence{{Outlet: "C", Reports: []report.ID{2}}}; !reflect.DeepEqual(silent, want) {
		t.Errorf("%+v", silent)
	}
	if _, err := s.Undo(); err != nil || numbers(now()) != "A2 B2 C2" {
		t.Fatal(numbers(now()), err)
	}
	kept.Do(t, s, Redo{}, Decide{Kind: match.Confirmed, Anchors: []Anchor{at(1), at(7)}, Pairs: [][2]int{{0, 1}}})
	if got := numbers(now()); got != "A2 B2" {
		t.Fatalf("still cut from B2: %s", got)
	}
	kept.Do(t, s, Decide{Anchors: []Anchor{at(4), at(7)}, Pairs: [][2]int{{0, 1}}})
	if got := numbers(now()); got != "A2 B2 C2" {
		t.Fatal(got)
	}
	// The other way round the lead is taken out, and the next takes its place.
	kept.Do(t, s, Decide{Kind: match.Cut, Anchors: []Anchor{at(1), at(4)}, Pairs: [][2]int{{0, 1}}})
	if got := numbers(now()); got != "C2 B2" && got != "B2 C2" {
		t.Fatal(got)
	}
	// What was cut before it was marked by hand stays marked.
	kept.Do(t, s, Mark{Claim: true, Wordings: []Anchor{at(4), at(1)}})
	if e := s.Brief().Entries[1]; len(now().Wordings(e)) != 2 {
		t.Fatal("a cut took out what was marked later")
	}
}

func TestSilences(t *testing.T) {
	reports := []report.Report{fixture.ReportOf("A", fixture.Storm), fixture.ReportOf("B", fixture.Rain), fixture.ReportOf("C", wind), fixture.ReportOf("C", "More wind came."), fixture.ReportOf("D", "Cold.")}
	for i := range reports {
		reports[i].ID = report.ID(i)
	}
	set := statement.Of(reports, 1)
	at := func(id int) Anchor { return AnchorOf(set, set.All[id].ID) }
	s := session.Memory(session.Options{Now: fixture.Clock()})
	kept.Do(t, s, Mark{Claim: true, Wordings: []Anchor{at(1), at(4)}},
		CheckSilence{Report: RefTo(&set.Reports[3]), Claim: at(4)}, CheckSilence{Report: RefTo(&set.Reports[4]), Claim: at(0)})
	r := s.Brief().Resolve(NewLocator(set))
	want := []OutletSilence{{Outlet: "C", Reports: []report.ID{2, 3}, Checked: true}, {Outlet: "D", Reports: []report.ID{4}}}
	if got := r.Silences(s.Brief().Entries[0]); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	kept.Do(t, s, CheckSilence{Report: RefTo(&set.Reports[3]), Claim: at(4), Not: true})
	if _, ok := s.Brief().Resolve(NewLocator(set)).Checked("C", []statement.ID{1, 4}); ok {
		t.Error("it is still checked")
	}
}

// TestSilenceOfOneClaim: a silence is signed on one claim. It holds while most of the claim stays, not for another claim of
// the same statement, and is taken back as a whole; one from before claims were told apart is not lost.
func TestSilenceOfOneClaim(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain, wind, "Cold.")
	s := session.Memory(session.Options{Now: fixture.Clock()})
	resolved := func() *Resolved { return s.Brief().Resolve(NewLocator(set)) }
	kept.Do(t, s, resolved().ToggleSilence(set, 3, []statement.ID{1, 4, 7}, 1))
	for _, c := range []struct {
		claim  []statement.ID
		signed bool
	}{
		{[]statement.ID{1, 4, 7}, true}, {[]statement.ID{1, 4}, true}, {[]statement.ID{1, 4, 7, 8}, true},
		{[]statement.ID{1}, false}, {[]statement.ID{1, 5, 8}, false}, {[]statement.ID{2, 5}, false},
	} {
		if _, ok := resolved().Checked("D", c.claim); ok != c.signed {
			t.Errorf("on the claim of %v: signed is %v", c.claim, ok)
		}
	}
	if own := s.Brief().Claims; len(own) != 1 || len(own[0].Wordings) != 3 || len(own[0].Silences) != 1 {
		t.Errorf("it is kept as %+v", own)
	}
	kept.Do(t, s, resolved().ToggleSilence(set, 3, []statement.ID{1, 5, 8}, 1))
	kept.Do(t, s, resolved().ToggleSilence(set, 3, []statement.ID{1, 4}, 4))
	if _, ok := resolved().Checked("D", []statement.ID{1, 4, 7}); ok {
		t.Error("it was not taken back")
	}
	if _, ok := resolved().Checked("D", []statement.ID{1, 5, 8}); !ok {
		t.Error("the other claim's was taken back with it")
	}
	kept.Do(t, s, CheckSilence{Report: RefTo(&set.Reports[3]), Claim: AnchorOf(set, 2)})
	if _, ok := resolved().Checked("D", []statement.ID{2, 6, 8}); !ok {
		t.Error("one of before is lost")
	}
}

// TestClaimName: a name stays with its claim while most of it stays, is replaced as a whole, and can be given back.
func TestClaimName(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain, wind)
	s := session.Memory(session.Options{Now: fixture.Clock()})
	resolved := func() *Resolved { return s.Brief().Resolve(NewLocator(set)) }
	kept.Do(t, s, resolved().Rename(set, []statement.ID{1, 4, 7}, "  the  boats "))
	for claim, want := range map[[3]statement.ID]string{{1, 4, 7}: "the boats", {1, 4, 8}: "the boats", {1, 5, 8}: ""} {
		if got := resolved().ClaimName(claim[:]); got != want {
			t.Errorf("the claim of %v is named %q", claim, got)
		}
	}
	kept.Do(t, s, resolved().Rename(set, []statement.ID{1, 4}, "no boat left"))
	if got := resolved().ClaimName([]statement.ID{1, 4, 7}); got != "no boat left" || len(s.Brief().Claims) != 1 {
		t.Errorf("the claim is named %q: %+v", got, s.Brief().Claims)
	}
	kept.Do(t, s, resolved().Rename(set, []statement.ID{1, 4}, ""))
	if got := resolved().ClaimName([]statement.ID{1, 4}); got != "" {
		t.Errorf("it keeps the name %q", got)
	}
	if _, err := s.Do(resolved().Rename(set, []statement.ID{1, 4}, " ")); err == nil {
		t.Error("a name that is none was taken away")
	}
}

// TestDocument resolves a whole brief over reports of which one was edited and one is gone.
func TestDocument(t *testing.T) {
	set := fixture.SetOf(fixture.Storm, fixture.Rain, wind)
	at := func(id int) Anchor { return AnchorOf(set, set.All[id].ID) }
	s := session.Memory(session.Options{Now: fixture.Clock(), Coder: "Ann"})
	part, err := AnchorAt(set, 0, report.Span{Start: strings.Index(fixture.Storm, "closed"), End: len(fixture.Storm) - 1})
	if err != nil {
		t.Fatal(err)
	}
	kept.Do(t, s, Retitle{"Storm"}, Insert{Level: 1, Text: "Port"},
		Mark{Claim: true, Wordings: []Anchor{at(1), at(7), at(4)}, Note: "compare", Tags: []string{"port"}},
		AddNote{Target{3, 2}, "a note"}, Tag{Target{3, 2}, []string{"ships"}},
		Requote{3, 1, []Part{{Words, "No boat"}, {Kind: Omission}}},
		Mark{Wordings: []Anchor{part}}, Insert{After: 7, Text: "My own words."}, Move{Entry: 8, After: 2})
	changed := statement.Of([]report.Report{fixture.ReportOf("A", fixture.Storm), fixture.ReportOf("B", "Rain fell all night. All boats stayed in the port, the mayor said. Schools were closed.")}, 1)
	d := s.Brief().Resolve(NewLocator(changed)).Document("1.2")
	if d.Title != "Storm" || d.Coder != "Ann" || d.Version != "1.2" || !d.Made.Equal(s.Brief().Made) {
		t.Errorf("%+v", d)
	}
	var outlets []string
	for _, src := range d.Sources {
		outlets = append(outlets, src.Outlet)
	}
	if !slices.Equal(outlets, []string{"A", "B", "C"}) || d.Sources[2].Text != "" || d.Sources[0].Text != fixture.Storm {
		t.Errorf("%v", outlets)
	}
	if len(d.Items) != 4 || d.Items[0].Heading == nil || d.Items[1].Text == nil || d.Items[2].Claim == nil || d.Items[3].Passage == nil {
		t.Fatalf("%+v", d.Items)
	}
	c := d.Items[2].Claim
	if c.Lead.Source != 0 || Shown(c.Lead.Quote) != "No boat|[...]" || c.Notes[0].Text != "compare" || c.Tags[0] != "port" {
		t.Errorf("lead %+v", c.Lead)
	}
	b, gone := c.Others[0], c.Others[1]
	if b.Source != 1 || b.State != Edited || b.Was != "All boats stayed in port, the mayor said." || b.Quote[0].Text != "All boats stayed in the port, the mayor said." {
		t.Errorf("edited %+v", b)
	}
	if gone.Source != 2 || gone.State != Orphan || gone.Was != "The port let no ship out." || gone.Quote[0].Text != gone.Was ||
		gone.Prefix != "Wind rose at noon. " || gone.Notes[0].Text != "a note" || gone.Tags[0] != "ships" {
		t.Errorf("gone %+v", gone)
	}
	if len(c.Silences) != 0 {
		t.Errorf("silent %+v", c.Silences)
	}
	p := d.Items[3].Passage
	if p.Quote[0].Text != "closed the schools" || p.Number != 3 || p.Whole != changed.All[2].Span || p.Prefix != "at left the harbour. Mayor Hale " {
		t.Errorf("%+v", p)
	}
}
