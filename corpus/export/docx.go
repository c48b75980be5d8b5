package export

import (
	"archive/zip"
	"cmp"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"parallax/corpus/brief"
)

// A docx file is a zip of XML parts (ISO/IEC 29500, WordprocessingML). Parts that never change are the files of docx/;
// the text, the footnotes and the addresses that they link to are written here. The times in the zip are fixed, so that
// the same brief makes the same bytes. A library was rejected: the one that fits is under a licence that does not.

//go:embed docx/*.xml
var docxParts embed.FS

// zipTime is the earliest that a zip can hold.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func printDocx(w io.Writer, d *brief.Document, o Options) error {
	x := &docx{}
	body, end := blocks(d, o)
	for _, b := range append(body, end...) {
		x.block(b)
	}
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(!o.Unsealed)},
		{"_rels/.rels", fixedPart("package_rels")},
		{"docProps/core.xml", coreProperties(d)},
		{"docProps/app.xml", xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>parallax</Application></Properties>`},
		{"word/document.xml", x.document()},
		{"word/_rels/document.xml.rels", x.rels(!o.Unsealed)},
		{"word/styles.xml", fixedPart("styles")},
		{"word/settings.xml", fixedPart("settings")},
		{"word/footer1.xml", fixedPart("footer")},
		{"word/footnotes.xml", x.footnotes()},
		{"word/_rels/footnotes.xml.rels", xmlHead + relsOpen + x.noteRels.String() + `</Relationships>`},
	}
	if !o.Unsealed {
		parts = append(parts, []struct{ name, text string }{
			{"customXml/item1.xml", xmlHead + `<seal xmlns="` + SealNamespace + `">` + sealOf(body, end) + `</seal>`},
			{"customXml/itemProps1.xml", fixedPart("seal_props")},
			{"customXml/_rels/item1.xml.rels", xmlHead + relsOpen + `<Relationship Id="rId1" Type="` + relsType + `customXmlProps" Target="itemProps1.xml"/></Relationships>`},
		}...)
	}
	z := zip.NewWriter(w)
	for _, part := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

func fixedPart(name string) string {
	text, err := docxParts.ReadFile("docx/" + name + ".xml")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relsOpen = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relsType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordOpen = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`
)

