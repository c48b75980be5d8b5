package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// item is a file that is to be read.
type item struct {
	tree   tree
	name   string
	within string // its path below the folder being walked, with slashes, as sources.json names it
	known  source // what sources.json says of it
}

// walker finds the files to read, in order, and keeps what went wrong on the way.
type walker struct {
	tree     tree
	limit    int64
	seen     map[string]bool     // files and folders already met, by tree.same
	sources  map[string][]source // of each folder whose sources.json was read
	texts    int                 // met so far, read already or not
	problems []Problem
}

func newWalker(t tree, limit int64) *walker {
	return &walker{tree: t, limit: limit, seen: map[string]bool{}, sources: map[string][]source{}}
}

func (w *walker) problem(name string, err error) {
	w.problems = append(w.problems, Problem{name, err})
}

// meet reports whether the file or folder is met for the first time, so that nothing is read twice and a symbolic link
// to a folder above ends the walk there.
func (w *walker) meet(name string) bool {
	key := w.tree.same(name)
	first := !w.seen[key]
	w.seen[key] = true
	return first
}

// named finds the files of a path that a user gave.
func (w *walker) named(name string) []item {
	info, err := w.tree.stat(name)
	switch {
	case err != nil:
		w.problem(name, plainly(err))
	case info.IsDir():
		return w.whole(name)
	case irregular(info.Mode()) != nil:
		w.problem(name, irregular(info.Mode()))
	case formatOf(w.tree.base(name)) == nil:
		w.problem(name, unreadable(w.tree.base(name)))
	case w.meet(name):
		w.texts++
		it := item{tree: w.tree, name: name, within: w.tree.base(name)}
		for _, s := range w.sourcesOf(w.tree.folder(name)) {
			if s.File == it.within {
				it.known = it.known.or(s)
			}
		}
		return []item{it}
	}
	return nil
}

// whole finds the files of a folder that a user gave; to find none is a problem.
func (w *walker) whole(folder string) []item {
	if !w.meet(folder) {
		return nil
	}
	problems, texts := len(w.problems), w.texts
	items := w.folder(folder)
	if w.texts == texts && len(w.problems) == problems {
		w.problem(folder, errors.New("a folder without texts: looked for "+kinds))
	}
	return items
}

// folder finds the files of a folder and of those below it: those that its sources.json lists in the order of that
// list, then the others in natural order.
func (w *walker) folder(folder string) []item {
	entries, err := w.tree.list(folder)
	if err != nil {
		w.problem(folder, plainly(err))
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if !hidden(e.Name()) && e.Name() != sourcesName {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, natural)
	var items []item
	for _, base := range names {
		items = append(items, w.entry(folder, base)...)
	}
	return w.ordered(folder, items)
}

// entry is what one name in a folder leads to. Files of other kinds are passed over.
func (w *walker) entry(folder, base string) []item {
	name := w.tree.join(folder, base)
	info, err := w.tree.stat(name)
	if err == nil && info.IsDir() {
		if !w.meet(name) {
			return nil
		}
		below := w.folder(name)
		for i := range below {
			below[i].within = base + "/" + below[i].within
		}
		return below
	}
	if formatOf(base) == nil || err == nil && info.Mode().IsRegular() && formatOf(base).guessed && !w.looksLikeText(name) {
		return nil
	}
	if err == nil {
		err = irregular(info.Mode())
	} else {
		err = plainly(err)
	}
	if err != nil {
		w.problem(name, err)
		return nil
	}
	w.texts++
	if !w.meet(name) {
		return nil
	}
	return []item{{tree: w.tree, name: name, within: base}}
}

// ordered puts the items that the folder's sources.json lists first and tells each what is said of it; what a
// sources.json nearer to the file says comes before.
func (w *walker) ordered(folder string, items []item) []item {
	list := w.sourcesOf(folder)
	if len(list) == 0 {
		return items
	}
	at := map[string]int{} // index into items
	for i, it := range items {
		at[it.within] = i
	}
	rank := make([]int, len(items)) // 0: not listed
	for k, s := range list {
		i, ok := at[s.File]
		if !ok {
			w.listed(folder, s.File)
			continue
		}
		items[i].known = items[i].known.or(s)
		if rank[i] == 0 {
			rank[i] = k + 1
		}
	}
	order := make([]item, 0, len(items))
	for _, s := range list {
		if i, ok := at[s.File]; ok && rank[i] > 0 {
			order, rank[i] = append(order, items[i]), -1
		}
	}
	for i, it := range items {
		if rank[i] == 0 {
			order = append(order, it)
		}
	}
	return order
}

// listed looks into a file that a sources.json lists and the walk did not find: to be missing is a problem, to be of
// another kind, or read already, is none.
func (w *walker) listed(folder, file string) {
	name := w.tree.join(folder, file)
	if _, err := w.tree.stat(name); err != nil {
		w.problem(name, fmt.Errorf("listed in %s: %w", sourcesName, plainly(err)))
	}
}

// sourcesOf is the folder's sources.json, nil when there is none or none that can be read.
func (w *walker) sourcesOf(folder string) []source {
	if list, ok := w.sources[folder]; ok {
		return list
	}
	w.sources[folder] = nil
	name := w.tree.join(folder, sourcesName)
	if info, err := w.tree.stat(name); err != nil || info.IsDir() {
		return nil
	}
	data, err := load(w.tree, name, w.limit)
	if err != nil {
		w.problem(name, err)
		return nil
	}
	list, err := parseSources(data)
	if err != nil {
		w.problem(name, err)
	}
	w.sources[folder] = list
	return list
}

// looksLikeText guesses, from how a file without an extension begins, whether it is a text. One that cannot be opened
// passes, so that it is reported.
func (w *walker) looksLikeText(name string) bool {
	f, err := w.tree.open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4096))
	return err != nil || binary(head) == nil
}
