package statement

import (
	"strings"

	"parallax/corpus/report"
)

// What an outlet adds to every report shows by its repetition: the same line, near an end of several of its reports. Two
// versions of one report also repeat each other's lines, but nearly all of them, so reports of one outlet that share
// more than a third of their statements do not count as repeating. Across outlets a repeated sentence is copied wire
// text, part of the story; only lines that are no sentences, near the end of many reports, count there.

const (
	edgeStatements = 6 // from either end of a report
	manyOutlets    = 4
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
			if words := strings.Join(strings.Fields(folded(s.Text(st.ID))), " "); hasWord(words) {
				at := occurrence{st.ID, report.ID(r)}
				byOutlet[s.Reports[r].Outlet+"\x00"+words] = append(byOutlet[s.Reports[r].Outlet+"\x00"+words], at)
				byWords[words] = append(byWords[words], at)
			}
		}
	}
	versions := versionsOf(s, byOutlet)
	for _, at := range byOutlet {
		if repeats(at, versions) {
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

// repeats reports whether two reports of one outlet that are not versions of each other carry the statement.
func repeats(at []occurrence, versions map[[2]report.ID]bool) bool {
	for i := 1; i < len(at); i++ {
		if a, b := at[i-1].report, at[i].report; a != b && !versions[[2]report.ID{a, b}] {
			return true
		}
	}
	return false
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

// versionsOf is the pairs of reports, neighbours among those of their outlet that share a statement, that share more
// than a third of the statements near their ends: one is a version of the other.
func versionsOf(s *Set, byOutlet map[string][]occurrence) map[[2]report.ID]bool {
	shared := map[[2]report.ID]int{}
	for _, at := range byOutlet {
		for i := 1; i < len(at); i++ {
			if at[i-1].report != at[i].report {
				shared[[2]report.ID{at[i-1].report, at[i].report}]++
			}
		}
	}
	versions := map[[2]report.ID]bool{}
	for pair, n := range shared {
		size := min(len(s.In(pair[0])), len(s.In(pair[1])), 2*edgeStatements)
		versions[pair] = 3*n > size
	}
	return versions
}
