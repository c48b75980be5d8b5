package report

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// titleSaid is the title: the heading that the page shows and that its data or its title element agree with, or its only one;
// else what these say, without the outlet's name; else what is called or looks like a heading.
func (p *page) titleSaid(said Fact, outlet string) Fact {
	said.Value = withoutName(said.Value, outlet)
	element := p.titleElement()
	var heads []*html.Node
	for _, h := range elements(p.root, atom.H1) {
		if !leadsHome(h) && !forEars(h) {
			heads = append(heads, h)
		}
	}
	if best := likeliest(heads, said.Value, element, outlet); best != "" {
		return Fact{best, cmp.Or(said.From, "heading")}
	}
	if stands(elements(p.root, atom.H2, atom.H3), said.Value) {
		return said
	}
	if shown := soleHeading(heads, outlet); shown != "" && said.Value != "" {
		return Fact{shown, "heading"}
	}
	if said.Value != "" && fold(said.Value) != fold(outlet) {
		return said
	}
	return first(p.titleShown(heads, element, outlet), said)
}

// stands reports whether a title is one of the headings.
func stands(heads []*html.Node, title string) bool {
	want := fold(title)
	return want != "" && slices.ContainsFunc(heads, func(h *html.Node) bool { return fold(headText(h)) == want })
}

// titleShown is the title of a page whose data do not say it.
func (p *page) titleShown(heads []*html.Node, element, outlet string) Fact {
	if len(heads) == 1 && headText(heads[0]) != "" && fold(headText(heads[0])) != fold(outlet) && !isPart(element, headText(heads[0])) {
		return Fact{headText(heads[0]), "heading"}
	}
	if called := p.calledTitle(outlet); called != "" {
		return Fact{called, "heading"}
	}
	if best := likeliest(elements(p.root, atom.H2, atom.H3), "", element, outlet); best != "" {
		return Fact{best, "heading"}
	}
	if bold := p.boldTitle(element); bold != "" {
		return Fact{bold, "heading"}
	}
	if element != "" {
		return Fact{withoutName(element, outlet), "title element"}
	}
	return Fact{}
}

// calledTitle is the one element that is called or marked as the title of an entry; "" for none or several.
func (p *page) calledTitle(outlet string) string {
	found := ""
	several := false
	walk(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || unseen(n) {
			return n.Type == html.DocumentNode
		}
		if !is(n, atom.H1, atom.H2, atom.H3, atom.H4) || !titleNames().MatchString(attr(n, "class")) && attr(n, "itemprop") != "headline" {
			return true
		}
		if text := headText(n); text != "" && fold(text) != fold(outlet) {
			several = several || found != "" && fold(text) != fold(found)
			found = cmp.Or(found, text)
		}
		return false
	})
	if several || len(found) > 300 {
		return ""
	}
	return found
}

// archived is what an archive of the web sets before the addresses of a page that it keeps.
var archived = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:https?://web\.archive\.org)?/web/\d+[a-z_]*/`)
})

// titleNames are what the title of an entry or an article is called.
var titleNames = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:entry|post|blog|article|story)[-_]?(?:post[-_]?)?(?:title|heading|headline)\b`)
})

// soleHeading is the page's one first heading where it has no other and this one is no name; "" otherwise.
func soleHeading(heads []*html.Node, outlet string) string {
	found := ""
	for _, h := range heads {
		text := headText(h)
		if text == "" || outlet != "" && strings.HasPrefix(fold(text), fold(outlet)) {
			continue
		}
		if found != "" && fold(found) != fold(text) {
			return ""
		}
		found = text
	}
	if len(strings.Fields(found)) < 3 || len(found) > 300 || fold(found) == fold(outlet) {
		return ""
	}
	return found
}

// leadsHome reports whether a heading is a link to the site's first page, as its name in the head of a page is.
func leadsHome(h *html.Node) bool {
	link := nearest(h, atom.A)
	if inner := elements(h, atom.A); len(inner) > 0 {
		link = inner[0]
	}
	if link == nil {
		return false
	}
	u, err := url.Parse(archived().ReplaceAllString(attr(link, "href"), ""))
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && (u.Host != "" || u.Path != "")
}

// kickers are what the words over or under a headline are called that stand in one element with it.
var kickers = words("kicker overline roofline dachzeile spitzmarke topline pretitle eyebrow subtitle subheadline surtitle surtitre antetitulo antetitel volada occhiello")

// headText is what a heading says, without a kicker that stands in it.
func headText(h *html.Node) string {
	all := textOf(h)
	for _, c := range elements(h, atom.Span, atom.Small, atom.Div, atom.P, atom.Strong, atom.Em) {
		if !slices.ContainsFunc(namesOf(c), func(name string) bool { return kickers[name] }) {
			continue
		}
		kicker := textOf(c)
		if rest, ok := strings.CutPrefix(all, kicker); ok && kicker != "" {
			all = cmp.Or(strings.TrimLeft(rest, " :|–—-"), all)
		} else if rest, ok := strings.CutSuffix(all, kicker); ok {
			all = cmp.Or(strings.TrimRight(rest, " :|–—-"), all)
		}
	}
	return all
}

// forEars reports whether an element is not shown but only read aloud.
func forEars(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	return slices.ContainsFunc([]string{"sr-only", "aural", "visually-hidden", "visuallyhidden", "screen-reader", "element-invisible", "offscreen"}, func(s string) bool { return strings.Contains(class, s) })
}

// boldTitle is the part of the title element that stands on a page without headings in bold or large letters; of two, the longer.
func (p *page) boldTitle(element string) string {
	best := ""
	for _, b := range elements(p.root, atom.B, atom.Strong, atom.Font) {
		if text := textOf(b); len(text) > len(best) && len(text) < len(element) && len(strings.Fields(text)) > 2 && isPart(element, text) {
			best = text
		}
	}
	return best
}

// likeliest is the text of the heading that shares most words with a title that is known from elsewhere, "" when none
// shares enough. A heading that is only a part of the title element, apart from the rest, may be the outlet's name.
func likeliest(heads []*html.Node, said, element, outlet string) string {
	best, most := "", 0.0
	for _, h := range heads {
		text := headText(h)
		if text == "" || len(text) > 400 || fold(text) == fold(outlet) {
			continue
		}
		score := alike(text, said)
		if said == "" {
			score = alike(text, element)
			if isPart(element, text) && len(strings.Fields(text)) < 3 {
				continue
			}
		}
		if score > most {
			best, most = text, score
		}
	}
	if most < 0.5 {
		return ""
	}
	return best
}

// alike is the part of the words of the shorter of two titles that the other has too.
func alike(a, b string) float64 {
	x, y := strings.Fields(fold(a)), strings.Fields(fold(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	n := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// isPart reports whether a title element is text and something else, parted as titles are from names.
func isPart(element, text string) bool {
	for _, by := range parters {
		if head, tail, ok := cutLast(element, by); ok && (fold(head) == fold(text) || fold(tail) == fold(text)) {
			return true
		}
		if head, tail, ok := strings.Cut(element, by); ok && (fold(head) == fold(text) || fold(tail) == fold(text)) {
			return true
		}
	}
	return false
}

func (p *page) titleElement() string {
	for _, t := range elements(p.root, atom.Title) {
		if t.Parent.DataAtom == atom.Head {
			return oneLine(rawText(t))
		}
	}
	return ""
}
