package reader

import (
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/screen"
)

// Look takes what there is to show now. Links change marks only once the panes have been seen: then the cursor and its pane
// stay, and so do the others until the cursor moves. New statements are shown with the old links until theirs come.
func (r *Reader) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	r.keep, r.signed, r.named, r.done = now.Kept, now.Checked, now.ClaimName, now.Progress
	r.marked = func(in report.ID, span report.Span) bool { return now.Resolved.EntryOf(in, span) != nil }
	old := r.claimed()
	if r.toward != nil {
		old, r.toward = r.toward, nil
	}
	first, changed := r.linked == nil && now.Linked != nil, r.linked != now.Linked
	if r.corpus != now.Corpus {
		r.take(now.Corpus)
	}
	r.linked = now.Linked
	switch {
	case first:
		r.chooseClaim(noClaim)
		for i := range r.strayed {
			r.strayed[i] = r.seen
		}
	case changed:
		r.chooseClaim(r.nearestClaim(old))
	}
	if r.unsaid.shown && (changed || r.resolved != now.Resolved) {
		r.remakeDocs()
	}
	r.resolved = now.Resolved
	r.settle(changed && !first)
	return true
}

// claimed is the statements of the current claim.
func (r *Reader) claimed() []statement.ID {
	if r.claim == noClaim {
		return nil
	}
	return r.linked.Claims.All[r.claim].Statements
}

// Focus is what the cursor stands on.
func (r *Reader) Focus() screen.Focus {
	return screen.Focus{Statement: r.at.Statement, Claim: r.claim, HasClaim: r.claim != noClaim, Report: r.at.Report, Story: r.story}
}

// Shared reports whether the statement under the cursor has a counterpart.
func (r *Reader) Shared() bool { return r.at.Statement != nowhere && r.shared(r.at.Statement) }
