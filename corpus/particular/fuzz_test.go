package particular

import (
	"testing"

	"parallax/corpus/report"
)

// FuzzRead: whatever the text, every particular lies within it, its figure within the particular, and comparing any two is
// the same both ways.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"At least 24 people were killed and more than 200 injured.", "In April last year an 8.6-magnitude quake struck 431 km off Tarn.",
		"It struck at 7:37 a.m. (0037 GMT).", "$112bn (£70bn) in revenue", "no fewer than as many as 3 or more", "(((3", "1½ 24th 00:00 a", "\xff 9 people \xff",
		"three people, including", "in the district of 5", "aged 5 years old", "12\u00a0pm 9999 GMT", "2004", "May 2 2004 ago",
	} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, text string, at int) {
		at &= 0xffff
		ps, _ := read(text, at, report.Date{Year: 2021, Month: 6, Day: 10}, at%2 == 1, nil)
		if len(ps) > 100 {
			ps = ps[:100]
		}
		for i := range ps {
			p := &ps[i]
			if p.Span.Start < at || p.Span.End > at+len(text) || p.Core.Start < p.Span.Start || p.Core.End > p.Span.End || p.Core.Len() <= 0 {
				t.Fatalf("%q: %v and %v do not lie within", text, p.Span, p.Core)
			}
			if p.Figure == "" && p.Kind != Date {
				t.Fatalf("%q: no figure for %+v", text, p)
			}
			for k := range ps {
				if Compare(p, &ps[k]) != Compare(&ps[k], p) {
					t.Fatalf("%q: %s and %s compare otherwise the other way round", text, p.Figure, ps[k].Figure)
				}
			}
		}
	})
}
