package report

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// alone takes out the articles that a page shows behind its own for a reader who scrolls on: boxes beside the one in which the
// page's headline stands, of its kind, each with a first heading of its own and a time or a byline.
func (p *page) alone() {
	head := p.headline()
	if head == nil || head.DataAtom != atom.H1 {
		return
	}
	around := map[*html.Node]*html.Node{} // what holds the headline, and its child that does
	for n := head; n.Parent != nil; n = n.Parent {
		around[n.Parent] = n
	}
	title := fold(textOf(head))
	for _, h := range elements(p.root, atom.H1) {
		if fold(textOf(h)) == title || leadsHome(h) || forEars(h) {
			continue
		}
		box := h
		for box.Parent != nil && around[box.Parent] == nil {
			box = box.Parent
		}
		if own := around[box.Parent]; box.Parent != nil && alikeBoxes(own, box) && isArticle(own) && isArticle(box) {
			remove(box)
		}
	}
}

// alikeBoxes reports whether two elements are of one kind and called the same.
func alikeBoxes(a, b *html.Node) bool {
	return a.DataAtom == b.DataAtom && !is(a, atom.H1, atom.P) && (a.DataAtom == atom.Article || attr(a, "class") != "" && attr(a, "class") == attr(b, "class"))
}

// isArticle reports whether an element holds an article: prose enough, and the time or the author of it.
func isArticle(n *html.Node) bool {
	if proseOf(n) < leastArticle {
		return false
	}
	if n.DataAtom == atom.Article || len(elements(n, atom.Article, atom.Time, atom.Address)) > 0 {
		return true
	}
	found := false
	walk(n, func(c *html.Node) bool {
		for _, name := range namesOf(c) {
			found = found || name == "byline" || name == "author" || dateNames[name]
		}
		return !found
	})
	return found
}
