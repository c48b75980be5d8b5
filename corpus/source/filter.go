package source

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/report"
)

// Filter says which reports are wanted. The zero Filter is all of them.
type Filter struct {
	Since   report.Date // of publication, the day included
	Until   report.Date
	Outlets []string // of one of these, in any case of letters
}

// pass lets the reports through that are wanted; the others are passed over, with why.
func (f Filter) pass(r report.Reading) report.Reading {
	if !f.Since.Known() && !f.Until.Known() && len(f.Outlets) == 0 {
		return r
	}
	all := r.Reports
	r.Reports = nil
	for _, one := range all {
		if why := f.refuses(&one); why != nil {
			r.Passed = append(r.Passed, report.Problem{Path: one.Path, Err: why})
		} else {
			r.Reports = append(r.Reports, one)
		}
	}
	return r
}

// refuses is why a report is not wanted; nil when it is. One without a date is in no range of dates.
func (f Filter) refuses(r *report.Report) error {
	at := r.Published
	switch {
	case (f.Since.Known() || f.Until.Known()) && !at.Known():
		return errors.New("says no date, and dates are asked for")
	case f.Since.Known() && at.Before(f.Since):
		return fmt.Errorf("published %s, before %s", at, f.Since)
	case f.Until.Known() && f.Until.Before(at):
		return fmt.Errorf("published %s, after %s", at, f.Until)
	case len(f.Outlets) > 0 && !slices.ContainsFunc(f.Outlets, func(o string) bool { return strings.EqualFold(o, r.Outlet) }):
		return fmt.Errorf("is by %s, which is not asked for", r.Outlet)
	}
	return nil
}
