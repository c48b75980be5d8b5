package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walk visits n and all below it, in order; what visit returns false for is not entered.
func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling // visit may take c out
		walk(c, visit)
		c = next
	}
}

// elements is the elements below n that are one of the kinds, in order.
func elements(n *html.Node, kinds ...atom.Atom) []*html.Node {
	var found []*html.Node
	walk(n, func(c *html.Node) bool {
		if c != n && c.Type == html.ElementNode && is(c, kinds...) {
			found = append(found, c)
		}
		return true
	})
	return found
}

func is(n *html.Node, kinds ...atom.Atom) bool {
	for _, k := range kinds {
		if n.DataAtom == k {
			return true
		}
	}
	return false
}

// attr is an attribute's value, "" without it.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unseen are the elements whose text no reader sees.
func unseen(n *html.Node) bool {
	return n.Type == html.ElementNode && is(n, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Object, atom.Textarea, atom.Select)
}

// textOf is what a reader sees of n, in one line.
func textOf(n *html.Node) string {
	var parts []string
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			parts = append(parts, strings.Fields(strings.ReplaceAll(c.Data, "\u00AD", ""))...)
		}
		return !unseen(c)
	})
	return strings.Join(parts, " ")
}

// lengths is the bytes of text below n, and how many of them are of links.
func lengths(n *html.Node) (all, links int) {
	eachText(n, func(text string, link bool) {
		k := len(strings.TrimSpace(text))
		all += k
		if link {
			links += k
		}
	}, func() {})
	return all, links
}

// shortRun is how many bytes of text a run must have to count as prose.
const shortRun = 40

// proseOf is the bytes of text below n that stand in running paragraphs: long enough, and mostly no links. A run of text
// goes on through whatever does not begin a paragraph.
func proseOf(n *html.Node) int {
	sum, all, links := 0, 0, 0
	eachText(n, func(text string, link bool) {
		k := len(strings.TrimSpace(text))
		all += k
		if link {
			links += k
		}
	}, func() {
		if all >= shortRun && links*2 < all {
			sum += all
		}
		all, links = 0, 0
	})
	return sum
}

// runsOf is the runs of text below n that are long enough for prose.
func runsOf(n *html.Node) []string {
	var runs []string
	var run strings.Builder
	eachText(n, func(text string, _ bool) { run.WriteString(text) }, func() {
		if s := oneLine(run.String()); len(s) >= shortRun {
			runs = append(runs, s)
		}
		run.Reset()
	})
	return runs
}

// eachText calls text with every text that is seen below n, and whether it is a link's, and apart wherever a run of them ends: at a
// block's borders, at a break, and at the end.
func eachText(n *html.Node, text func(s string, link bool), apart func()) {
	var visit func(n *html.Node, link bool)
	visit = func(n *html.Node, link bool) {
		switch {
		case n.Type == html.TextNode:
			text(n.Data, link)
			return
		case unseen(n):
			return
		}
		parts := n.Type == html.ElementNode && (isBlock(n.DataAtom) || n.DataAtom == atom.Br)
		if parts {
			apart()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, link || n.DataAtom == atom.A)
		}
		if parts {
			apart()
		}
	}
	visit(n, false)
	apart()
}

// isBlock reports whether an element begins and ends a paragraph of its own.
func isBlock(a atom.Atom) bool { return a != atom.Br && lineTags[a.String()] }

// flow writes text as it is shown: each run of blanks as one, a no-break space and the like kept, places where a word
// may be broken left out.
func (w *writer) flow(s string) {
	s = strings.ReplaceAll(s, "\u00AD", "")
	if len(w.text) == 0 || strings.HasPrefix(w.pending, "\n") {
		s = strings.TrimLeft(s, " \t\r\n\f\u00A0") // an empty line is made of one
	}
	for s != "" {
		i := strings.IndexAny(s, " \t\r\n\f")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.made(s[:i])
			s = s[i:]
			continue
		}
		w.blank()
		s = strings.TrimLeft(s, " \t\r\n\f")
	}
}
