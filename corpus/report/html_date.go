package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var dayInPath = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)`)
})

// dateOfAddress is the day that is a part of a page's address.
func dateOfAddress(address string) Fact {
	if m := dayInPath().FindStringSubmatch(address); m != nil {
		if d := (Date{number(m[1]), number(m[2]), number(m[3])}); d.exists() {
			return Fact{d.ISO(), "address"}
		}
	}
	return Fact{}
}

var dateMetas = []string{"article:published_time", "datepublished", "og:article:published_time", "date", "pubdate", "publishdate", "publish-date",
	"publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
	"article.published", "published_time_telegram", "article_date_original", "originalpublicationdate", "datecreated"}

func metaDate(meta map[string]string) Fact {
	for _, name := range dateMetas {
		if _, ok := ParseWritten(meta[name]); ok {
			return Fact{meta[name], "meta " + name}
		}
	}
	return Fact{}
}

// timeElement is the first time element that says a day, of those that do not stand in a box beside the report.
func (p *page) timeElement() Fact {
	for _, t := range elements(p.root, atom.Time) {
		if _, ok := ParseDate(attr(t, "datetime")); ok && len(attr(t, "datetime")) >= 8 && !beside(t) {
			return Fact{attr(t, "datetime"), "time element"}
		}
	}
	return Fact{}
}

// dateInData is the date that JSON-LD gives the page, apart from an article.
func (p *page) dateInData() Fact {
	for _, l := range p.data {
		if s := l.text("datePublished"); s != "" {
			return Fact{s, "json-ld"}
		}
	}
	return Fact{}
}

// topLines is the lines that stand on the page from its heading on, a few of them; of long ones, the beginning.
func (p *page) topLines() []string {
	w := &pageWriter{writer: writer{m: &Map{}}}
	w.blocks(p.root)
	text := string(w.text)
	if title := p.facts.Title.Value; title != "" {
		if span := findLine(text, title); span.Len() > 0 {
			text = text[span.Start:]
		}
	}
	var lines []string
	for _, l := range firstLines(text, 14) {
		if len(l.text) > 160 {
			l.text = strings.ToValidUTF8(l.text[:24], "")
		}
		lines = append(lines, l.text)
	}
	return lines
}

// findLine is where a line of the text says what is wanted.
func findLine(text, want string) Span {
	at, key := 0, fold(want)
	for line := range strings.Lines(text) {
		if fold(line) == key {
			return Span{at, at + len(line)}
		}
		at += len(line)
	}
	return Span{}
}

// dateNames are words for elements that show when a report was published.
var dateNames = words("date datum published publish publication pubdate posted postdate creation created meta fecha data time timestamp info updated dateline")

// visibleDate is a date that stands on the page, written so that it cannot be misread: in a short element that is called
// so, else in a line near the heading.
func (p *page) visibleDate() Fact {
	if t := p.timeElement(); t.Value != "" {
		return t
	}
	var found Fact
	walk(p.root, func(n *nodes.Node) bool {
		if found.Value != "" || n.Type == nodes.ElementNode && unseen(n) {
			return false
		}
		if n.Type == nodes.ElementNode && slices.ContainsFunc(namesOf(n), func(name string) bool { return dateNames[name] }) {
			if text := textOf(n); len(text) < 100 && !beside(n) {
				if d, ok := dateIn(text); ok {
					found = Fact{d.ISO(), "text"}
				}
			}
		}
		return true
	})
	if found.Value != "" {
		return found
	}
	for _, line := range p.topLines() {
		if d, ok := dateIn(line); ok {
			return Fact{d.ISO(), "text"}
		}
	}
	return Fact{}
}
