package brief

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/story"
)

// What the reader says of whole reports: that they are done with one, and which are of one story. Neither is printed in an
// export: it is the order of work, not what was found.

// SetDone says that the reader is done with a report, or takes that back.
type SetDone struct {
	Report Ref  `json:"report"`
	Not    bool `json:"not,omitempty"`
}

// Gather says that reports are one story. Parted ones were taken out of another; what the program has with them stays there.
type Gather struct {
	Reports []Ref `json:"reports"`
	Parted  bool  `json:"parted,omitempty"`
}

// Gathered is the reader's word that reports are one story.
type Gathered struct {
	Seq     uint64
	Reports []Ref
	Parted  bool
	Time    time.Time
	By      string
}

func (SetDone) kind() string { return "done" }
func (Gather) kind() string  { return "story" }

func (c SetDone) Say() string {
	if c.Not {
		return fmt.Sprintf("not done with %s any more", c.Report.Outlet)
	}
	return fmt.Sprintf("done with %s", c.Report.Outlet)
}

func (c Gather) Say() string {
	if c.Parted {
		return fmt.Sprintf("took %s out of its story", language.Counted(len(c.Reports), "report"))
	}
	return fmt.Sprintf("joined %s into one story", language.Counted(len(c.Reports), "report"))
}

func (c SetDone) edit(k *Kept, _ *Action) error {
	rest := slices.DeleteFunc(slices.Clone(k.Done), func(r Ref) bool { return r.sameFile(c.Report) })
	if !c.Not {
		rest = append(rest, c.Report)
	} else if len(rest) == len(k.Done) {
		return errors.New("the report was not done")
	}
	k.Done = rest
	return nil
}

func (c Gather) edit(k *Kept, a *Action) error {
	if len(c.Reports) == 0 {
		return errors.New("no reports to gather")
	}
	k.Gathered = append(slices.Clip(k.Gathered), Gathered{Seq: a.Seq, Reports: c.Reports, Parted: c.Parted, Time: a.Time, By: a.Coder})
	return nil
}

// sameFile reports whether both are one text in one file.
func (r Ref) sameFile(s Ref) bool { return r.Same(s) && r.File == s.File }

// Done reports whether the reader is done with a report as it is now: one whose text has changed since is not done.
func (r *Resolved) Done(id report.ID) bool {
	ref := RefTo(&r.finder.set.Reports[id])
	return slices.ContainsFunc(r.Brief.Done, ref.sameFile)
}

// ToggleDone says that the reader is done with a report, or takes that back.
func (r *Resolved) ToggleDone(id report.ID) Change {
	return SetDone{Report: RefTo(&r.finder.set.Reports[id]), Not: r.Done(id)}
}

// Together is the reader's word on stories in terms of the reports that are there. Reports that are gone are left out.
func (r *Resolved) Together() []story.Together {
	var all []story.Together
	for _, g := range r.Brief.Gathered {
		t := story.Together{Parted: g.Parted}
		for _, ref := range g.Reports {
			if id, ok := r.finder.report(ref); ok {
				t.Reports = append(t.Reports, id)
			}
		}
		if len(t.Reports) > 0 {
			slices.Sort(t.Reports)
			all = append(all, t)
		}
	}
	return append(all, r.apart()...)
}

// report is the report that a reference means; of several files with its text the one of its name.
func (f *Locator) report(ref Ref) (report.ID, bool) {
	those := f.reports(ref)
	if len(those) == 0 {
		return 0, false
	}
	return slices.MinFunc(those, func(a, b report.ID) int {
		return cmp.Compare(f.elsewhere(a, ref), f.elsewhere(b, ref))
	}), true
}

func (f *Locator) elsewhere(id report.ID, ref Ref) int {
	if f.set.Reports[id].Path == ref.File {
		return 0
	}
	return 1
}

// GatherOf says that these reports of the set are one story.
func GatherOf(set *statement.Set, reports []report.ID, parted bool) Change {
	g := Gather{Parted: parted}
	for _, id := range reports {
		g.Reports = append(g.Reports, RefTo(&set.Reports[id]))
	}
	return g
}
