package brief

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// What a key means as a change: a mark that is there already is taken out again, a silence that is signed is taken back,
// a note on what is not marked marks it.

// EntryOf is the entry that marks exactly these words of a report by themselves, nil for none.
func (r *Resolved) EntryOf(in report.ID, span report.Span) *Entry {
	for _, e := range r.Brief.Entries {
		if e.Kind != OfPassage {
			continue
		}
		if at := r.Find(e.Wordings[0].Anchor); at.State != Orphan && at.Report == in && at.Span == span {
			return e
		}
	}
	return nil
}

// EntryOfClaim is the entry that marks the claim of these statements, nil for none.
func (r *Resolved) EntryOfClaim(of []statement.ID) *Entry {
	own := r.OwnClaim(of)
	if own == nil {
		return nil
	}
	for _, e := range r.Brief.Entries {
		if e.Kind == OfClaim && e.Claim == own.ID {
			return e
		}
	}
	return nil
}

// ToggleMark marks words of a report, or takes the mark away.
func (r *Resolved) ToggleMark(set *statement.Set, in report.ID, span report.Span) (Change, error) {
	if e := r.EntryOf(in, span); e != nil {
		return Unmark{Entry: e.ID}, nil
	}
	a, err := AnchorAt(set, in, span)
	return Mark{Wordings: []Anchor{a}}, err
}

// ToggleClaim marks a claim by its statements, the lead first, or takes the mark away.
func (r *Resolved) ToggleClaim(set *statement.Set, of []statement.ID) Change {
	if e := r.EntryOfClaim(of); e != nil {
		return Unmark{Entry: e.ID}
	}
	t := r.touch(set, of)
	return Mark{Claim: true, Of: t.Of, First: t.First, Wordings: t.Wordings, Called: t.Called}
}

// ToggleSilence signs that the outlet of a report is silent on a claim, given by its statements and seen from one of them, or
// takes that back. What is signed holds for that claim alone, not for others of its statements.
func (r *Resolved) ToggleSilence(set *statement.Set, in report.ID, of []statement.ID, from statement.ID) Change {
	rep, t := &set.Reports[in], r.touch(set, of)
	c := CheckSilence{Report: RefTo(rep), Claim: AnchorOf(set, from), Touch: t, Name: cmp.Or(r.ClaimName(of), t.Called)}
	_, c.Not = r.Checked(rep.Outlet, of)
	return c
}

// Rename names the claim of these statements.
func (r *Resolved) Rename(set *statement.Set, of []statement.ID, name string) Change {
	return NameClaim{Touch: r.touch(set, of), Name: name}
}

// Include adds a statement to a claim, seen from one of its own, and links the two.
func (r *Resolved) Include(set *statement.Set, of []statement.ID, from, added statement.ID) Change {
	t := r.touch(set, of)
	c := Include{Touch: t, Wording: AnchorOf(set, added), Name: cmp.Or(r.ClaimName(of), t.Called)}
	if set.All[from].Report != set.All[added].Report {
		with := AnchorOf(set, from)
		c.With = &with
	}
	return c
}

// Exclude takes a statement out of a claim. Its links to the others of the claim go, but not to those with which it shares
// another claim: what they say together there stands.
func (r *Resolved) Exclude(set *statement.Set, of []statement.ID, out statement.ID, links *match.Links) Change {
	t := r.touch(set, of)
	c := Exclude{Touch: t, Wording: AnchorOf(set, out), Name: cmp.Or(r.ClaimName(of), t.Called)}
	here := r.claimOf(of)
	for l := range links.Of(out) {
		if other := l.Other(out); slices.Contains(of, other) && !r.shareOther(here, out, other) {
			c.Cut = append(c.Cut, AnchorOf(set, other))
		}
	}
	return c
}

// shareOther reports whether two statements carry a claim together besides here.
func (r *Resolved) shareOther(here *claim.Claim, a, b statement.ID) bool {
	if r.claims == nil {
		return false
	}
	return slices.ContainsFunc(r.claims.Of(a), func(c claim.ID) bool {
		return (here == nil || c != here.ID) && slices.Contains(r.claims.Of(b), c)
	})
}

// Noted writes a note on words of a report; where they are not marked, it marks them with the note. There is no change
// when there is nothing to write.
func (r *Resolved) Noted(set *statement.Set, in report.ID, span report.Span, text string) ([]Change, error) {
	if e := r.EntryOf(in, span); e != nil {
		return []Change{AddNote{Target: Target{Entry: e.ID}, Text: text}}, nil
	}
	a, err := AnchorAt(set, in, span)
	if err != nil || strings.TrimSpace(text) == "" {
		return nil, err
	}
	return []Change{Mark{Wordings: []Anchor{a}, Note: text}}, nil
}

// DecideOn is the reader's word on pairs of statements.
func DecideOn(set *statement.Set, kind match.DecisionKind, pairs [][2]statement.ID) Decide {
	d := Decide{Kind: kind}
	index := make(map[statement.ID]int)
	at := func(id statement.ID) int {
		i, ok := index[id]
		if !ok {
			i = len(d.Anchors)
			index[id] = i
			d.Anchors = append(d.Anchors, AnchorOf(set, id))
		}
		return i
	}
	for _, p := range pairs {
		d.Pairs = append(d.Pairs, [2]int{at(p[0]), at(p[1])})
	}
	return d
}
