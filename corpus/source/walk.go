package source

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"parallax/corpus/report"
)

// item is a file that is to be read.
type item struct {
	name   string
	within string       // its path below the folder being walked, with slashes, as sources.json names it
	known  report.Facts // what sources.json says of it
}

// walker finds the files to read, in order, and keeps what came of it.
type walker struct {
	report.Reading // what came since it was last handed on
	tree           tree
	limits         report.Limits
	filter         Filter
	chapters       bool
	make           Reader
	progress       func(done, total int, file string)
	done, found    int                       // files
	ahead          int                       // paths that were not looked into yet
	seen           map[string]bool           // files and folders already met, by tree.same
	sources        map[string][]report.Entry // of each folder whose sources.json was read
	lists          map[string][]report.Entry // of each folder, what its lists of references say of files
	texts          int                       // met so far, read already or not
	late           map[string]bool           // files whose beginning already took too long
}

func newWalker(t tree, o Options) *walker {
	if o.Read == nil {
		o.Read = report.Read
	}
	return &walker{
		tree: t, make: o.Read, progress: o.Progress, limits: o.Limits.Or(report.DefaultLimits), filter: o.Filter, chapters: o.Chapters,
		seen: map[string]bool{}, late: map[string]bool{}, sources: map[string][]report.Entry{}, lists: map[string][]report.Entry{},
	}
}

func (w *walker) problem(name string, err error) {
	w.Problems = append(w.Problems, report.Problem{Path: name, Err: err})
}

func (w *walker) pass(name string, why error) {
	w.Passed = append(w.Passed, report.Problem{Path: name, Err: why})
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
		return nil
	case info.IsDir():
		return w.whole(name)
	case irregular(info.Mode()) != nil:
		w.problem(name, piped(irregular(info.Mode())))
		return nil
	}
	base := w.tree.base(name)
	if w.isList(base, name) {
		return w.attached(name)
	}
	if why := report.Tell(base, w.head(name)); why != nil {
		w.problem(name, why)
		return nil
	}
	if !w.meet(name) {
		return nil
	}
	w.texts++
	it := item{name: name, within: base}
	for _, e := range w.sourcesOf(w.tree.folder(name)) {
		if e.File == base {
			it.known = it.known.Or(e.Facts)
		}
	}
	return []item{it}
}

// whole finds the files of a folder that a user gave; to find none is a problem.
func (w *walker) whole(folder string) []item {
	if !w.meet(folder) {
		return nil
	}
	problems, texts := len(w.Problems), w.texts
	items := w.folder(folder)
	if w.texts == texts && len(w.Problems) == problems {
		w.problem(folder, errors.New("a folder without texts: looked for "+report.Kinds))
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
		if !hidden(e.Name()) && e.Name() != report.SourcesName {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, natural)
	names = w.withoutLists(folder, names)
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
	var head []byte
	if err == nil && info.Mode().IsRegular() {
		head = w.head(name)
	}
	if why := report.Tell(base, head); why != nil {
		w.pass(name, why)
		return nil
	}
	if err == nil {
		err = piped(irregular(info.Mode()))
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
	return []item{{name: name, within: base}}
}

// ordered puts the items that the folder's sources.json lists first and tells each what is said of it; what a
// sources.json nearer to the file says comes before.
func (w *walker) ordered(folder string, items []item) []item {
	list := w.sourcesOf(folder)
	references := w.lists[folder]
	if len(list)+len(references) == 0 {
		return items
	}
	at := map[string]int{} // index into items
	for i, it := range items {
		at[it.within] = i
	}
	rank := make([]int, len(items)) // 0: not listed
	for k, e := range list {
		i, ok := at[e.File]
		if !ok {
			w.listed(folder, e.File)
			continue
		}
		items[i].known = items[i].known.Or(e.Facts)
		if rank[i] == 0 {
			rank[i] = k + 1
		}
	}
	for k, r := range references {
		if i, ok := at[r.File]; ok {
			items[i].known = items[i].known.Or(r.Facts)
			if rank[i] == 0 {
				rank[i] = len(list) + k + 1
			}
		}
	}
	order := make([]item, 0, len(items))
	for _, e := range slices.Concat(list, references) {
		if i, ok := at[e.File]; ok && rank[i] > 0 {
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
		w.problem(name, fmt.Errorf("listed in %s: %w", report.SourcesName, plainly(err)))
	}
}

// sourcesOf is the folder's sources.json, nil when there is none or none that can be read.
func (w *walker) sourcesOf(folder string) []report.Entry {
	if list, ok := w.sources[folder]; ok {
		return list
	}
	w.sources[folder] = nil
	name := w.tree.join(folder, report.SourcesName)
	if info, err := w.tree.stat(name); err != nil || info.IsDir() {
		return nil
	}
	data, err := w.load(name, w.limits.Bytes)
	if err != nil {
		w.problem(name, err)
		return nil
	}
	list, err := report.ParseSources(data)
	if err != nil {
		w.problem(name, err)
	}
	w.sources[folder] = list
	return list
}

// head is how a file begins; nil when it cannot be opened or read, which to read it will say.
func (w *walker) head(name string) []byte {
	if w.late[name] {
		return nil
	}
	head, err := within(w.limits.Time, func() ([]byte, error) {
		f, err := w.tree.open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, report.HeadBytes))
	})
	if err != nil {
		w.late[name] = errors.Is(err, report.ErrLate)
		return nil
	}
	return head
}

// load is the bytes of a file of at most limit bytes, read within its time. A file that was too slow once is not tried
// again.
func (w *walker) load(name string, limit int64) ([]byte, error) {
	if w.late[name] {
		return nil, report.Late(w.limits.Time)
	}
	data, err := within(w.limits.Time, func() ([]byte, error) { return load(w.tree, name, limit) })
	return data, raisable(err)
}

// raisable says of a report that is too long what to do about it.
func raisable(err error) error {
	var over tooLong
	if errors.As(err, &over) {
		return fmt.Errorf("%w: raise it with --limit", err)
	}
	return err
}

// piped says of what is no plain file how a report in it can be read all the same.
func piped(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: send its text to standard input and name it -", err)
}
