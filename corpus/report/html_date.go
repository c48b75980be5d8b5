package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var daysInPath = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)`),
		regexp.MustCompile(`/((?:19|20)\d\d)([01]\d)([0-3]\d)(?:/|$)`),
	}
})

// dateOfAddress is the day that is a part of a page's address.
func dateOfAddress(address string) Fact {
	for _, re := range daysInPath() {
		if m := re.FindStringSubmatch(address); m != nil {
			if d := (Date{number(m[1]), number(m[2]), number(m[3])}); d.exists() {
				return Fact{d.ISO(), "address"}
			}
		}
	}
	return Fact{}
}

// dayThere is a date that is written in world time, as programs write it, on the day that the outlet itself counted it to: that
// in the page's address, when it is the day before or after.
func (f Fact) dayThere(address string) Fact {
	t, err := time.Parse(time.RFC3339, f.Value)
	if err != nil {
		t, err = time.Parse("2006-01-02T15:04:05-0700", f.Value)
	}
	if err != nil || t.Format("-0700") != "+0000" {
		return f
	}
	there := dateOfAddress(address)
	day, err := time.Parse(time.DateOnly, there.Value)
	if err != nil {
		return f
	}
	if days := day.Sub(t.Truncate(24*time.Hour)).Hours() / 24; days == 1 || days == -1 {
		return there
	}
	return f
}

// stated is a date that a page states for programs, "" when it is none.
func stated(value, from string) Fact {
	if _, ok := ParseWritten(value); ok {
		return Fact{value, from}
	}
	if d, ok := dateIn(value); ok {
		return Fact{d.ISO(), from}
	}
	return Fact{}
}

var dateMetas = []string{"article:published_time", "datepublished", "og:article:published_time", "date", "pubdate", "publishdate", "publish-date",
	"publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
	"article.published", "published_time_telegram", "article_date_original", "originalpublicationdate", "datecreated"}

func metaDate(meta map[string]string) Fact {
	for _, name := range dateMetas {
		if f := stated(meta[name], "meta "+name); f.Value != "" {
			return f
		}
	}
	return Fact{}
}

// timeElement is the first time element that says a day, of those that do not stand in a box beside the report.
func (p *page) timeElement() Fact {
	for _, t := range elements(p.root, atom.Time) {
		if f := stated(attr(t, "datetime"), "time element"); len(f.Value) >= 8 && !beside(t) {
			return f
		}
	}
	return Fact{}
}

// dateInData is the date that JSON-LD gives the page, apart from an article.
func (p *page) dateInData() Fact {
	for _, l := range p.data {
		if f := stated(l.text("datePublished"), "json-ld"); f.Value != "" {
			return f
		}
	}
	return Fact{}
}

// markedDate is the date in the first element that is marked as holding it.
func (p *page) markedDate() Fact {
	var found Fact
	walk(p.root, func(n *nodes.Node) bool {
		if found.Value != "" || n.Type == nodes.ElementNode && unseen(n) {
			return false
		}
		if marks := attr(n, "itemprop") + " " + attr(n, "property"); strings.Contains(marks, "datePublished") || strings.Contains(marks, "dateCreated") {
			if !beside(n) {
				found = first(stated(attr(n, "content"), "microdata"), stated(attr(n, "datetime"), "microdata"), stated(textOf(n), "microdata"))
			}
		}
		return true
	})
	return found
}

// topLines is the lines that stand on the page from its heading on, and its first, a few of them; of long ones, the beginning.
func (p *page) topLines() (below, top []string) {
	if p.below != nil || p.top != nil {
		return p.below, p.top
	}
	w := &pageWriter{writer: writer{m: &Map{}}}
	w.blocks(p.root)
	text := string(w.text)
	if span := findLine(text, p.facts.Title.Value); p.facts.Title.Value != "" && span.Len() > 0 {
		below = lineStarts(text[span.Start:])
	}
	p.below, p.top = below, lineStarts(text)
	return p.below, p.top
}

// lineStarts is the first lines of a text, of long ones the beginning.
func lineStarts(text string) (lines []string) {
	for _, l := range firstLines(text, 14) {
		if len(l.text) > longLine {
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
				if d, ok := shortDateIn(text, p.facts.Lang.Value); ok {
					found = Fact{d.ISO(), "text"}
				}
			}
		}
		return true
	})
	if found.Value != "" {
		return found
	}
	below, top := p.topLines()
	for _, line := range slices.Concat(below, p.nearHeading(), top) {
		if d, ok := shortDateIn(line, p.facts.Lang.Value); ok {
			return Fact{d.ISO(), "text"}
		}
	}
	return Fact{}
}

const (
	linesBelow = 8 // a heading, in which its date is looked for
	linesAbove = 2
	longLine   = 160 // bytes; longer ones are text
)

// nearHeading is the short lines below the page's heading, then those just above it, its furniture among them: a date may stand in
// one line with the section that a link leads to.
func (p *page) nearHeading() (near []string) {
	box := p.headline()
	if box == nil {
		return nil
	}
	want := textOf(box)
	var lines []string
	at := -1
	for range 6 { // boxes around it
		if box = box.Parent; box == nil || is(box, atom.Html) {
			break
		}
		lines = strings.Split(linesOf(box), "\n")
		if at = slices.IndexFunc(lines, func(line string) bool { return oneLine(line) == want }); len(lines)-at > linesBelow {
			break
		}
	}
	if at < 0 {
		return nil
	}
	near = append(near, lines[at+1:min(len(lines), at+1+linesBelow)]...)
	near = append(near, lines[max(0, at-linesAbove):at]...)
	return slices.DeleteFunc(near, func(line string) bool { return len(line) > longLine })
}
