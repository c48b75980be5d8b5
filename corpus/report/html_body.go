package report

import (
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	mostElements = 60_000 // above it a page is not weighed by go-readability
	tooLittle    = 8      // what is found must be at least this part of the page's prose
	littleProse  = 1500   // bytes, above which what is found is not doubted for a body that is only called so
	leastArticle = 120    // bytes of prose that make one of several articles
	mostArticles = 40     // that one page may hold
)

// body is the element that holds the report.
func (p *page) body() *html.Node {
	marked := p.most(func(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") })
	named := p.most(namedBody)
	article := p.most(func(n *html.Node) bool { return n.DataAtom == atom.Article })
	found := p.weighed()
	p.fill(found)
	prose := proseOf(found)
	switch {
	case marked != nil && proseOf(marked)*2 >= prose && proseOf(marked) > 0:
		return marked
	case named != nil && prose < littleProse && proseOf(named) > 2*prose:
		return named
	case article != nil && prose*10 < proseOf(article)*6:
		return article
	}
	if bulk := p.bulk(); prose*tooLittle < proseOf(bulk) {
		return bulk
	}
	return p.cell(found)
}

// bodyNames are what pages call the element of an article's text.
var bodyNames = phrases("article body|article content|article text|entry content|post content|post body|story body|story content|story text|articlebody|articletext|postcontent|storybody")

// namedBody reports whether an element is called as those are that hold an article's text, and nothing else.
func namedBody(n *html.Node) bool {
	if attr(n, "itemprop") == "text" {
		return true
	}
	names := namesOf(n)
	for i, name := range names {
		if bodyNames[name] || i > 0 && bodyNames[names[i-1]+" "+name] {
			return true
		}
	}
	return false
}

// bulk is the smallest element that holds three quarters of the page's prose.
func (p *page) bulk() *html.Node {
	n := p.root
	all := proseOf(n)
	for {
		inner := n
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && proseOf(c)*4 >= all*3 {
				inner = c
			}
		}
		if inner == n || all == 0 {
			return n
		}
		n = inner
	}
}

// most is the element with most prose among those that pick picks; nil for none.
func (p *page) most(pick func(*html.Node) bool) *html.Node {
	var best *html.Node
	most := 0
	walk(p.root, func(n *html.Node) bool {
		if n.Type == html.ElementNode && pick(n) {
			if k := proseOf(n); k > most {
				best, most = n, k
			}
			return false
		}
		return true
	})
	return best
}

// weighed is what go-readability takes for the report, else the whole page.
func (p *page) weighed() *html.Node {
	count := 0
	walk(p.root, func(n *html.Node) bool {
		if count++; isEntry(n) {
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" })
		}
		return true
	})
	if count <= mostElements {
		parser := readability.NewParser()
		parser.KeepClasses = true
		parser.DisableJSONLD = true // it was read already
		if a, err := parser.ParseDocument(p.root, nil); err == nil && a.Node != nil {
			walk(a.Node, func(n *html.Node) bool { // elements that go-readability makes are known by name only
				n.DataAtom = atom.Lookup([]byte(n.Data))
				return true
			})
			if proseOf(a.Node) > 0 {
				return a.Node
			}
		}
	}
	if bodies := elements(p.root, atom.Body); len(bodies) > 0 {
		return bodies[0]
	}
	return p.root
}

// cell is n, or, where n lays out a page in a table, the cell that holds nearly all of its prose.
func (p *page) cell(n *html.Node) *html.Node {
	for {
		all := proseOf(n)
		inner := n
		for _, c := range elements(n, atom.Td) {
			if proseOf(c)*10 >= all*8 && all > 0 {
				inner = c
			}
		}
		if inner == n {
			return n
		}
		n = inner
	}
}

// several is the articles of a page that holds more than one; nil for a page of one. Articles are told from teasers by
// their headings, which lead nowhere, and their prose; a page that says of itself that it is one article is.
func (p *page) several() []*html.Node {
	if p.article() != nil || p.facts.URL.Value != "" && p.facts.Title.From == "og:title" {
		return nil
	}
	var found []*html.Node
	least, largest := 0, 0
	walk(p.root, func(n *html.Node) bool {
		if n.DataAtom != atom.Article {
			return true
		}
		prose := proseOf(n)
		heads := elements(n, atom.H1, atom.H2, atom.H3)
		if prose < leastArticle || len(heads) == 0 || len(elements(heads[0], atom.A)) > 0 || nearestLink(heads[0]) {
			return false
		}
		if len(found) == 0 || prose < least {
			least = prose
		}
		largest = max(largest, prose)
		found = append(found, n)
		return false
	})
	if len(found) < 2 || len(found) > mostArticles || least*5 < largest {
		return nil
	}
	return found
}

func nearestLink(n *html.Node) bool { return nearest(n, atom.A) != nil }

// partDraft is the report of one of several articles of a page: what the page says of itself holds for its outlet only.
func (p *page) partDraft(n *html.Node, number int) draft {
	part := &page{root: n}
	title := textOf(elements(n, atom.H1, atom.H2, atom.H3)[0])
	part.facts = Facts{Title: Fact{title, "heading"}, Outlet: p.facts.Outlet, Lang: p.facts.Lang}
	if p.facts.Outlet.Value == "" {
		part.facts.Outlet = p.ownName()
	}
	part.facts.Byline = part.visibleByline()
	part.facts.Published = part.visibleDate()
	whole, raw := len(textOf(n)), linesOf(n)
	d := part.draft(n)
	d.part, d.whole, d.raw = "#"+itoa(number), whole, raw
	return d
}

// draft is the report that element n holds.
func (p *page) draft(n *html.Node) draft {
	w := newPageWriter(p)
	if head := p.heading(); head != "" {
		w.title = w.writing(func() { w.made(head) })
		w.headings = append(w.headings, w.title)
		w.end(2)
	}
	for _, line := range p.standfirst(n) {
		w.flow(line)
		w.end(2)
	}
	w.blocks(n)
	x := extract{text: string(w.text), title: w.title, headings: w.headings, items: w.items, struck: w.struck}
	x = x.without(p.aboveText())
	return draft{extract: x.without(asking(x.text)).without(repeating(x.text)).trimmed(), facts: p.facts, partial: p.paid()}
}

// heading is the page's title where it stands on the page as a heading, "" when it does not.
func (p *page) heading() string {
	if h := p.headline(); h != nil {
		return headText(h)
	}
	return ""
}

// headline is the element in which the page's title stands as a heading; nil for none.
func (p *page) headline() *html.Node {
	want := fold(p.facts.Title.Value)
	for _, h := range elements(p.root, atom.H1, atom.H2, atom.B, atom.Font) {
		if text := headText(h); text != "" && fold(text) == want {
			return h
		}
	}
	return nil
}
