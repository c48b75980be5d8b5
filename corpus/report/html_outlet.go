package report

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"
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
		return regexp.MustCompile(`(?i),?\s+(?:(?:ltd|limited|inc|corp|llc|plc|gmbh|ag|s\.?a|sp\. z|ab|oy|bv)\b.*|all rights.*|alle rechte.*|tous droits.*|\d{4}.*)$`)
	})
)

// copyright is whom the line at a page's foot names as the holder of its rights, when that is the site's name by its host too, or
// when its host is not known.
func (p *page) copyright(host string) Fact {
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
				name := strings.TrimRight(strings.TrimSpace(firm().ReplaceAllString(m[1], "")), " -–,&|")
				if len(strings.Fields(name)) <= 5 && !madeBy().MatchString(name) && (host == "" || namesHost(name, host)) {
					found = Fact{name, "copyright line"}
				}
			}
		}
		return true
	})
	return found
}

// madeBy are words of a line at a page's foot that names a program or a licence.
var madeBy = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)powered|theme|wordpress|policy|^cc by|creative commons|@`)
})

// outletSaid is the outlet as a page's data name it; of a name and a motto, the part that they agree on.
func (p *page) outletSaid(article linked, meta map[string]string) Fact {
	publisher := Fact{p.publisher(article), "json-ld"}
	f := first(Fact{meta["og:site_name"], "og:site_name"}, publisher, p.siteInData(), Fact{meta["application-name"], "meta"}, Fact{meta["dc.publisher"], "meta"})
	for _, part := range manyParts(f.Value) {
		if fold(part) == fold(publisher.Value) {
			return Fact{strings.TrimSpace(part), f.From}
		}
	}
	return f
}

// hostOf is the host of an address, without what all hosts of sites begin with.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Host, "www.")
}

// namesHost reports whether a name is that of a site by its host: "Der Seebote" of seebote.example, "Harbour Trade Review" of
// htr.example.
func namesHost(name, host string) bool {
	letters, initials := "", ""
	for word := range strings.FieldsFuncSeq(hostLetters(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters += word
		initials += word[:1]
	}
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		if label = strings.ReplaceAll(label, "-", ""); len(label) < 3 {
			continue
		}
		if strings.Contains(letters, label) || len(letters) > 3 && strings.Contains(label, letters) || initials == label {
			return true
		}
	}
	return false
}

// hostLetters is a name in small letters as a host spells them.
func hostLetters(name string) string {
	name = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(name))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(name))
}

// savedFrom is the address that a browser notes at the beginning of a page that it saves.
func (p *page) savedFrom() string {
	found := ""
	for n := p.root.FirstChild; n != nil && found == ""; n = n.NextSibling {
		notes := []*nodes.Node{n}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			notes = append(notes, c)
		}
		for _, c := range notes {
			if c.Type == nodes.CommentNode {
				if m := savedNote().FindStringSubmatch(c.Data); m != nil {
					found = m[1]
				}
			}
		}
	}
	return found
}

var savedNote = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:saved from url=\(\d+\)|SingleFile\s+url:\s*)(https?://\S+)`)
})
