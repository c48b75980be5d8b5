// Package brief collects what a reader takes from the reports. For now it says how a statement is quoted: call [Cite].
package brief

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
)

// Cite is the statement as it is quoted elsewhere, with all that is needed to find it again, on one line:
//
//	“No boat left the harbour.” — Harbour News, "Storm closes port", 10 Mar 2022, statement 11, https://news.example/11
//
// A report without a title is cited by its opening words, one without a date as "undated"; an address that is not known
// is left out. The statement's words stand as the report has them, also where their normal form would differ: only
// characters that could do harm where the citation is pasted are replaced by their stand-ins.
func Cite(set *statement.Set, id statement.ID) string {
	r, st := set.ReportOf(id), &set.All[id]
	date := r.Published.String()
	if date == "" {
		date = "undated"
	}
	cited := fmt.Sprintf("“%s” — %s, %s, %s, statement %d", exact(set.Text(id)), exact(r.Outlet), titled(r), date, st.Number)
	if r.URL != "" {
		cited += ", " + exact(r.URL)
	}
	return cited
}

// titled is the report's title in quotation marks, or "untitled" with the opening words of its text.
func titled(r *report.Report) string {
	if r.Title != "" {
		return `"` + exact(r.Title) + `"`
	}
	opening := opening(r.Text)
	if opening == "" {
		return "untitled"
	}
	return fmt.Sprintf(`untitled ("%s")`, opening)
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
	opening = exact(opening)
	if cut {
		opening += " …"
	}
	return opening
}

// exact is s as it stands, with stand-ins only for what could do harm.
func exact(s string) string {
	var b strings.Builder
	for _, c := range safe.Clusters(nil, s) {
		if c.StandIn {
			b.WriteString(c.Text)
		} else {
			b.WriteString(s[c.Start:c.End])
		}
	}
	return b.String()
}
