package match

import (
	"strings"
	"unicode"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Which of a statement's claims it makes in the first place is told by where their words stand. What is told of the matter
// before the main clause ("Asked about the bombing of ...,", "After talks in ...,"), in an apposition, in a relative clause or
// after it ("..., which ...", "... after ...") is background; the main clause, or what a voice is reported to say, is not.
// There is no grammar here, only commas and the words that open a clause.

// How much words count by where they stand.
const (
	asMain      = 1.0
	asFollowing = 0.6 // in a clause that hangs on the main one
	asAside     = 0.3 // before it, or in an apposition
	asWho       = 0.2 // outside what is reported: who says it, to whom and where
)

// openers begin a part that comes before the main clause.
var openers = language.English("assertion", "openers")

// followers begin a clause that hangs on the one before it.
var followers = language.English("assertion", "followers")

// relative begin a clause that tells more of what stands before it.
var relative = language.English("assertion", "relative")

// asides begin an apposition.
var asides = language.English("assertion", "asides")

// Prominence tells of a word of the statement, as bytes of its report's text, how much it counts in what the statement
// asserts: 1 in the main clause or in what a voice is reported to say, less before it, beside it and after it.
func Prominence(set *statement.Set, id statement.ID) func(word report.Span) float64 {
	st := &set.All[id]
	text := set.ReportOf(id).Text
	voices := st.Voices
	if len(voices) == 0 {
		parts := clausesOf(text, st.Span)
		return func(word report.Span) float64 { return parts.at(word.Start) }
	}
	parts := make([]clauses, len(voices))
	for i, v := range voices {
		parts[i] = clausesOf(text, v.Span)
	}
	rest := clausesOf(text, st.Span)
	spoken := 0
	for _, v := range voices {
		spoken += v.Span.Len()
	}
	return func(word report.Span) float64 {
		for i, v := range voices {
			if v.Span.Overlap(word) > 0 {
				return parts[i].at(word.Start)
			}
		}
		if 3*spoken < st.Span.Len() {
			return rest.at(word.Start) // a few quoted words in what the outlet says
		}
		return asWho
	}
}

// clauses is how much the words of a stretch of text count, from each border on.
type clauses []border

type border struct {
	at    int
	count float64
}

func (c clauses) at(i int) float64 {
	count := asMain
	for _, b := range c {
		if b.at > i {
			break
		}
		count = b.count
	}
	return count
}

// clausesOf parts a stretch of text.
func clausesOf(text string, span report.Span) clauses {
	var c clauses
	at := span.Start
	if openers.Has(firstWord(text[at:span.End])) {
		if end := comma(text, at, span.End); end > 0 {
			c = append(c, border{at, asAside}, border{end, asMain})
			at = end
		}
	}
	for k, i := 0, at; i < span.End; k++ {
		end := i
		for end < span.End && !unicode.IsSpace(rune(text[end])) {
			end++
		}
		word := firstWord(text[i:end])
		if k > 2 && followers.Has(word) && i > at {
			c = append(c, border{i, asFollowing})
			break
		}
		if end > i && text[end-1] == ',' {
			if close := apposition(text, end, span.End); close > 0 {
				c = append(c, border{end, asAside}, border{close, asMain})
				end = close
			}
		}
		for i = end; i < span.End && unicode.IsSpace(rune(text[i])); i++ {
		}
		if i == end && end < span.End {
			i++
		}
	}
	return c
}

func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		text = text[:i]
	}
	return strings.ToLower(text)
}

// comma is the place after the first comma that is not of a number, 0 when there is none.
func comma(text string, from, to int) int {
	for i := from; i+1 < to; i++ {
		if text[i] == ',' && !unicode.IsDigit(rune(text[i+1])) {
			return i + 1
		}
	}
	return 0
}

// longestAside is the number of bytes that an apposition has at most.
const longestAside = 60

// apposition is the end of one that begins after a comma, or of a relative clause that a comma closes: "a NATO member,",
// "which has ties with both,"; 0 when none begins there.
func apposition(text string, from, to int) int {
	word := firstWord(text[from:to])
	if relative.Has(word) {
		return comma(text, from, to)
	}
	if !asides.Has(word) {
		return 0
	}
	if end := comma(text, from, min(to, from+longestAside)); end > 0 {
		return end
	}
	return 0
}

// findMain finds how prominent each of a statement's own concepts is.
func (s *event) findMain(x *reading) {
	if !x.story {
		return
	}
	prominent := Prominence(s.set, x.id)
	base := s.set.All[x.id].Span.Start
	x.main = make([]float32, len(x.own))
	for k, c := range x.at {
		if c < 0 {
			continue
		}
		for i, own := range x.own {
			if own == c {
				w := report.Span{Start: base + x.words[k].Start, End: base + x.words[k].End}
				x.main[i] = max(x.main[i], float32(prominent(w)))
			}
		}
	}
	for i, c := range x.own {
		x.mainWeight += float64(x.main[i]) * s.concepts[c].weight
	}
}
