package report

import (
	"path"
	"slices"
	"strings"
)

// listing is a sources.json, or a list of references, in an archive: what it says of the files beside and below it.
type listing struct {
	folder  string // in the archive, "." for its top
	entries []Entry
	after   bool // it is a list of references, and what a sources.json says comes first
}

// listed reads the sources.json, or the list of references, that is a part of the archive.
func (in *input) listed(part string, data []byte) {
	l := listing{folder: path.Dir(strings.TrimPrefix(part, "!"))}
	var err error
	if path.Base(part) == SourcesName {
		l.entries, err = ParseSources(data)
	} else {
		l.after = true
		l.entries, err = in.referred(part, data)
	}
	if err != nil {
		in.problem(part, err)
	}
	in.lists = append(in.lists, l)
}

// referred is what a list of references says of each file that is attached in it. An entry without one is passed over.
func (in *input) referred(part string, data []byte) (entries []Entry, err error) {
	list, err := ParseReferences(data)
	for i := range list {
		r := &list[i]
		if len(r.Files) == 0 {
			in.pass(part+"#"+strings.TrimPrefix(r.Name, "#"), r.Nothing())
		}
		for _, f := range r.Files {
			entries = append(entries, Entry{f, r.Facts})
		}
	}
	return entries, err
}

// tellFrom adds to what was read of the archive what its lists say of it: they win over what a file says, and of two the one
// that lies nearer to the file.
func (in *input) tellFrom(drafts []draft) {
	slices.SortStableFunc(in.lists, func(a, b listing) int {
		if a.after != b.after {
			if b.after {
				return -1
			}
			return 1
		}
		return b.depth() - a.depth()
	})
	for i := range drafts {
		d := &drafts[i]
		var known Facts
		for _, l := range in.lists {
			for _, e := range l.entries {
				if rest, ok := strings.CutPrefix(d.part, "!"+path.Join(l.folder, e.File)); ok && (rest == "" || rest[0] == '#' || rest[0] == '!') {
					known = known.Or(e.Facts)
				}
			}
		}
		d.facts = known.Or(d.facts)
	}
}

// depth is how far below the archive's top the list's folder lies.
func (l listing) depth() int {
	if l.folder == "." {
		return 0
	}
	return 1 + strings.Count(l.folder, "/")
}
