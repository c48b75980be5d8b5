package archive

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/whole"
)

// Shelf keeps the texts of archived reports in which something is marked, with what the archive said of them, so that a
// brief can be printed and verified when the archive is out of reach. A text is kept under its hash and never changes.
type Shelf struct{ Folder string }

// Pin is a report in which something is marked.
type Pin struct {
	Path string
	Text [32]byte // the hash of its text when it was marked
}

var errChanged = errors.New("has another text in the archive now than when something was marked in it")

// kept is a source of what the shelf has of some reports.
type kept struct {
	pins  []Pin
	shelf Shelf
}

// Kept is the archived reports of a session as they were kept, for when no archive is asked. Those of which nothing is kept
// are passed over.
func (s Shelf) Kept(pins []Pin) source.Source { return kept{pins, s} }

func (k kept) Reports(ctx context.Context) iter.Seq2[report.Reading, error] {
	return func(yield func(report.Reading, error) bool) {
		missing := 0
		for _, p := range k.pins {
			r, err := k.shelf.Take(p.Text)
			var read report.Reading
			switch {
			case errors.Is(err, fs.ErrNotExist):
				missing++
				continue
			case err != nil:
				read.Problems = []report.Problem{{Path: p.Path, Err: err}}
			default:
				read.Reports = []report.Report{r}
			}
			if !yield(read, nil) {
				return
			}
		}
		if missing == len(k.pins) {
			yield(report.Reading{}, errors.New("its reports are in an archive: name it with --archive"))
		} else if missing > 0 {
			yield(report.Reading{Passed: []report.Problem{{Path: k.pins[0].Path, Err: fmt.Errorf("and others: %d of %d reports of the archive are not kept here, since nothing is marked in their stories; --archive reads them", missing, len(k.pins))}}}, nil)
		}
	}
}

func (k kept) Fetch(ctx context.Context, paths []string) (report.Reading, error) {
	some := slices.DeleteFunc(slices.Clone(k.pins), func(p Pin) bool { return !slices.Contains(paths, p.Path) })
	return source.Whole(ctx, kept{some, k.shelf})
}

func (k kept) Watch(context.Context) (<-chan struct{}, error) { return nil, nil }

// keptReport is a report as it is kept.
type keptReport struct {
	Path  string       `json:"path"`
	Facts report.Facts `json:"facts"`
	Text  string       `json:"text"`
}

func (s Shelf) file(hash [32]byte) string {
	return filepath.Join(s.Folder, hex.EncodeToString(hash[:])+".json")
}

// Keep keeps an archived report. One that is kept already is left as it is.
func (s Shelf) Keep(r *report.Report) error {
	if !Is(r.Path) {
		return nil
	}
	file := s.file(r.TextHash)
	if _, err := os.Lstat(file); err == nil {
		return nil
	}
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return err
	}
	data, err := json.Marshal(keptReport{r.Path, r.Facts, r.Text})
	if err != nil {
		return err
	}
	if err := whole.Create(file, data, 0o600); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// Take is the kept report with a text of that hash. It fails when there is none, and when what is kept is not that text.
func (s Shelf) Take(hash [32]byte) (report.Report, error) {
	data, err := os.ReadFile(s.file(hash))
	if err != nil {
		return report.Report{}, err
	}
	var k keptReport
	if err := json.Unmarshal(data, &k); err != nil {
		return report.Report{}, fmt.Errorf("%s: is damaged: %w", s.file(hash), err)
	}
	r := report.Archived(k.Path, k.Text, k.Facts)
	if r.TextHash != hash {
		return report.Report{}, fmt.Errorf("%s: is not the text that was kept", s.file(hash))
	}
	return r, nil
}
