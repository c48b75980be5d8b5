// Package methods says how a study was made, so that a reader can judge it and do it again: [Of] gathers the record of versions,
// hashes, thresholds, counts, decisions and agreement; [Record.Prose] is its paragraph and [Record.Table] its table. [Print] and
// [Compare] tell whether a later run finds the same.
package methods

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/language"
	"parallax/corpus/match"
	"parallax/corpus/report"
)

// Source is what a record is made of.
type Source struct {
	Version string // of the program
	Corpus  *corpus.Corpus
	Links   *match.Links
	Claims  *claim.Claims
	Kept    *brief.Resolved // the session over the corpus
	Weights *match.Weights  // by which Links were scored
	Book    *Book           // nil for none
	// Agreement is of two coders, Coders are their names; none when there was one coder.
	Agreement []coding.Agreement
	Coders    [2]string
	Alone     string // what a passage is that only one coder marked: see coding.Rules
}

// Book is a codebook as it was used.
type Book struct {
	Name  string // of its file
	Hash  brief.Hash
	Codes int
}

// Record is how a study was made.
type Record struct {
	Version   string
	Weights   brief.Hash
	Threshold float64  // of links
	Numbers   []Number // by which claims are made of links, by name
	Book      *Book
	Texts     brief.Hash // over all texts: see Texts
	Files     []File
	From, To  string // the first and the last day on which a report says it was published, as 2022-03-10; "" for none
	Counts    brief.Counts
	Dated     int // reports that give a day
	Folded    []report.Problem
	Passed    []report.Problem
	Failed    []report.Problem
	Left      []brief.LeftOut // reports that the reader left out of the frame
	Decided   []Decided
	Passages  int // marked, each wording counted
	Coded     int // statements that bear a code
	Agreement []coding.Agreement
	Coders    [2]string
	Alone     string
}

// Number is a number with a name.
type Number struct {
	Name  string
	Value float64
}

// File is a report of the study.
type File struct {
	Path   string
	Outlet string
	Text   brief.Hash // of the text that was taken
	File   brief.Hash // of the bytes
	Reader string     // what made the text of the bytes
}

// Decided is how many decisions of a kind a coder made that still hold.
type Decided struct {
	Kind  string
	Coder string // "" for one without a name
	N     int
}

// Of is the record of a study.
func Of(s Source) *Record {
	c := s.Corpus
	r := &Record{
		Version: s.Version, Weights: s.Weights.Hash(), Threshold: s.Weights.Threshold(), Book: s.Book, Counts: count(c, s.Links, s.Claims, s.Kept),
		Failed: c.Problems, Left: s.Kept.Brief.LeftOut, Decided: decided(s.Kept.Brief), Coded: len(s.Kept.Coded()),
		Agreement: s.Agreement, Coders: s.Coders, Alone: s.Alone,
	}
	for name, v := range s.Weights.Claims() {
		r.Numbers = append(r.Numbers, Number{name, v})
	}
	slices.SortFunc(r.Numbers, func(a, b Number) int { return cmp.Compare(a.Name, b.Name) })
	for _, p := range c.Passed {
		if corpus.Folded(p) {
			r.Folded = append(r.Folded, p)
		} else {
			r.Passed = append(r.Passed, p)
		}
	}
	for i := range c.Reports {
		if s.Kept.IsLeftOut(report.ID(i)) {
			continue
		}
		one := &c.Reports[i]
		r.Files = append(r.Files, File{one.Path, one.Outlet, one.TextHash, one.FileHash, one.Reader})
		if day := one.Published.ISO(); day != "" {
			r.Dated++
			if r.From == "" || day < r.From {
				r.From = day
			}
			r.To = max(r.To, day)
		}
	}
	r.Texts = Texts(r.Files)
	for _, e := range s.Kept.Brief.Entries {
		r.Passages += len(e.Wordings)
	}
	return r
}

// Texts is one SHA-256 over all texts of a study, whatever their files are called and in whatever order they come: of the
// hexadecimal SHA-256 of each text, sorted, each with a line end. The list of hashes through sort and sha256sum gives the same.
func Texts(files []File) brief.Hash {
	var lines []string
	for _, f := range files {
		lines = append(lines, fmt.Sprintf("%x\n", f.Text))
	}
	slices.Sort(lines)
	return sha256.Sum256([]byte(strings.Join(lines, "")))
}

// Short is the record in a line, for whatever is exported: which program, by which weights and from which score, made of what.
func (r *Record) Short() string {
	return Short(r.Version, r.Weights, r.Threshold, r.Counts)
}

// Short is that line.
func Short(version string, weights brief.Hash, threshold float64, n brief.Counts) string {
	return "parallax " + Stamp(version, weights, threshold, n)
}

// StampOf is the line without the program's name, as it stands where exports name the version.
func StampOf(s Source) string {
	return Stamp(s.Version, s.Weights.Hash(), s.Weights.Threshold(), count(s.Corpus, s.Links, s.Claims, s.Kept))
}

// Stamp is that line.
func Stamp(version string, weights brief.Hash, threshold float64, n brief.Counts) string {
	return fmt.Sprintf("%s; weights sha256 %x; links from %.3f; %s, %s, %s, %s (%d boilerplate), %s, %s", version, weights[:digestBytes], threshold,
		language.Counted(n.Reports, "report"), language.Counted(n.Outlets, "outlet"), language.Counted(n.Stories, "story"), language.Counted(n.Statements, "statement"),
		n.Boilerplate, language.Counted(n.Links, "link"), language.Counted(n.Claims, "claim"))
}
