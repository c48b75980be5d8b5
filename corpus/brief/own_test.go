package brief_test

import (
	"slices"
	"strings"
	"testing"

	. "parallax/corpus/brief"

	"parallax/corpus/claim"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/match"
	"parallax/corpus/session"
	"parallax/corpus/statement"
)

// work is a reader's work on the embedded reports.
type work struct {
	*testing.T
	set    *statement.Set
	scored *match.Scored
	s      *session.Session
	now    *Resolved
	links  *match.Links
	claims *claim.Claims
}

func workOnSeeds(t *testing.T) *work {
	set := fixture.SeedSet(t)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	w := &work{T: t, set: set, scored: scored, s: session.Memory(session.Options{Now: fixture.Clock()})}
	w.look(w.s.Brief())
	return w
}

// look resolves the brief over the claims that follow from it.
func (w *work) look(b *Brief) {
	now := b.Resolve(NewLocator(w.set))
	w.links = match.Apply(w.scored, now.Decisions)
	w.now, w.claims = now.Hold(claim.Group(w.set, w.links))
}

func (w *work) do(changes ...Change) {
	w.Helper()
	kept.Do(w, w.s, changes...)
	w.look(w.s.Brief())
}

// several is a statement with at least two claims, of which the first has at least n statements and lacks an outlet.
func (w *work) several(n int) (of []claim.ID, at statement.ID) {
	for i := range w.set.All {
		of := w.claims.Of(statement.ID(i))
		if len(of) >= 2 && len(w.claims.All[of[0]].Statements) >= n && w.claims.Outlets(of[0]) < len(w.set.Outlets.All) {
			return of, statement.ID(i)
		}
	}
	w.Fatal("no statement carries several claims")
	return nil, 0
}

// mine is the reader's only claim.
func (w *work) mine() *claim.Claim {
	w.Helper()
	var mine *claim.Claim
	for i := range w.claims.All {
		if w.claims.All[i].Reader != 0 {
			if mine != nil {
				w.Fatalf("%s and %s are the reader's", mine.Name, w.claims.All[i].Name)
			}
			mine = &w.claims.All[i]
		}
	}
	if mine == nil {
		w.Fatal("no claim is the reader's")
	}
	return mine
}

// lacking is a statement of the story that stands in a report of which the claim has no wording, and is linked to none of it.
func (w *work) lacking(c *claim.Claim) statement.ID {
	for i := range w.set.All {
		id := statement.ID(i)
		says := slices.ContainsFunc(c.Statements, func(s statement.ID) bool { return w.set.All[s].Report == w.set.All[id].Report })
		for l := range w.links.Of(id) {
			says = says || slices.Contains(c.Statements, l.Other(id))
		}
		if w.set.All[i].IsStory() && !says {
			return id
		}
	}
	w.Fatal("every report has the claim")
	return 0
}

// TestSignedOnOneClaim: a silence that is signed on one claim of a statement leaves its others unsigned, and so does a name.
func TestSignedOnOneClaim(t *testing.T) {
	w := workOnSeeds(t)
	of, at := w.several(2)
	first := w.claims.All[of[0]].Statements
	silent := w.set.All[w.lacking(&w.claims.All[of[0]])].Report
	w.do(w.now.ToggleSilence(w.set, silent, first, at))
	w.do(w.now.Rename(w.set, first, "the one"))
	outlet := w.set.Reports[silent].Outlet
	signed := 0
	for _, c := range w.claims.All {
		if _, ok := w.now.Checked(outlet, c.Statements); ok {
			signed++
		}
		if name := w.now.ClaimName(c.Statements); (name == "the one") != slices.Equal(c.Statements, first) {
			t.Errorf("%s is named %q", c.Name, name)
		}
	}
	if checked, ok := w.now.Checked(outlet, first); !ok || signed != 1 || checked.Time.IsZero() || len(checked.Wordings) != len(first) {
		t.Errorf("%d claims are signed, this one as %+v", signed, checked)
	}
	if len(w.s.Brief().Claims) != 1 {
		t.Errorf("kept as %+v", w.s.Brief().Claims)
	}
	w.do(w.now.ToggleSilence(w.set, silent, first, at), w.now.Rename(w.set, first, ""))
	if own := w.s.Brief().Claims; len(own) != 0 {
		t.Errorf("nothing is left of it by the reader's word, but %+v", own)
	}
}

