package brief

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"parallax/corpus/language"
	"parallax/corpus/match"
)

// Decide decides on pairs of statements, all in one action: "cut 4 links". When a wording is taken out of a claim, it is
// the first of each pair; marked claims with both of a pair lose it too (see [Resolved.Wordings]).
type Decide struct {
	Kind    match.DecisionKind `json:"kind"` // 1 confirmed, 2 cut, 3 added, 4 in part, 5 differing; 0 takes an earlier decision back
	Anchors []Anchor           `json:"anchors"`
	Pairs   [][2]int           `json:"pairs"` // indices of Anchors
}

// Decision is the reader's word on a pair of statements.
type Decision struct {
	Seq  uint64 // of the action
	Kind match.DecisionKind
	A, B Anchor // of a wording taken out of a claim, A
	Time time.Time
	By   string
}

// SetBoilerplate turns a statement into boilerplate or back into the story.
type SetBoilerplate struct {
	Anchor      Anchor `json:"anchor"`
	Boilerplate bool   `json:"boilerplate"`
}

// Override is the reader's word on whether a statement is boilerplate.
type Override struct {
	Seq         uint64
	Anchor      Anchor
	Boilerplate bool
	Time        time.Time
	By          string
}

func (Decide) kind() string         { return "decide" }
func (SetBoilerplate) kind() string { return "boilerplate" }

func (c Decide) Say() string {
	verb := "decided on"
	switch c.Kind {
	case match.Confirmed:
		verb = "confirmed"
	case match.Cut:
		verb = "cut"
	case match.Added:
		verb = "added"
	case match.InPart:
		verb = "confirmed in part"
	case match.Differing:
		return "said that the ends of " + language.Counted(len(c.Pairs), "link") + " differ"
	case match.Undecided:
		verb = "took back the decision on"
	}
	return verb + " " + language.Counted(len(c.Pairs), "link")
}

func (c SetBoilerplate) Say() string {
	if c.Boilerplate {
		return "turned a statement into boilerplate"
	}
	return "turned boilerplate into a statement of the story"
}

func (c Decide) edit(k *Kept, a *Action) error {
	if c.Kind > match.Differing {
		return fmt.Errorf("there is no decision %d", c.Kind)
	}
	if len(c.Pairs) == 0 {
		return errors.New("no statements to decide on")
	}
	decisions := slices.Clip(k.Decisions)
	for _, p := range c.Pairs {
		if min(p[0], p[1]) < 0 || max(p[0], p[1]) >= len(c.Anchors) || p[0] == p[1] {
			return errors.New("a decision needs two statements")
		}
		decisions = append(decisions, Decision{
			Seq: a.Seq, Kind: c.Kind, A: c.Anchors[p[0]], B: c.Anchors[p[1]], Time: a.Time, By: a.Coder,
		})
	}
	k.Decisions = decisions
	return nil
}

func (c SetBoilerplate) edit(k *Kept, a *Action) error {
	k.Overrides = append(slices.Clip(k.Overrides), Override{
		Seq: a.Seq, Anchor: c.Anchor, Boilerplate: c.Boilerplate, Time: a.Time, By: a.Coder,
	})
	return nil
}
