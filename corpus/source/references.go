package source

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"parallax/corpus/report"
)

// A list of references in a folder (RIS, BibTeX, CSL-JSON) says of the files that are attached to its entries what a
// sources.json would, and comes after one. Of an entry's attachments one is its report; the others are copies of it.

// isList reports whether the file is a list of references.
func (w *walker) isList(base, name string) bool {
	return report.MayList(base) && report.TellReferences(w.head(name)) != ""
}

// withoutLists reads the lists of references among the names of a folder, and is the other names.
func (w *walker) withoutLists(folder string, names []string) []string {
	kept := names[:0]
	for _, base := range names {
		name := w.tree.join(folder, base)
		if info, err := w.tree.stat(name); !report.MayList(base) || err != nil || !info.Mode().IsRegular() || !w.isList(base, name) {
			kept = append(kept, base)
			continue
		}
		w.lists[folder] = append(w.lists[folder], w.references(folder, name)...)
	}
	return kept
}

// attached is the files that a list of references leads to, for one that a user named. To lead to none is a problem.
func (w *walker) attached(name string) []item {
	if !w.meet(name) {
		return nil
	}
	folder := w.tree.folder(name)
	problems := len(w.Problems)
	var items []item
	for _, e := range w.references(folder, name) {
		file := w.tree.join(folder, e.File)
		if why := report.Tell(w.tree.base(file), w.head(file)); why != nil {
			w.pass(file, why)
			continue
		}
		if !w.meet(file) {
			continue
		}
		w.texts++
		items = append(items, item{name: file, within: e.File, known: e.Facts})
	}
	if len(items) == 0 && len(w.Problems) == problems {
		w.problem(name, errors.New("a list of references without a file to read: export it with its files"))
	}
	for i := range items {
		for _, e := range w.sourcesOf(folder) {
			if e.File == items[i].within {
				items[i].known = e.Facts.Or(items[i].known)
			}
		}
	}
	return items
}

// references reads a list: an entry for each report that it leads to. What gives none is said.
func (w *walker) references(folder, name string) (entries []report.Entry) {
	data, err := w.load(name, max(w.limits.Bytes, mostList))
	if err != nil {
		w.problem(name, err)
		return nil
	}
	list, err := report.ParseReferences(data)
	if err != nil {
		w.problem(name, err)
	}
	for i := range list {
		r := &list[i]
		if len(r.Files) == 0 {
			w.pass(name+"#"+strings.TrimPrefix(r.Name, "#"), r.Nothing())
			continue
		}
		if file := w.bestOf(folder, name, r); file != "" {
			entries = append(entries, report.Entry{File: file, Facts: r.Facts})
		}
	}
	return entries
}

// mostList is how many bytes a list of references may have at least: abstracts and keywords make it long.
const mostList = 32 << 20

// bestOf is the attachment that is the entry's report, relative to the folder; "" when there is none. The others are passed
// over, and what is missing is said.
func (w *walker) bestOf(folder, list string, r *report.Reference) string {
	listed := w.tree.base(list)
	for i, f := range r.Files {
		r.Files[i] = w.below(folder, f)
	}
	exists := map[string]bool{}
	for _, f := range r.Files {
		if path.IsAbs(f) || f == ".." || strings.HasPrefix(f, "../") {
			w.problem(f, fmt.Errorf("attached in %s: lies outside of its folder, and is not read", listed))
			continue
		}
		name := w.tree.join(folder, f)
		info, err := w.tree.stat(name)
		if err != nil {
			w.problem(name, fmt.Errorf("attached in %s: %w", listed, plainly(err)))
			continue
		}
		exists[f] = info.Mode().IsRegular()
	}
	best := r.Best(func(f string) bool { return exists[f] })
	for _, f := range r.Files {
		if name := w.tree.join(folder, f); exists[f] && f != best && w.meet(name) {
			w.pass(name, fmt.Errorf("attached in %s beside %s, which is read", listed, path.Base(best)))
		}
	}
	return best
}

// below is an absolute path as the folder's own files have theirs, when it lies in the folder.
func (w *walker) below(folder, file string) string {
	if rest, ok := strings.CutPrefix(file, strings.TrimSuffix(w.tree.slashed(folder), "/")+"/"); ok {
		return rest
	}
	return file
}
