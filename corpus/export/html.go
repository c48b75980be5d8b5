package export

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"parallax/corpus/brief"
)

//go:embed page.html.tmpl
var pageSource string

var page = template.Must(template.New("brief").Funcs(template.FuncMap{"linkable": linkable}).Parse(pageSource))

// pageBlock is a block as the template of the page reads it.
type pageBlock struct {
	Kind, Text, Lead, Citation, URL string
	Level, Source                   int
	Rows                            [][]string
	Note                            int // where its citation is a footnote: its number, from 1
}

// pageKinds are the template's words for the kinds of blocks.
var pageKinds = [...]string{
	blockTitle: "title", blockAbout: "about", blockHeading: "heading", blockText: "text", blockLabel: "label", blockClaim: "heading", blockTable: "table",
	blockQuotation: "quotation", blockSilence: "silence", blockNote: "note", blockTags: "note", blockSource: "source",
	blockColophon: "colophon",
}

// printHTML writes a page that needs no other file and asks for none: styles within, no scripts, for screens light and
// dark and for paper. Each quotation is a figure whose caption is its citation.
func printHTML(w io.Writer, d *brief.Document, o Options) error {
	body, end := blocks(d, o)
	onPage := pageBlocks(body)
	var notes []pageBlock
	if o.Short {
		notes = notesApart(onPage)
	}
	return page.Execute(w, struct {
		Title            string
		Seal             string
		Body, Notes, End []pageBlock
	}{titleOf(d), sealUnless(o.Unsealed, body, end), onPage, notes, pageBlocks(end)})
}

func pageBlocks(blocks []block) []pageBlock {
	all := make([]pageBlock, len(blocks))
	for i, b := range blocks {
		all[i] = pageBlock{
			Kind: pageKinds[b.kind], Text: b.text, Lead: b.lead, Citation: b.citation, URL: b.url,
			Level: headingLevel(b.level), Source: b.source, Rows: b.rows,
		}
	}
	return all
}

// notesApart numbers the quotations, so that their citations are footnotes, and is those.
func notesApart(blocks []pageBlock) []pageBlock {
	var notes []pageBlock
	for i := range blocks {
		if blocks[i].Kind == pageKinds[blockQuotation] {
			blocks[i].Note = len(notes) + 1
			notes = append(notes, blocks[i])
		}
	}
	return notes
}

// PageStyle is the style sheet of an exported page: what a page has beside it was put there by somebody else.
func PageStyle() string {
	_, rest, _ := strings.Cut(pageSource, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	return style
}
