package brief

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/story"
)

// The sampling frame: which reports a study takes, and which of those that were found it leaves out, with the reason. A report
// that is left out can still be read; it takes no part in links and claims, its outlet is not silent for it, and what was
// coded in it counts in no agreement.

// LeaveOut leaves a report out of the study, or with Not takes it in again.
type LeaveOut struct {
	Report Ref    `json:"report"`
	Reason string `json:"reason,omitempty"`
	Not    bool   `json:"not,omitempty"`
}

// LeftOut is a report that was left out.
type LeftOut struct {
	Report Ref
	Reason string
	Time   time.Time
	By     string
}

func (LeaveOut) kind() string { return "leave-out" }

func (c LeaveOut) Say() string {
	if c.Not {
		return fmt.Sprintf("took the report of %s in again", c.Report.Outlet)
	}
	return fmt.Sprintf("left the report of %s out: %s", c.Report.Outlet, c.Reason)
}

func (c LeaveOut) edit(k *Kept, a *Action) error {
	reason := strings.TrimSpace(c.Reason)
	if !c.Not && reason == "" {
		return errors.New("a report is left out for a reason: say which")
	}
	rest := slices.DeleteFunc(slices.Clone(k.LeftOut), func(l LeftOut) bool { return l.Report.File == c.Report.File })
	if !c.Not {
		rest = append(rest, LeftOut{c.Report, reason, a.Time, a.Coder})
	} else if len(rest) == len(k.LeftOut) {
		return errors.New("the report was not left out")
	}
	k.LeftOut = rest
	return nil
}

// WhyLeftOut is the reason for which a report is left out, "" when it is not. A file stays left out when its text changes: it
// was the file that was left out.
func (r *Resolved) WhyLeftOut(id report.ID) string { return r.left[id] }

// IsLeftOut reports whether a report is left out.
func (r *Resolved) IsLeftOut(id report.ID) bool { return r.left[id] != "" }

// leaveOut finds the reports that are left out.
func (r *Resolved) leaveOut() {
	if len(r.Brief.LeftOut) == 0 {
		return
	}
	r.left = make(map[report.ID]string)
	at := make(map[string]report.ID)
	for i := range r.finder.set.Reports {
		at[RefTo(&r.finder.set.Reports[i]).File] = report.ID(i)
	}
	for _, l := range r.Brief.LeftOut {
		id, ok := at[l.Report.File]
		if !ok {
			id, ok = r.finder.report(l.Report) // under another name
		}
		if ok {
			r.left[id] = l.Reason
		}
	}
}

// apart is every report that is left out as a story of its own, so that its outlet is not taken to be silent in another.
func (r *Resolved) apart() []story.Together {
	var all []story.Together
	for i := range r.finder.set.Reports {
		if r.IsLeftOut(report.ID(i)) {
			all = append(all, story.Together{Reports: []report.ID{report.ID(i)}, Parted: true})
		}
	}
	return all
}

// ByFrame is the rule of statements in reports that are left out.
const ByFrame = "report left out of the study"
