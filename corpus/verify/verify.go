// Package verify checks an exported brief against its sources: is every quotation what the source says? Call [Verify].
package verify

import (
	"errors"
	"fmt"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// An exported brief is checked as its reader sees it: quotations, citations and the list of sources are read from the
// words on the page, not from anything hidden in the file, so that a brief can be edited, sent round and saved again by
// other programs, and whatever they did to a quotation shows. The convention, in all formats:
//
//   - A quotation stands between “ and ”, and directly behind it the mark of its footnote (Markdown, docx), or its
//     citation is the caption of the figure (HTML) or follows a dash (JSON). In a paragraph set apart as a quotation it
//     begins at the first “; in running text at the “ that balances the last ”. Before it may stand the outlet and a
//     colon, which then must be the outlet that is cited.
//   - A citation begins with outlet, title and date as the list of sources has them, then ", statement 11" (or
//     ", statements 11–12"), and ends with ", source 1".
//   - A source is a paragraph that begins with "Source 1: " and has "SHA-256" with the hash of its file.
//
// Everything else may be changed, moved, added and taken away. A quotation is found when its words are the words of the
// statements cited, from the first to the last, after the normalisation that export_normal.go describes. Words may be
// left out, also at the beginning and the end, only where [...] stands. [words] are the reader's and add to the source's;
// in place of words they take [...] beside them, or a letter changes its case: "[T]he". Square brackets may be the
// source's own, and are then compared like all its words.
//
// Beside that, a brief has a seal over all its lines (package seal), which tells what else was added, taken out, reworded
// and moved. Where there is none, or where a line is not as it was sealed, what a citation and the list of sources say is
// made anew from the reports given, and what the brief says in one place is held against what it says in another.

// Outcome is what the check says of a quotation or of a source.
type Outcome uint8

const (
	Verified      Outcome = iota // found where the citation says
	Changed                      // the source has other words
	Shortened                    // words are left out without a sign
	Misplaced                    // moved to another outlet: the words are another report's than the one cited
	Miscited                     // the words are that report's, but the citation's statement, title or date is wrong
	SourceChanged                // the words are still there, but the source is not what the brief was made from
	Missing                      // no source says anything like it, or the one cited was changed and does so no longer
	Unchecked                    // cannot be checked here: the source was not given, or there is no citation to read
)

func (o Outcome) String() string {
	return [...]string{
		"found", "changed", "shortened without a sign", "moved to another outlet", "cited wrongly", "source changed",
		"missing", "cannot be checked here",
	}[o]
}

// Verification is the result of a check.
type Verification struct {
	Format     string          // "md", "html", "docx" or "json"
	Program    string          // version that made the file, as it says; "" when it does not
	Quotations []Finding       // in the order of the file
	Sources    []SourceFinding // in the order of the file's list
	Seal       SealState
	SealWhy    string   // why the seal is damaged
	Changes    []Change // what was done beside the quotations, as far as it can be told
}

// Finding is what the check says of one quotation. All text in it is safe to show.
type Finding struct {
	Outcome     Outcome
	Place       int    // the quotation's place in the file, from 1
	Quote       string // as the file has it, without quotation marks
	Citation    string // as the file has it; "" when there is none
	Outlet      string // that is cited; "" when it cannot be told
	First, Last int    // the numbers of the statements that are cited; 0 when they cannot be told
	Why         string // in words; "" when found
	Near        string // the words of a source that come nearest; "" when found or when none does
	NearOutlet  string
	NearFirst   int                // the number of the first statement of these words
	Differences []brief.Difference // from Near to Quote
}

// SourceFinding is what the check says of one source of the file's list: Verified, SourceChanged, Misplaced (it is
// listed under another outlet's name) or Unchecked.
type SourceFinding struct {
	Outcome Outcome
	Number  int       // in the file
	Outlet  string    // as the file has it
	Report  report.ID // -1 when it was not given
	Why     string    // in words; "" when verified
}

// Status is the exit status of the check: 0 when all was found, 1 when a quotation or what the brief says of the sources
// is wrong, else 2 when something could not be checked. What a person edited without that is no fault: see Verdict.
func (v *Verification) Status() int {
	status := 0
	note := func(o Outcome) {
		switch {
		case o == Unchecked && status == 0:
			status = 2
		case o != Verified && o != Unchecked:
			status = 1
		}
	}
	for _, f := range v.Quotations {
		note(f.Outcome)
	}
	for _, s := range v.Sources {
		note(s.Outcome)
	}
	for _, c := range v.Changes {
		if c.Wrong {
			status = 1
		}
	}
	return status
}

// SealState is what the seal of a brief says.
type SealState uint8

// The states of a seal.
const (
	Unsealed   SealState = iota // there is none
	SealWhole                   // the brief is as it was exported
	SealBroken                  // it was edited
	SealBad                     // there is one, but it is damaged
)

func (s SealState) String() string {
	return [...]string{"none", "unchanged", "changed", "damaged"}[s]
}

// The verdicts.
const (
	VerdictSealed    = "sealed"    // unchanged since export, all quotations right
	VerdictEdited    = "edited"    // changed since export, all quotations right
	VerdictWrong     = "wrong"     // a quotation, or what the brief says of the sources, is not right
	VerdictUnsealed  = "no seal"   // all quotations right; nobody can say what was edited
	VerdictUnchecked = "unchecked" // nothing is wrong, but something could not be checked
)

// Verdict is the check in one word.
func (v *Verification) Verdict() string {
	switch status := v.Status(); {
	case status == 1:
		return VerdictWrong
	case status == 2:
		return VerdictUnchecked
	case v.Seal == SealWhole && len(v.Changes) == 0:
		return VerdictSealed
	case v.Seal == Unsealed && len(v.Changes) == 0:
		return VerdictUnsealed
	}
	return VerdictEdited
}

// Verify checks every quotation of an exported brief against its sources. The name tells the format where the content
// does not. It fails when the file cannot be read as a brief: it is in another format, damaged, or has neither a
// quotation with a citation nor a list of sources.
func Verify(file []byte, name string, reports []report.Report) (*Verification, error) {
	format, err := formatOf(file, name)
	if err != nil {
		return nil, err
	}
	s, err := readers[format](file)
	if err != nil {
		return nil, fmt.Errorf("cannot be read as %s: %w", format, err)
	}
	c := &checker{set: statement.Of(reports, 1), sheet: s}
	v := &Verification{Format: format, Program: s.program(), Changes: s.looks}
	c.unseal(v)
	c.listSources()
	v.Sources = c.sourceFindings()
	for i, q := range s.quotations(c.outlets()) {
		f := c.check(q)
		f.Place = i + 1
		v.Quotations = append(v.Quotations, f)
	}
	if len(v.Quotations) == 0 && len(v.Sources) == 0 && s.sealText == "" {
		return nil, errors.New("has no quotation with a citation and no list of sources: it is not a brief that parallax exported")
	}
	if v.Seal != SealWhole {
		v.Quotations = append(v.Quotations, c.uncitedWords(len(v.Quotations))...)
		v.Changes = append(v.Changes, c.disagreements()...)
	}
	return v, nil
}