func coreProperties(d *brief.Document) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&b, `<dc:title>%s</dc:title>`, xmlText(titleOf(d)))
	if by := cmp.Or(d.Author, d.Coder); by != "" {
		fmt.Fprintf(&b, `<dc:creator>%s</dc:creator>`, xmlText(brief.Printed(by)))
	}
	if !d.Made.IsZero() {
		at := d.Made.UTC().Format("2006-01-02T15:04:05Z")
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>`, at, at)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

// docx gathers the text and what it refers to.
type docx struct {
	body, notes             strings.Builder
	bodyRels, noteRels      strings.Builder
	bodyLinks, noteLinks, n int // n counts footnotes
}

func (x *docx) document() string {
	return xmlHead + `<w:document` + wordOpen + `<w:body>` + x.body.String() +
		`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

// SealNamespace is the XML namespace of the part of a docx file that holds its seal (RFC 4151).
const SealNamespace = "tag:parallax,2026:seal"

// contentTypes names the parts of the file by what they are.
func contentTypes(sealed bool) string {
	types := fixedPart("content_types")
	if !sealed {
		return types
	}
	return strings.Replace(types, "</Types>", `<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`, 1)
}

func (x *docx) rels(sealed bool) string {
	var b strings.Builder
	b.WriteString(xmlHead + relsOpen)
	for i, part := range []string{"styles", "settings", "footnotes", "footer"} {
		target := part
		if part == "footer" {
			target = "footer1"
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`, i+1, relsType, part, target)
	}
	if sealed {
		fmt.Fprintf(&b, `<Relationship Id="rId5" Type="%scustomXml" Target="../customXml/item1.xml"/>`, relsType)
	}
	return b.String() + x.bodyRels.String() + `</Relationships>`
}

// footnotes is the part with the notes, and the two lines that Word wants to part them from the text.
func (x *docx) footnotes() string {
	return xmlHead + `<w:footnotes` + wordOpen +
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>` +
		x.notes.String() + `</w:footnotes>`
}

// docxStyles are the paragraph styles of the kinds of blocks.
var docxStyles = [...]string{
	blockTitle: "Title", blockAbout: "Subtitle", blockHeading: "Heading", blockText: "Normal", blockLabel: "Label", blockClaim: "Heading", blockTable: "Cell",
	blockQuotation: "Quote", blockSilence: "Silence", blockNote: "Note", blockTags: "Note", blockSource: "Source", blockColophon: "Source",
}

func (x *docx) block(b block) {
	if b.kind == blockTable {
		x.table(b.rows)
		return
	}
	style := docxStyles[b.kind]
	if b.kind == blockHeading || b.kind == blockClaim {
		style += fmt.Sprint(min(5, b.level))
	}
	paragraph := opened(style, b.text)
	rtl := startsRightToLeft(b.text)
	switch b.kind {
	case blockQuotation:
		x.n++
		paragraph += docxRun(b.lead+": ", `<w:b/>`, false) + docxRun("“"+b.text+"”", "", rtl) +
			fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, x.n)
		x.note(b)
	case blockNote, blockTags:
		paragraph += docxRun(b.lead+": ", `<w:i/>`, false) + docxRun(b.text, "", rtl)
	case blockSilence:
		paragraph += docxRun(b.lead+": "+b.text, "", false)
	case blockSource:
		paragraph += docxRun(b.lead+": "+b.text, "", false) + docxLink(&x.bodyRels, &x.bodyLinks, b.url)
	default:
		paragraph += docxRun(b.text, "", rtl)
	}
	x.body.WriteString(paragraph + `</w:p>`)
}

// The widths of a page's text and of a table's first column, in twentieths of a point.
const (
	textWidth  = 11906 - 2*1134
	claimWidth = 2800
)

// table is a table as wide as the text, with lines between its cells; an empty paragraph would part it from another, but what
// follows is none. A row is not broken over pages, and the heading stands on each.
func (x *docx) table(rows [][]string) {
	const border = ` w:val="single" w:sz="4" w:space="0" w:color="B8B8B0"/>`
	width := func(k int) int {
		if k == 0 {
			return claimWidth
		}
		return (textWidth - claimWidth) / (len(rows[0]) - 1)
	}
	fmt.Fprintf(&x.body, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`, textWidth)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		x.body.WriteString(`<w:` + side + border)
	}
	x.body.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for k := range rows[0] {
		fmt.Fprintf(&x.body, `<w:gridCol w:w="%d"/>`, width(k))
	}
	x.body.WriteString(`</w:tblGrid>`)
	for i, row := range rows {
		x.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if i == 0 {
			x.body.WriteString(`<w:tblHeader/>`)
		}
		x.body.WriteString(`</w:trPr>`)
		for k, cell := range row {
			bold := ""
			if i == 0 || k == 0 {
				bold = `<w:b/>`
			}
			fmt.Fprintf(&x.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width(k))
			x.body.WriteString(opened("Cell", cell) + docxRun(cell, bold, startsRightToLeft(cell)) + `</w:p></w:tc>`)
		}
		x.body.WriteString(`</w:tr>`)
	}
	x.body.WriteString(`</w:tbl>`)
}

// note is the footnote of a quotation.
func (x *docx) note(b block) {
	fmt.Fprintf(&x.notes, `<w:footnote w:id="%d">`, x.n)
	x.notes.WriteString(`<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`)
	x.notes.WriteString(docxRun(" "+b.citation, "", false))
	x.notes.WriteString(docxLink(&x.noteRels, &x.noteLinks, b.url))
	x.notes.WriteString(docxRun(sourceNumber(b), "", false) + `</w:p></w:footnote>`)
}

func opened(style, text string) string {
	bidi := ""
	if startsRightToLeft(text) {
		bidi = "<w:bidi/>"
	}
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + bidi + `</w:pPr>`
}

func docxRun(text, properties string, rtl bool) string {
	if text == "" {
		return ""
	}
	if rtl {
		properties += "<w:rtl/>"
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + xmlText(text) + `</w:t></w:r>`
}

// docxLink is an address behind a comma, which can be followed where that is safe.
func docxLink(rels *strings.Builder, links *int, url string) string {
	switch {
	case url == "":
		return ""
	case !linkable(url):
		return docxRun(", "+url, "", false)
	}
	*links++
	fmt.Fprintf(rels, `<Relationship Id="link%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, *links, relsType, xmlText(url))
	return docxRun(", ", "", false) + fmt.Sprintf(`<w:hyperlink r:id="link%d">`, *links) +
		docxRun(url, `<w:rStyle w:val="Hyperlink"/>`, false) + `</w:hyperlink>`
}

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}

// startsRightToLeft reports whether the first letter of s belongs to a script that is written from right to left.
func startsRightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
