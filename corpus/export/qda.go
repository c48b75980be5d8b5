package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/qda"
)

// printQDPX writes a brief as a project for programs of qualitative analysis: the whole texts of its sources, its
// passages as selections, their tags as codes. A claim's tags are said of each of its wordings. What is not in a text any
// more cannot be selected in it; the project's description says how many those are.
func printQDPX(w io.Writer, d *brief.Document, o Options) error {
	p := &qda.Project{
		Name: brief.Printed(d.Title), Origin: "parallax " + version(d), User: brief.Printed(d.Coder), Made: d.Made, Codes: withUsed(o.Codes, d),
	}
	if p.Name == "" {
		p.Name = "brief"
	}
	for i := range d.Sources {
		s := &d.Sources[i]
		p.Sources = append(p.Sources, qda.Source{
			Name: sourceName(i, s), Text: s.Text,
			Facts: [][2]string{
				{"outlet", brief.Printed(s.Outlet)}, {"title", brief.Printed(s.Title)}, {"published", s.Published.ISO()}, {"url", brief.Printed(s.URL)},
				{"byline", brief.Printed(s.Byline)}, {"file", brief.Printed(s.File)}, {"sha256", fmt.Sprintf("%x", s.FileHash)},
			},
		})
	}
	lost := 0
	for _, it := range d.Items {
		var tags []string
		if it.Claim != nil {
			tags = it.Claim.Tags
		}
		for i, passage := range it.Passages() {
			var notes []brief.Note
			if it.Claim != nil && i == 0 {
				notes = it.Claim.Notes
			}
			if !place(p, passage, tags, notes) {
				lost++
			}
		}
	}
	p.Description = colophonOf(d)
	if lost > 0 {
		p.Description += fmt.Sprintf(" Passages that are not in the texts any more, and so not here: %d.", lost)
	}
	return p.Write(w)
}

// sourceName is once in a project: programs of qualitative analysis take it for a file's name.
func sourceName(i int, s *brief.Source) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, brief.Printed(s.Outlet))
	return fmt.Sprintf("%03d %s", i+1, name)
}

// place selects a passage in its text; false when it is not there.
func place(p *qda.Project, passage *brief.Passage, tags []string, notes []brief.Note) bool {
	s := &p.Sources[passage.Source]
	if start, end := passage.Span.Start, passage.Span.End; passage.State == brief.Orphan || start < 0 || end <= start || end > len(s.Text) {
		return false
	}
	selection := qda.Selection{Start: passage.Span.Start, End: passage.Span.End, Name: fmt.Sprintf("statement %d", passage.Number)}
	for _, tag := range brief.WithTags(passage.Tags, tags) {
		selection.Codes = append(selection.Codes, brief.Printed(tag))
	}
	for _, n := range append(slices.Clone(notes), passage.Notes...) {
		selection.Notes = append(selection.Notes, brief.Printed(n.Text))
	}
	s.Selections = append(s.Selections, selection)
	return true
}

// printQDC writes the codes alone: those of the codebook, and after them what the brief bears besides.
func printQDC(w io.Writer, d *brief.Document, o Options) error {
	codes := withUsed(o.Codes, d)
	if len(codes) == 0 {
		return fmt.Errorf("the brief bears no tag, and no codebook is named: %w", qda.ErrEmpty)
	}
	return qda.WriteCodebook(w, codes, "parallax "+version(d))
}

// withUsed adds to a codebook the tags that a document bears and the codebook has not. A tag with a colon stands under
// what is before it, as a value does under its code.
func withUsed(book []qda.Code, d *brief.Document) []qda.Code {
	codes := slices.Clone(book)
	for _, it := range d.Items {
		if it.Claim != nil {
			codes = withTags(codes, it.Claim.Tags)
		}
		for _, p := range it.Passages() {
			codes = withTags(codes, p.Tags)
		}
	}
	return codes
}

func withTags(codes []qda.Code, tags []string) []qda.Code {
	for _, tag := range tags {
		codes = withTag(codes, brief.Printed(tag))
	}
	return codes
}

func withTag(codes []qda.Code, tag string) []qda.Code {
	named := func(list []qda.Code, name string) int {
		return slices.IndexFunc(list, func(c qda.Code) bool { return c.Name == name })
	}
	if i := named(codes, tag); i >= 0 {
		codes[i].Codable = true
		return codes
	}
	head, value, ok := strings.Cut(tag, ":")
	if !ok || head == "" || value == "" {
		return append(codes, qda.Code{Name: tag, Codable: true})
	}
	i := named(codes, head)
	if i < 0 {
		codes, i = append(codes, qda.Code{Name: head}), len(codes)
	}
	if named(codes[i].Codes, tag) < 0 {
		codes[i].Codes = append(slices.Clone(codes[i].Codes), qda.Code{Name: tag, Codable: true})
	}
	return codes
}
