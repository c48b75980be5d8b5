package report

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a box is called, in its class, id or role, tells what it is for on nearly every site. Words are compared whole, so
// that "shared" is no "share" and "header" no "ad".

// besideText are words for boxes beside a text; such a box is taken out when it is a small part of it.
var besideText = words(`ad ads adslot adunit advert advertisement advertising anzeige werbung publicidad publicite pubblicita reklama reklame iklan
banner sponsor sponsored promo promotion promoted
newsletter newsletterbox signup subscribe subscription suscripcion abonnement related recommended recommendations relacionadas relacionados relacionado similaires
trending popular mostread meistgelesen share sharing sharetools sharebar compartir compartilhar partager condividi teilen udostepnij social
socials breadcrumb breadcrumbs tags taglist toolbar sidebar widget nav navigation menu footer ticker breaking skip
outbrain taboola teaser teasers print pagination pager copyright popup tooltip byline-links
caption captions imagecaption bildunterschrift photocredit audioplayer player postmetadata login authorbox authorbio bio`)

// neverText are words for boxes that are never the report, however large they are beside it.
var neverText = words(`comment comments commentlist commentaires comentarios comentários kommentare kommentarer commenti reacties komentarze yorumlar disqus respond
cookie cookies consent cmpbox cmpwrapper gdpr dsgvo rgpd lgpd ccpa onetrust usercentrics didomi quantcast sourcepoint iubenda borlabs klaro tarteaucitron trustarc truste`)

// kinds are words behind which the name of a box is the kind of an article or something that a box has or has not: "tone-comment",
// "has-ads", "no-print".
var kinds = words(`tone type kind section pillar category channel theme template topic genre format has have with without no not hide hidden`)

// walls are words for what stands before a text that must be paid for, and for that text itself: only a short one is a
// wall.
var walls = words(`paywall regwall leaky`)

// offers are words for boxes beside a text that are short, and are not the report of a short page either.
var offers = words(`advert advertisement advertising sponsored newsletter signup related recommended recommendations taboola outbrain promo promotion postmetadata bio authorbio authorbox`)

const longestWall = 500 // bytes of prose

const smallPart = 10 // a box that is taken out for its name has less than 1/10 of the text

// prune takes out of a page what is certainly not the report.
func prune(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && (unseen(n) && n.DataAtom != atom.Head || is(n, atom.Button, atom.Input, atom.Nav, atom.Dialog)) || forEars(n) && proseOf(n) < longestWall || strings.HasPrefix(n.Data, "amp-") && n.Data != "amp-img" {
			remove(n)
			return false
		}
		return true
	})
	all := proseOf(root)
	boxes, prose := suspects(root)
	for _, b := range boxes {
		if b.node.Parent != nil && unwanted(b, prose[b.name], all) {
			remove(b.node)
		}
	}
}

// box is an element that is called as those are that are not the report.
type box struct {
	node    *html.Node
	name    string // that it goes by: boxes of one name are judged together
	foreign bool
	prose   int
}

// suspects is the outermost such elements of a page, and how much prose those of each name hold.
func suspects(root *html.Node) ([]box, map[string]int) {
	var boxes []box
	prose, called := map[string]int{}, map[*html.Node]string{}
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || is(n, atom.Html, atom.Body, atom.Main, atom.Article, atom.H1) {
			return true
		}
		name, foreign := suspect(n)
		if name == "" || inLine(n) || holdsBody(n) || len(elements(n, atom.H1)) > 0 {
			return true
		}
		b := box{n, name, foreign, proseOf(n)}
		boxes = append(boxes, b)
		called[n] = name
		if !inside(n, name, called) {
			prose[name] += b.prose
		}
		return b.prose > 0
	})
	return boxes, prose
}

// holdsBody reports whether an element is marked as an article's body, or one that is is in it.
func holdsBody(n *html.Node) bool {
	found := false
	walk(n, func(c *html.Node) bool {
		found = found || attr(c, "itemprop") == "articleBody"
		return !found
	})
	return found
}

// inside reports whether n stands in a box of that name.
func inside(n *html.Node, name string, called map[*html.Node]string) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if called[n] == name {
			return true
		}
	}
	return false
}

// inLine reports whether an element is words in a line of text rather than a box: it is no block, holds none, and has text
// beside it.
func inLine(n *html.Node) bool {
	if isBlock(n.DataAtom) || !is(n, atom.A, atom.Span, atom.B, atom.I, atom.Em, atom.Strong, atom.U, atom.Mark, atom.Abbr, atom.Font, atom.Sup, atom.Sub, atom.Q, atom.Cite) {
		return false
	}
	for _, c := range []*html.Node{n.PrevSibling, n.NextSibling} {
		if c != nil && c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// unwanted reports whether a box is not the report, on a page with all bytes of prose, of which boxes of its name hold
// together so many.
func unwanted(b box, together, all int) bool {
	switch {
	case together*smallPart <= all:
		return true
	case offers[b.name] && together <= longestWall:
		return elsewhere(b.node, all-together)
	case leads(b.node):
		return elsewhere(b.node, all-b.prose)
	case walls[b.name]:
		return together <= longestWall && elsewhere(b.node, all-together)
	}
	return b.foreign && elsewhere(b.node, all-together)
}

// leads reports whether most of a box's text is links.
func leads(n *html.Node) bool {
	all, links := lengths(n)
	return links*2 > all
}

// suspect is the name by which an element is not the report, when it is small beside it or, when it is foreign, whatever
// its size; "" for an element without such a name.
func suspect(n *html.Node) (name string, foreign bool) {
	switch role := attr(n, "role"); role {
	case "navigation", "banner", "contentinfo", "search", "menu", "dialog", "alertdialog", "complementary":
		return role, true
	}
	if attr(n, "aria-modal") == "true" {
		return "dialog", true
	}
	if notShown(n) {
		return "not shown", false
	}
	if isEntry(n) {
		return "", false
	}
	called := namesOf(n)
	for i, c := range called {
		if i > 0 && kinds[called[i-1]] {
			continue
		}
		if neverText[c] || strings.HasPrefix(c, "cookie") {
			return c, true
		}
	}
	for i, c := range called {
		if i > 0 && kinds[called[i-1]] || c == "teaser" && !nearestLink(n) && len(elements(n, atom.A)) == 0 {
			continue
		}
		if besideText[c] || walls[c] {
			return c, false
		}
	}
	if is(n, atom.Aside, atom.Footer, atom.Figcaption, atom.Form) || n.DataAtom == atom.Header && !opens(n) {
		return n.Data, false
	}
	return "", false
}

// opens reports whether a header opens an article, with its headline and its standfirst, rather than a site or a list.
func opens(header *html.Node) bool {
	if nearest(header, atom.Article) != nil {
		return true
	}
	return nearest(header, atom.Main) != nil && !slices.ContainsFunc(elements(header, atom.H2, atom.H3, atom.H4), func(h *html.Node) bool {
		return len(elements(h, atom.A)) > 0 || nearestLink(h)
	})
}

// notShown reports whether an element's own markup hides it.
func notShown(n *html.Node) bool {
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden":
			return true
		case a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none"):
			return true
		}
	}
	return false
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

// isEntry reports whether an element is a weblog's entry, whose class says what it is about too.
func isEntry(n *html.Node) bool {
	class := attr(n, "class")
	return strings.Contains(class, "hentry") || strings.Contains(class, "type-post")
}
