package brief

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/match"
)

// Include adds a wording to a claim, and links it to the wording from which the claim was seen. Of no two other wordings is
// anything said.
type Include struct {
	Touch
	Wording Anchor  `json:"wording"`
	With    *Anchor `json:"with,omitempty"` // what it is linked to; nil when that is of the same report
	Name    string  `json:"name,omitempty"` // of the claim
}

// Exclude takes a wording out of a claim. Cut is the statements to which it is no longer linked: those of the claim with
// which it shares no other.
type Exclude struct {
	Touch
	Wording Anchor   `json:"wording"`
	Cut     []Anchor `json:"cut,omitempty"`
	Name    string   `json:"name,omitempty"` // of the claim
}

func (Include) kind() string { return "include" }
func (Exclude) kind() string { return "exclude" }

func (c Include) Say() string {
	return "added " + c.Wording.short() + " to " + ofClaim(c.Name)
}

func (c Exclude) Say() string {
	said := "took " + c.Wording.short() + " out of " + ofClaim(c.Name)
	if len(c.Cut) == 0 {
		return said + "; no link goes"
	}
	var ends []string
	for _, a := range c.Cut {
		ends = append(ends, a.short())
	}
	return said + "; cut " + language.Counted(len(c.Cut), "link") + ", with " + strings.Join(ends, ", ")
}

// short is the statement by its outlet and number.
func (a Anchor) short() string { return fmt.Sprintf("%s %d", a.Outlet, a.First) }

func ofClaim(name string) string {
	if name == "" {
		return "the claim"
	}
	return Excerpt(name)
}

func (c Include) edit(k *Kept, a *Action) error {
	id, err := k.touch(c.Touch, a, func(own *ReaderClaim) error {
		added := Member{Anchor: c.Wording, Since: a.Seq, Added: true}
		switch i := own.member(c.Wording); {
		case i >= 0 && slices.ContainsFunc(c.Wordings, c.Wording.Same):
			return errors.New("the claim has this wording")
		case i >= 0: // a cut has taken it out meanwhile
			own.Wordings = slices.Clone(own.Wordings)
			own.Wordings[i] = added
		default:
			own.Wordings = append(own.Wordings, added)
		}
		own.Out = slices.DeleteFunc(slices.Clone(own.Out), c.Wording.Same)
		own.OnStatement = false
		return nil
	})
	if err != nil {
		return err
	}
	if c.With != nil {
		k.Decisions = append(slices.Clip(k.Decisions), Decision{
			Seq: a.Seq, Kind: match.Carried, A: c.Wording, B: *c.With, Time: a.Time, By: a.Coder,
		})
	}
	for _, e := range k.Entries {
		if e.Kind == OfClaim && e.Claim == id {
			if err := k.change(e.ID, a, func(e *Entry) error { return e.include(c.Wording, a) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// include gives a marked claim a wording, or lets one that it has had before count again.
func (e *Entry) include(w Anchor, a *Action) error {
	number := 0
	e.Wordings = slices.Clone(e.Wordings)
	for i := range e.Wordings {
		number = max(number, e.Wordings[i].Number)
		if e.Wordings[i].Anchor.Same(w) {
			e.Wordings[i].Since = a.Seq
			return nil
		}
	}
	e.Wordings = append(e.Wordings, Wording{Number: number + 1, Since: a.Seq, Anchor: w})
	return nil
}

func (c Exclude) edit(k *Kept, a *Action) error {
	_, err := k.touch(c.Touch, a, func(own *ReaderClaim) error {
		i := own.member(c.Wording)
		switch {
		case i < 0:
			return errors.New("the claim does not have this wording")
		case len(own.Wordings) == 1:
			return errors.New("it is the only wording of the claim")
		}
		own.Wordings = slices.Delete(slices.Clone(own.Wordings), i, i+1)
		own.Out = append(slices.Clip(own.Out), c.Wording)
		return nil
	})
	if err != nil {
		return err
	}
	decisions := slices.Clip(k.Decisions)
	for _, other := range c.Cut {
		decisions = append(decisions, Decision{Seq: a.Seq, Kind: match.Cut, A: c.Wording, B: other, Time: a.Time, By: a.Coder})
	}
	k.Decisions = decisions
	return nil
}
