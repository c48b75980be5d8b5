package session

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/brief"
)

// Find is the session that belongs to the reports. A session under the same files and folders belongs to them as long as
// it shares one text or one file with them: a folder that gained, lost or corrected a report keeps its session. Under
// others it belongs to them when at least half of the texts of both are the same: a folder that was moved, or named file
// by file. Of several, the best in this order is taken, then the one used last.
func (st Store) Find(reports brief.Opening) (Summary, bool) {
	list, err := st.List()
	if err != nil {
		return Summary{}, false
	}
	best, found := Summary{}, false
	for _, s := range list {
		if s.Err == nil && belongs(s.Opened, reports) && (!found || nearer(s.Opened, best.Opened, reports)) {
			best, found = s, true
		}
	}
	return best, found
}

func belongs(c, to brief.Opening) bool {
	texts, files := shared(c, to)
	if sameRoots(c, to) {
		return texts+files > 0
	}
	return texts > 0 && 2*texts >= max(len(c.Reports), len(to.Reports))
}

// nearer reports whether c belongs to the reports rather than d.
func nearer(c, d, to brief.Opening) bool {
	if sameRoots(c, to) != sameRoots(d, to) {
		return sameRoots(c, to)
	}
	texts, files := shared(c, to)
	otherTexts, otherFiles := shared(d, to)
	return cmp.Or(cmp.Compare(texts, otherTexts), cmp.Compare(files, otherFiles)) > 0
}

// shared is how many texts, and how many files of other texts, both have.
func shared(c, d brief.Opening) (texts, files int) {
	byText, byFile := make(map[brief.Hash]bool), make(map[string]bool)
	for _, r := range c.Reports {
		byText[r.TextHash], byFile[r.File] = true, true
	}
	for _, r := range d.Reports {
		switch {
		case byText[r.TextHash]:
			texts++
		case byFile[r.File]:
			files++
		}
	}
	return texts, files
}

func sameRoots(c, d brief.Opening) bool {
	a, b := slices.Clone(c.Roots), slices.Clone(d.Roots)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// Unclear is the sessions that are named as the reports' would be, of which so little can be read that nobody can tell
// whether they are.
func (st Store) Unclear(reports brief.Opening) []Summary {
	list, err := st.List()
	if err != nil {
		return nil
	}
	base := nameOf(reports.Event)
	return slices.DeleteFunc(list, func(s Summary) bool {
		number := strings.TrimPrefix(strings.TrimPrefix(s.Name, base), "-")
		named := strings.HasPrefix(s.Name, base) && strings.Trim(number, "0123456789") == ""
		return !named || s.Err == nil && (len(s.Damage) == 0 || len(s.Opened.Reports) > 0)
	})
}
