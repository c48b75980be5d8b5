package verify

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	render "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/brief"
)

// markdownReader makes the page that Markdown is a shorthand of; raw HTML in it is shown to readers, so it is read too.
var markdownReader = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Footnote, extension.Strikethrough, extension.Table), goldmark.WithRendererOptions(render.WithUnsafe()))
})

func readMarkdown(file []byte) (*sheet, error) {
	var b bytes.Buffer
	if err := markdownReader().Convert(plainText(file), &b); err != nil {
		return nil, err
	}
	root, err := html.Parse(&b)
	if err != nil {
		return nil, err
	}
	s := readPage(root, false)
	marked, left := noteMarks(string(plainText(file)))
	s.marks = marked
	for _, name := range left {
		why := fmt.Sprintf("nothing in the text leads to footnote %s, so that nobody sees it", brief.Normal(name))
		s.looks = append(s.looks, Change{Kind: Shown, What: "footnote", Why: why})
	}
	return s, nil
}

// readHTML reads a page. A link within the page is the mark of a note when it leads to a citation; the caption of a
// figure is a note at the end of what the figure sets apart.
func readHTML(file []byte) (*sheet, error) {
	root, err := html.Parse(bytes.NewReader(plainText(file)))
	if err != nil {
		return nil, err
	}
	return readPage(root, true), nil
}

// readPage reads what is seen of a page; whole says that it is one by itself.
func readPage(root *html.Node, whole bool) *sheet {
	seen := look(root, whole)
	r := &pageReader{
		targets: make(map[string]*html.Node), notesAt: make(map[*html.Node]bool),
		sheet: &sheet{sealText: seen.seal, looks: seen.changes},
	}
	r.collect(root)
	for _, a := range elements(root, atom.A) {
		if n, _, ok := r.noteOf(a); ok {
			r.notesAt[n] = true
		}
	}
	r.walk(root)
	r.flush()
	return r.sheet
}

var noteMark = regexp.MustCompile(`(?m)(^ {0,3})?\[\^([^\]\s]+)\](:)?`)

// noteMarks are the marks of footnotes in Markdown, in order, and the footnotes that nothing in the text leads to: what
// they stood behind is gone.
func noteMarks(text string) (marks, left []string) {
	marked := make(map[string]bool)
	var defined []string
	for _, m := range noteMark.FindAllStringSubmatchIndex(text, -1) {
		if name := text[m[4]:m[5]]; m[2] >= 0 && m[6] >= 0 {
			defined = append(defined, name)
		} else {
			marked[name] = true
			marks = append(marks, name)
		}
	}
	for _, name := range defined {
		if !marked[name] {
			left = append(left, name)
		}
	}
	return marks, left
}

// pageReader gathers paragraphs.
type pageReader struct {
	sheet   *sheet
	targets map[string]*html.Node // by id
	text    strings.Builder       // of the paragraph
	notes   []sheetNote
	notesAt map[*html.Node]bool // that marks lead to
	apart   int                 // how many quotations the paragraph stands in
	inNote  int                 // and how many notes
	level   int                 // of the heading that it is
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
		r.sheet.paragraphs = append(r.sheet.paragraphs, sheetParagraph{text: text, apart: r.apart > 0, notes: r.notes, note: r.inNote > 0, level: r.level})
	}
	r.text.Reset()
	r.notes = nil
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.text.WriteString(n.Data)
		return
	case n.DataAtom == atom.Br:
		r.text.WriteByte('\n')
		return
	case n.DataAtom == atom.A:
		if _, note, ok := r.noteOf(n); ok {
			r.notes = append(r.notes, sheetNote{r.text.Len(), note})
			return
		}
	}
	block := n.Type == html.ElementNode && !inline[n.DataAtom]
	if block {
		r.flush()
	}
	isNote := r.notesAt[n] || n.DataAtom == atom.Figcaption && isCitation(brief.Normal(plain(n)))
	if isNote {
		r.inNote++
	}
	if n.DataAtom == atom.Blockquote {
		r.apart++
	}
	if level := slices.Index(headings, n.DataAtom); level >= 0 {
		r.level = level + 1
	}
	first := len(r.sheet.paragraphs)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if block {
		r.flush()
	}
	if isNote {
		r.inNote--
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.level = 0
	case atom.Blockquote:
		r.apart--
	case atom.Figure:
		r.caption(n, first)
	}
}

var headings = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// inline are the elements that do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
	atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, 0: true,
}

// noteOf is the citation that a link within the page leads to.
func (r *pageReader) noteOf(a *html.Node) (n *html.Node, text string, ok bool) {
	_, id, ok := strings.Cut(attribute(a, "href"), "#")
	if !ok || r.targets[id] == nil {
		return nil, "", false
	}
	text = plain(r.targets[id])
	return r.targets[id], text, isCitation(brief.Normal(text))
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
