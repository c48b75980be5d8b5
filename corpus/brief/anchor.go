package brief

import (
	"encoding/hex"
	"errors"
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Hash is a SHA-256, in JSON as hexadecimal digits.
type Hash [32]byte

func (h Hash) MarshalText() ([]byte, error) { return []byte(hex.EncodeToString(h[:])), nil }

func (h *Hash) UnmarshalText(text []byte) error {
	if hex.DecodedLen(len(text)) != len(h) {
		return errors.New("a SHA-256 has 64 hexadecimal digits")
	}
	_, err := hex.Decode(h[:], text)
	return err
}

// Ref is what is kept of a report, enough to know it again and to cite it when it is gone.
type Ref struct {
	File      string `json:"file"` // Report.Path
	FileHash  Hash   `json:"file_hash"`
	TextHash  Hash   `json:"text_hash"`
	Reader    string `json:"reader"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title,omitempty"`
	Opening   string `json:"opening,omitempty"` // the first words of an untitled report
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Note      string `json:"source_note,omitempty"`
}

// RefTo is what is kept of r.
func RefTo(r *report.Report) Ref {
	ref := Ref{
		File: strings.ToValidUTF8(r.Path, "\uFFFD"), FileHash: r.FileHash, TextHash: r.TextHash, Reader: r.Reader, Outlet: r.Outlet, Title: r.Title,
		Published: r.Published.ISO(), URL: r.URL, Byline: r.Byline, Note: r.Note,
	}
	if r.Title == "" {
		ref.Opening = opening(r.Text)
	}
	return ref
}

// Same reports whether both are one text of one file's outlet.
func (r Ref) Same(s Ref) bool { return r.TextHash == s.TextHash && r.Outlet == s.Outlet }

// Anchor holds a passage so that it is found again although its report changes: see [Find].
type Anchor struct {
	Ref
	First   int    `json:"first"` // the number of the first statement that the passage touches, from 1
	Last    int    `json:"last"`  // and of the last
	Start   int    `json:"start"` // bytes of the report's text
	End     int    `json:"end"`
	Exact   string `json:"exact"`
	Prefix  string `json:"prefix"`            // at most contextRunes runes of the text before it
	Suffix  string `json:"suffix"`            // and after it
	Whole   bool   `json:"whole,omitempty"`   // it is whole statements
	Speaker string `json:"speaker,omitempty"` // whose words: see Passage.Speaker
	Mode    string `json:"mode,omitempty"`
	uniqueness
}

// uniqueness is how far its words set a passage apart from the rest of its report.
type uniqueness struct {
	Nth       int     `json:"nth"`                  // which of the places with the same words it is, from 1
	Of        int     `json:"of"`                   // how many there are
	TwinLeft  int     `json:"twin_left,omitempty"`  // how much of Prefix stands before another of them, or a place like it, at most, in runes
	TwinRight int     `json:"twin_right,omitempty"` // and how much of Suffix behind it
	Rival     float64 `json:"rival,omitempty"`      // how like the passage another place is, at most: see stretch
}

// contextRunes is how much of the text around a passage is kept.
const contextRunes = 64

// Span is the passage's bytes in the report's text.
func (a Anchor) Span() report.Span { return report.Span{Start: a.Start, End: a.End} }

// same reports whether both hold the same words at the same place of one text.
func (a Anchor) Same(b Anchor) bool {
	return a.Ref.Same(b.Ref) && a.Start == b.Start && a.End == b.End
}

// AnchorOf holds the statement id.
func AnchorOf(set *statement.Set, id statement.ID) Anchor {
	a, _ := AnchorAt(set, set.All[id].Report, set.All[id].Span)
	return a
}

// AnchorAt holds a span of a report's text: a selection within a statement or across neighbouring ones. Blanks at its ends
// are left out. It fails when nothing is left, or the span does not lie on rune borders within the text.
func AnchorAt(set *statement.Set, r report.ID, span report.Span) (Anchor, error) {
	rep := &set.Reports[r]
	span, err := trimmed(rep.Text, span)
	if err != nil {
		return Anchor{}, err
	}
	a := Anchor{
		Ref: RefTo(rep), Start: span.Start, End: span.End, Exact: rep.Text[span.Start:span.End],
		Prefix: Before(rep.Text, span.Start, contextRunes), Suffix: After(rep.Text, span.End, contextRunes),
	}
	first, last := statementsAt(set, r, span)
	if first < 0 {
		return Anchor{}, errors.New("no statement stands there")
	}
	a.First, a.Last = set.All[first].Number, set.All[last].Number
	a.Speaker, a.Mode = voiceOf(set, first, last, span)
	a.Whole = span.Start == set.All[first].Span.Start && span.End == set.All[last].Span.End
	a.uniqueness = uniquenessOf(set, r, a)
	return a, nil
}

// rivalReach is how far around a passage, in bytes of the text on each side, is looked for places that are like it.
const rivalReach = 16 << 10

// uniquenessOf compares the passage with the rest of its text.
func uniquenessOf(set *statement.Set, r report.ID, a Anchor) uniqueness {
	text := set.Reports[r].Text
	u := uniqueness{}
	twin := func(span report.Span) {
		b := besides(text, span, a)
		u.TwinLeft, u.TwinRight = max(u.TwinLeft, b.left), max(u.TwinRight, b.right)
	}
	for _, at := range standing(text, a) {
		u.Of++
		if at <= a.Start {
			u.Nth++
		}
		if at != a.Start {
			u.Rival = 1
			twin(report.Span{Start: at, End: at + len(a.Exact)})
		}
	}
	sought := wordsOf(a.Exact)
	for _, part := range []report.Span{{Start: max(0, a.Start-rivalReach), End: a.Start}, {Start: a.End, End: min(len(text), a.End+rivalReach)}} {
		words := wordsOf(text[part.Start:part.End])
		for _, s := range nearest(sought, words, likePinned, candidates) {
			u.Rival = max(u.Rival, s.likeness)
			twin(snapped(set, r, a, report.Span{
				Start: part.Start + words[s.from].span.Start, End: part.Start + words[s.to-1].span.End,
			}))
		}
	}
	return u
}

func isBorder(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// Before is the last runes of text[:at], at most n.
func Before(text string, at, n int) string {
	start := at
	for ; n > 0 && start > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:at]
}

// After is the first runes of text[at:], at most n.
func After(text string, at, n int) string {
	end := at
	for ; n > 0 && end < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return text[at:end]
}
