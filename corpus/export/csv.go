package export

import (
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/safe"
)

// A spreadsheet of a brief is claims by outlets: a row a claim or passage, a column a source, and below them a row for
// each thing that is known of the sources. The long form is for programs: a row a passage or silence, which repeats
// what is known of its source, so that every row can be checked alone. Cells that a spreadsheet would run as a formula
// are made harmless by package safe.

// byteOrderMark tells spreadsheets that what follows is UTF-8.
const byteOrderMark = "\uFEFF"

func printCSV(w io.Writer, d *brief.Document, o Options) error {
	rows := matrix(d)
	if o.Long {
		rows = long(d)
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i := range row {
			row[i] = safe.CSV(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// matrix is the rows of claims by outlets.
func matrix(d *brief.Document) [][]string {
	head := []string{"item", "name", "heading"}
	for i := range d.Sources {
		head = append(head, column(d, i))
	}
	rows := [][]string{append(head, "notes", "tags")}
	width := len(rows[0])
	for e := range entries(d) {
		row := make([]string, width)
		row[0], row[1], row[2] = e.name, e.called, e.heading
		var notes, tags []string
		if e.item.Claim != nil {
			notes, tags = noteLines("", e.item.Claim.Notes), e.item.Claim.Tags
			for _, s := range e.item.Claim.Silences {
				for _, i := range s.Sources {
					addLine(&row[3+i], s.String())
				}
			}
			for i := range d.Sources {
				if slices.Contains(e.item.Claim.Absent, d.Sources[i].Outlet) {
					addLine(&row[3+i], brief.NoReport)
				}
			}
		}
		for _, p := range e.item.Passages() {
			s := &d.Sources[p.Source]
			addLine(&row[3+p.Source], fmt.Sprintf("“%s” (%s, voice: %s)", brief.Inner(brief.Quotation(s, p)), brief.StatementNumbers(p), brief.VoiceNamed(p)))
			notes = append(notes, noteLines(brief.Printed(s.Outlet)+", "+brief.StatementNumbers(p)+": ", p.Notes)...)
			tags = append(tags[:len(tags):len(tags)], p.Tags...)
		}
		row[width-2], row[width-1] = strings.Join(notes, "\n"), joinTags(tags)
		rows = append(rows, row)
	}
	for _, f := range []struct {
		name string
		of   func(*brief.Source) string
	}{
		{"title", brief.Titled}, {"published", published}, {"url", func(s *brief.Source) string { return s.URL }},
		{"byline", func(s *brief.Source) string { return s.Byline }}, {"note", func(s *brief.Source) string { return s.Note }},
		{"file", func(s *brief.Source) string { return s.File }},
		{"SHA-256", func(s *brief.Source) string { return hex.EncodeToString(s.FileHash[:]) }},
		{"program", func(*brief.Source) string { return "parallax " + version(d) }},
	} {
		row := make([]string, width)
		row[0] = f.name
		for i := range d.Sources {
			row[3+i] = brief.Printed(f.of(&d.Sources[i]))
		}
		rows = append(rows, row)
	}
	return rows
}

// column is the outlet, with the number of the source where an outlet has several.
func column(d *brief.Document, i int) string {
	name := brief.Printed(d.Sources[i].Outlet)
	for j := range d.Sources {
		if j != i && brief.Printed(d.Sources[j].Outlet) == name {
			return fmt.Sprintf("%s (source %d)", name, i+1)
		}
	}
	return name
}

func published(s *brief.Source) string {
	if !s.Published.Known() {
		return "undated"
	}
	return s.Published.ISO()
}

func addLine(cell *string, line string) {
	if *cell != "" {
		*cell += "\n"
	}
	*cell += line
}

func noteLines(where string, notes []brief.Note) []string {
	var lines []string
	for _, n := range notes {
		lines = append(lines, where+noteLead(n)+": "+brief.Printed(n.Text))
	}
	return lines
}

// entry is a claim or a passage of a brief.
type csvEntry struct {
	name    string // "claim 1"
	called  string // a claim, by the reader or the program
	heading string // the last before it
	item    brief.Item
}

// entries are the claims and passages of a brief, in order.
func entries(d *brief.Document) func(yield func(csvEntry) bool) {
	return func(yield func(csvEntry) bool) {
		heading, claims, passages := "", 0, 0
		for _, it := range d.Items {
			name, called := "", ""
			switch {
			case it.Heading != nil:
				heading = brief.Printed(it.Heading.Text)
				continue
			case it.Claim != nil:
				claims++
				name, called = fmt.Sprintf("claim %d", claims), brief.Printed(it.Claim.Name)
			case it.Passage != nil:
				passages++
				name = fmt.Sprintf("passage %d", passages)
			default:
				continue
			}
			if !yield(csvEntry{name, called, heading, it}) {
				return
			}
		}
	}
}

var longHead = []string{
	"item", "name", "heading", "outlet", "title", "published", "url", "byline", "source note", "statement", "last statement",
	"start", "end", "voice", "mode", "quotation", "silence", "notes", "tags", "file", "SHA-256", "program",
}

// long is the rows of passages and silences. Start and end count characters of the report's text.
func long(d *brief.Document) [][]string {
	rows := [][]string{longHead}
	for e := range entries(d) {
		for i, p := range e.item.Passages() {
			s := &d.Sources[p.Source]
			notes, tags := p.Notes, p.Tags
			if e.item.Claim != nil && i == 0 {
				notes = append(notes[:len(notes):len(notes)], e.item.Claim.Notes...)
				tags = append(tags[:len(tags):len(tags)], e.item.Claim.Tags...)
			}
			start, end := "", ""
			if p.State != brief.Orphan && p.Span.Start >= 0 && p.Span.Start <= p.Span.End && p.Span.End <= len(s.Text) {
				at := utf8.RuneCountInString(s.Text[:p.Span.Start])
				start, end = strconv.Itoa(at), strconv.Itoa(at+utf8.RuneCountInString(s.Text[p.Span.Start:p.Span.End]))
			}
			rows = append(rows, longRow(d, e, s, map[string]string{
				"statement": strconv.Itoa(p.Number), "last statement": strconv.Itoa(max(p.Number, p.Last)),
				"start": start, "end": end, "voice": cmpVoice(p), "mode": brief.Printed(p.Mode), "quotation": brief.Quotation(s, p),
				"notes": strings.Join(noteLines("", notes), "\n"), "tags": joinTags(tags),
			}))
		}
		if e.item.Claim != nil {
			for _, s := range e.item.Claim.Silences {
				rows = append(rows, silentRow(d, e, s))
			}
			for _, o := range e.item.Claim.Absent {
				rows = append(rows, longRow(d, e, &brief.Source{Outlet: o}, map[string]string{"silence": brief.NoReport}, noSource))
			}
		}
	}
	return rows
}

func cmpVoice(p *brief.Passage) string {
	if p.Speaker == "" {
		return "the outlet's own"
	}
	return brief.Printed(p.Speaker)
}

// silentRow is the row of a silence: it is the outlet's and not one of its reports', unless it has but one.
func silentRow(d *brief.Document, e csvEntry, s brief.Silence) []string {
	of := map[string]string{"silence": s.String()}
	if len(s.Sources) == 1 {
		return longRow(d, e, &d.Sources[s.Sources[0]], of)
	}
	outlet := ""
	if len(s.Sources) > 0 {
		outlet = d.Sources[s.Sources[0]].Outlet
	}
	return longRow(d, e, &brief.Source{Outlet: outlet}, of, noSource)
}

// noSource leaves a row without what is known of one report.
func noSource(of map[string]string) {
	for _, column := range []string{"title", "published", "SHA-256"} {
		of[column] = ""
	}
}

// longRow is one row: what is known of the source, and more by the names of the columns.
func longRow(d *brief.Document, e csvEntry, s *brief.Source, more map[string]string, change ...func(map[string]string)) []string {
	of := map[string]string{
		"item": e.name, "name": e.called, "heading": e.heading, "outlet": brief.Printed(s.Outlet), "title": plainTitle(s), "published": published(s),
		"url": brief.Printed(s.URL), "byline": brief.Printed(s.Byline), "source note": brief.Printed(s.Note), "file": brief.Printed(s.File),
		"SHA-256": hex.EncodeToString(s.FileHash[:]), "program": "parallax " + version(d),
	}
	for _, f := range change {
		f(of)
	}
	row := make([]string, len(longHead))
	for i, name := range longHead {
		row[i] = of[name] + more[name]
	}
	return row
}
