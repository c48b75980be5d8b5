package report

import (
	"cmp"
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func unescape(s string) string { return html.UnescapeString(s) }

// said is what the page says of itself: its JSON-LD first, which is written for machines, then OpenGraph and other meta
// elements, then what stands on the page. Nothing is taken from the running text.
func (p *page) said() Facts {
	ld, meta := p.article(), p.metas()
	f := Facts{
		Published: first(stated(ld.text("datePublished"), "json-ld"), metaDate(meta), p.dateInData(), p.markedDate(), p.timeElement()),
		URL: first(Fact{p.canonical(), "canonical"}, Fact{meta["og:url"], "og:url"}, Fact{ld.text("mainEntityOfPage"), "json-ld"},
			Fact{ld.text("url"), "json-ld"}, Fact{meta["twitter:url"], "meta"}, Fact{p.savedFrom(), "saved from"}),
		Lang: first(Fact{p.lang(), "html lang"}, Fact{ld.text("inLanguage"), "json-ld"}, Fact{meta["content-language"], "meta"},
			Fact{meta["og:locale"], "og:locale"}),
		Byline: first(Fact{authors(list(ld["author"])), "json-ld"}, Fact{authors(split(meta["author"])), "meta"}, Fact{authors(split(meta["article:author"])), "meta"},
			Fact{authors(split(meta["parsely-author"])), "meta"}, Fact{authors(split(meta["dc.creator"])), "meta"}),
	}
	if !strings.Contains(f.URL.Value, "://") {
		f.URL = Fact{}
	}
	f.Outlet = p.outletSaid(ld, meta)
	f.Title = p.titleSaid(first(Fact{ld.text("headline"), "json-ld"}, Fact{meta["og:title"], "og:title"}, Fact{meta["twitter:title"], "meta"}), f.Outlet.Value)
	if f.Outlet.Value == "" {
		f.Title, f.Outlet = p.parted(f.Title, hostOf(f.URL.Value))
	}
	p.facts = f // what stands on the page is looked for near its title
	f.Byline = first(f.Byline, p.visibleByline())
	f.Published = first(f.Published, p.visibleDate(), dateOfAddress(f.URL.Value)).dayThere(f.URL.Value)
	if host := hostOf(f.URL.Value); f.Outlet.Value == "" {
		f.Outlet = first(p.copyright(host), Fact{host, "address"})
	}
	return f
}

// first is the first fact that says something.
func first(facts ...Fact) Fact {
	for _, f := range facts {
		if f.Value = oneLine(f.Value); f.Value != "" {
			return f
		}
	}
	return Fact{}
}

// metas is the page's meta elements, by name in small letters; the first of a name counts.
func (p *page) metas() map[string]string {
	all := map[string]string{}
	for _, m := range elements(p.root, atom.Meta) {
		name := strings.ToLower(cmp.Or(attr(m, "property"), attr(m, "name"), attr(m, "itemprop"), attr(m, "http-equiv")))
		if _, known := all[name]; !known && attr(m, "content") != "" {
			all[name] = attr(m, "content")
		}
	}
	return all
}

// beside reports whether n stands in a box that is called as those are that are not the report.
func beside(n *nodes.Node) bool {
	for n = n.Parent; n != nil && !is(n, atom.Body, atom.Main, atom.Article); n = n.Parent {
		if name, _ := suspect(n); name != "" && n.DataAtom != atom.Header {
			return true
		}
	}
	return false
}

func (p *page) canonical() string {
	for _, l := range elements(p.root, atom.Link) {
		if strings.EqualFold(attr(l, "rel"), "canonical") {
			return attr(l, "href")
		}
	}
	return ""
}

func (p *page) lang() string {
	if all := elements(p.root, atom.Html); len(all) > 0 {
		return cmp.Or(attr(all[0], "lang"), attr(all[0], "xml:lang"))
	}
	return ""
}

// authors is names one behind the other; addresses and pages of social networks are none.
func authors(names []string) string {
	var kept []string
	for _, n := range names {
		n = withoutBy(oneLine(unescape(n)))
		if n == "" || strings.Contains(n, "://") || strings.HasPrefix(n, "@") || len(kept) > 0 && strings.EqualFold(kept[len(kept)-1], n) {
			continue
		}
		kept = append(kept, n)
	}
	return strings.Join(kept, "; ")
}

func split(s string) []string { return strings.Split(s, ";") }

var byWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:written by|reported by|by|von|par|por|di|door|av|af|autor(?:in)?:?|автор:?|yazan:?|بقلم:?)[\s:]+`)
})

// withoutBy is a byline without the word that makes it one.
func withoutBy(s string) string { return strings.TrimSpace(byWords().ReplaceAllString(s, "")) }

// visibleByline is the byline as it stands on the page: in a box called so, or in a short line of its own near the top
// that begins with "By".
func (p *page) visibleByline() Fact {
	var found Fact
	walk(p.root, func(n *nodes.Node) bool {
		if found.Value != "" || n.Type != nodes.ElementNode {
			return found.Value == ""
		}
		called := attr(n, "rel") == "author" || attr(n, "itemprop") == "author"
		for _, name := range namesOf(n) {
			called = called || name == "byline" || name == "author" || name == "autor" || name == "auteur"
		}
		if called && !beside(n) {
			if name := nameIn(textOf(n)); name != "" {
				found = Fact{name, "byline"}
			}
		}
		return true
	})
	if found.Value != "" {
		return found
	}
	below, top := p.topLines()
	for _, line := range append(below, top...) {
		if byWords().MatchString(line) {
			if name := nameIn(line); name != "" {
				return Fact{name, "byline"}
			}
		}
	}
	return Fact{}
}

// nameIn is the name in a byline, what follows it cut off: a date, a desk, an address; "" when it is no name.
func nameIn(line string) string {
	name := withoutBy(line)
	if i := strings.IndexFunc(name, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(",|·•–—@(/:", r) }); i >= 0 {
		name = name[:i]
	}
	name = strings.TrimSpace(name)
	fields := strings.Fields(name)
	if len(fields) == 0 || len(fields) > 8 || len(name) > 90 || stopped(name) && len(fields) > 4 {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(name); unicode.IsLower(r) {
		return ""
	}
	return name
}

// paid reports why a page is known to hold only a part of its report.
func (p *page) paid() string {
	for _, l := range p.data {
		switch v := l["isAccessibleForFree"].(type) {
		case bool:
			if !v {
				return "the page says that it is not free to read"
			}
		case string:
			if strings.EqualFold(v, "false") {
				return "the page says that it is not free to read"
			}
		}
	}
	if p.walled {
		return "the page asks for a subscription before the rest"
	}
	return ""
}
