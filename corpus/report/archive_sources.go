package report

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// listing is a sources.json, or a list of references, in an archive: what it says of the files beside and below it.
type listing struct {
	folder  string // in the archive, "." for its top
	entries []Entry
	after   bool   // it is a list of references, and what a sources.json says comes first
	part    string // of a list of references: where it is, and what has attachments in it
	with    []Reference
}

// listed reads the sources.json, or the list of references, that is a part of the archive.
func (in *input) listed(part string, data []byte) {
	l := listing{folder: path.Dir(strings.TrimPrefix(part, "!"))}
	var err error
	if path.Base(part) == SourcesName {
		l.entries, err = ParseSources(data)
	} else {
		l.after, l.part = true, part
		l.with, err = in.referred(part, data)
		for _, r := range l.with {
			for _, f := range r.Files {
				l.entries = append(l.entries, Entry{f, r.Facts})
			}
		}
	}
	if err != nil {
		in.problem(part, err)
	}
	in.lists = append(in.lists, l)
}

// referred is the entries of a list of references that have attachments. The others are passed over.
func (in *input) referred(part string, data []byte) (with []Reference, err error) {
	list, err := ParseReferences(data)
	for i := range list {
		if r := &list[i]; len(r.Files) == 0 {
			in.pass(part+"#"+strings.TrimPrefix(r.Name, "#"), r.Nothing())
		} else {
			with = append(with, *r)
		}
	}
	return with, err
}

// tellFrom adds to what was read of the archive what its lists say of it: they win over what a file says, and of two the one
// that lies nearer to the file. Of an entry's attachments one stays.
func (in *input) tellFrom(drafts []draft) []draft {
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
				if d.isOf(path.Join(l.folder, e.File)) {
					known = known.Or(e.Facts)
				}
			}
		}
		d.facts = known.Or(d.facts)
	}
	for _, l := range in.lists {
		for i := range l.with {
			drafts = in.oneOf(drafts, l, &l.with[i])
		}
	}
	return drafts
}

// isOf reports whether the draft is of the archive's file of that name, or of a part of it.
func (d *draft) isOf(name string) bool {
	rest, ok := strings.CutPrefix(d.part, "!"+name)
	return ok && (rest == "" || rest[0] == '#' || rest[0] == '!')
}

// oneOf is the drafts without those of the entry's attachments that are copies of the one to read. That none was read is a
// problem.
func (in *input) oneOf(drafts []draft, l listing, r *Reference) (kept []draft) {
	best := r.Best(func(file string) bool {
		name := path.Join(l.folder, file)
		return slices.ContainsFunc(drafts, func(d draft) bool { return d.isOf(name) })
	})
	if best == "" {
		in.problem(l.part+"#"+strings.TrimPrefix(r.Name, "#"), fmt.Errorf("of what is attached nothing is in the archive that could be read: %s", strings.Join(r.Files, ", ")))
		return drafts
	}
	if len(r.Files) == 1 {
		return drafts
	}
	for _, d := range drafts {
		if slices.ContainsFunc(r.Files, func(file string) bool { return file != best && d.isOf(path.Join(l.folder, file)) }) {
			in.pass(d.part, fmt.Errorf("attached in %s beside %s, which is read", path.Base(l.part), path.Base(best)))
			continue
		}
		kept = append(kept, d)
	}
	return kept
}

// meet notes a name in the archive, whatever becomes of it.
func (in *input) meet(name string) {
	if in.met == nil {
		in.met = map[string]bool{}
	}
	in.met[path.Clean(name)] = true
}

// missing says which files its lists name and the archive has not, once all of it was looked at.
func (in *input) missing() {
	if in.ctx.Err() != nil {
		return
	}
	for _, l := range in.lists {
		if l.after {
			continue // what references lead to nothing is said where they are read
		}
		for _, e := range l.entries {
			if name := path.Join(l.folder, e.File); !in.met[name] {
				in.problem("!"+name, fmt.Errorf("listed in %s: no such file in the archive", SourcesName))
			}
		}
	}
}

// depth is how far below the archive's top the list's folder lies.
func (l listing) depth() int {
	if l.folder == "." {
		return 0
	}
	return 1 + strings.Count(l.folder, "/")
}
