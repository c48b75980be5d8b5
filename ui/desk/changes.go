package desk

import (
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/language"
)

// What became of a file since the program was started.
const (
	IsNew   = "new"
	Changed = "changed"
)

// Since is what became of the files of reports, by path: IsNew or Changed; those that are as they were are left out. Of
// the rest of a first reading none is new.
func Since(old, now *corpus.Corpus, rest bool) map[string]string {
	texts := make(map[string][32]byte)
	for i := range old.Reports {
		texts[old.Reports[i].Path] = old.Reports[i].TextHash
	}
	since := make(map[string]string)
	for i := range now.Reports {
		r := &now.Reports[i]
		switch text, known := texts[r.Path]; {
		case !known && !rest:
			since[r.Path] = IsNew
		case !known:
		case text != r.TextHash:
			since[r.Path] = Changed
		}
	}
	return since
}

// before is the texts of reports.
func before(refs []brief.Ref) map[brief.Hash]bool {
	if len(refs) == 0 {
		return nil
	}
	texts := make(map[brief.Hash]bool)
	for _, r := range refs {
		texts[r.TextHash] = true
	}
	return texts
}

// Changes says what became of the files since the session was last open, and what that did to the kept passages: "since the
// last time 2 new, 1 changed; of 12 kept passages (8 coded) 1 moved, 1 not found again". It is "" when all is as it was. Of
// reports that are not all read yet, whole is false, and nothing is said of files.
func (d *Desk) Changes(whole bool) string {
	var said []string
	if files := d.filesSince(); whole && files != "" {
		said = append(said, "since the last time "+files)
	}
	found, all, coded := make(map[brief.State]int), 0, 0
	for _, e := range d.now.Resolved.Brief.Entries {
		for _, w := range e.Wordings {
			found[d.now.Resolved.Find(w.Anchor).State]++
			all++
			if len(e.Tags)+len(w.Tags) > 0 {
				coded++
			}
		}
	}
	if changes := counted(found, brief.Moved, brief.Edited, brief.Orphan); changes != "" {
		said = append(said, fmt.Sprintf("of %s (%d coded) %s", language.Counted(all, "kept passage"), coded, changes))
	}
	return strings.Join(said, "; ")
}

// filesSince is how many files are new, changed and gone since the session was last open, "" when none is or it never was.
func (d *Desk) filesSince() string {
	if len(d.before) == 0 || d.mask != nil { // whose letters are not the names of files
		return ""
	}
	texts, known := make(map[brief.Hash]bool), make(map[string]bool)
	for _, r := range d.before {
		texts[r.TextHash], known[r.File] = true, true
	}
	n, here := make(map[string]int), make(map[brief.Hash]bool)
	for i := range d.now.Corpus.Reports {
		r := brief.RefTo(&d.now.Corpus.Reports[i])
		here[r.TextHash] = true
		switch {
		case texts[r.TextHash]:
		case known[r.File]:
			n[Changed]++
		default:
			n[IsNew]++
		}
		delete(known, r.File)
	}
	for _, r := range d.before {
		if known[r.File] && !here[r.TextHash] {
			n["gone"]++
		}
	}
	var parts []string
	for _, what := range []string{IsNew, Changed, "gone"} {
		if n[what] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[what], what))
		}
	}
	return strings.Join(parts, ", ")
}
