// Package brief is what a reader takes from the reports: marks, notes, decisions and signed silences, as actions that
// [Brief.Apply] adds up, and the [Document] that they amount to over a set of statements. Call [NewLocator] and
// [Brief.Resolve] to find everything again in the reports that are open, then [Resolved.Document] for what is exported;
// [Cite] for one statement. Where a brief is kept, printed and checked is the business of session, export and verify.
package brief

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// Cite is the statement as it is quoted elsewhere, with all that is needed to find it again, on one line:
//
//	“No boat left the harbour.” — Harbour News, "Storm closes port", 10 Mar 2022, statement 11, voice: the outlet's own,
//	https://news.example/11
//
// A report without a title is cited by its opening words, one without a date as "undated"; a note on the source stands
// before the address; what is not known of these two is left out. The statement's words are those of the report: white
// space is folded and what could do harm where the citation is pasted is replaced by its stand-in, nothing else.
func Cite(set *statement.Set, id statement.ID) string {
	st := &set.All[id]
	return cited(set, Quote(set, id, id, st.Span))
}

// CiteSpan is Cite for a selection: a span in bytes of the text of report r, within a statement or across several. What
// the selection leaves of them at either end is shown as [...].
func CiteSpan(set *statement.Set, r report.ID, span report.Span) (string, error) {
	p, err := PassageAt(set, r, span)
	if err != nil {
		return "", err
	}
	return cited(set, p), nil
}

// PlainClaim is a whole claim as it is quoted elsewhere: a line for each wording, as Cite makes it, in the order given,
// then one for each outlet that is silent. The last line has no line end.
func PlainClaim(set *statement.Set, wordings []statement.ID, silences []OutletSilence) string {
	var lines []string
	for _, id := range wordings {
		lines = append(lines, Cite(set, id))
	}
	var absent []string
	for _, s := range silences {
		if s.Absent() {
			absent = append(absent, s.Outlet)
			continue
		}
		lines = append(lines, Printed(s.Outlet)+": "+s.String())
	}
	if len(absent) > 0 {
		lines = append(lines, NoReport+": "+Listed(absent))
	}
	return strings.Join(lines, "\n")
}

// ElsewherePattern is what an export says of an outlet that is linked elsewhere.
var ElsewherePattern = regexp.MustCompile(`^linked elsewhere: statement [1-9][0-9]{0,8}$`)

// String is what an export says of the silence: also that it is none. Where the reader has checked it, that counts.
func (s Silence) String() string {
	switch {
	case s.Checked:
		return "silence checked by reader"
	case s.Elsewhere > 0:
		return fmt.Sprintf("linked elsewhere: statement %d", s.Elsewhere)
	}
	return "no counterpart found (unchecked)"
}

// PassageAt is the passage that a span, in bytes of the text of report r, marks, in place and quoted whole. Its Source
// is r: where a Document has its sources otherwise, it is for the caller to set. It fails where [AnchorAt] does.
func PassageAt(set *statement.Set, r report.ID, span report.Span) (Passage, error) {
	span, err := trimmed(set.Reports[r].Text, span)
	if err != nil {
		return Passage{}, err
	}
	first, last := statementsAt(set, r, span)
	if first < 0 {
		return Passage{}, errNoStatement
	}
	return Quote(set, first, last, span), nil
}

var errNoStatement = fmt.Errorf("no statement stands there")

// Quote is the passage of a span that touches the statements first to last.
func Quote(set *statement.Set, first, last statement.ID, span report.Span) Passage {
	a, z := &set.All[first], &set.All[last]
	text := set.Reports[a.Report].Text
	p := Passage{
		Source: int(a.Report), Number: a.Number, Last: z.Number,
		Span: span, Whole: report.Span{Start: a.Span.Start, End: z.Span.End},
		Quote:  []Part{{Words, text[span.Start:span.End]}},
		Prefix: Before(text, span.Start, ShownRunes), Suffix: After(text, span.End, ShownRunes),
	}
	p.Speaker, p.Mode = voiceOf(set, first, last, span)
	return p
}

// cited is the passage with its citation.
func cited(set *statement.Set, p Passage) string {
	s := SourceOf(&set.Reports[p.Source])
	return "“" + Inner(Quotation(&s, &p)) + "” — " + Citation(&s, &p)
}

// Citation is all that is needed to find a passage again, on one line, with a title in straight quotation marks so that
// the curly ones are the quotation's alone.
func Citation(s *Source, p *Passage) string {
	fields := []string{Reference(s), StatementNumbers(p), "voice: " + VoiceNamed(p)}
	if s.Note != "" {
		fields = append(fields, "note: "+Printed(s.Note))
	}
	switch p.State {
	case Moved:
		fields = append(fields, "moved in the source since it was marked")
	case Edited:
		fields = append(fields, "edited in the source since it was marked")
	case Orphan:
		fields = append(fields, "not found in the source again")
	}
	if s.URL != "" {
		fields = append(fields, Printed(s.URL))
	}
	return strings.Join(fields, ", ")
}

// Reference is what a citation begins with and a list of sources too: outlet, title, date.
func Reference(s *Source) string {
	date := s.Published.String()
	if date == "" {
		date = "undated"
	}
	return Printed(s.Outlet) + ", " + Titled(s) + ", " + date
}

// Titled is the source's title in quotation marks, or "untitled" with the opening words of its text.
func Titled(s *Source) string {
	switch {
	case s.Title != "":
		return `"` + Printed(s.Title) + `"`
	case s.Opening != "":
		return fmt.Sprintf(`untitled ("%s")`, Printed(s.Opening))
	}
	return "untitled"
}

// StatementNumbers is the numbers of the statements that a passage touches.
func StatementNumbers(p *Passage) string {
	if p.Last > p.Number {
		return fmt.Sprintf("statements %d–%d", p.Number, p.Last)
	}
	return fmt.Sprintf("statement %d", p.Number)
}

// VoiceNamed is whose words a passage is.
func VoiceNamed(p *Passage) string {
	switch {
	case p.Speaker == "":
		return "the outlet's own"
	case p.Mode == "":
		return Printed(p.Speaker)
	}
	return Printed(p.Speaker) + " (" + Printed(p.Mode) + ")"
}

// openingWords is how many words stand for a title, and openingRunes how many runes of text without blanks do.
const (
	openingWords = 6
	openingRunes = 40
)

// opening is the first words of a text.
func opening(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	words := strings.Fields(line)
	cut := len(words) > openingWords
	if cut {
		words = words[:openingWords]
	}
	opening := strings.Join(words, " ")
	if utf8.RuneCountInString(opening) > openingRunes {
		opening, cut = string([]rune(opening)[:openingRunes]), true
	}
	opening = safe.Text(opening)
	if cut {
		opening += " …"
	}
	return opening
}
