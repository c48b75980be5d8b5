package report

import (
	"path"
	"slices"
	"strings"
)

// listing is a sources.json in an archive: what it says of the files beside and below it.
type listing struct {
	folder  string // in the archive, "." for its top
	entries []Entry
}

// listed reads the sources.json that is a part of the archive.
func (in *input) listed(part string, data []byte) {
	entries, err := ParseSources(data)
	if err != nil {
		in.problem(part, err)
	}
	in.lists = append(in.lists, listing{path.Dir(strings.TrimPrefix(part, "!")), entries})
}

// tellFrom adds to what was read of the archive what its lists say of it: they win over what a file says, and of two the one
// that lies nearer to the file.
func (in *input) tellFrom(drafts []draft) {
	slices.SortStableFunc(in.lists, func(a, b listing) int { return b.depth() - a.depth() })
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
