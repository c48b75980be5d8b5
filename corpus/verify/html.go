package verify

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	render "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/brief"
)

// markdownReader makes the page that Markdown is a shorthand of; raw HTML in it is shown to readers, so it is read too.
var markdownReader = goldmark.New(goldmark.WithExtensions(extension.Footnote), goldmark.WithRendererOptions(render.WithUnsafe()))

func readMarkdown(file []byte) (*sheet, error) {
	var b bytes.Buffer
	if err := markdownReader.Convert(plainText(file), &b); err != nil {
		return nil, err
	}
	return readHTML(b.Bytes())
}

// readHTML reads a page. A link within the page is the mark of a note when it leads to a citation; the caption of a
// figure is a note at the end of what the figure sets apart.
func readHTML(file []byte) (*sheet, error) {
	root, err := html.Parse(bytes.NewReader(plainText(file)))
	if err != nil {
		return nil, err
	}
	r := &pageReader{targets: make(map[string]*html.Node), sheet: &sheet{}}
	r.collect(root)
	r.walk(root)
	r.flush()
	return r.sheet, nil
}

// pageReader gathers paragraphs.
type pageReader struct {
	sheet   *sheet
	targets map[string]*html.Node // by id
	text    strings.Builder       // of the paragraph
	notes   []sheetNote
	apart   int // how many quotations the paragraph stands in
}

func (r *pageReader) collect(n *html.Node) {
	if id := attribute(n, "id"); id != "" && r.targets[id] == nil {
		r.targets[id] = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.collect(c)
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// flush ends the paragraph.
func (r *pageReader) flush() {
	if text := r.text.String(); strings.TrimSpace(text) != "" {
		r.sheet.paragraphs = append(r.sheet.paragraphs, sheetParagraph{text: text, apart: r.apart > 0, notes: r.notes})
	}
	r.text.Reset()
	r.notes = nil
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.text.WriteString(n.Data)
		return
	case n.Type == html.CommentNode, n.Type == html.ElementNode && unseen(n):
		return
	case n.DataAtom == atom.Br:
		r.text.WriteByte('\n')
		return
	case n.DataAtom == atom.A:
		if note, ok := r.noteOf(n); ok {
			r.notes = append(r.notes, sheetNote{r.text.Len(), note})
			return
		}
	}
	block := n.Type == html.ElementNode && !inline[n.DataAtom]
	if block {
		r.flush()
	}
	if n.DataAtom == atom.Blockquote {
		r.apart++
	}
	first := len(r.sheet.paragraphs)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if block {
		r.flush()
	}
	switch n.DataAtom {
	case atom.Blockquote:
		r.apart--
	case atom.Figure:
		r.caption(n, first)
	}
}

// unseen reports whether a browser shows nothing of n.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Iframe, atom.Object:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return false
}

// inline are the elements that do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
	atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, 0: true,
}

// noteOf is the citation that a link within the page leads to.
func (r *pageReader) noteOf(a *html.Node) (string, bool) {
	_, id, ok := strings.Cut(attribute(a, "href"), "#")
	if !ok || r.targets[id] == nil {
		return "", false
	}
	text := plain(r.targets[id])
	return text, isCitation(brief.Normal(text))
}

// plain is the text of n and all in it.
func plain(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(plain(c))
	}
	return b.String()
}

// caption gives what a figure sets apart, paragraphs first and after, its caption for a note.
func (r *pageReader) caption(figure *html.Node, first int) {
	note := ""
	for c := figure.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Figcaption {
			note = plain(c)
		}
	}
	if !isCitation(brief.Normal(note)) {
		return
	}
	for i := len(r.sheet.paragraphs) - 1; i >= first; i-- {
		if p := &r.sheet.paragraphs[i]; p.apart {
			p.notes = append(p.notes, sheetNote{len(p.text), note})
			return
		}
	}
}
