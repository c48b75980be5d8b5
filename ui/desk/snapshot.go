package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/methods"
	"parallax/corpus/report"
	"parallax/corpus/review"
	"parallax/corpus/statement"
)

// Snapshot is what there is to show. It never changes.
type Snapshot struct {
	Corpus   *corpus.Corpus      // with the reader's word on boilerplate
	Linked   *corpus.Linked      // with the reader's decisions; nil until the links are there
	Progress float64             // of the linking, 0..1
	Resolved *brief.Resolved     // the brief over the statements
	Review   *review.Queue       // what is worth asking, when that was wanted; it may be of the links before
	Wordings *Wordings           // what outlets call the same thing, when that was wanted; it may be of the links before
	Since    map[string]string   // what became of files since the program was started, by path: IsNew or Changed
	Before   map[brief.Hash]bool // the texts that the session was opened with the last time; nil when this is the first
	Saved    uint64              // every action up to this one is on disk
}

// Kept reports whether the statement, or words of it, is in the brief.
func (s Snapshot) Kept(id statement.ID) bool { return len(s.Resolved.Marks(id)) > 0 }

// MarksByReport is how many passages of each report are in the brief.
func (s Snapshot) MarksByReport() map[report.ID]int {
	marks := make(map[report.ID]int)
	for _, e := range s.Resolved.Brief.Entries {
		for _, w := range e.Wordings {
			if at := s.Resolved.Find(w.Anchor); at.State != brief.Orphan {
				marks[at.Report]++
			}
		}
	}
	return marks
}

// CodedByReport is how many statements of each report bear tags; nil when none does anywhere.
func (s Snapshot) CodedByReport() map[report.ID]int {
	var coded map[report.ID]int
	for id := range s.Resolved.Coded() {
		if st := &s.Corpus.Statements.All[id]; st.IsStory() {
			if coded == nil {
				coded = make(map[report.ID]int)
			}
			coded[st.Report]++
		}
	}
	return coded
}

// CodedOf says how far the coding of some reports has come, "" where nothing is coded anywhere.
func (s Snapshot) CodedOf(coded map[report.ID]int, reports ...report.ID) string {
	if coded == nil {
		return ""
	}
	done, of := 0, 0
	for _, r := range reports {
		done += coded[r]
		for _, st := range s.Corpus.Statements.In(r) {
			if st.IsStory() {
				of++
			}
		}
	}
	return fmt.Sprintf("coded %d of %d", done, of)
}

// MarksIn says how the passages in the brief of some reports were found in the present texts: "2 in place, 1 moved"; "" where
// nothing is marked.
func (s Snapshot) MarksIn(in func(report.ID) bool) string {
	found := make(map[brief.State]int)
	for _, e := range s.Resolved.Brief.Entries {
		for _, w := range e.Wordings {
			if at := s.Resolved.Find(w.Anchor); at.Report >= 0 && in(at.Report) {
				found[at.State]++
			}
		}
	}
	return counted(found, brief.InPlace, brief.Moved, brief.Edited, brief.Orphan)
}

// counted says how many passages were found in each of some states, and leaves out those in which none was.
func counted(found map[brief.State]int, states ...brief.State) string {
	names := map[brief.State]string{brief.InPlace: "in place", brief.Moved: "moved", brief.Edited: "edited", brief.Orphan: "not found again"}
	var parts []string
	for _, s := range states {
		if n := found[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names[s]))
		}
	}
	return strings.Join(parts, ", ")
}

// Fresh is how many of the reports are new: they came while the program runs, or were not there the last time. Without a last
// time, none is new for that.
func (s Snapshot) Fresh(reports []report.ID) int {
	n := 0
	for _, id := range reports {
		r := &s.Corpus.Reports[id]
		if s.Since[r.Path] == IsNew || s.Before != nil && !s.Before[brief.Hash(r.TextHash)] {
			n++
		}
	}
	return n
}

// TitleOf is a report's title; without one, "untitled" with the statement that it opens with.
func (s Snapshot) TitleOf(id report.ID) string {
	if title := s.Corpus.Reports[id].Title; title != "" {
		return title
	}
	all := s.Corpus.Statements.In(id)
	if len(all) == 0 {
		return "untitled"
	}
	first := max(0, slices.IndexFunc(all, func(st statement.Statement) bool { return st.IsStory() }))
	return "untitled: " + s.Corpus.Statements.Line(all[first].ID)
}

// Checked reports whether the reader has checked that the outlet is silent on what the statements say.
func (s Snapshot) Checked(outlet string, claim []statement.ID) bool {
	_, ok := s.Resolved.Checked(outlet, claim)
	return ok
}

// ClaimName is the claim's name: the reader's, else its own. There must be links.
func (s Snapshot) ClaimName(id claim.ID) string {
	c := &s.Linked.Claims.All[id]
	return cmp.Or(s.Resolved.ClaimName(c.Statements), c.Name)
}

// Stamp is the version of the program with how the links and claims were found, for a brief that holds claims.
func (s Snapshot) Stamp(version string) string {
	claimed := slices.ContainsFunc(s.Resolved.Brief.Entries, func(e *brief.Entry) bool { return e.Kind == brief.OfClaim })
	if s.Linked == nil || !claimed {
		return version
	}
	return methods.StampOf(methods.Source{
		Version: version, Corpus: s.Corpus, Links: s.Linked.Links, Claims: s.Linked.Claims, Kept: s.Resolved, Weights: s.Linked.Links.Weights(),
	})
}
