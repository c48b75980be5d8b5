// Package blind lets a coder read without knowing who published what, and without the codes of the other. [New] makes a
// [Mask]; [Mask.Corpus] is reports with letters in the place of outlets, [Mask.Brief] a brief as the one coder made it, in terms
// of those reports, and [Mask.Truly] a change that was made to it in terms of the true ones, as it is kept.
//
// Names are put away once, where the reports are laid on the desk, and not wherever a screen writes one: a screen that is
// added later cannot give them away. What is kept is true, so a brief of what was marked blind verifies like any other. The
// words of the reports stay as they are: an outlet that names itself in its text is named there.
package blind

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/report"
)

// Mask knows which letter stands for which outlet. It is for one goroutine at a time.
type Mask struct {
	seed    uint64
	coder   string
	letters map[string]string // by outlet
	files   map[string]string // what stands for a path
	hides   *regexp.Regexp    // the outlets' names, in titles
	truth   map[key]brief.Ref
	hidden  map[*brief.Entry]*brief.Entry
	last    *brief.Brief // that was masked, and what came of it
	became  *brief.Brief
}

// key is what a masked reference is known by.
type key struct {
	text   brief.Hash
	outlet string
	file   string
}

// New is a mask for a coder, who has a name or none. With the same seed the same outlets have the same letters.
func New(seed uint64, coder string) *Mask {
	return &Mask{
		seed: seed, coder: coder, letters: make(map[string]string), files: make(map[string]string), truth: make(map[key]brief.Ref),
		hidden: make(map[*brief.Entry]*brief.Entry),
	}
}

// Corpus is c with letters for outlets. Their addresses, bylines, notes and file names are put away with them, and why files
// were left out.
func (m *Mask) Corpus(c *corpus.Corpus) *corpus.Corpus {
	m.meet(c.Reports)
	next := *c
	next.Reports = slices.Clone(c.Reports)
	for i := range next.Reports {
		r := &next.Reports[i]
		ref := m.ref(brief.RefTo(r))
		r.Path, r.Outlet, r.Title, r.URL, r.Byline, r.Note = ref.File, ref.Outlet, ref.Title, "", "", ""
		r.Facts, r.Raw, r.Map = report.Facts{}, "", nil
	}
	set := *c.Statements
	set.Reports, set.Outlets = next.Reports, report.OutletsOf(next.Reports)
	next.Statements = &set
	stories := *c.Stories
	stories.All = slices.Clone(c.Stories.All)
	for i := range stories.All {
		about := slices.Clone(stories.All[i].About)
		for k, words := range about {
			about[k] = m.title(words)
		}
		stories.All[i].About = about
	}
	next.Stories = &stories
	next.Passed, next.Problems = m.left(c.Passed), m.left(c.Problems)
	return &next
}

// errLeft is said of every file that was left out.
var errLeft = errors.New("left out; why is not said while outlets are hidden")

func (m *Mask) left(files []report.Problem) []report.Problem {
	left := make([]report.Problem, len(files))
	for i, p := range files {
		left[i] = report.Problem{Path: m.file("left out", p.Path), Err: errLeft}
	}
	return left
}

// meet gives letters to outlets that have none: by the seed, and those that come later after the first.
func (m *Mask) meet(reports []report.Report) {
	order := func(outlet string) []byte {
		sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", m.seed, outlet))
		return sum[:]
	}
	var fresh []string
	for i := range reports {
		if o := reports[i].Outlet; m.letters[o] == "" && !slices.Contains(fresh, o) {
			fresh = append(fresh, o)
		}
	}
	slices.SortFunc(fresh, func(a, b string) int { return cmp.Or(bytes.Compare(order(a), order(b)), cmp.Compare(a, b)) })
	for _, o := range fresh {
		m.letters[o] = letter(len(m.letters))
	}
	var names []string
	for o := range m.letters {
		names = append(names, bounded.ReplaceAllString(regexp.QuoteMeta(o), `\b$0\b`))
	}
	if len(names) == 0 {
		return
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	m.hides = regexp.MustCompile("(?i)" + strings.Join(names, "|"))
}

// bounded is a name that begins and ends with a letter or a digit: in a title it is looked for as a whole word.
var bounded = regexp.MustCompile(`^\w(.*\w)?$`)

// letter is A to Z, then AA, AB and so on.
func letter(n int) string {
	name := string(rune('A' + n%26))
	for n = n/26 - 1; n >= 0; n = n/26 - 1 {
		name = string(rune('A'+n%26)) + name
	}
	return name
}

// outlet is the letter of an outlet, also of one of which there is no report here.
func (m *Mask) outlet(name string) string {
	if m.letters[name] == "" {
		m.letters[name] = letter(len(m.letters))
	}
	return m.letters[name]
}

// file is what stands for a path: the letter and a number, and the ending, by which a format is known.
func (m *Mask) file(outlet, path string) string {
	if path == "" {
		return ""
	}
	if m.files[path] == "" {
		m.files[path] = fmt.Sprintf("%s %d%s", outlet, len(m.files)+1, filepath.Ext(path))
	}
	return m.files[path]
}

// ref is a reference without names.
func (m *Mask) ref(r brief.Ref) brief.Ref {
	if r.Outlet == "" && r.File == "" {
		return r
	}
	hidden := r
	hidden.Outlet = m.outlet(r.Outlet)
	hidden.File = m.file(hidden.Outlet, r.File)
	hidden.URL, hidden.Byline, hidden.Note = "", "", ""
	hidden.Title = m.title(r.Title)
	m.truth[key{hidden.TextHash, hidden.Outlet, hidden.File}] = r
	return hidden
}

// title is a title with letters for the outlets that it names.
func (m *Mask) title(title string) string {
	if m.hides == nil {
		return title
	}
	return m.hides.ReplaceAllStringFunc(title, func(name string) string {
		for o, l := range m.letters {
			if strings.EqualFold(o, name) {
				return l
			}
		}
		return name
	})
}

// truly is the reference that ref made r of; a reference that it did not make stays as it is.
func (m *Mask) truly(r brief.Ref) brief.Ref {
	if was, ok := m.truth[key{r.TextHash, r.Outlet, r.File}]; ok {
		return was
	}
	return r
}
