package particular

import (
	"strings"

	"parallax/corpus/language"
)

// isAge reports whether the duration is somebody's age: "22-year-old", "22 years old", "aged 22 years".
func (s *sentence) isAge(a *amount) bool {
	end := a.Word + a.Words
	return s.word(end) == "old" || s.word(end) == "olds" || s.word(a.Word-1) == "aged"
}

const oldest = 120 // years

// agesBesideNames finds the ages that stand between commas after a name, or alone before the end of a part: "Lena Orsu, 51,
// said". Other numbers between commas have more words beside them.
func (s *sentence) agesBesideNames(amounts []amount) []Particular {
	var found []Particular
	for i := range amounts {
		a := &amounts[i]
		k := a.Word
		if a.kind != Count || a.Words != 1 || !s.ws[k].Digit || k == 0 || a.Value < 1 || a.Value > oldest || a.Most > 0 {
			continue
		}
		name := &s.ws[k-1]
		closed := strings.HasPrefix(s.text[s.ws[k].End:], ",") || strings.HasPrefix(s.text[s.ws[k].End:], ")")
		before := strings.TrimSpace(s.gap(k))
		if !closed || before != "," && before != "(" || !name.Capital || name.Stop || language.Month(name.Text) > 0 {
			continue
		}
		p := Particular{Kind: Age, Value: a.Value, Low: a.Value, High: a.Value, Span: s.span(k, k), Core: s.span(k, k), Figure: grouped(a.Value)}
		p.Thing.Role = "age"
		s.about(&p.Thing, k, k)
		found = append(found, p)
	}
	return found
}
