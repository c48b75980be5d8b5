package verify

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/seal"
)

// comment is what only those see who open the file: the seal of Markdown, or words put there.
func (l *looker) comment(n *html.Node) {
	words := strings.TrimSpace(n.Data)
	n.Parent.RemoveChild(n)
	switch {
	case strings.HasPrefix(words, seal.Mark+":"):
		l.seal = words
	case words != "" && !strings.HasPrefix(words, "saved from url") && words != "saved":
		l.tell(false, "a comment hides “"+short(words)+"”")
	}
}

func (l *looker) head(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode {
			l.headElement(c)
		} else if c.Type == html.CommentNode {
			l.comment(c)
		}
		c = next
	}
}

func (l *looker) headElement(n *html.Node) {
	switch n.DataAtom {
	case atom.Title:
		l.title = plain(n)
	case atom.Meta:
		if attribute(n, "name") == seal.Mark {
			l.seal = attribute(n, "content")
		}
		if strings.EqualFold(attribute(n, "http-equiv"), "refresh") {
			l.tell(true, "the page leads to another when it is opened: "+short(attribute(n, "content")))
		}
	case atom.Base:
		l.tell(true, "<base> leads links elsewhere: "+short(attribute(n, "href")))
	case atom.Link:
		if rel := strings.ToLower(attribute(n, "rel")); strings.Contains(rel, "stylesheet") {
			l.tell(true, "a style sheet that is not in the file: "+short(attribute(n, "href")))
		}
	case atom.Style:
	case atom.Noscript:
		l.hide(n, "<noscript>")
		return
	default:
		l.odd(n)
		return
	}
	if n.Parent != nil && n.DataAtom != atom.Title {
		n.Parent.RemoveChild(n)
	}
}
