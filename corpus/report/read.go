package report

import (
	"context"
	"crypto/sha256"
	"errors"
	"strings"
)

// File is a file that is to be read.
type File struct {
	Path  string // as a user can open it; "-" for standard input
	Name  string // the last element of Path, "" for standard input
	Data  []byte
	Facts Facts // what is known of its report from elsewhere, and wins over what the file says

	Chapters bool // each chapter of a book is a report of its own
}

// Reading is what came of reading: the reports, in order and numbered by their place, and what gave none.
type Reading struct {
	Reports  []Report
	Problems []Problem // what could not be read
	Passed   []Problem // what was passed over, because it is of no format that can be read
}

// Add appends what came of reading further.
func (r *Reading) Add(s Reading) {
	for _, report := range s.Reports {
		report.ID = ID(len(r.Reports))
		r.Reports = append(r.Reports, report)
	}
	r.Problems = append(r.Problems, s.Problems...)
	r.Passed = append(r.Passed, s.Passed...)
}

// Read makes the reports that a file's bytes hold, one or several. Whatever the bytes are, it ends: a file that asks for
// more than the limits allow, or is read when ctx ends, is a Problem.
func Read(ctx context.Context, f File, l Limits) (r Reading) {
	l = l.Or(DefaultLimits)
	if f, err := formatOf(f.Name, f.Data); err == nil && (f.holds || f.slow) {
		l.Time *= 6
	}
	ctx, cancel := context.WithTimeoutCause(ctx, l.Time, Late(l.Time))
	defer cancel()
	in := &input{File: f, ctx: ctx, limits: l, spent: &spent{}}
	drafts, err := in.drafts()
	hash := sha256.Sum256(f.Data)
	for _, d := range drafts {
		if d.hash == [32]byte{} {
			d.hash = hash
		}
		if strings.TrimSpace(d.text) == "" { // an outlet of which nothing is there is not silent
			r.Problems = append(r.Problems, Problem{f.Path + d.part, errors.New("holds no text")})
			continue
		}
		one := compose(f, d)
		one.ID = ID(len(r.Reports))
		r.Reports = append(r.Reports, one)
	}
	if err != nil {
		r.Problems = append(r.Problems, Problem{f.Path, err})
	}
	problems, passed := in.spent.came()
	r.Problems, r.Passed = append(r.Problems, problems...), passed
	if len(r.Reports)+len(r.Problems)+len(r.Passed) == 0 {
		r.Problems = []Problem{{f.Path, errors.New("holds no file")}} // an archive that is empty
	}
	return r
}

// drafts is the reports as the file's format finds them.
func (in *input) drafts() ([]draft, error) {
	if in.ctx.Err() != nil {
		return nil, context.Cause(in.ctx)
	}
	format, err := formatOf(in.Name, in.Data)
	if err != nil {
		return nil, err
	}
	drafts, err := in.guarded(format)
	if err == nil {
		drafts, err = in.toldApart(drafts)
	}
	if err == nil && in.depth == 0 && in.ctx.Err() != nil {
		err = context.Cause(in.ctx)
	}
	if err == nil && len(drafts) == 0 && !format.holds {
		err = errors.New("holds no text")
	}
	return drafts, err
}

// compose makes the report of a draft.
func compose(f File, d draft) Report {
	facts := f.Facts.Or(d.facts).Or(textFacts(d.text))
	if !isLang(facts.Lang.Value) {
		facts.Lang = toldLang(d.text)
	}
	if facts.Outlet.Value == "" {
		facts.Outlet = f.outlet(d.file)
	}
	r := Report{
		Path:     f.Path + d.part,
		Text:     d.text,
		FileHash: d.hash,
		TextHash: sha256.Sum256([]byte(d.text)),
		Reader:   d.reader,
		Map:      d.m,
		Headings: d.headings,
		Items:    d.items,
		Struck:   d.struck,
		Whole:    d.whole,
		Raw:      d.raw,
		Partial:  d.partial,
		Plainly:  d.plainly,
		Garbled:  garbled(d.text),
	}
	r.Title, r.TitleSpan = titleOf(oneLine(facts.Title.Value), d.extract)
	if facts.Title.Value == "" {
		facts.Title = Fact{Value: r.Title}.by("text")
	}
	r.Facts = facts
	r.Outlet, r.URL, r.Byline, r.Note = facts.Outlet.Value, facts.URL.Value, facts.Byline.Value, facts.Note.Value
	r.Published, _ = ParseWritten(facts.Published.Value)
	return r
}

// outlet is what a file, or the named one in it, is called when nobody says who published it.
func (f File) outlet(inner string) Fact {
	if inner != "" {
		return Fact{outletOf(inner), "file name"}
	}
	if f.Name == "" {
		return Fact{"standard input", "standard input"}
	}
	return Fact{outletOf(f.Name), "file name"}
}

// titleOf is the title and where the text carries it: the one that is known, else the one that the format marks, else
// the text's first line when it is a headline.
func titleOf(known string, x extract) (string, Span) {
	if known != "" {
		return known, findTitle(x.text, known)
	}
	span := x.title
	if span.Len() == 0 {
		span = headline(x.text)
	}
	return oneLine(x.text[span.Start:span.End]), span
}

// oneLine is s with each run of blanks and line ends as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
