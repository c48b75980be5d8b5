package search

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

var queries = []string{
	"", " ", "-", `"`, "outlet:", `outlet:"`, "hospital", `"no progress" -talks`, `outlet:"china daily" rain`, `-"a b`, "--x", `-outlet:a b`,
	"cease-fire", "don’t", "Erdoğan", "ﬁre", "木曜", "한", "e\u0301", `""x"`, "OUTLET:x", `“a” b`, "\x00\xff", "o", "ou rain", "~hsptl", `~"no" ~rain x`, "~", "-~abc",
}

// FuzzParse asks that every query can be read and that what is read makes sense.
func FuzzParse(f *testing.F) {
	for _, q := range queries {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := parse(text)
		for _, made := range append(append([]*term{}, q.terms...), q.without...) {
			if made.text == "" || made.text != string(made.letters) || made.mask == 0 || made.exact != q.exact {
				t.Errorf("%q: the term %+v", text, made)
			}
			if strings.ContainsFunc(made.text, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
				t.Errorf("%q: a gap in %q", text, made.text)
			}
		}
		for _, name := range append(q.outlets, q.outletsX...) {
			if name == "" {
				t.Errorf("%q: a filter without a name", text)
			}
		}
		if (q.phrase != nil) != (len(q.terms) > 1 && !q.loose) {
			t.Errorf("%q: %d terms, phrase %v", text, len(q.terms), q.phrase)
		}
		if len(q.shorter) >= len(text) && text != "" {
			t.Errorf("%q: %q is no shorter", text, q.shorter)
		}
	})
}

// FuzzSpans asks that what is marked lies in the statement, in order, on rune borders, and that all ways to an answer
// agree.
func FuzzSpans(f *testing.F) {
	for i, q := range queries {
		f.Add("The ceasefire — “cease-fire”, cease fire — did not hold in Erdoğan’s hospital on 木曜, 한국.", q)
		f.Add(queries[len(queries)-1-i]+" "+q, q)
	}
	f.Add("the harbour board", "board|")
	f.Add("the Harbour board", "bridge|Harbour -\"the board")
	f.Fuzz(func(t *testing.T, text, query string) {
		text = strings.ToValidUTF8(text, "?")
		const before = "Before. "
		s := &statement.Set{
			Reports: []report.Report{{Outlet: "Harbour News", Text: before + text + " After."}},
			All:     []statement.Statement{{Number: 1, Span: report.Span{Start: len(before), End: len(before) + len(text)}}},
		}
		x := New(s)
		result, err := x.Find(context.Background(), query, 0)
		if err != nil {
			t.Fatal(err)
		}
		if result.Total != len(result.Set) || result.Total != len(result.Hits) || result.Counts[0].Count != result.Total {
			t.Errorf("%d, %d, %d, %v", result.Total, len(result.Set), len(result.Hits), result.Counts)
		}
		want, scattered := plain(s, query)
		if len(want) != result.Total || scattered != result.Scattered {
			t.Errorf("%d (scattered: %v), want %d (%v)", result.Total, result.Scattered, len(want), scattered)
		}
		q := parse(query)
		for _, h := range result.Hits {
			valid(t, s, h)
			if len(q.terms) > 0 && len(h.Spans) == 0 {
				t.Errorf("a hit without marks")
			}
			if spans := x.Spans(query, 0); fmt.Sprint(spans) != fmt.Sprint(h.Spans) {
				t.Errorf("Spans gives %v, the hit has %v", spans, h.Spans)
			}
		}
		if result.Total == 0 && x.Spans(query, 0) != nil {
			t.Errorf("marks without a hit")
		}
	})
}

func valid(t *testing.T, s *statement.Set, h Hit) {
	t.Helper()
	st := s.All[h.Statement]
	text, last := s.Reports[st.Report].Text, st.Span.Start-1
	for _, span := range h.Spans {
		if span.Start <= last || span.End <= span.Start || span.End > st.Span.End {
			t.Errorf("span %v after %d in %v", span, last, st.Span)
			return
		}
		if !utf8.RuneStart(text[span.Start]) || span.End < len(text) && !utf8.RuneStart(text[span.End]) {
			t.Errorf("span %v is not on rune borders", span)
		}
		last = span.End
	}
}
