package brief

import (
	"time"

	"parallax/corpus/report"
)

// Document is a brief resolved against its sources, ready for any exporter: an immutable value. The same session makes
// the same Document, and the same Document the same bytes.
type Document struct {
	Title   string
	Date    report.Date // that the reader gives it; the zero Date for none
	Author  string      // likewise; "" for none
	Made    time.Time   // of the last action in it, not of the export, so that exports repeat byte for byte
	Coder   string      // "" when unnamed
	Version string      // of the program
	Items   []Item
	Sources []Source // every report that the brief cites or that is silent, in the order of the reports
}

// Item is one entry of the brief in the reader's order. Exactly one of the pointers is set.
type Item struct {
	Heading *Heading
	Text    *Text
	Passage *Passage
	Claim   *Claim
}

// Heading is the reader's own heading; Level counts from 1.
type Heading struct {
	Level int
	Text  string
}

// Text is a paragraph of the reader's own.
type Text struct{ Text string }

// Claim is a marked claim: one wording first, those of the other outlets after it, and who is silent.
type Claim struct {
	Name     string // the reader's, else the program's; "" in briefs of before
	Lead     Passage
	Others   []Passage // one or more an outlet, in the order of the reports
	Silences []Silence
	Absent   []string // outlets that have no report of the event, of which no silence can be said
	Figures  []Figure // what outlets give as the claim's figure
	Notes    []Note
	Tags     []string
}

// Figure is what an outlet gives as a claim's figure: "24", "3+".
type Figure struct{ Outlet, Text string }

// Silence is an outlet without a statement of a claim.
type Silence struct {
	Sources   []int // indices of Document.Sources: all reports that the outlet has of the event; one where Elsewhere is set
	Elsewhere int   // the number of its statement that is linked to the claim and stands in other claims: no silence; 0 for none
	Checked   bool  // by the reader
}

// Passage is one quotation.
type Passage struct {
	Source  int         // an index of Document.Sources
	Number  int         // of the statement, from 1; of the first when it spans several
	Last    int         // of the last statement that it spans
	Span    report.Span // bytes of the report's text
	Whole   report.Span // of the statements Number to Last; where Span begins or ends within them, exports show [...]. Zero: unknown
	Quote   []Part      // the words, in order
	Prefix  string      // up to 32 characters of the text before the quotation
	Suffix  string      // and after it
	Speaker string      // whose words: "" is the outlet's own
	Mode    string      // "direct", "indirect", "mixed", each also with ", in part"; "" without a speaker
	Notes   []Note
	Tags    []string
	State   State  // how it was found again
	Was     string // the words as they were marked, when State is Edited or Orphan
}

// Part is a piece of a quotation: words of the source, or what the reader put in their place.
type Part struct {
	Kind PartKind
	Text string // the source's words exactly; for Addition the reader's words; "" for Omission
}

// PartKind is what a Part is.
type PartKind uint8

const (
	Words    PartKind = iota
	Omission          // shown as [...]
	Addition          // shown as [text]
)

// State is how a passage was found in its report again.
type State uint8

const (
	InPlace State = iota
	Moved
	Edited
	Orphan // not found: kept with its words
)

// Note is a remark of the reader.
type Note struct {
	Text string
	Time time.Time
	By   string // "" when unnamed
}

// Source is one report as a citation needs it.
type Source struct {
	Outlet    string
	Title     string // "" is untitled: it is then cited with Opening
	Opening   string // the first words of an untitled report
	Published report.Date
	URL       string
	Byline    string
	Note      string
	File      string // the file's name
	FileHash  [32]byte
	TextHash  [32]byte
	Reader    string // what made the text from the file
	Text      string // the report's text, for prefixes, positions and verification
}

// Passages is the quotations of an item, in order.
func (it Item) Passages() []*Passage {
	switch {
	case it.Passage != nil:
		return []*Passage{it.Passage}
	case it.Claim != nil:
		all := []*Passage{&it.Claim.Lead}
		for i := range it.Claim.Others {
			all = append(all, &it.Claim.Others[i])
		}
		return all
	}
	return nil
}
