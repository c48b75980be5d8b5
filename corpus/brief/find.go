package brief

import (
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

// Difference is a run of words that two wordings share, or that only one of them has.
type Difference struct {
	Was, Now string // equal, or one of them empty
}

// Finder finds anchors in one set of statements and remembers where. It is for one goroutine at a time.
type Finder struct {
	set   *statement.Set
	texts map[Hash][]report.ID
	found map[place]Found
}

// place is what tells anchors apart.
type place struct {
	text       Hash
	outlet     string
	start, end int
}

// NewFinder makes a Finder for set.
func NewFinder(set *statement.Set) *Finder {
	f := &Finder{set: set, texts: make(map[Hash][]report.ID), found: make(map[place]Found)}
	for i := range set.Reports {
		h := Hash(set.Reports[i].TextHash)
		f.texts[h] = append(f.texts[h], report.ID(i))
	}
	return f
}

// Set is the statements in which f finds.
func (f *Finder) Set() *statement.Set { return f.set }

// Find finds a passage again. It is in place when the same words stand at the same bytes, moved when they stand
// elsewhere in the report, edited when other words stand in their place, and otherwise an orphan. It never answers with
// another sentence that merely has the same words.
func (f *Finder) Find(a Anchor) Found {
	key := place{a.TextHash, a.Outlet, a.Start, a.End}
	found, ok := f.found[key]
	if !ok {
		found = f.find(a)
		f.found[key] = found
	}
	return found
}

func (f *Finder) find(a Anchor) Found {
	for _, r := range f.texts[a.TextHash] {
		if text := f.set.Reports[r].Text; f.set.Reports[r].Outlet == a.Outlet && a.End <= len(text) && text[a.Start:a.End] == a.Exact {
			return f.at(r, a.Span(), InPlace)
		}
	}
	return Found{State: Orphan, Report: -1, First: -1, Last: -1, Why: "its report is not among those that are open"}
}

func (f *Finder) at(r report.ID, span report.Span, s State) Found {
	first, last := statementsAt(f.set, r, span)
	return Found{State: s, Report: r, First: first, Last: last, Span: span}
}
