package brief

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/corpus/language"
)

// Two coders' sessions that were united keep what the two differed on, code by code, so that it can be settled: what each
// said stays readable after it, and so do who settled it and when.

// Dispute is a passage that two coders coded differently, for one code.
type Dispute struct {
	Anchor Anchor      `json:"passage"`
	Code   string      `json:"code"`
	Tags   [2][]string `json:"tags"`   // that each put on the passage for the code; none where he put none
	Marked [2]bool     `json:"marked"` // whether each marked the passage at all
}

// Said is what a coder said with the code: its tags, "no" for a passage that he marked without one, and "" for one that he
// did not mark.
func (d *Dispute) Said(coder int) string {
	switch {
	case len(d.Tags[coder]) > 0:
		return strings.Join(d.Tags[coder], ", ")
	case d.Marked[coder]:
		return "no"
	}
	return ""
}

// Compare keeps what two coders differ on. Uniting their sessions makes it.
type Compare struct {
	Coders   [2]string `json:"coders"`
	Disputes []Dispute `json:"disputes"`
}

// Disputed is a dispute in a session, and what was settled.
type Disputed struct {
	Dispute
	Compare uint64 // the number of the action that compared the two
	Index   int    // within it
	Coders  [2]string
	Choice  Choice
	Time    time.Time // when it was settled; the zero Time before
	By      string    // who settled it
}

// Choice is whose word a settled dispute takes.
type Choice string

// The choices.
const (
	Unsettled Choice = ""
	First     Choice = "first"
	Second    Choice = "second"
	Neither   Choice = "neither"
)

// Settled is the tags that the choice leaves on the passage.
func (d *Disputed) Settled() []string {
	switch d.Choice {
	case First:
		return d.Tags[0]
	case Second:
		return d.Tags[1]
	}
	return nil
}

// Result is the tags that the choice leaves, in one line: "no" for none, "" while nothing is settled.
func (d *Disputed) Result() string {
	switch tags := d.Settled(); {
	case d.Choice == Unsettled:
		return ""
	case len(tags) == 0:
		return "no"
	default:
		return strings.Join(tags, ", ")
	}
}

// Settle takes one coder's word, or neither's: the passage bears the tags that he put on it for the code, and no others that
// the two disputed.
type Settle struct {
	Compare uint64 `json:"compare"`
	Index   int    `json:"index"`
	Choice  Choice `json:"choice"`
}

func (Compare) kind() string { return "compare" }
func (Settle) kind() string  { return "settle" }

func (c Compare) Say() string {
	return "kept " + language.Counted(len(c.Disputes), "disagreement") + " of two coders"
}

func (c Settle) Say() string {
	if c.Choice == Neither {
		return "settled a disagreement: neither"
	}
	return fmt.Sprintf("settled a disagreement: the %s coder's", c.Choice)
}

func (c Compare) edit(k *Kept, a *Action) error {
	if len(c.Disputes) == 0 {
		return errors.New("nothing is disagreed on")
	}
	k.Disputes = slices.Clip(k.Disputes)
	for i, d := range c.Disputes {
		k.Disputes = append(k.Disputes, Disputed{Dispute: d, Compare: a.Seq, Index: i, Coders: c.Coders})
	}
	return nil
}

func (c Settle) edit(k *Kept, a *Action) error {
	if c.Choice != First && c.Choice != Second && c.Choice != Neither {
		return fmt.Errorf("nothing is settled by %q", c.Choice)
	}
	i := slices.IndexFunc(k.Disputes, func(d Disputed) bool { return d.Compare == c.Compare && d.Index == c.Index })
	if i < 0 {
		return errors.New("the disagreement is not in the brief")
	}
	next := *k
	next.Disputes = slices.Clone(k.Disputes)
	d := &next.Disputes[i]
	d.Choice, d.Time, d.By = c.Choice, a.Time, a.Coder
	found := false
	for _, e := range k.Entries {
		for n, w := range e.Wordings {
			if !w.Anchor.Same(d.Anchor) {
				continue
			}
			found = true
			if err := next.change(e.ID, a, func(e *Entry) error {
				e.settle(n, d)
				return nil
			}); err != nil {
				return err
			}
		}
	}
	if !found {
		return errors.New("the passage is not in the brief any more")
	}
	*k = next
	return nil
}

// settle gives the n-th wording the tags that were settled. Those of a passage, and of a claim's lead, may stand on the entry.
func (e *Entry) settle(n int, d *Disputed) {
	disputed := func(t string) bool { return slices.Contains(d.Tags[0], t) || slices.Contains(d.Tags[1], t) }
	e.Wordings = slices.Clone(e.Wordings)
	w := &e.Wordings[n]
	w.Tags = slices.DeleteFunc(slices.Clone(w.Tags), disputed)
	if n == 0 {
		e.Tags = slices.DeleteFunc(slices.Clone(e.Tags), disputed)
	}
	if e.Kind == OfPassage {
		e.Tags = WithTags(e.Tags, d.Settled())
	} else {
		w.Tags = WithTags(w.Tags, d.Settled())
	}
}

// HasSettled is how many of the disputes are settled.
func (k *Kept) HasSettled() int {
	n := 0
	for i := range k.Disputes {
		if k.Disputes[i].Choice != Unsettled {
			n++
		}
	}
	return n
}
