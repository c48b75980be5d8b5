package finder

import (
	"fmt"
	"strings"

	"parallax/ui/linear"
)

// Words is what the search says by the line: how much was found and where, and the chosen hit.
func (f *Finder) Words() linear.Page {
	f.rows = linear.PageRows
	p := linear.Page{Name: "Search", Field: f.field.Words("search")}
	if f.field.Text() == "" {
		p.Add("hints", nil, `type words; "in quotes": exactly this; -word: without it; outlet:name; voice:name; this|that: either; ~word: its letters scattered`)
		return p
	}
	if f.answered != f.number {
		return p
	}
	q := f.result.Query
	p.Add("found", q, f.foundWords())
	if len(f.result.Hits) > 0 {
		h := f.result.Hits[f.chosen]
		st := &f.set.All[h.Statement]
		p.Add("hit", h.Statement, f.set.Line(h.Statement))
		p.Add("whose", h.Statement, linear.List(f.set.Named(st.Report), fmt.Sprintf("statement %d", st.Number)))
		if f.kept(h.Statement) {
			p.Tell("kept", h.Statement, "in the brief")
			p.Parts[len(p.Parts)-1].Joins = true
		}
		p.Join("place", f.chosen, fmt.Sprintf("hit %d of %d", f.chosen+1, f.result.Total))
	}
	if f.with != "" {
		p.Add("offer", q, f.offer())
	}
	return p
}

// foundWords is how many statements were found, by outlet.
func (f *Finder) foundWords() string {
	if f.result.Total == 0 {
		return linear.List("nothing found", f.outletsWords(), "take a word away")
	}
	text := "1 statement"
	if n := f.result.Total; n > 1 {
		text = fmt.Sprintf("%d statements", n)
	}
	if f.result.Scattered {
		text += " with the letters scattered"
	}
	return text + ": " + f.outletsWords()
}

// outletsWords is how much each outlet has, those without a hit last.
func (f *Finder) outletsWords() string {
	var some, none []string
	for _, c := range f.result.Counts {
		entry := fmt.Sprintf("%s %d", c.Outlet, c.Count) + instead(c)
		if c.Count > 0 {
			some = append(some, entry)
		} else {
			none = append(none, entry)
		}
	}
	return strings.Join(append(some, none...), ", ")
}
