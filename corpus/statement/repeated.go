package statement

import (
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// What an outlet adds to every report shows by its repetition: the same line, near an end of several of its reports. But
// an outlet also repeats the sentences of a story in its second report of it, and those are part of both. So repetition
// counts between reports of different stories; between reports of one story only for what has furniture's place and form
// as well: a paragraph of its own at the very end or beginning that is no sentence, or addresses the reader, or names the
// outlet. Across outlets a repeated sentence is copied wire text, part of the story; only lines that are no sentences,
// near the end of many reports, count there.
//
// Whether two reports are of one story is told by the words that both have, what they repeat of each other aside: two of
// one event share 19 to 60 % of the shorter one's content words, two of different events hardly ever more than 16.

const (
	edgeStatements = 6 // from either end of a report
	manyOutlets    = 4
	storyShare     = 0.15 // of the content words of the shorter report
)

// occurrence is a statement near an end of its report.
type occurrence struct {
	id     ID
	report report.ID
}

// markRepeated marks statements that several reports carry near their ends.
func markRepeated(s *Set) {
	if len(s.Reports) < 2 {
		return
	}
	byOutlet, byWords := map[string][]occurrence{}, map[string][]occurrence{}
	for r := range s.Reports {
		in := s.In(report.ID(r))
		for i := range in {
			st := &in[i]
			if i >= edgeStatements && i+edgeStatements < len(in) || st.Kind == Headline {
				continue
			}
			if words := strings.Join(strings.Fields(language.FoldPhrase(s.Text(st.ID))), " "); hasWord(words) {
				at := occurrence{st.ID, report.ID(r)}
				byOutlet[s.Reports[r].Outlet+"\x00"+words] = append(byOutlet[s.Reports[r].Outlet+"\x00"+words], at)
				byWords[words] = append(byWords[words], at)
			}
		}
	}
	c := comparison{set: s, shared: sharedBy(byOutlet), words: map[report.ID]map[string]bool{}, same: map[[2]report.ID]bool{}}
	for _, at := range byOutlet {
		if c.acrossStories(at) || c.furniture(at) {
			mark(s, at)
		}
	}
	for _, at := range byWords {
		if byManyOutlets(s, at) {
			mark(s, at)
		}
	}
}

func mark(s *Set, at []occurrence) {
	for _, o := range at {
		if st := &s.All[o.id]; st.Boilerplate == "" {
			st.Boilerplate = repeated
		}
	}
}

// byManyOutlets reports whether the statement is a line without a full stop near the end of many outlets' reports.
func byManyOutlets(s *Set, at []occurrence) bool {
	outlets := map[string]bool{}
	for _, o := range at {
		st := &s.All[o.id]
		if text := s.Text(o.id); st.Number <= edgeStatements || endsSentence(text) || len(text) > 120 {
			return false
		}
		outlets[s.Reports[o.report].Outlet] = true
	}
	return len(outlets) >= manyOutlets
}
