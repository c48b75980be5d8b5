// Package revision keeps the texts that a report had before its file changed, and tells two texts of one report apart.
// [NewShelf] opens the place where they are kept, [Compare] lays two of them side by side.
package revision

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/whole"
)

// Text is what a report's file said at one time.
type Text struct {
	Path      string    `json:"path"` // absolute, unless the report is of no file
	Read      time.Time `json:"read"` // when the program read it first
	Published string    `json:"published,omitempty"`
	Text      string    `json:"text"`
}

// Of is the text of a report that was read at a time.
func Of(r *report.Report, read time.Time) Text {
	return Text{place(r.Path), read.UTC().Truncate(time.Second), r.Published.String(), r.Text}
}

// place is a path that means the same wherever the program is started.
func place(path string) string {
	if path == "-" || strings.Contains(path, ":") {
		return path
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// What a shelf keeps at most: when there is more, the texts that were read longest ago go first.
const (
	mostTexts = 500
	mostBytes = 32 << 20
	mostOne   = 4 << 20 // a longer text is not kept
)

// Shelf keeps older texts under the hashes of their path and their text. A text never changes.
type Shelf struct {
	guard  sync.Mutex
	folder string
	here   []Text // of this run
}

// NewShelf is a shelf in a folder, which is made when there is something to keep. "" keeps texts for this run only.
func NewShelf(folder string) *Shelf { return &Shelf{folder: folder} }

var errLong = fmt.Errorf("its older text is longer than %d bytes and was not kept", mostOne)

// Keep keeps a text. The error says why it will not be there after this run.
func (s *Shelf) Keep(t Text) error {
	s.guard.Lock()
	defer s.guard.Unlock()
	if len(t.Text) > mostOne {
		return errLong
	}
	if !slices.ContainsFunc(s.here, t.same) {
		s.here = append(s.here, t)
		bytes := 0
		for i := len(s.here) - 1; i >= 0; i-- {
			if bytes += len(s.here[i].Text); bytes > mostBytes || len(s.here)-i > mostTexts {
				s.here = slices.Delete(s.here, 0, i+1)
				break
			}
		}
	}
	if s.folder == "" {
		return nil
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	data, err := json.Marshal(t)
	if err != nil {
		return err
	}
	if err := whole.Create(filepath.Join(s.folder, t.name()), data, 0o600); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return s.sweep()
}

func (t Text) same(u Text) bool { return t.Path == u.Path && t.Text == u.Text }

func short(text string) string {
	hash := sha256.Sum256([]byte(text))
	return hex.EncodeToString(hash[:])
}

// name is the file of a text: all of one path begin alike.
func (t Text) name() string { return short(t.Path)[:24] + "-" + short(t.Text) + ".json" }

// sweep removes what is more than a shelf keeps.
func (s *Shelf) sweep() error {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return err
	}
	var files []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && strings.HasSuffix(e.Name(), ".json") {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	var bytes int64
	for i, f := range files {
		if bytes += f.Size(); i < mostTexts && bytes <= mostBytes {
			continue
		}
		if err := os.Remove(filepath.Join(s.folder, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Older is the texts that a report had, the oldest first, without the one that it has now. A kept file that is damaged, or
// is not what its name says, is passed over.
func (s *Shelf) Older(r *report.Report) []Text {
	s.guard.Lock()
	defer s.guard.Unlock()
	now := Of(r, time.Time{})
	var all []Text
	add := func(t Text) {
		if t.Path == now.Path && t.Text != now.Text && !slices.ContainsFunc(all, t.same) {
			all = append(all, t)
		}
	}
	for _, t := range s.here {
		add(t)
	}
	if s.folder != "" {
		files, _ := os.ReadDir(s.folder) // a pattern would take signs in the folder's own name for wildcards
		for _, file := range files {
			if strings.HasPrefix(file.Name(), now.name()[:25]) && strings.HasSuffix(file.Name(), ".json") {
				if t, ok := take(filepath.Join(s.folder, file.Name())); ok {
					add(t)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Text) int { return cmp.Or(a.Read.Compare(b.Read), strings.Compare(a.Text, b.Text)) })
	return all
}

func take(file string) (Text, bool) {
	var t Text
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() || info.Size() > 8*mostOne {
		return t, false
	}
	data, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(data, &t) != nil || t.name() != filepath.Base(file) {
		return t, false
	}
	return t, true
}
