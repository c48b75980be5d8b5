package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/source"
)

// The sampling frame as a table that a spreadsheet can fill in: a line a report, with why it is left out.

// frameFlags is for the frame.
type frameFlags struct {
	Frame   bool   `help:"As CSV, every report with whether the study takes it (in: 1 or 0) and why not."`
	Take    string `placeholder:"FILE" help:"Take such a table, filled in, into the session: reports with in 0 are left out for their reason."`
	Session string `of:"session" placeholder:"FILE" help:"With --frame and --take: the session in FILE, or of that name. (default: the one that belongs to the reports)"`
	Coder   string `placeholder:"NAME" help:"With --take: who decided."`
}

// run does what the flags say; done is false when they say nothing.
func (f *frameFlags) run(p *program, paths []string) (done bool, err error) {
	switch {
	case !f.Frame && f.Take == "":
		return false, nil
	case f.Frame && f.Take != "":
		return true, errors.New("--frame prints and --take reads: name one")
	}
	o := p.open(paths)
	if o == nil {
		return true, nil
	}
	if f.Take != "" {
		return true, f.take(p, o)
	}
	b, err := (&weighted{Session: f.Session}).kept(o, paths)
	if err != nil {
		return true, err
	}
	if b == nil {
		b = &brief.Brief{}
	}
	kept := b.Resolve(brief.NewLocator(o.Statements))
	p.out.table([]string{"path", "outlet", "title", "published", "text_sha256", "in", "reason"}, func(row func(...any)) {
		for i := range o.Reports {
			r := &o.Reports[i]
			in := number("1")
			if kept.IsLeftOut(r.ID) {
				in = "0"
			}
			row(r.Path, r.Outlet, r.Title, r.Published.ISO(), fmt.Sprintf("%x", r.TextHash), in, kept.WhyLeftOut(r.ID))
		}
	})
	return true, nil
}

// take takes a table into the session.
func (f *frameFlags) take(p *program, o *opened) error {
	data, err := source.File(f.Take, p.limits())
	if err != nil {
		return err
	}
	said, err := readFrame(string(data))
	if err != nil {
		return fmt.Errorf("%s: %w", f.Take, err)
	}
	work := kept{Session: f.Session, Coder: f.Coder}
	store := session.DefaultStore()
	file, err := work.file(store)
	if err != nil {
		return err
	}
	s, _, refused, err := work.session(store, file, openFor(o), nil)
	if err != nil || refused != nil {
		return errors.Join(err, refused)
	}
	if why := s.ReadOnly(); why != nil {
		return errors.Join(why, s.Close())
	}
	resolved := s.Brief().Resolve(brief.NewLocator(o.Statements))
	var changes []brief.Change
	left := 0
	for i := range o.Reports {
		r := &o.Reports[i]
		path := p.out.safe(r.Path)
		one, ok := said[path]
		delete(said, path)
		if ok && !one.in {
			left++
		}
		if ok && (one.in == resolved.IsLeftOut(r.ID) || one.reason != resolved.WhyLeftOut(r.ID)) && (!one.in || resolved.IsLeftOut(r.ID)) {
			changes = append(changes, brief.LeaveOut{Report: brief.RefTo(r), Reason: one.reason, Not: one.in})
		}
	}
	for path := range said {
		p.complain(report.Problem{Path: f.Take, Err: fmt.Errorf("%q is none of the reports", path)})
		p.status = failed
	}
	if _, err := s.DoAll(changes); err != nil {
		return errors.Join(err, s.Close())
	}
	p.out.printf("%s of %s left out, %s made\n", language.Counted(left, "report"), fmt.Sprint(len(o.Reports)), language.Counted(len(changes), "change"))
	return s.Close()
}

// framed is what a line says of a report.
type framed struct {
	in     bool
	reason string
}

// readFrame reads the table by its columns' names.
func readFrame(text string) (map[string]framed, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	heading, err := r.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{"path": -1, "in": -1, "reason": -1}
	for i, name := range heading {
		if _, ok := column[name]; ok {
			column[name] = i
		}
	}
	for name, i := range column {
		if i < 0 {
			return nil, fmt.Errorf("no column %q: --frame prints a table to fill in", name)
		}
	}
	all := make(map[string]framed)
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		one := framed{reason: strings.TrimSpace(row[column["reason"]])}
		line, _ := r.FieldPos(0)
		switch strings.TrimSpace(row[column["in"]]) {
		case "1":
			one = framed{in: true}
		case "0":
			if one.reason == "" {
				return nil, fmt.Errorf("line %d: a report is left out for a reason: say which", line)
			}
		default:
			return nil, fmt.Errorf("line %d: in is 1 or 0", line)
		}
		all[strings.TrimPrefix(row[column["path"]], "'")] = one
	}
}
