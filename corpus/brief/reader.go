package brief

import (
	"slices"
	"time"
)

// ReaderClaim is a claim that the reader has touched: named, marked, a wording added to it or taken out, a silence signed.
// From then on it is a thing of its own. It has what it had when it was touched, what was added since and not what was
// taken out, and no other claim has its name or its silences.
type ReaderClaim struct {
	ID       uint64   // the number of the action that touched it first
	Called   string   // by the program when it was touched last; "" in sessions of before
	Name     string   // by the reader; "" for none
	Wordings []Member // in the order in which they came
	Out      []Anchor // taken out
	Silences []Checked
	// OnStatement says that a silence was signed on a statement before claims were told apart: the claim is the first of the
	// statement that is its only wording.
	OnStatement bool
}

// Member is a statement that a claim of the reader's has.
type Member struct {
	Anchor Anchor
	Since  uint64 // the number of the action that brought it
	Added  bool   // by the reader; else it was there when the claim was touched
}

// Checked is a silence that the reader has signed, on one claim: a statement may carry others, on which nothing is said.
type Checked struct {
	Seq      uint64
	Report   Ref      // one of the outlet
	Claim    Anchor   // the statement from which the claim was seen
	Wordings []Anchor // of the claim when it was signed; none when that was before claims were told apart
	Name     string   // of the claim then
	Time     time.Time
	By       string
}

// Touch says which claim a change is of: by the number that it has among the reader's, and by its statements, by which it
// is known where that number is not, as in sessions of before and in two that were made one.
type Touch struct {
	Of       uint64   `json:"of,omitempty"`       // ReaderClaim.ID; 0 when the reader has not touched it before
	First    bool     `json:"first,omitempty"`    // he has not; in sessions of before neither is said
	Wordings []Anchor `json:"wordings,omitempty"` // all statements of the claim
	Called   string   `json:"called,omitempty"`   // by the program
}

// since is the version of the session's format from which a change of the claim can be written down.
func (t Touch) since() int {
	if t.Of != 0 || t.First {
		return 2
	}
	return 1
}

// touched is the index of the claim, -1 when it is a new one.
func (k *Kept) touched(t Touch) int {
	if i := slices.IndexFunc(k.Claims, func(c *ReaderClaim) bool { return t.Of != 0 && c.ID == t.Of }); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(k.Claims, func(c *ReaderClaim) bool {
		return c.common(t.Wordings) == len(t.Wordings) && len(c.Wordings) == len(t.Wordings)
	}); i >= 0 {
		return i
	}
	if t.First {
		return -1
	}
	return slices.IndexFunc(k.Claims, func(c *ReaderClaim) bool {
		n := c.common(t.Wordings)
		return n > 0 && (2*n > len(t.Wordings) && 2*n > len(c.Wordings) || c.OnStatement)
	})
}

// common is how many of the anchors are wordings of the claim.
func (c *ReaderClaim) common(anchors []Anchor) int {
	n := 0
	for _, a := range anchors {
		if c.member(a) >= 0 {
			n++
		}
	}
	return n
}

func (c *ReaderClaim) member(a Anchor) int {
	return slices.IndexFunc(c.Wordings, func(m Member) bool { return m.Anchor.Same(a) })
}

// IsOut reports whether the reader took the wording out of the claim.
func (c *ReaderClaim) IsOut(a Anchor) bool { return slices.ContainsFunc(c.Out, a.Same) }

// touch changes the claim, which it makes when it is a new one, or fails and leaves everything as it was. A claim that
// nothing is left of by the reader's word is no longer his.
func (k *Kept) touch(t Touch, a *Action, change func(*ReaderClaim) error) (id uint64, err error) {
	i := k.touched(t)
	c := &ReaderClaim{ID: a.Seq}
	if i >= 0 {
		copied := *k.Claims[i]
		c = &copied
	}
	if t.Called != "" {
		c.Called = t.Called
	}
	c.Wordings = slices.Clip(c.Wordings)
	for _, w := range t.Wordings {
		if c.member(w) < 0 && !c.IsOut(w) {
			c.Wordings = append(c.Wordings, Member{Anchor: w, Since: a.Seq})
			c.OnStatement = false
		}
	}
	if err := change(c); err != nil {
		return 0, err
	}
	k.Claims = slices.Clone(k.Claims)
	if i < 0 {
		k.Claims = append(k.Claims, c)
	} else {
		k.Claims[i] = c
	}
	k.letGo(c.ID)
	return c.ID, nil
}

// letGo forgets a claim of which nothing is left by the reader's word.
func (k *Kept) letGo(id uint64) {
	c := k.Claim(id)
	if c == nil || c.Name != "" || len(c.Out) > 0 || len(c.Silences) > 0 ||
		slices.ContainsFunc(c.Wordings, func(m Member) bool { return m.Added }) ||
		slices.ContainsFunc(k.Entries, func(e *Entry) bool { return e.Kind == OfClaim && e.Claim == id }) {
		return
	}
	k.Claims = slices.DeleteFunc(slices.Clone(k.Claims), func(c *ReaderClaim) bool { return c.ID == id })
}

// Claim is the reader's claim of that ID, nil when there is none.
func (k *Kept) Claim(id uint64) *ReaderClaim {
	for _, c := range k.Claims {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Silences is all silences that the reader has signed, in the order in which he did.
func (k *Kept) Silences() []Checked {
	var all []Checked
	for _, c := range k.Claims {
		all = append(all, c.Silences...)
	}
	slices.SortStableFunc(all, func(a, b Checked) int { return compareSeq(a.Seq, b.Seq) })
	return all
}
