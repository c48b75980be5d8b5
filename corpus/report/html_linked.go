package report

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html/atom"
)

// linked is an object of a page's JSON-LD.
type linked map[string]any

// mostLinked is how many objects of JSON-LD are looked at.
const mostLinked = 500

// linkedData is the objects of the page's JSON-LD, those inside others too.
func (p *page) linkedData() []linked {
	var all []linked
	for _, s := range elements(p.root, atom.Script) {
		if !strings.Contains(strings.ToLower(attr(s, "type")), "ld+json") || s.FirstChild == nil {
			continue
		}
		var v any
		if err := json.Unmarshal([]byte(mended(s.FirstChild.Data)), &v); err == nil {
			all = gather(all, v, 0)
		}
	}
	return all
}

// mended is JSON without what pages wrap around it or leave in it: comments, and line ends inside of strings.
func mended(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, wrap[0]), wrap[1]))
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	return strings.TrimSuffix(s, ";")
}

func gather(all []linked, v any, depth int) []linked {
	if depth > 12 || len(all) >= mostLinked {
		return all
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			all = gather(all, e, depth+1)
		}
	case map[string]any:
		all = append(all, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"} {
			all = gather(all, v[key], depth+1)
		}
	}
	return all
}

// article is what the page says in JSON-LD of the article that it is; nil when it says nothing.
func (p *page) article() linked {
	for _, l := range p.data {
		for _, t := range list(l["@type"]) {
			if (strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report") && l.text("headline")+l.text("name") != "" {
				return l
			}
		}
	}
	return nil
}

// publisher is the name of who published the article, also where the article only refers to it.
func (p *page) publisher(article linked) string {
	if ref, ok := article["publisher"].(map[string]any); ok && ref["name"] == nil && ref["@id"] != nil {
		for _, l := range p.data {
			if l["@id"] == ref["@id"] && l["name"] != nil {
				return l.text("name")
			}
		}
		return ""
	}
	return article.text("publisher")
}

// text is a string of the object; of a list or an object, the first or its name.
func (l linked) text(key string) string {
	for _, s := range list(l[key]) {
		if s = oneLine(unescape(s)); s != "" {
			return s
		}
	}
	return ""
}

// list is the strings that a value holds: itself, the names of objects, or those of a list.
func list(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, list(e)...)
		}
		return all
	case map[string]any:
		for _, key := range []string{"name", "@id", "url"} {
			if s, ok := v[key].(string); ok && s != "" {
				return []string{s}
			}
			if l := list(v[key]); key == "name" && len(l) > 0 {
				return l
			}
		}
	}
	return nil
}
