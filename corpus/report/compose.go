package report

import (
	"crypto/sha256"
	"strings"
)

// compose makes the report of a file's bytes.
func compose(it item, data []byte, f *format) (*Report, error) {
	d, err := decode(data)
	if err != nil {
		return nil, err
	}
	front, at := frontMatter(d.text)
	body := d.text[at:]
	x := f.extract(body)
	known := it.known.or(front)
	r := &Report{
		Path:     it.name,
		Outlet:   known.Outlet,
		Title:    oneLine(known.Title),
		URL:      known.URL,
		Byline:   known.Byline,
		Note:     known.Note,
		Text:     x.text,
		FileHash: sha256.Sum256(data),
		TextHash: sha256.Sum256([]byte(x.text)),
		Reader:   f.reader,
		Map:      x.m.after(shifted(len(body), at)).after(d.m),
		Headings: x.headings,
		Items:    x.items,
	}
	if x.reader != "" {
		r.Reader = x.reader
	}
	if d.encoding != "" {
		r.Reader += ", " + d.encoding
	}
	r.Published, _ = parseWritten(known.Published)
	if r.Outlet == "" {
		r.Outlet = it.outlet()
	}
	r.Title, r.TitleSpan = titleOf(r.Title, x)
	return r, nil
}

// outlet is what a file is called when nobody says who published it.
func (it item) outlet() string {
	if it.name == "-" {
		return "standard input"
	}
	return outletOf(it.tree.base(it.name))
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
