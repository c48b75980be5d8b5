package report

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// gofeedVersion is what Report.Reader says of gofeed.
const gofeedVersion = "v1.4.2"

const mostItems = 2000 // of one feed

// tellFeed: RSS, Atom and JSON Feed.
func tellFeed(head []byte, _ string) bool {
	s := bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")
	switch {
	case bytes.HasPrefix(s, []byte("{")):
		return bytes.Contains(s, []byte("jsonfeed.org/version"))
	case bytes.HasPrefix(s, []byte("<")):
		return bytes.Contains(s, []byte("<rss")) || bytes.Contains(s, []byte("<rdf:RDF")) ||
			bytes.Contains(s, []byte("<feed")) && bytes.Contains(s, []byte("www.w3.org/2005/Atom"))
	}
	return false
}

// readFeed reads the items of a feed, a report each.
func readFeed(in *input) ([]draft, error) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(in.Data))
	if err != nil || feed == nil {
		return nil, errors.New("is a feed that is damaged or cut short")
	}
	if len(feed.Items) > mostItems {
		feed.Items = feed.Items[:mostItems]
	}
	var drafts []draft
	for i, item := range feed.Items {
		if d, ok := itemDraft(feed, item); ok {
			d.part = "#" + itoa(i+1)
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

// itemDraft is the report of an item; ok is false for one without a text.
func itemDraft(feed *gofeed.Feed, item *gofeed.Item) (d draft, ok bool) {
	var names []string
	for _, a := range item.Authors {
		names = append(names, whole(cmp.Or(a.Name, a.Email)))
	}
	published := item.Published
	if _, ok := ParseWritten(published); !ok && item.PublishedParsed != nil {
		published = item.PublishedParsed.Format(time.RFC3339)
	}
	lang := feed.Language
	if item.DublinCoreExt != nil && len(item.DublinCoreExt.Language) > 0 {
		lang = item.DublinCoreExt.Language[0]
	}
	title := oneLine(unescape(strip(whole(item.Title))))
	facts := Facts{
		Outlet: Fact{Value: oneLine(whole(feed.Title))}, Title: Fact{Value: title}, Published: Fact{Value: whole(published)},
		URL: Fact{Value: whole(item.Link)}, Byline: Fact{Value: authors(names)}, Lang: Fact{Value: whole(lang)},
	}.Said("feed")
	d, ok = markup(title, whole(cmp.Or(item.Content, item.Description)))
	d.reader, d.facts = "feed: gofeed "+gofeedVersion, facts
	return d, ok
}

// whole is a text of a feed with a mark in place of the bytes that are no UTF-8: what stands outside of a feed's tags is handed on
// as it was found.
func whole(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// strip is a title without the tags that some feeds put into it.
func strip(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return textOf(n)
}

// markup is the text of a piece of HTML, or of plain text, below a title; ok is false when there is none but the title.
func markup(title, s string) (d draft, ok bool) {
	w := newPageWriter(&page{facts: Facts{Title: Fact{Value: title}}})
	if title != "" {
		w.title = w.writing(func() { w.made(title) })
		w.headings = append(w.headings, w.title)
		w.end(2)
	}
	above := len(w.text)
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return flat(s), true
	}
	prune(n)
	w.blocks(n)
	return draft{extract: extract{text: string(w.text), title: w.title, headings: w.headings, items: w.items, struck: w.struck}}, len(w.text) > above
}
