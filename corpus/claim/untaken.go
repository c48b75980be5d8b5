package claim

import (
	"strings"

	"parallax/corpus/report"
)

// Untaken is the paragraph of an outlet's files that has most of the claim's words and was not taken as text of its reports:
// what was left out when a page was read may say what no statement does. found is false when no paragraph has half of them.
func (cs *Claims) Untaken(c ID, o report.OutletID) (of report.ID, paragraph string, found bool) {
	words := cs.leadWords(c)
	most := max(1, len(words)/2)
	for _, r := range cs.Telling(o, cs.All[c].Statements) {
		rep := &cs.set.Reports[r]
		for line := range strings.Lines(rep.Raw) {
			line = strings.TrimSpace(line)
			if n := held(strings.ToLower(line), words); n > most && !strings.Contains(rep.Text, line) {
				most, of, paragraph, found = n, r, line, true
			}
		}
	}
	return of, paragraph, found
}

// leadWords is the words by which the lead carries the claim, in lower case and without repetition.
func (cs *Claims) leadWords(c ID) map[string]bool {
	cl := &cs.All[c]
	text := cs.set.ReportOf(cl.Lead).Text
	words := make(map[string]bool)
	story, n := cs.links.StoryOf(cl.Lead)
	for span, units := range story.Spans(n) {
		if cl.weigh(units) > 0 {
			words[strings.ToLower(text[span.Start:span.End])] = true
		}
	}
	return words
}

func held(line string, words map[string]bool) int {
	n := 0
	for w := range words {
		if strings.Contains(line, w) {
			n++
		}
	}
	return n
}
