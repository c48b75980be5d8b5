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
	Verdicts    []claim.Verdict       // the answers of the review, for claim.Settle
	Boilerplate map[statement.ID]bool // the reader's word on single statements
	claims      *claim.Claims         // nil while they are not known
	finder      *Locator
	marks       map[statement.ID][]Target
	taken       map[[2]statement.ID]uint64 // pairs whose last decision is the cut of that number, which takes the first out
	out         map[Target]bool            // wordings that a cut has taken out of their claim
	left        map[report.ID]string       // reports that are left out, with the reason
	own         []claim.Held               // the reader's claims of which something was found, by Brief.Claims
}

// Resolve finds everything that b points at.
func (b *Brief) Resolve(f *Locator) *Resolved {
	r := &Resolved{
		Brief: b, finder: f, Boilerplate: make(map[statement.ID]bool), marks: make(map[statement.ID][]Target),
		taken: make(map[[2]statement.ID]uint64), out: make(map[Target]bool),
	}
	r.leaveOut()
	r.decide()
	for _, o := range b.Overrides {
		if at := f.Find(o.Anchor); at.State != Orphan {
			r.Boilerplate[at.First] = o.Boilerplate
		}
	}
	for _, j := range b.Judged {
		r.judge(j)
	}
	for _, c := range b.Claims {
		r.hold(c)
	}
	for _, e := range b.Entries {
		r.mark(e)
	}
	return r
}

// Hold is the claims with the reader's among them, and r over those.
func (r *Resolved) Hold(claims *claim.Claims) (*Resolved, *claim.Claims) {
	held := claims.Hold(r.own)
	return r.Over(held), held
}

// Over is r with the claims of the statements, which know what an outlet without a wording is linked to. Without them every
// such outlet is taken to be silent.
func (r *Resolved) Over(claims *claim.Claims) *Resolved {
	next := *r
	next.claims = claims
	return &next
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
// marked: by the reader's word on the claim, or by a cut that names them first while the claim holds its other statement
// too.
func (r *Resolved) mark(e *Entry) {
	var stands []statement.ID
	for _, w := range e.Wordings {
		if at := r.finder.Find(w.Anchor); at.State != Orphan {
			stands = append(stands, at.First)
		}
	}
	own := r.Brief.Claim(e.Claim)
	for _, w := range e.Wordings {
		at := r.finder.Find(w.Anchor)
		if at.State == Orphan {
			continue
		}
		if e.Kind == OfClaim && (r.isTaken(at.First, stands, w.Since) || own != nil && own.IsOut(w.Anchor)) {
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

// Override is set with the reader's word on boilerplate, on words for one thing and on reports that are left out, as a new snapshot of that generation.
// Without any word it is set itself.
func (r *Resolved) Override(generation int) *statement.Set {
	if len(r.Boilerplate)+len(r.Brief.Aliases)+len(r.left) == 0 {
		return r.finder.set
	}
	next := *r.finder.set
	next.Generation = generation
	next.Aliases = append(slices.Clip(next.Aliases), r.Brief.Aliases...)
	next.All = slices.Clone(next.All)
	for id, is := range r.Boilerplate {
		switch st := &next.All[id]; {
		case !is:
			st.Boilerplate = ""
		case st.IsStory():
			st.Boilerplate = ByReader
		}
	}
	for i := range next.All {
		if st := &next.All[i]; r.IsLeftOut(st.Report) {
			st.Boilerplate = ByFrame
		}
	}
	return &next
}

// ByReader is the rule of statements that the reader made boilerplate.
const ByReader = "by the reader"
