// Package export prints a brief's document, one printer a file. Call [Write], or [ToFile] for a file that is written whole
// or not at all; [Formats] names what there is.
package export

import (
	"fmt"
	"io"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/qda"
)

// A Document is resolved once and printed by one printer a file. What people read (Markdown, HTML, docx) is first laid
// out in blocks, so that the three say the same in the same order and the check of an export finds it in all of them;
// what programs read is printed from the Document itself. No printer looks at the clock, at a map's order or at
// anything outside the Document: the same Document makes the same bytes.

// Format is a kind of file that a brief is exported to.
type Format struct {
	Name       string // as the user gives it: "md"
	Extension  string // of a file's name: ".md"
	About      string // a few words for help
	Verifiable bool   // whether Verify reads it
	print      func(w io.Writer, d *brief.Document, o Options) error
}

// Options says how to export.
type Options struct {
	Long     bool // csv: a row a passage instead of claims by outlets
	Unsealed bool // md, html, docx, json: no seal
	Short    bool // md, html, docx: citations as footnotes, and all that only a check needs in an annex

	Codes []qda.Code // qdpx, qdc: the codebook, before what the brief bears besides
}

// Formats is the formats of Export, in the order in which help names them.
func Formats() []Format {
	return []Format{
		{"md", ".md", "Markdown with footnotes", true, printMarkdown},
		{"html", ".html", "a web page in one file", true, printHTML},
		{"docx", ".docx", "for Word and LibreOffice, with footnotes", true, printDocx},
		{"json", ".json", "W3C Web Annotations", true, printJSON},
		{"csv", ".csv", "a table of claims by outlets, or of passages", false, printCSV},
		{"bib", ".bib", "the sources for BibTeX", false, printBibTeX},
		{"ris", ".ris", "the sources for reference managers", false, printRIS},
		{"qdpx", ".qdpx", "texts, passages and codes for programs of qualitative analysis (REFI-QDA)", false, printQDPX},
		{"qdc", ".qdc", "the codes alone, for the same (REFI-QDA)", false, printQDC},
		{"csl", ".csl.json", "the sources for citation processors (CSL-JSON)", false, printCSL},
	}
}

// Named is the format that a file's name ends like; of two endings, as .json and .csl.json, the longer.
func Named(path string) (string, bool) {
	name, longest := "", 0
	for _, f := range Formats() {
		if strings.HasSuffix(strings.ToLower(path), f.Extension) && len(f.Extension) > longest {
			name, longest = f.Name, len(f.Extension)
		}
	}
	return name, longest > 0
}

// Write writes the brief to w in one of Formats. It fails when the format is not among them, when the Document points
// at a source that it does not have, and when w fails.
func Write(w io.Writer, d *brief.Document, format string, o Options) error {
	if err := sound(d); err != nil {
		return err
	}
	var names []string
	for _, f := range Formats() {
		if f.Name == format {
			return f.print(w, d, o)
		}
		names = append(names, f.Name)
	}
	return fmt.Errorf("no format is called %q: there are %s", format, strings.Join(names, ", "))
}

// sound reports what in a Document would make a printer fail half-way.
func sound(d *brief.Document) error {
	for i, it := range d.Items {
		for _, s := range cites(it) {
			if s < 0 || s >= len(d.Sources) {
				return fmt.Errorf("item %d of the brief cites source %d of %d", i+1, s+1, len(d.Sources))
			}
		}
	}
	return nil
}

// cites is the indices of the sources of an item, with repetition.
func cites(it brief.Item) []int {
	var all []int
	for _, p := range it.Passages() {
		all = append(all, p.Source)
	}
	if it.Claim != nil {
		for _, s := range it.Claim.Silences {
			all = append(all, s.Sources...)
		}
	}
	return all
}

// printer writes text and remembers the first error, after which it writes nothing more.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) text(s ...string) {
	for _, s := range s {
		if p.err == nil {
			_, p.err = io.WriteString(p.w, s)
		}
	}
}
