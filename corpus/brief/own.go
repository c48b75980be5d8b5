package brief

import (
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// The reader's claims over a set of statements. Which of the claims on screen is whose is found out once, by
// claim.Claims.Hold, and known from then on; while claims are not known, a claim is told by most of its statements.

// Held is the reader's claims, for claim.Claims.Hold.
func (r *Resolved) Held() []claim.Held { return r.own }

// hold finds a claim of the reader's again.
func (r *Resolved) hold(c *ReaderClaim) {
	h := claim.Held{ID: c.ID, Main: c.OnStatement}
	since := make(map[statement.ID]uint64)
	for _, m := range c.Wordings {
		if at := r.finder.Find(m.Anchor); at.State != Orphan {
			h.In = append(h.In, at.First)
			since[at.First] = m.Since
		}
	}
	for _, a := range c.Out {
		if at := r.finder.Find(a); at.State != Orphan {
			h.Out = append(h.Out, at.First)
		}
	}
	stands := slices.Clone(h.In)
	h.In = slices.DeleteFunc(h.In, func(id statement.ID) bool {
		taken := r.isTaken(id, stands, since[id])
		if taken {
			h.Out = append(h.Out, id)
		}
		return taken
	})
	for _, ids := range []*[]statement.ID{&h.In, &h.Out} {
		slices.Sort(*ids)
		*ids = slices.Compact(*ids)
	}
	if len(h.In) > 0 {
		r.own = append(r.own, h)
	}
}

// OwnClaim is the claim of these statements, in any order, when it is one that the reader has touched; else nil.
func (r *Resolved) OwnClaim(of []statement.ID) *ReaderClaim {
	if r.claims != nil {
		if c := r.claimOf(of); c != nil {
			return r.Brief.Claim(c.Reader)
		}
		return nil
	}
	for _, h := range r.own {
		if sameClaim(h.In, of) || h.Main && slices.Contains(of, h.In[0]) {
			return r.Brief.Claim(h.ID)
		}
	}
	return nil
}

// claimOf is the claim of exactly these statements, in any order; nil when there is none or claims are not known.
func (r *Resolved) claimOf(of []statement.ID) *claim.Claim {
	if r.claims == nil || len(of) == 0 {
		return nil
	}
	sorted := slices.Clone(of)
	slices.Sort(sorted)
	for _, id := range r.claims.Of(sorted[0]) {
		if c := &r.claims.All[id]; slices.Equal(c.Statements, sorted) {
			return c
		}
	}
	return nil
}

// ClaimName is the reader's name of the claim of these statements, "" for none.
func (r *Resolved) ClaimName(of []statement.ID) string {
	if own := r.OwnClaim(of); own != nil {
		return own.Name
	}
	return ""
}

// Checked reports whether the reader has signed that the outlet is silent on the claim of these statements.
func (r *Resolved) Checked(outlet string, of []statement.ID) (Checked, bool) {
	if own := r.OwnClaim(of); own != nil {
		return own.Checked(outlet)
	}
	return Checked{}, false
}

// Checked is the signed silence of an outlet on the claim, if there is one; on no claim there is none.
func (c *ReaderClaim) Checked(outlet string) (Checked, bool) {
	if c == nil {
		return Checked{}, false
	}
	for _, s := range c.Silences {
		if s.Report.Outlet == outlet {
			return s, true
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

// touch says which claim a change of the reader's is of.
func (r *Resolved) touch(set *statement.Set, of []statement.ID) Touch {
	t := Touch{First: true}
	if own := r.OwnClaim(of); own != nil {
		t.Of, t.First = own.ID, false
	}
	if c := r.claimOf(of); c != nil {
		t.Called = c.Name
	}
	for _, id := range of {
		t.Wordings = append(t.Wordings, AnchorOf(set, id))
	}
	return t
}
