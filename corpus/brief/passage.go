package brief

import (
	"errors"
	"sort"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// trimmed is span without blanks at its ends.
func trimmed(text string, span report.Span) (report.Span, error) {
	if span.Start < 0 || span.End > len(text) || span.Start > span.End ||
		!isBorder(text, span.Start) || !isBorder(text, span.End) {
		return span, errors.New("the selection does not lie within the text")
	}
	words := text[span.Start:span.End]
	span.Start += len(words) - len(strings.TrimLeft(words, blanks))
	span.End = span.Start + len(strings.Trim(words, blanks))
	if span.Len() == 0 {
		return span, errors.New("the selection is empty")
	}
	return span, nil
}

const blanks = " \t\r\n\u00a0"

// statementsAt is the first and the last statement of report r that span touches, -1 when it touches none.
func statementsAt(set *statement.Set, r report.ID, span report.Span) (first, last statement.ID) {
	all := set.In(r)
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.End > span.Start })
	j := sort.Search(len(all), func(j int) bool { return all[j].Span.Start >= span.End }) - 1
	if i > j {
		return -1, -1
	}
	return all[i].ID, all[j].ID
}

// voiceOf is whose words the span is: of all who speak in it, the one who says most, and how the longest piece of that is
// given, with ", in part" when the rest, which is the outlet's or another's, is longer. It is "" only where nobody but the
// outlet speaks, for a citation must never give a speaker's quoted words to the outlet. Quotations that run over several
// statements are one speaker's.
func voiceOf(set *statement.Set, first, last statement.ID, span report.Span) (speaker, mode string) {
	said := make(map[string]int) // bytes of the span, by speaker
	longest := make(map[string]int)
	modes := make(map[string]string)
	for id := first; id <= last; id++ {
		for _, v := range set.All[id].Voices {
			n := v.Span.Overlap(span)
			said[v.Speaker] += n
			if n > longest[v.Speaker] {
				longest[v.Speaker], modes[v.Speaker] = n, v.Mode.String()
			}
			if said[v.Speaker] > said[speaker] {
				speaker = v.Speaker
			}
		}
	}
	if speaker == "" {
		return "", ""
	}
	mode = modes[speaker]
	if 2*said[speaker] < span.Len() {
		mode += inPart
	}
	return speaker, mode
}

// inPart stands behind the mode of a voice that has less than half of the words.
const inPart = ", in part"

// occurrences is where words stand in text, also where they overlap.
func occurrences(text, words string) []int {
	var at []int
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		at = append(at, from+i)
		from += i + 1
	}
	return at
}
