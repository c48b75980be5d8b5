// Package source is where reports come from. A [Source] yields them: [Files] those of paths on disk and of standard input,
// [Embedded] those of a folder in the program, and package archive those of a search engine. What gave no report is said
// with why. [Whole] reads a source to its end, [Soon] for a while. What is in a file is for package report to say.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"slices"

	"parallax/corpus/report"
)

// Source is where reports come from. Its methods may be called again: the reports are then read anew.
type Source interface {
	// Reports yields what came of reading, a file or a page of an answer at a time, in order. An error ends it: it means
	// that the source failed, not that a file did, which is a Problem. When ctx ends, what is left is not read.
	Reports(ctx context.Context) iter.Seq2[report.Reading, error]
	// Fetch reads single reports, or files of them, by their paths.
	Fetch(ctx context.Context, paths []string) (report.Reading, error)
	// Watch tells when there may be something new; nil when that cannot be.
	Watch(ctx context.Context) (<-chan struct{}, error)
}

// Options says how to read.
type Options struct {
	Limits report.Limits
	Stdin  io.Reader // read for the path "-"; nil makes "-" a Problem
	Filter Filter
	Read   Reader // nil for report.Read
	// Chapters makes each chapter of a book a report of its own.
	Chapters bool
	// Progress is told, by whoever reads, how many files have been read of those that were found so far, and which is read now.
	// nil: nobody is.
	Progress func(done, total int, file string)
}

// Reader makes the reports of a file's bytes, as report.Read does.
type Reader func(context.Context, report.File, report.Limits) report.Reading

// files is a source.
type files struct {
	paths []string
	Options
}

// Files is the files and folders that paths name, in that order; a folder's files in the order of its sources.json, then in
// natural order. A file that is named twice is read once. One bad file never stops the others.
func Files(paths []string, o Options) Source { return files{paths, o} }

func (f files) Reports(ctx context.Context) iter.Seq2[report.Reading, error] {
	return func(yield func(report.Reading, error) bool) {
		w := newWalker(disk{}, f.Options)
		for i, name := range f.paths {
			if ctx.Err() != nil {
				return
			}
			w.ahead = len(f.paths) - i - 1
			if name == "-" {
				w.standardInput(ctx, f.Stdin)
				if !w.hand(yield) {
					return
				}
			} else if !w.read(ctx, w.named(name), yield) {
				return
			}
		}
	}
}

func (f files) Fetch(ctx context.Context, paths []string) (report.Reading, error) {
	return Whole(ctx, files{paths, f.Options})
}

func (f files) Watch(ctx context.Context) (<-chan struct{}, error) {
	if len(f.paths) == 0 || slices.Contains(f.paths, "-") {
		return nil, nil
	}
	return Watch(ctx, f.paths)
}

// folder is an embedded source.
type folder struct {
	fs.FS
	Options
}

// Embedded is every report of an embedded folder, read as Files would read a folder on disk.
func Embedded(fsys fs.FS, o Options) Source { return folder{fsys, o} }

func (f folder) Reports(ctx context.Context) iter.Seq2[report.Reading, error] {
	return func(yield func(report.Reading, error) bool) {
		w := newWalker(embedded{f.FS}, f.Options)
		w.read(ctx, w.whole("."), yield)
	}
}

func (f folder) Fetch(ctx context.Context, paths []string) (all report.Reading, err error) {
	w := newWalker(embedded{f.FS}, f.Options)
	for _, name := range paths {
		w.read(ctx, w.named(name), func(r report.Reading, _ error) bool {
			all.Add(r)
			return true
		})
	}
	return all, nil
}

func (f folder) Watch(context.Context) (<-chan struct{}, error) { return nil, nil }

// Whole reads a source to its end.
func Whole(ctx context.Context, s Source) (all report.Reading, err error) {
	for r, err := range s.Reports(ctx) {
		if err != nil {
			return all, err
		}
		all.Add(r)
	}
	return all, nil
}

// Read reads the files and folders that paths name.
func Read(ctx context.Context, paths []string, o Options) report.Reading {
	all, _ := Whole(ctx, Files(paths, o)) // files fail one by one
	return all
}

// ReadFS reads every report of an embedded folder.
func ReadFS(ctx context.Context, fsys fs.FS, o Options) report.Reading {
	all, _ := Whole(ctx, Embedded(fsys, o))
	return all
}

// read reads the items' files and hands on what came of each; false means that no more is wanted.
func (w *walker) read(ctx context.Context, items []item, yield func(report.Reading, error) bool) bool {
	w.found += len(items)
	for _, it := range items {
		if ctx.Err() != nil {
			break
		}
		w.tell(it.name)
		w.done++
		data, err := w.load(it.name, w.limits.For(w.tree.base(it.name), w.head(it.name)))
		if err != nil {
			w.problem(it.name, err)
			continue
		}
		w.Add(w.make(ctx, report.File{Path: it.name, Name: w.tree.base(it.name), Data: data, Facts: it.known, Chapters: w.chapters}, w.limits))
		if !w.hand(yield) {
			return false
		}
	}
	return w.hand(yield)
}

// tell tells how far the reading is. A path that was not looked into yet is one file as far as is known.
func (w *walker) tell(file string) {
	if w.progress != nil {
		w.progress(w.done, w.found+w.ahead, file)
	}
}

// hand hands on what came since the last time.
func (w *walker) hand(yield func(report.Reading, error) bool) bool {
	r := w.filter.pass(w.Reading)
	w.Reading = report.Reading{}
	return len(r.Reports)+len(r.Problems)+len(r.Passed) == 0 || yield(r, nil)
}

// standardInput reads what standard input holds, once, however often it is named.
func (w *walker) standardInput(ctx context.Context, stdin io.Reader) {
	if w.seen["-"] {
		return
	}
	w.seen["-"] = true
	if stdin == nil {
		w.problem("-", errors.New("standard input is not available here: name a file or a folder"))
		return
	}
	data, err := readBytes(stdin, 0, w.limits.Bytes)
	if err != nil {
		w.problem("-", raisable(err))
		return
	}
	w.Add(w.make(ctx, report.File{Path: "-", Data: data, Chapters: w.chapters}, w.limits))
}
