package source

import (
	"context"
	"errors"
	"fmt"
	"iter"
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

// renamed is a source whose outlets have other names.
type renamed struct {
	Source
	names map[string]string
}

// Renamed is a source whose outlets have the names that the reader gives them, by those that they have.
func Renamed(s Source, names map[string]string) Source {
	if len(names) == 0 {
		return s
	}
	return renamed{s, names}
}

func (r renamed) Reports(ctx context.Context) iter.Seq2[report.Reading, error] {
	return func(yield func(report.Reading, error) bool) {
		for read, err := range r.Source.Reports(ctx) {
			if !yield(r.rename(read), err) {
				return
			}
		}
	}
}

func (r renamed) Fetch(ctx context.Context, paths []string) (report.Reading, error) {
	read, err := r.Source.Fetch(ctx, paths)
	return r.rename(read), err
}

func (r renamed) rename(read report.Reading) report.Reading {
	for i := range read.Reports {
		one := &read.Reports[i]
		if name, ok := r.names[one.Outlet]; ok {
			one.Outlet, one.Facts.Outlet = name, report.Fact{Value: name, From: "parallax.toml"}
		}
	}
	return read
}
