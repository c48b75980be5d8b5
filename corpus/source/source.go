// Package source finds the files that hold reports, on disk, on standard input or embedded in the program, and says of
// each that gave none why. Call [Read] with the paths a user gave, or [ReadFS] for an embedded folder. What is in a file
// is for package report to say.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"parallax/corpus/report"
)

// Options says how to read.
type Options struct {
	Limits report.Limits
	Stdin  io.Reader // read for the path "-"; nil makes "-" a Problem
}

// Read reads the files and folders that paths name, in that order; a folder's files in the order of its sources.json,
// then in natural order. A file that is named twice is read once. One bad file never stops the others; when ctx ends, the
// files that are left are not read.
func Read(ctx context.Context, paths []string, o Options) report.Reading {
	w := newWalker(disk{}, o)
	w.readAll(ctx, paths, o.Stdin)
	return w.Reading
}

// readAll reads what paths name.
func (w *walker) readAll(ctx context.Context, paths []string, stdin io.Reader) {
	for _, name := range paths {
		switch {
		case ctx.Err() != nil:
			return
		case name == "-":
			w.standardInput(ctx, stdin)
		default:
			w.read(ctx, w.named(name))
		}
	}
}

// ReadFS reads every report of an embedded folder as Read would read a folder on disk.
func ReadFS(ctx context.Context, fsys fs.FS, o Options) report.Reading {
	w := newWalker(embedded{fsys}, o)
	w.read(ctx, w.whole("."))
	return w.Reading
}

// read reads the items' files.
func (w *walker) read(ctx context.Context, items []item) {
	for _, it := range items {
		if ctx.Err() != nil {
			return
		}
		data, err := w.load(it.name, w.limits.For(w.tree.base(it.name), w.head(it.name)))
		if err != nil {
			w.problem(it.name, err)
			continue
		}
		w.add(report.Read(ctx, report.File{Path: it.name, Name: w.tree.base(it.name), Data: data, Facts: it.known}, w.limits))
	}
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
	w.add(report.Read(ctx, report.File{Path: "-", Data: data}, w.limits))
}
