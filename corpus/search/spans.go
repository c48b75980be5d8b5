package search

import (
	"cmp"
	"slices"

	"github.com/sahilm/fuzzy"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// spans are the bytes of the report's Text that the query's terms take up in a statement, whose fold with its map is f;
// nil when a term is missing or an excluded one is there.
func (x *Index) spans(q *query, id statement.ID, f *folded) []report.Span {
	original := func() string { return x.set.Text(id) }
	for _, t := range q.without {
		if at, _ := t.next(f, 0, len(f.letters), 0, original); at >= 0 {
			return nil
		}
	}
	var spans []report.Span
	for _, t := range q.terms {
		if t.loose {
			letters := scattered(t, f)
			if letters == nil {
				return nil
			}
			spans = append(spans, letters...)
			continue
		}
		at, _ := t.next(f, 0, len(f.letters), 0, original)
		if at < 0 {
			return nil
		}
		for ; at >= 0; at, _ = t.next(f, 0, len(f.letters), at+1, original) {
			spans = append(spans, f.span(at, at+len(t.letters)))
		}
	}
	return shift(merge(spans), x.set.All[id].Span.Start)
}

// scattered are the letters that sahilm/fuzzy finds for a term in a folded statement, nil for none.
func scattered(t *term, f *folded) []report.Span {
	line := string(f.spell(nil, 0, len(f.letters)))
	var spans []report.Span
	for _, m := range fuzzy.FindNoSort(t.text, []string{line}) {
		at, seen := 0, 0 // at letters stand in the first seen bytes of line
		for _, index := range m.MatchedIndexes {
			for ; seen < index; seen++ {
				if line[seen] != ' ' && line[seen] != '-' { // no letter is one of these
					at++
				}
			}
			spans = append(spans, f.span(at, at+1))
		}
	}
	return spans
}

// span is the bytes of the original that the letters [from, to) stand for.
func (f *folded) span(from, to int) report.Span {
	return report.Span{Start: f.source[from].start, End: f.source[to-1].end}
}

// merge puts spans in order and joins those that touch.
func merge(spans []report.Span) []report.Span {
	slices.SortFunc(spans, func(a, b report.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	merged := spans[:0]
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

func shift(spans []report.Span, by int) []report.Span {
	for i := range spans {
		spans[i].Start += by
		spans[i].End += by
	}
	return spans
}
