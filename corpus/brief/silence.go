package brief

import (
	"errors"
	"fmt"
	"slices"
)

// CheckSilence says that the reader has looked into an outlet's reports and found no statement of a claim, or with Not takes
// that back.
type CheckSilence struct {
	Report Ref    `json:"report"` // one of the outlet
	Claim  Anchor `json:"claim"`  // the statement of the claim from which it was seen
	Touch
	Name string `json:"name,omitempty"` // of the claim
	Not  bool   `json:"not,omitempty"`
}

func (CheckSilence) kind() string { return "silence" }

func (c CheckSilence) Say() string {
	if c.Not {
		return fmt.Sprintf("took back that %s is silent", c.Report.Outlet)
	}
	if c.Name != "" {
		return fmt.Sprintf("checked that %s is silent on %s", c.Report.Outlet, c.Name)
	}
	return fmt.Sprintf("checked that %s is silent", c.Report.Outlet)
}

// edit signs the silence. In sessions of before it may be on a statement alone: then it is of the first claim that has the
// statement, else of the one that the statement carries first.
func (c CheckSilence) edit(k *Kept, a *Action) error {
	touch := c.Touch
	bare := len(touch.Wordings) == 0
	if bare && k.touched(touch) < 0 {
		touch.Wordings = []Anchor{c.Claim}
		for _, own := range k.Claims {
			if own.member(c.Claim) >= 0 {
				touch = Touch{Of: own.ID}
				break
			}
		}
	}
	_, err := k.touch(touch, a, func(own *ReaderClaim) error {
		own.OnStatement = own.OnStatement || bare && own.ID == a.Seq
		rest := slices.DeleteFunc(slices.Clone(own.Silences), func(s Checked) bool { return s.Report.Outlet == c.Report.Outlet })
		if !c.Not {
			rest = append(rest, Checked{
				Seq: a.Seq, Report: c.Report, Claim: c.Claim, Wordings: c.Wordings, Name: c.Name, Time: a.Time, By: a.Coder,
			})
		} else if len(rest) == len(own.Silences) {
			return errors.New("the silence was not checked")
		}
		own.Silences = rest
		return nil
	})
	return err
}
