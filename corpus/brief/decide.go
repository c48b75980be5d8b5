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

// CheckSilence says that the reader has looked into an outlet's report and found no statement of a claim, or with Not
// takes that back.
type CheckSilence struct {
	Report   Ref      `json:"report"`             // one of the outlet
	Claim    Anchor   `json:"claim"`              // a statement of the claim
	Wordings []Anchor `json:"wordings,omitempty"` // all statements of the claim; none in sessions of before
	Name     string   `json:"name,omitempty"`     // of the claim
	Not      bool     `json:"not,omitempty"`
}

// Checked is a silence that the reader has checked, on one claim: a statement may carry others, on which nothing is said.
type Checked struct {
	Seq      uint64
	Report   Ref
	Claim    Anchor
	Wordings []Anchor // of the claim; none when it was checked before claims were told apart
	Name     string   // of the claim
	Time     time.Time
	By       string
}

// about reports whether c is the word on that very silence: of the same outlet's report, on the same statements.
func (s Checked) about(c CheckSilence) bool {
	return s.Report.Same(c.Report) && s.Claim.Same(c.Claim) && slices.EqualFunc(s.Wordings, c.Wordings, Anchor.Same)
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
func (CheckSilence) kind() string   { return "silence" }
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

func (c CheckSilence) Say() string {
	if c.Not {
		return fmt.Sprintf("took back that %s is silent", c.Report.Outlet)
	}
	if c.Name != "" {
		return fmt.Sprintf("checked that %s is silent on %s", c.Report.Outlet, c.Name)
	}
	return fmt.Sprintf("checked that %s is silent", c.Report.Outlet)
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

func (c CheckSilence) edit(k *Kept, a *Action) error {
	rest := slices.DeleteFunc(slices.Clone(k.Silences), func(s Checked) bool {
		return s.about(c)
	})
	if !c.Not {
		rest = append(rest, Checked{
			Seq: a.Seq, Report: c.Report, Claim: c.Claim, Wordings: c.Wordings, Name: c.Name, Time: a.Time, By: a.Coder,
		})
	} else if len(rest) == len(k.Silences) {
		return errors.New("the silence was not checked")
	}
	k.Silences = rest
	return nil
}

func (c SetBoilerplate) edit(k *Kept, a *Action) error {
	k.Overrides = append(slices.Clip(k.Overrides), Override{
		Seq: a.Seq, Anchor: c.Anchor, Boilerplate: c.Boilerplate, Time: a.Time, By: a.Coder,
	})
	return nil
}
