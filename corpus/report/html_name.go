package report

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parters part the title of a page from the name of its outlet.
var parters = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", ": ", " « "}

// withoutName is a title without the outlet's name before or after it.
func withoutName(title, outlet string) string {
	if outlet == "" {
		return title
	}
	for _, by := range parters {
		if head, tail, ok := cutLast(title, by); ok && fold(tail) == fold(outlet) {
			return head
		}
		if head, tail, ok := strings.Cut(title, by); ok && fold(head) == fold(outlet) {
			return tail
		}
	}
	return title
}

func cutLast(s, by string) (head, tail string, ok bool) {
	if i := strings.LastIndex(s, by); i >= 0 {
		return s[:i], s[i+len(by):], true
	}
	return s, "", false
}

// parted is title and outlet of a page that names no outlet but in its title element: one of its parts is the title, by
// what the page shows as its heading, or the outlet, by what its header or a picture there says.
func (p *page) parted(title Fact, host string) (Fact, Fact) {
	element := p.titleElement()
	named := p.names()
	if spelt := named[fold(element)]; spelt != "" && fold(title.Value) != fold(element) {
		return title, Fact{spelt, "title element"}
	}
	if title.From != "title element" {
		for _, parts := range partings(element) {
			if fold(parts[0]) != fold(title.Value) {
				continue
			}
			if name := nameInRest(parts[1], named, strings.HasSuffix(element, parts[0]), host); name != "" {
				return title, Fact{name, "title element"}
			}
		}
	}
	if all := manyParts(element); len(all) > 2 && (title.From == "title element" || title.Value == "") {
		longest := slices.MaxFunc(all, func(a, b string) int { return len(a) - len(b) })
		for _, part := range append(slices.DeleteFunc(slices.Clone(all), func(part string) bool { return !namesHost(part, host) }), all[len(all)-1], all[0]) {
			if part != longest {
				return Fact{longest, "title element"}, Fact{cmp.Or(named[fold(part)], part), "title element"}
			}
		}
	}
	for _, parts := range partings(element) {
		if spelt := named[fold(parts[1])]; spelt != "" && len(strings.Fields(spelt)) <= longestName && !sections[fold(spelt)] && fold(title.Value) != fold(parts[1]) {
			return Fact{parts[0], "title element"}, Fact{spelt, "title element"}
		}
	}
	if part := hostPart(element, host); part != "" && fold(title.Value) != fold(part) {
		if title.From == "title element" {
			title.Value = withoutName(element, part)
		}
		return title, Fact{cmp.Or(named[fold(part)], part), "title element"}
	}
	return title, Fact{}
}

// longestName is the words of the longest name of an outlet that a title element is taken to hold.
const longestName = 5

// hostPart is the part of a title element that names the host of its page; "" for none.
func hostPart(element, host string) string {
	for _, parts := range partings(element) {
		if part := strings.TrimSpace(parts[1]); len(strings.Fields(part)) <= longestName && len(manyParts(part)) < 2 && namesHost(part, host) {
			return strings.TrimPrefix(part, "www.")
		}
	}
	return ""
}

// manyParts is what a title element names one after the other, parted in one way: the site, its section, the title.
func manyParts(element string) (most []string) {
	for _, by := range parters[:7] {
		if all := strings.Split(element, by); len(all) > max(1, len(most)) && !slices.Contains(all, "") {
			most = all
		}
	}
	return most
}

// partings are the ways in which a title element may be a title and a name, in this order.
func partings(element string) [][2]string {
	var all [][2]string
	for _, by := range parters {
		for _, cut := range []func(string, string) (string, string, bool){cutLast, strings.Cut} {
			if a, b, ok := cut(element, by); ok && a != "" && b != "" {
				all = append(all, [2]string{a, b}, [2]string{b, a})
			}
		}
	}
	return all
}

// nameInRest is the outlet's name in the rest of a title, as the page's head spells it: the part that names its host; else of "News |
// Lake Post" behind a title the last part, before it the first, unless that names a section.
func nameInRest(rest string, named map[string]string, before bool, host string) string {
	parts := manyParts(rest)
	if len(parts) < 2 {
		parts = []string{rest}
	}
	if !before {
		slices.Reverse(parts)
	}
	name := parts[0]
	if i := slices.IndexFunc(parts, func(part string) bool { return namesHost(part, host) }); i >= 0 {
		name = parts[i]
	} else if host != "" && sections[fold(name)] {
		return ""
	}
	name = strings.TrimSpace(name)
	return cmp.Or(named[fold(name)], name)
}

// sections are what parts of sites are called.
var sections = phrases("news|blog|home|homepage|sport|sports|politics|business|opinion|article|articles|press|press releases|aktuelles|nachrichten|artikel|startseite|presse|pressemitteilungen|meldungen|" +
	"politik|wirtschaft|kultur|fußball|bundesliga|meinung|actualités|accueil|politique|économie|culture|noticias|inicio|portada|política|economía|cultura|deportes|notizie|politica|" +
	"nieuws|nyheter|wiadomości|новости|новини|haberler|главная")

// names is what the page's header and its pictures are called, by its folded form: an outlet's name may be among them.
func (p *page) names() map[string]string {
	found := map[string]string{}
	walk(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || len(found) > 200 {
			return n.Type == html.DocumentNode
		}
		text := ""
		switch {
		case n.DataAtom == atom.Img:
			text = attr(n, "alt")
		case is(n, atom.Header, atom.H1, atom.A), strings.Contains(strings.ToLower(attr(n, "class")+attr(n, "id")), "logo"):
			text = textOf(n)
		}
		if key := fold(text); key != "" && len(text) < 80 && found[key] == "" {
			found[key] = oneLine(text)
		}
		return true
	})
	return found
}

// ownName is the outlet's name where a page's title element is all of it.
func (p *page) ownName() Fact {
	if t := p.titleElement(); t != "" {
		return Fact{t, "title element"}
	}
	return Fact{}
}
