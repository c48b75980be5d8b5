package brief

import (
	"errors"
	"time"

	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// Judge is an answer of the review about a claim: which statements say what it says. See claim.Verdict, of which it is the
// kept form; the numbers are indices of Anchors.
type Judge struct {
	Anchors []Anchor `json:"anchors"`
	Of      []int    `json:"of"`
	In      []int    `json:"in,omitempty"`
	Out     []int    `json:"out,omitempty"`
	Yes     []int    `json:"yes,omitempty"`
	No      []int    `json:"no,omitempty"`
	Whole   bool     `json:"whole,omitempty"`
	None    bool     `json:"none,omitempty"`
	Name    string   `json:"name,omitempty"` // of the claim
}

// Judged is an answer with who gave it and when.
type Judged struct {
	Judge
	Seq  uint64 // of the action
	Time time.Time
	By   string
}

func (Judge) kind() string { return "judge" }

func (c Judge) Say() string {
	switch {
	case c.None:
		return "answered that " + ofClaim(c.Name) + " is no claim of its own"
	case len(c.Out)+len(c.Yes)+len(c.No) == 0 && c.Whole:
		return "answered that " + ofClaim(c.Name) + " is right"
	}
	return "answered which statements say " + ofClaim(c.Name)
}

func (c Judge) edit(k *Kept, a *Action) error {
	if len(c.Of) == 0 {
		return errors.New("there is no claim to judge")
	}
	for _, ns := range [][]int{c.Of, c.In, c.Out, c.Yes, c.No} {
		for _, n := range ns {
			if n < 0 || n >= len(c.Anchors) {
				return errors.New("an answer names a statement that it does not have")
			}
		}
	}
	k.Judged = append(k.Judged[:len(k.Judged):len(k.Judged)], Judged{Judge: c, Seq: a.Seq, Time: a.Time, By: a.Coder})
	return nil
}

// JudgeOf is the kept form of a verdict.
func JudgeOf(set *statement.Set, v claim.Verdict, name string) Judge {
	j := Judge{Whole: v.Whole, None: v.None, Name: name}
	at := make(map[statement.ID]int)
	numbers := func(ids []statement.ID) []int {
		var ns []int
		for _, id := range ids {
			n, met := at[id]
			if !met {
				n = len(j.Anchors)
				at[id] = n
				j.Anchors = append(j.Anchors, AnchorOf(set, id))
			}
			ns = append(ns, n)
		}
		return ns
	}
	j.Of, j.In, j.Out, j.Yes, j.No = numbers(v.Of), numbers(v.In), numbers(v.Out), numbers(v.Yes), numbers(v.No)
	return j
}

// judge turns an answer into the verdict that it is over the present statements; those that are not found are left out of
// it.
func (r *Resolved) judge(j Judged) {
	ids := func(ns []int) []statement.ID {
		var found []statement.ID
		for _, n := range ns {
			if at := r.finder.Find(j.Anchors[n]); at.State != Orphan {
				found = append(found, at.First)
			}
		}
		return claim.Ordered(found)
	}
	v := claim.Verdict{Of: ids(j.Of), In: ids(j.In), Out: ids(j.Out), Yes: ids(j.Yes), No: ids(j.No), Whole: j.Whole, None: j.None}
	if len(v.Of) > 0 {
		r.Verdicts = append(r.Verdicts, v)
	}
}
