package brief

import (
	"cmp"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Resolved is a brief over a set of statements: every anchor found, every decision in the matching's terms. It is an
// immutable value.
type Resolved struct {
	Brief       *Brief
	Decisions   []match.Decision      // for match.Apply; those on passages that were not found are left out
	Boilerplate map[statement.ID]bool // the reader's word on single statements
	claims      *claim.Claims         // nil while they are not known
	finder      *Locator
	marks       map[statement.ID][]Target
	taken       map[[2]statement.ID]uint64 // pairs whose last decision is the cut of that number, which takes the first out
	out         map[Target]bool            // wordings that a cut has taken out of their claim
	checked     map[string][]silence       // by outlet, the last word first
	names       []named                    // likewise
}

// silence is one that the reader has checked, found again.
type silence struct {
	Checked
	statement statement.ID
	wordings  []statement.ID // of the claim that were found again
}

// Resolve finds everything that b points at.
func (b *Brief) Resolve(f *Locator) *Resolved {
	r := &Resolved{
		Brief: b, finder: f, Boilerplate: make(map[statement.ID]bool), marks: make(map[statement.ID][]Target),
		taken: make(map[[2]statement.ID]uint64), out: make(map[Target]bool), checked: make(map[string][]silence),
	}
	r.decide()
	for _, o := range b.Overrides {
		if at := f.Find(o.Anchor); at.State != Orphan {
			r.Boilerplate[at.First] = o.Boilerplate
		}
	}
	for _, s := range slices.Backward(b.Silences) {
		r.silent(s)
	}
	for _, n := range slices.Backward(b.Names) {
		r.readName(n)
	}
	for _, e := range b.Entries {
		r.mark(e)
	}
	return r
}

// Over is r with the claims of the statements, which know what an outlet without a wording is linked to. Without them every
// such outlet is taken to be silent.
func (r *Resolved) Over(claims *claim.Claims) *Resolved {
	next := *r
	next.claims = claims
	return &next
}

// silent notes a checked silence whose claim is found again.
func (r *Resolved) silent(s Checked) {
	at := r.finder.Find(s.Claim)
	if at.State == Orphan {
		return
	}
	found := silence{Checked: s, statement: at.First}
	for _, w := range s.Wordings {
		if at := r.finder.Find(w); at.State != Orphan {
			found.wordings = append(found.wordings, at.First)
		}
	}
	r.checked[s.Report.Outlet] = append(r.checked[s.Report.Outlet], found)
}

// decide turns anchors into statements.
func (r *Resolved) decide() {
	for _, d := range r.Brief.Decisions {
		a, b := r.finder.Find(d.A), r.finder.Find(d.B)
		if a.State == Orphan || b.State == Orphan {
			continue
		}
		r.Decisions = append(r.Decisions, match.Decision{A: a.First, B: b.First, Kind: d.Kind})
		delete(r.taken, [2]statement.ID{b.First, a.First})
		if d.Kind == match.Cut {
			r.taken[[2]statement.ID{a.First, b.First}] = d.Seq
		} else {
			delete(r.taken, [2]statement.ID{a.First, b.First})
		}
	}
}

// mark notes which statements an entry's wordings touch, and which wordings were taken out of its claim since they were
// marked: those that a cut names first while the claim holds its other statement too.
func (r *Resolved) mark(e *Entry) {
	var stands []statement.ID
	for _, w := range e.Wordings {
		if at := r.finder.Find(w.Anchor); at.State != Orphan {
			stands = append(stands, at.First)
		}
	}
	for _, w := range e.Wordings {
		at := r.finder.Find(w.Anchor)
		if at.State == Orphan {
			continue
		}
		if e.Kind == OfClaim && r.isTaken(at.First, stands, w.Since) {
			r.out[Target{e.ID, w.Number}] = true
			continue
		}
		for id := at.First; id <= at.Last; id++ {
			r.marks[id] = append(r.marks[id], Target{e.ID, w.Number})
		}
	}
}

// isTaken reports whether the last word on id and another statement of the claim is a cut, after an action, that takes id
// out.
func (r *Resolved) isTaken(id statement.ID, claim []statement.ID, after uint64) bool {
	for _, other := range claim {
		if r.taken[[2]statement.ID{id, other}] > after {
			return true
		}
	}
	return false
}

// Marks is where the brief holds the statement, or words of it.
func (r *Resolved) Marks(id statement.ID) []Target { return r.marks[id] }

// Find finds an anchor of the brief.
func (r *Resolved) Find(a Anchor) Found { return r.finder.Find(a) }

// Wordings is the wordings of an entry that were not cut out of its claim, the lead first, the others in the order of
// the reports. There is always one: were all of them cut out, all stay.
func (r *Resolved) Wordings(e *Entry) []Wording {
	var ws []Wording
	for _, w := range e.Wordings {
		if !r.out[Target{e.ID, w.Number}] {
			ws = append(ws, w)
		}
	}
	if len(ws) == 0 {
		ws = slices.Clone(e.Wordings)
	}
	if len(ws) > 1 {
		slices.SortStableFunc(ws[1:], func(a, b Wording) int {
			return cmp.Compare(r.order(a), r.order(b))
		})
	}
	return ws
}

// order sorts wordings by report; those whose report is gone come last.
func (r *Resolved) order(w Wording) report.ID {
	if at := r.finder.Find(w.Anchor); at.Report >= 0 {
		return at.Report
	}
	return report.ID(len(r.finder.set.Reports))
}

// Checked reports whether the reader has checked that the outlet is silent on the claim of these statements. A claim changes
// with its links, so it is that claim when most of its statements are those that were signed, and most of those are its
// own. What was signed before claims were told apart holds for every claim of its statement.
func (r *Resolved) Checked(outlet string, claim []statement.ID) (Checked, bool) {
	for _, s := range r.checked[outlet] {
		if len(s.Wordings) == 0 && slices.Contains(claim, s.statement) || sameClaim(s.wordings, claim) {
			return s.Checked, true
		}
	}
	return Checked{}, false
}

// sameClaim reports whether two sets of statements have more than half of each in common.
func sameClaim(a, b []statement.ID) bool {
	both := 0
	for _, id := range a {
		if slices.Contains(b, id) {
			both++
		}
	}
	return 2*both > len(a) && 2*both > len(b)
}

// Override is set with the reader's word on boilerplate, as a new snapshot of that generation. Without any word it is
// set itself.
func (r *Resolved) Override(generation int) *statement.Set {
	if len(r.Boilerplate) == 0 {
		return r.finder.set
	}
	next := *r.finder.set
	next.Generation = generation
	next.All = slices.Clone(next.All)
	for id, is := range r.Boilerplate {
		switch st := &next.All[id]; {
		case !is:
			st.Boilerplate = ""
		case st.IsStory():
			st.Boilerplate = ByReader
		}
	}
	return &next
}

// ByReader is the rule of statements that the reader made boilerplate.
const ByReader = "by the reader"
