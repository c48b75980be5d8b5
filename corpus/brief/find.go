package brief

import (
	"fmt"
	"path/filepath"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Found is where an anchor's passage is in a set of statements.
type Found struct {
	State       State
	Report      report.ID    // -1 when the report is not in the set; of an orphan, the report in which it stood
	First, Last statement.ID // that the passage touches; -1 for an orphan
	Span        report.Span  // bytes of the report's text; empty for an orphan
	Differences []Difference // of an edited passage: from its words to those that stand there now
	Why         string       // of an orphan: why it was not found again
}

// Locator finds anchors in one set of statements and remembers where. It is for one goroutine at a time.
type Locator struct {
	set   *statement.Set
	texts map[Hash][]report.ID
	words map[report.ID][]word
	found map[place]Found
}

// place is what tells anchors apart.
type place struct {
	text       Hash
	outlet     string
	file       string
	start, end int
}

// NewLocator makes a Locator for set.
func NewLocator(set *statement.Set) *Locator {
	f := &Locator{
		set: set, texts: make(map[Hash][]report.ID), words: make(map[report.ID][]word), found: make(map[place]Found),
	}
	for i := range set.Reports {
		h := Hash(set.Reports[i].TextHash)
		f.texts[h] = append(f.texts[h], report.ID(i))
	}
	return f
}

// Set is the statements in which f finds.
func (f *Locator) Set() *statement.Set { return f.set }

// Find finds a passage again. It is in place when the same words stand at the same bytes, moved when they stand
// elsewhere in the report, edited when other words stand in their place, and otherwise an orphan. It never answers with
// another sentence that merely has the same words.
func (f *Locator) Find(a Anchor) Found {
	key := place{a.TextHash, a.Outlet, a.File, a.Start, a.End}
	found, ok := f.found[key]
	if !ok {
		found = f.find(a)
		f.found[key] = found
	}
	return found
}

func (f *Locator) find(a Anchor) Found {
	reports := f.reports(a.Ref)
	if len(reports) == 0 {
		return Found{State: Orphan, Report: -1, First: -1, Last: -1, Why: "its report is not among those that are open"}
	}
	for _, r := range reports {
		if span, ok := f.unchanged(r, a); ok {
			return f.at(r, span, a)
		}
	}
	for _, r := range reports {
		if span, ok := f.sameWords(r, a); ok {
			return f.at(r, span, a)
		}
	}
	for _, r := range reports {
		if span, ok := f.changedWords(r, a); ok {
			return f.at(r, span, a)
		}
	}
	return Found{State: Orphan, Report: reports[0], First: -1, Last: -1, Why: f.why(reports[0], a)}
}

// at is what was found at a span.
func (f *Locator) at(r report.ID, span report.Span, a Anchor) Found {
	first, last := statementsAt(f.set, r, span)
	found := Found{Report: r, First: first, Last: last, Span: span}
	switch now := f.set.Reports[r].Text[span.Start:span.End]; {
	case now != a.Exact:
		found.State, found.Differences = Edited, Differences(a.Exact, now)
	case span != a.Span():
		found.State = Moved
	}
	return found
}

func (f *Locator) why(r report.ID, a Anchor) string {
	switch n := len(standing(f.set.Reports[r].Text, a)); n {
	case 0:
		return "its words are not in the report any more"
	case 1:
		return "its words stand in another place of the report, and nothing shows that it is the same"
	default:
		return fmt.Sprintf("its words stand in %d places of the report, and nothing shows which is the same", n)
	}
}

// reports is the reports that may be the anchor's, all of the best kind there is: the same text of the same outlet; the
// same text or file of a file of the same name, whose outlet may have got another name; then, of the same outlet, a file
// of the same name, the same address, the same title. Another outlet with the same text is none of them.
func (f *Locator) reports(a Ref) []report.ID {
	if those := f.unchangedReports(a); len(those) > 0 {
		return those
	}
	base := filepath.Base(a.File)
	for _, is := range []func(r *report.Report) bool{
		func(r *report.Report) bool {
			return r.Outlet == a.Outlet && r.TextHash == a.TextHash && r.Path == a.File
		},
		func(r *report.Report) bool { return r.Outlet == a.Outlet && r.TextHash == a.TextHash },
		func(r *report.Report) bool {
			return filepath.Base(r.Path) == base && (r.TextHash == a.TextHash || r.FileHash == a.FileHash)
		},
		func(r *report.Report) bool { return r.Outlet == a.Outlet && r.FileHash == a.FileHash },
		func(r *report.Report) bool { return r.Outlet == a.Outlet && r.Path == a.File },
		func(r *report.Report) bool { return r.Outlet == a.Outlet && filepath.Base(r.Path) == base },
		func(r *report.Report) bool { return r.Outlet == a.Outlet && r.URL == a.URL && a.URL != "" },
		func(r *report.Report) bool { return r.Outlet == a.Outlet && r.Title == a.Title && a.Title != "" },
	} {
		var those []report.ID
		for i := range f.set.Reports {
			if is(&f.set.Reports[i]) {
				those = append(those, report.ID(i))
			}
		}
		if len(those) > 0 {
			return those
		}
	}
	return nil
}

// unchangedReports is the reports with the same text and outlet, of several that of the same file.
func (f *Locator) unchangedReports(a Ref) []report.ID {
	var those []report.ID
	for _, r := range f.texts[a.TextHash] {
		if f.set.Reports[r].Outlet != a.Outlet {
			continue
		}
		if f.set.Reports[r].Path == a.File {
			return []report.ID{r}
		}
		those = append(those, r)
	}
	return those
}

// unchanged finds a passage in the text that it was marked in.
func (f *Locator) unchanged(r report.ID, a Anchor) (report.Span, bool) {
	rep := &f.set.Reports[r]
	return a.Span(), rep.TextHash == a.TextHash && a.Start >= 0 && a.Start < a.End && a.End <= len(rep.Text) &&
		rep.Text[a.Start:a.End] == a.Exact
}
