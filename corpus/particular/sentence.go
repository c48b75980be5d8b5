package particular

import (
	"slices"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// sentence is a statement's words with what reading its particulars needs to know of each.
type sentence struct {
	text    string
	ws      []language.Word
	part    []int  // by word: the number of its part between commas, brackets and dashes
	inner   []bool // by part: it stands in brackets
	taken   []bool // by word: it belongs to a figure
	numbers []bool // by word: it belongs to a number
	at      int    // byte of the report's text where the statement begins
	today   report.Date
	direct  []report.Span // of the report's text: words that are a speaker's own
}

// mostWords is how many words of a statement are read: no sentence has more, and what has more is no sentence.
const mostWords = 400

func newSentence(text string, at int, today report.Date, stops bool) *sentence {
	s := &sentence{text: text, at: at, today: today}
	s.ws = language.Words(text)
	s.ws = s.ws[:min(len(s.ws), mostWords)]
	if stops {
		s.ws = language.Regroup(s.ws)
	}
	n := len(s.ws)
	s.part, s.taken, s.numbers = make([]int, n), make([]bool, n), make([]bool, n)
	s.inner = append(s.inner, false)
	for i := range s.ws {
		gap := s.gap(i)
		switch {
		case strings.ContainsAny(gap, "(["):
			s.inner = append(s.inner, true)
		case i > 0 && parts(gap):
			s.inner = append(s.inner, false)
		}
		s.part[i] = len(s.inner) - 1
	}
	return s
}

// parts reports whether the gap between two words ends a part of the sentence.
func parts(gap string) bool {
	return strings.ContainsAny(gap, ",;:()[]—–") || strings.Contains(gap, " - ") || strings.Contains(gap, ". ")
}

// gap is what stands between word i and the one before it.
func (s *sentence) gap(i int) string {
	if i == 0 {
		return s.text[:s.ws[0].Start]
	}
	return s.text[s.ws[i-1].End:s.ws[i].Start]
}

// span is the bytes of the report's text from word i to word j, both included.
func (s *sentence) span(i, j int) report.Span {
	return report.Span{Start: s.at + s.ws[i].Start, End: s.at + s.ws[j].End}
}

// spoken reports whether word i is a speaker's own. What is "today" or "on Monday" there is so on the day of speaking, which is
// not the report's: an outlet may quote what was said a week ago.
func (s *sentence) spoken(i int) bool {
	w := &s.ws[i]
	return w.Quoted || slices.ContainsFunc(s.direct, func(d report.Span) bool { return d.Start <= s.at+w.Start && s.at+w.End <= d.End })
}

// take marks the words from i to j, j included, as those of a figure.
func (s *sentence) take(i, j int) {
	for ; i <= j; i++ {
		s.taken[i] = true
	}
}

// word is word i as it is compared, "" where there is none.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.ws) {
		return ""
	}
	return s.ws[i].Text
}

// about is the words near those from i to j that say what a figure is of, without words of grammar and numbers, and the
// related words to which they belong.
func (s *sentence) about(t *Thing, i, j int) {
	const near = 12 // words on either side
	t.About = nil
	for k := max(0, i-near); k < min(len(s.ws), j+near+1); k++ {
		w := &s.ws[k]
		if w.Stop || s.taken[k] || s.numbers[k] || w.Digit || len(w.Text) <= 2 {
			continue
		}
		t.About = append(t.About, w.Stem)
		if classes := language.ClassesAt(s.ws, k, nil); len(classes) > 0 {
			t.related = append(t.related, related{w.Stem, classes})
		}
	}
	t.About = sorted(t.About)
}

// related is a word with the classes of related words to which it belongs.
type related struct {
	stem    string
	classes []int16
}