// TestIncludeExclude: a wording is added to one claim and taken out of it again; no link between two other wordings is made
// or cut; undo and redo, and a session that is read again, lead to the same claim.
func TestIncludeExclude(t *testing.T) {
	w := workOnSeeds(t)
	of, at := w.several(3)
	c := w.claims.All[of[0]]
	added := w.lacking(&c)
	before := linkedPairs(w.links)
	w.do(w.now.Include(w.set, c.Statements, at, added))
	with := append(slices.Clone(c.Statements), added)
	slices.Sort(with)
	if got := w.mine().Statements; !slices.Equal(got, with) {
		t.Fatalf("with %d it is %v, want %v", added, got, with)
	}
	if new := minus(linkedPairs(w.links), before); len(new) != 1 || new[0] != [2]statement.ID{min(at, added), max(at, added)} {
		t.Errorf("it linked %v, want %d with %d", new, at, added)
	}
	if _, err := w.s.Do(w.now.Include(w.set, w.mine().Statements, at, added)); err == nil {
		t.Error("it was added twice")
	}
	out := c.Statements[0]
	if out == at {
		out = c.Statements[1]
	}
	ex := w.now.Exclude(w.set, w.mine().Statements, out, w.links).(Exclude)
	before = linkedPairs(w.links)
	w.do(ex)
	if slices.Contains(w.mine().Statements, out) || !slices.Contains(w.mine().Statements, added) {
		t.Errorf("without %d it is %v", out, w.mine().Statements)
	}
	gone := minus(before, linkedPairs(w.links))
	for _, p := range gone {
		if p[0] != out && p[1] != out {
			t.Errorf("it cut the link of %v", p)
		}
	}
	if len(gone) != len(ex.Cut) || !strings.Contains(ex.Say(), "took "+w.set.ReportOf(out).Outlet) {
		t.Errorf("%s: %v went", ex.Say(), gone)
	}
	if len(w.claims.Of(out)) == 0 {
		t.Error("what was taken out carries no claim any more")
	}
	after := slices.Clone(w.mine().Statements)
	kept.Do(t, w.s, Undo{}, Undo{})
	w.look(w.s.Brief())
	if len(w.s.Brief().Claims) != 0 || len(w.s.Brief().Decisions) != 0 {
		t.Errorf("undone it is %+v", w.s.Brief().Kept)
	}
	kept.Do(t, w.s, Redo{}, Redo{})
	again := &Brief{}
	for _, a := range w.s.Brief().Actions() {
		var err error
		if again, err = again.Apply(a); err != nil {
			t.Fatal(err)
		}
	}
	w.look(again)
	if !slices.Equal(w.mine().Statements, after) {
		t.Errorf("read again it is %v, want %v", w.mine().Statements, after)
	}
}

// TestMarkedClaimFollows: a marked claim gets what is added to the claim, and loses what is taken out; a note on that is there
// again when it is added again.
func TestMarkedClaimFollows(t *testing.T) {
	w := workOnSeeds(t)
	of, at := w.several(3)
	c := w.claims.All[of[0]]
	added := w.lacking(&c)
	w.do(w.now.ToggleClaim(w.set, w.claims.From(c.ID, at)))
	w.do(w.now.Include(w.set, w.mine().Statements, at, added))
	e := w.s.Brief().Entries[0]
	if got := w.now.Wordings(e); len(got) != len(c.Statements)+1 || w.now.EntryOfClaim(w.mine().Statements) != e {
		t.Fatalf("%d wordings, want %d", len(got), len(c.Statements)+1)
	}
	w.do(AddNote{Target{e.ID, e.Wordings[len(e.Wordings)-1].Number}, "late"})
	w.do(w.now.Exclude(w.set, w.mine().Statements, added, w.links))
	e = w.s.Brief().Entries[0]
	if got := w.now.Wordings(e); len(got) != len(c.Statements) {
		t.Fatalf("%d wordings, want %d", len(got), len(c.Statements))
	}
	w.do(w.now.Include(w.set, w.mine().Statements, at, added))
	e = w.s.Brief().Entries[0]
	if ws := w.now.Wordings(e); len(ws) != len(c.Statements)+1 || !slices.ContainsFunc(ws, func(x Wording) bool { return len(x.Notes) == 1 }) {
		t.Errorf("added again it has %d wordings, and the note is lost", len(ws))
	}
	w.do(Delete{[]uint64{e.ID}})
	if len(w.s.Brief().Claims) != 1 {
		t.Errorf("with the mark went the claim: %+v", w.s.Brief().Claims)
	}
}

// TestCutAfter: a later cut takes a wording out of the reader's claim, as the review does it.
func TestCutAfter(t *testing.T) {
	w := workOnSeeds(t)
	of, at := w.several(3)
	c := w.claims.All[of[0]].Statements
	w.do(w.now.Rename(w.set, c, "mine"))
	out := c[0]
	if out == at {
		out = c[1]
	}
	w.do(DecideOn(w.set, match.Cut, [][2]statement.ID{{out, at}}))
	if got := w.mine().Statements; slices.Contains(got, out) || !slices.Contains(got, at) {
		t.Errorf("it is %v, without %d", got, out)
	}
}

func linkedPairs(ls *match.Links) [][2]statement.ID {
	var all [][2]statement.ID
	for _, l := range ls.All {
		all = append(all, [2]statement.ID{l.A, l.B})
	}
	return all
}

func minus(a, b [][2]statement.ID) [][2]statement.ID {
	return slices.DeleteFunc(slices.Clone(a), func(p [2]statement.ID) bool { return slices.Contains(b, p) })
}
