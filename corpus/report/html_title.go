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

// titleSaid is the title: the heading that the page shows and that its data or its title element agree with; else what
// these say, without the outlet's name; else its only heading.
func (p *page) titleSaid(said Fact, outlet string) Fact {
	said.Value = withoutName(said.Value, outlet)
	element := p.titleElement()
	heads := elements(p.root, atom.H1)
	if best := likeliest(heads, said.Value, element, outlet); best != "" {
		return Fact{best, cmp.Or(said.From, "heading")}
	}
	switch {
	case said.Value != "":
		return said
	case len(heads) == 1 && textOf(heads[0]) != "" && fold(textOf(heads[0])) != fold(outlet) && !isPart(element, textOf(heads[0])):
		return Fact{textOf(heads[0]), "heading"}
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
		text := textOf(h)
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
func (p *page) parted(title Fact) (Fact, Fact) {
	element := p.titleElement()
	named := p.names()
	if spelt := named[fold(element)]; spelt != "" && fold(title.Value) != fold(element) {
		return title, Fact{spelt, "title element"}
	}
	for _, by := range parters {
		for _, cut := range []func(string, string) (string, string, bool){cutLast, strings.Cut} {
			a, b, ok := cut(element, by)
			if !ok || a == "" || b == "" {
				continue
			}
			for _, parts := range [][2]string{{a, b}, {b, a}} {
				spelt := named[fold(parts[1])]
				switch {
				case fold(parts[0]) == fold(title.Value) && title.From != "title element":
					return title, Fact{lastPart(spelling(spelt, parts[1])), "title element"}
				case spelt != "":
					return Fact{parts[0], "title element"}, Fact{spelt, "title element"}
				}
			}
		}
	}
	return title, Fact{}
}

// lastPart is what stands last in the rest of a title: "News | Lake Post" is the Lake Post's.
func lastPart(rest string) string {
	for _, by := range parters[:6] {
		if _, tail, ok := cutLast(rest, by); ok && strings.TrimSpace(tail) != "" {
			return strings.TrimSpace(tail)
		}
	}
	return rest
}

func spelling(spelt, written string) string {
	if spelt != "" {
		return spelt
	}
	return written
}

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
