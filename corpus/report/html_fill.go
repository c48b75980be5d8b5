package report

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leastHole is the bytes of prose of a paragraph that is missed.
const leastHole = 80

// fill puts into what was weighed the paragraphs of the page that were left out between others of the same class: go-readability
// takes neighbours of what weighs most by their own weight, and leaves one out that holds few sentences between pictures.
func (p *page) fill(n *html.Node) {
	taken := map[string]*html.Node{} // the paragraphs of n by their text
	found := elements(n, atom.P)
	for _, c := range found {
		taken[textOf(c)] = c
	}
	all := elements(p.root, atom.P)
	first, last := -1, -1
	classes := map[string]int{} // of those taken, with that around them
	for i, c := range all {
		if taken[textOf(c)] != nil && proseOf(c) > 0 {
			if first < 0 {
				first = i
			}
			last = i
			classes[classOf(c)]++
		}
	}
	if first < 0 {
		return
	}
	var next *html.Node
	text := textOf(n)
	for i := last; i >= first; i-- {
		c := all[i]
		if there := taken[textOf(c)]; there != nil {
			next = there
			continue
		}
		if next == nil || proseOf(c) < leastHole || classes[classOf(c)]*2 < len(taken) {
			continue
		}
		if partlyIn(textOf(c), text) {
			if at := slices.IndexFunc(found, func(q *html.Node) bool { return partlyIn(textOf(c), textOf(q)) }); at >= 0 {
				next = found[at]
			}
			continue
		}
		hole := cloned(c)
		next.Parent.InsertBefore(hole, next)
		next = hole
	}
}

// partlyIn reports whether some words in a row of a paragraph stand in a text: it is there then, with other notes or marks.
func partlyIn(paragraph, text string) bool {
	words := strings.Fields(paragraph)
	const row = 5
	for _, at := range []int{0, len(words) / 3, len(words) * 2 / 3} {
		if at+row <= len(words) && strings.Contains(text, strings.Join(words[at:at+row], " ")) {
			return true
		}
	}
	return false
}

// classOf is the class of an element and of the one around it.
func classOf(n *html.Node) string { return attr(n, "class") + "/" + attr(n.Parent, "class") }

// cloned is an element with all below it, apart from its page.
func cloned(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Attr: n.Attr}
	for inner := n.FirstChild; inner != nil; inner = inner.NextSibling {
		c.AppendChild(cloned(inner))
	}
	return c
}
