package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// siteInData is the name that JSON-LD gives the site or its publisher apart from the article.
func (p *page) siteInData() Fact {
	for _, l := range p.data {
		for _, t := range list(l["@type"]) {
			if t == "WebSite" || t == "NewsMediaOrganization" {
				return Fact{l.text("name"), "json-ld"}
			}
		}
	}
	return Fact{}
}

var (
	copyrightLine = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:©|\(c\)|copyright)[\s©]*(?:copyright)?[\s\d,–-]*(?:by\s+)?(\p{Lu}[^.|•·©\n]{1,60})`)
	})
	firm = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i),?\s+(?:(?:ltd|limited|inc|llc|plc|gmbh|ag|s\.?a|ab|oy|bv)\b.*|all rights.*|alle rechte.*|tous droits.*|\d{4}.*)$`)
	})
)

// copyright is whom the line at a page's foot names as the holder of its rights.
func (p *page) copyright() Fact {
	var found Fact
	walk(p.root, func(n *nodes.Node) bool {
		if found.Value != "" || n.Type == nodes.ElementNode && unseen(n) {
			return false
		}
		foot := n.DataAtom == atom.Footer
		if n.Type == nodes.ElementNode && !foot {
			foot = slices.ContainsFunc(namesOf(n), func(name string) bool { return name == "footer" || name == "copyright" })
		}
		if foot && nearest(n, atom.Article) == nil {
			if m := copyrightLine().FindStringSubmatch(textOf(n)); m != nil {
				if name := strings.TrimSpace(firm().ReplaceAllString(m[1], "")); len(strings.Fields(name)) <= 5 {
					found = Fact{name, "copyright line"}
				}
			}
		}
		return true
	})
	return found
}
