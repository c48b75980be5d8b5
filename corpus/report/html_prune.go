package report

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a box is called, in its class, id or role, tells what it is for on nearly every site. Words are compared whole, so
// that "shared" is no "share" and "header" no "ad".

// besideText are words for boxes beside a text; such a box is taken out when it is a small part of it.
var besideText = words(`ad ads adslot adunit advert advertisement advertising banner sponsor sponsored promo promotion promoted
newsletter signup subscribe subscription related recommended recommendations trending popular share sharing sharetools social
socials breadcrumb breadcrumbs tags taglist toolbar sidebar widget nav navigation menu footer ticker breaking skip
readmore outbrain taboola teaser teasers print pagination pager copyright modal popup tooltip rating byline-links
audioplayer player`)

// neverText are words for boxes that are never the report, however large they are beside it.
var neverText = words(`comment comments commentlist disqus respond cookie cookies consent cmp gdpr onetrust paywall regwall
leaky`)

const smallPart = 8 // a box that is taken out for its name has less than 1/8 of the text

// prune takes out of a page what is certainly not the report.
func prune(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && (unseen(n) && n.DataAtom != atom.Head || is(n, atom.Button, atom.Input, atom.Nav, atom.Dialog)) || strings.HasPrefix(n.Data, "amp-") && n.Data != "amp-img" {
			remove(n)
			return false
		}
		return true
	})
	all := proseOf(root)
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || is(n, atom.Html, atom.Body, atom.Main, atom.Article, atom.H1) {
			return true
		}
		if unwanted(n, all) {
			remove(n)
			return false
		}
		return true
	})
}

// unwanted reports whether an element is a box that is not the report, on a page with all bytes of prose.
func unwanted(n *html.Node, all int) bool {
	isSmall, isForeign := suspect(n)
	if !isSmall && !isForeign || len(elements(n, atom.H1)) > 0 || attr(n, "itemprop") == "articleBody" {
		return false
	}
	prose := proseOf(n)
	return prose*smallPart <= all || isForeign && elsewhere(n, all-prose)
}

// suspect reports whether an element is called as boxes are that are not the report: when small, or whatever their size.
func suspect(n *html.Node) (small, foreign bool) {
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "menu", "dialog", "alertdialog", "complementary":
		return true, true
	}
	for _, name := range namesOf(n) {
		small = small || besideText[name]
		foreign = foreign || neverText[name]
	}
	switch {
	case is(n, atom.Aside, atom.Footer, atom.Figcaption, atom.Form):
		small = true
	case n.DataAtom == atom.Header:
		small = nearest(n, atom.Article) == nil
	}
	return small, foreign
}

// elsewhere reports whether the page has a report without n: some prose, or a first heading of its own.
func elsewhere(n *html.Node, rest int) bool {
	if rest >= 600 {
		return true
	}
	root := n
	for root.Parent != nil {
		root = root.Parent
	}
	return rest >= 80 && len(elements(root, atom.H1)) > 0
}

// nearest is the closest element of a kind around n; nil for none.
func nearest(n *html.Node, kind atom.Atom) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == kind {
			return n
		}
	}
	return nil
}

// namesOf is the words in an element's class and id: "newsletter-signup" and "newsletterSignup" are two each.
func namesOf(n *html.Node) []string {
	called := attr(n, "class") + " " + attr(n, "id")
	var names []string
	start := 0
	flush := func(end int) {
		if end > start {
			names = append(names, strings.ToLower(called[start:end]))
		}
	}
	lower := false
	for i, r := range called {
		switch {
		case !unicode.IsLetter(r):
			flush(i)
			start, lower = i+len(string(r)), false
		case unicode.IsUpper(r) && lower:
			flush(i)
			start, lower = i, false
		default:
			lower = unicode.IsLower(r)
		}
	}
	flush(len(called))
	return names
}
