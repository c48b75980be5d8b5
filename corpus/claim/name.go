package claim

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A claim's name is the heaviest of its words, as its lead spells and orders them: "hospital · no patients · Lavrov". Words
// that stand side by side are one part, and a name is not cut; who says it comes last. Weights are compared in coarse steps and equals by their
// place, so that a name stays when a report more or less shifts all weights a little. Where two claims of a story would
// have one name, the later takes a word more, and in the end a number.

const (
	nameWords   = 4  // words of a name, the speaker not counted
	moreWords   = 8  // when fewer do not tell it from others
	longestName = 60 // bytes, from which no further word is taken
	coarse      = 1  // step in which weights are compared
)

// name names all claims, in order.
func (cs *Claims) name() {
	taken := make(map[string]int, len(cs.All))
	for i := range cs.All {
		c := &cs.All[i]
		n := cs.namer(c)
		for words := nameWords; ; words++ {
			c.Name = n.name(words)
			if _, again := taken[c.Name]; !again || words >= min(moreWords, len(n.words)) {
				break
			}
		}
		taken[c.Name]++
		if k := taken[c.Name]; k > 1 {
			c.Name += " (" + strconv.Itoa(k) + ")"
			taken[c.Name]++
		}
	}
}

// nameWord is a word of the lead that may stand in the name.
type nameWord struct {
	span   report.Span
	weight float64
}

// namer makes a claim's name.
type namer struct {
	text     string     // of the lead's report
	start    int        // of the lead, and
	end      int        // where it ends
	words    []nameWord // the heaviest first
	speaker  string
	capitals bool // whether most words of the lead have one
}

func (cs *Claims) namer(c *Claim) *namer {
	n := &namer{text: cs.set.ReportOf(c.Lead).Text, start: cs.set.All[c.Lead].Span.Start, end: cs.set.All[c.Lead].Span.End}
	story, at := cs.links.StoryOf(c.Lead)
	if len(c.Statements) > 1 {
		for _, u := range c.units {
			if u.IsSpeaker() {
				n.speaker = shortName(story.Speaker(u.ID))
			}
		}
	}
	n.capitals = titled(n.text[n.start:n.end])
	var met []string
	for span, units := range story.Spans(at) {
		weight := c.weigh(units)
		word := strings.ToLower(n.text[span.Start:span.End])
		if weight == 0 || slices.Contains(met, word) || n.isSpeaker(span) {
			continue
		}
		met = append(met, word)
		n.words = append(n.words, nameWord{span, math.Round(weight / coarse)})
	}
	slices.SortStableFunc(n.words, func(a, b nameWord) int { return cmp.Compare(b.weight, a.weight) })
	return n
}

func (n *namer) isSpeaker(word report.Span) bool {
	return n.speaker != "" && strings.Contains(strings.ToLower(n.speaker), strings.ToLower(n.text[word.Start:word.End]))
}

// name is the name of so many words.
func (n *namer) name(words int) string {
	var spans []report.Span
	long := 0
	for _, w := range n.words[:min(words, len(n.words))] {
		if long += w.span.Len() + 3; long > longestName && len(spans) > 0 {
			break
		}
		spans = append(spans, w.span)
	}
	slices.SortFunc(spans, func(a, b report.Span) int { return cmp.Compare(a.Start, b.Start) })
	var parts []string
	end := -1
	for i, s := range spans {
		s.Start = n.denied(s.Start)
		s.End = n.whole(s, spans[i+1:])
		if s.Start < end {
			continue // whole already
		}
		if end >= 0 && strings.Trim(n.text[end:s.Start], " -") == "" {
			parts[len(parts)-1] += n.text[end:s.End]
		} else {
			parts = append(parts, n.text[s.Start:s.End])
		}
		end = s.End
	}
	if n.speaker != "" {
		parts = append(parts, n.speaker)
	}
	if len(parts) == 0 {
		parts = append(parts, n.opening(words))
	}
	return statement.OneLine(strings.Join(parts, " · "))
}

// nameParts is how many words a name of a person or place is made longer by.
const nameParts = 2

// whole is where the name of a person or place ends of which a word is the beginning, so that none is cut: "Meg" becomes
// "Meg Whitman". In a headline, where every word has a capital, nothing tells a name.
func (n *namer) whole(word report.Span, later []report.Span) int {
	end := word.End
	if first, _ := utf8.DecodeRuneInString(n.text[word.Start:]); !unicode.IsUpper(first) || n.capitals {
		return end
	}
	for more := 0; ; more++ {
		rest, ok := strings.CutPrefix(n.text[end:n.end], " ")
		first, _ := utf8.DecodeRuneInString(rest)
		if !ok || !unicode.IsUpper(first) {
			break
		}
		next := report.Span{Start: end + 1, End: end + 1 + strings.IndexFunc(rest+" ", func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })}
		if n.isSpeaker(next) || len(later) > 0 && later[0].Start < next.End {
			break
		}
		if more == nameParts {
			return word.End // a title and a name, or more
		}
		end = next.End
	}
	return end
}

// titled reports whether most words of a statement have a capital, as in many headlines.
func titled(text string) bool {
	all, capital := 0, 0
	for w := range strings.FieldsSeq(text) {
		first, _ := utf8.DecodeRuneInString(w)
		if all++; unicode.IsUpper(first) || unicode.IsDigit(first) {
			capital++
		}
	}
	return 5*capital >= 3*all
}

// opening is so many words of the lead as they stand there, for a claim none of whose words weighs anything.
func (n *namer) opening(words int) string {
	all := strings.Fields(n.text[n.start:n.end])
	return strings.Join(all[:min(words, len(all))], " ")
}

// denied is where a word begins together with the "no" or "not" before it.
func (n *namer) denied(start int) int {
	before := n.text[n.start:start]
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	last := trimmed[strings.LastIndexFunc(trimmed, unicode.IsSpace)+1:]
	switch strings.ToLower(last) {
	case "no", "not", "never", "without":
		return n.start + len(trimmed) - len(last)
	}
	return start
}

// bodies are words that make a name one of a body, which is given whole.
var bodies = language.English("assertion", "bodies")

// shortName is a person's last name, or a body's whole one.
func shortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 {
		return name
	}
	for _, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) || bodies.Has(strings.ToLower(w)) {
			return name
		}
	}
	return words[len(words)-1]
}
