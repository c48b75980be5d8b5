package report

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// goldmarkVersion is what Report.Reader says, so that a kept passage knows which reading of a file it points into.
const goldmarkVersion = "v1.8.7"

// What a reader of the page would read is the text, and nothing else of the file is: no emphasis, link addresses,
// fences, list bullets or tags. A paragraph is a line, however it was broken in the file, because statements are cut
// line by line; so is a heading, a list item and a row of a table. The words of pictures, which stand for the picture
// where it cannot be seen, and those inside HTML are kept. goldmark gives the place in the file of every run of text,
// so each byte of the text leads back to its byte in the file; only line ends between blocks are made here.

var (
	common        = goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)
	withFootnotes = goldmark.New(common, goldmark.WithExtensions(extension.Footnote)).Parser()
	withoutThem   = goldmark.New(common).Parser()
)

// extractMarkdown is the readable text of a Markdown body.
func extractMarkdown(body string) extract {
	if why := untamed(body); why != "" {
		x := extractPlain(body)
		x.reader, x.plainly = "text ("+why+")", why
		return x
	}
	parser := withFootnotes
	if strings.Count(body, "[^") > maxFootnotes {
		parser = withoutThem
	}
	doc := parser.Parse(text.NewReader([]byte(body)))
	w := &markdownWriter{writer: writer{source: body, m: &Map{}}}
	w.blocks(doc)
	return extract{text: string(w.text), m: w.m, reader: "markdown: goldmark " + goldmarkVersion, title: w.title(), headings: w.headings, items: w.items, struck: w.struck}
}

// markdownWriter writes the text of a document, a block after the other.
type markdownWriter struct {
	writer
	headings, items []Span
	top             Span // of the first heading of the first level
	opens           bool // the text opens with a heading
	tags            tags // of HTML that is open
}

// title is the heading that names the whole: the first of the first level, or one that the text opens with.
func (w *markdownWriter) title() Span {
	if w.top.Len() == 0 && w.opens {
		return w.headings[0]
	}
	return w.top
}

// blocks writes the blocks inside n.
func (w *markdownWriter) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

func (w *markdownWriter) block(n ast.Node) {
	apart := 2 // line ends before and after: a blank line between blocks, none between the lines of a list or table
	if inList(n) {
		apart = 1
	}
	w.end(apart)
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		span := w.writing(func() { w.line(n) })
		if _, ok := n.Parent().(*ast.ListItem); ok && span.Len() > 0 {
			w.items = append(w.items, span)
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
			w.keep(s.Start, s.Stop)
			w.end(1)
		}
	case *ast.HTMLBlock:
		w.html(n)
	case *tables.TableHeader, *tables.TableRow:
		w.row(n)
		w.end(1)
		return
	default: // lists, quotations, tables, footnotes and whatever else holds blocks
		w.blocks(n)
	}
	w.end(apart)
}

func inList(n ast.Node) bool {
	switch n.(type) {
	case *ast.ListItem, *tables.TableHeader, *tables.TableRow:
		return true
	}
	_, ok := n.Parent().(*ast.ListItem)
	return ok
}

func (w *markdownWriter) heading(n *ast.Heading) {
	first := len(w.text) == 0
	span := w.writing(func() { w.line(n) })
	if span.Len() == 0 {
		return
	}
	w.headings = append(w.headings, span)
	w.opens = w.opens || first
	if n.Level == 1 && w.top.Len() == 0 {
		w.top = span
	}
}

// row writes the cells of a row of a table, parted by tabs.
func (w *markdownWriter) row(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.line(c)
		if c.NextSibling() != nil {
			w.made("\t")
		}
	}
}

// line writes a block's inlines; what a tag strikes out ends with it.
func (w *markdownWriter) line(n ast.Node) {
	w.inlines(n)
	w.strikeEnd()
}

// inlines writes what stands in a line inside n.
func (w *markdownWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *markdownWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() {
			w.keep(n.Segment.Start, n.Segment.Stop)
		} else {
			w.unescaped(n.Segment.Start, n.Segment.Stop)
		}
		switch {
		case n.HardLineBreak():
			w.end(1)
		case n.SoftLineBreak():
			w.blank()
		}
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				w.code(t.Segment.Start, t.Segment.Stop)
			}
		}
	case *ast.AutoLink:
		label := string(n.Label([]byte(w.source)))
		if at := strings.Index(w.source[n.Pos():], label); at >= 0 {
			w.keep(n.Pos()+at, n.Pos()+at+len(label))
		}
	case *ast.RawHTML:
		for _, s := range n.Segments.Sliced(0, n.Segments.Len()) {
			if breaksLine(w.source[s.Start:s.Stop]) {
				w.end(1)
			}
			w.strikeTag(tagName(w.source[s.Start:s.Stop]))
		}
	case *tables.Strikethrough:
		w.strikeOut(func() { w.inlines(n) })
	case *tables.FootnoteLink, *tables.FootnoteBacklink, *tables.TaskCheckBox:
	default:
		w.inlines(n)
	}
}

// code writes the bytes of a code span, whose line ends are blanks.
func (w *markdownWriter) code(start, stop int) {
	for start < stop {
		i := strings.IndexByte(w.source[start:stop], '\n')
		if i < 0 {
			w.keep(start, stop)
			return
		}
		w.keep(start, start+i)
		w.blank()
		start += i + 1
	}
}
