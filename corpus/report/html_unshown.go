package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	hardlyAny  = 400 // bytes of prose below which a page that was saved without its scripts running shows no report
	leastKept  = 400 // bytes of prose or text that make a report of what it keeps for them
	mostHolder = 200 // elements that may keep text, of which each is read
)

// reveal puts in their places what a page keeps in elements that show nothing for scripts to show, or for readers without
// scripts, when it shows hardly any text without them.
func (p *page) reveal() {
	shown := proseOf(p.root)
	if shown >= hardlyAny {
		return
	}
	var holders []*html.Node
	walk(p.root, func(n *html.Node) bool {
		if len(holders) < mostHolder && keepsText(n) {
			holders = append(holders, n)
		}
		return true
	})
	for _, n := range holders {
		if n.Parent == nil || nearest(n, atom.Head) != nil {
			continue
		}
		inner := contentOf(n)
		if inner == nil || proseOf(inner) < max(leastKept, 2*shown) {
			continue
		}
		n.Parent.InsertBefore(inner, n)
		remove(n)
		return
	}
}

// append adds a text to the page as an element of its own, a paragraph a line, under its headline; nil for a page without a body.
func (p *page) append(text string) *html.Node {
	bodies := elements(p.root, atom.Body)
	if len(bodies) == 0 {
		return nil
	}
	box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			paragraph := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			paragraph.AppendChild(&html.Node{Type: html.TextNode, Data: line})
			box.AppendChild(paragraph)
		}
	}
	if head := p.headline(); head != nil {
		head.Parent.InsertBefore(box, head.NextSibling)
	} else {
		bodies[0].AppendChild(box)
	}
	return box
}

// hardlyIn reports whether less than a third of the long words of one text are in another.
func hardlyIn(text, other string) bool {
	there := map[string]bool{}
	for _, w := range strings.Fields(other) {
		there[w] = true
	}
	all, both := 0, 0
	for _, w := range strings.Fields(text) {
		if len(w) > 4 {
			all++
			if there[w] {
				both++
			}
		}
	}
	return both*3 < all
}

// keepsText reports whether an element may keep what a page does not show: what a script is to fill in, or what stands there for
// readers without scripts.
func keepsText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Noscript, atom.Template:
		return true
	case atom.Script:
		kind := strings.ToLower(attr(n, "type"))
		return kind == "text/html" || strings.HasSuffix(kind, "template")
	}
	return false
}

// contentOf is an element with what another keeps in it as text or as elements; nil when that is nothing.
func contentOf(n *html.Node) *html.Node {
	box := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode && n.FirstChild.NextSibling == nil {
		nodes, err := html.ParseFragment(strings.NewReader(n.FirstChild.Data), box)
		if err != nil {
			return nil
		}
		for _, c := range nodes {
			box.AppendChild(c)
		}
		return box
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		box.AppendChild(c)
	}
	return box
}

// bodyInData is the text of the article in JSON-LD, a paragraph a line.
func (p *page) bodyInData() string {
	var lines []string
	for _, s := range list(p.article()["articleBody"]) {
		for line := range strings.Lines(textOfMarkup(s)) {
			lines = append(lines, oneLine(line))
		}
	}
	return strings.Join(lines, "\n")
}

// textOfMarkup is a text that may have been written with tags and character references, without them.
func textOfMarkup(s string) string {
	s = unescape(s)
	if !strings.Contains(s, "</") && !strings.Contains(s, "<br") {
		return s
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return linesOf(root)
}
