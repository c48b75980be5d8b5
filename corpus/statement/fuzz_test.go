package statement

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// checkSet checks what Statement and Voice promise of spans and order.
func checkSet(t *testing.T, s *Set) {
	t.Helper()
	for r := range s.Reports {
		text := s.Reports[r].Text
		end := 0
		for i, st := range s.In(report.ID(r)) {
			if st.Number != i+1 || st.Report != report.ID(r) || s.All[st.ID].ID != st.ID {
				t.Fatalf("statement %d of report %d has number %d, report %d, id %d", i, r, st.Number, st.Report, st.ID)
			}
			if st.Span.Start < end || st.Span.End <= st.Span.Start || st.Span.End > len(text) {
				t.Fatalf("span %v after %d in %d bytes", st.Span, end, len(text))
			}
			if strings.TrimSpace(text[end:st.Span.Start]) != "" {
				t.Fatalf("no statement covers %q", text[end:st.Span.Start])
			}
			words := text[st.Span.Start:st.Span.End]
			if !utf8.ValidString(words) || strings.TrimSpace(words) != words {
				t.Fatalf("span cuts a rune or has blanks at its ends: %q", words)
			}
			checkVoices(t, text, &st)
			end = st.Span.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("no statement covers %q", text[end:])
		}
	}
}

func checkVoices(t *testing.T, text string, st *Statement) {
	t.Helper()
	end := st.Span.Start
	for _, v := range st.Voices {
		if v.Span.Start < end || v.Span.End <= v.Span.Start || v.Span.End > st.Span.End {
			t.Fatalf("voice %+v in %v after %d", v, st.Span, end)
		}
		if v.Speaker == "" || v.Verb == "" || !utf8.ValidString(text[v.Span.Start:v.Span.End]) {
			t.Fatalf("voice %+v", v)
		}
		if st.Boilerplate != "" {
			t.Fatalf("boilerplate %q has a voice", text[st.Span.Start:st.Span.End])
		}
		end = v.Span.End
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{
		"", "\n\n", "One. Two.", `"They left. We stayed," she said.`, "At 5 a.m. ET, and then.\r\nMr. Hale said no. 5 is open...",
		"Mayor Hale, who spoke in the town, said “it is ‘over’”, adding that police quoted him as saying", "According to X, said he",
		"- a\n- b\n• c\n1. d", "It was…\u00a0Over. ‘No’ said the girls' mayor’s", "。！？ 你好。世界", "a\u2028b\u0085c", "((((", "\"\"\"\"'''' said",
		strings.Repeat("the town of many words goes\non and on in lower case\n", 5),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		other := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return 'x'
			}
			return r
		}, s)
		checkSet(t, Of([]report.Report{{ID: 0, Outlet: "A", Text: s}, {ID: 1, Outlet: "A", Text: other}}, 1))
	})
}

// TestLongLines checks that no odd text takes more than moments: a megabyte of prose on one line, and a quarter of that
// of each thing that could make some step quadratic, on one line and with each blank a line end.
func TestLongLines(t *testing.T) {
	for i, unit := range []string{
		"The minister said it was late. ", "word ", ")", ". ", "\" ", "' ", "a'", "said ", "he said, ", "“", "‘Yes’ ", "… ", "?!", "1.", "Hale ",
		"and Hale, ", "A. ", "\"It is,\" said Mayor Hale. ", "according to ", "x", "é", "漢。", "\u00a0", ",", "- ", "the mayor of ",
		"“It is so. ", ".) 1",
	} {
		size := 1 << 18
		if i == 0 {
			size = 1 << 20
		}
		text := strings.Repeat(unit, size/len(unit))
		begun := time.Now()
		checkSet(t, Of([]report.Report{{Text: text}}, 1))
		checkSet(t, Of([]report.Report{{Text: strings.ReplaceAll(text, " ", "\n")}}, 1))
		if spent := time.Since(begun); spent > 20*time.Second {
			t.Errorf("%d bytes of %q take %v", size, unit, spent)
		}
	}
}
