package report

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// A saved page is mostly not the report. What is taken is settled in this order: what the page's own markup says is the
// body of the article; the article element that holds most of the text; what go-readability finds by weighing
// paragraphs. Boxes that are known by their names not to be the article (navigation, comments, consent, newsletters,
// things related) are taken out before, but never when most of the text or the headline goes with them: a page may wrap
// all of itself in a form, or hide itself behind its consent.
//
// Rejected: go-trafilatura, which finds slightly more on public pages, because the tables of a date parser that it
// imports take 120 ms and 95 MB whenever the program starts, whatever it is started for. A text has no Map: the parser
// mends what is broken and does not say where in the file anything stood.

// readabilityVersion is what Report.Reader says of go-readability.
const readabilityVersion = "v2.1.3"

const htmlReader = "html: go-readability " + readabilityVersion

// page is a parsed HTML page.
type page struct {
	root  *html.Node
	data  []linked // what its JSON-LD says of articles and of the site
	facts Facts

	below, top []string // what topLines found

	walled bool // a wall that asks for a subscription stood before the rest
}

func tellHTML(head []byte, ending string) bool {
	switch ending {
	case ".html", ".htm", ".xhtml", ".shtml", ".xht":
		return true
	}
	s := strings.ToLower(strings.TrimLeft(string(narrow(head)), "\uFEFF \t\r\n"))
	for strings.HasPrefix(s, "<!--") || strings.HasPrefix(s, "<?xml") {
		_, rest, ok := strings.Cut(s, ">")
		if !ok {
			return false
		}
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	return strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<html")
}

// narrow is UTF-16 that is mostly ASCII without its zero bytes, so that marks in it are found; other bytes as they are.
func narrow(head []byte) []byte {
	if wideEncoding(head) == nil {
		return head
	}
	return bytes.ReplaceAll(bytes.TrimLeft(head, "\xFF\xFE"), []byte{0}, nil)
}

// wideEncoding is the UTF-16 that data must be in when every other byte of its beginning is zero; nil otherwise.
func wideEncoding(data []byte) encoding.Encoding {
	head := data[:min(len(data), 512)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case len(head) < 8:
		return nil
	case zeros[1] > len(head)*2/5 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case zeros[0] > len(head)*2/5 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

func readHTML(in *input) ([]draft, error) {
	d, err := decodeHTML(in.Data)
	if err != nil {
		return nil, err
	}
	reader := htmlReader
	if d.encoding != "" {
		reader += ", " + d.encoding
	}
	drafts, err := articlesOf(d.text)
	for i := range drafts {
		if drafts[i].reader == "" {
			drafts[i].reader = reader
		}
	}
	return drafts, err
}

// articlesOf is the articles of a page: one, unless it holds several that stand side by side.
func articlesOf(text string) ([]draft, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested deeper than the parser goes
		return []draft{flat(text)}, nil
	}
	p := &page{root: root}
	p.data = p.linkedData()
	p.facts = p.said()
	p.reveal()
	whole, raw := len(textOf(root)), linesOf(root)
	if exportedBy(raw) != "" { // what looks like furniture of a page is what tells its articles apart
		return []draft{{extract: extract{text: strings.ReplaceAll(raw, "\n", "\n\n")}}}, nil
	}
	p.alone()
	p.walled = furniture(root, p.facts.Title.Value)
	prune(root)
	if several := p.several(); several != nil {
		var drafts []draft
		for i, n := range several {
			drafts = append(drafts, p.partDraft(n, i+1))
		}
		return drafts, nil
	}
	d := p.draft(p.body())
	if kept := p.bodyInData(); len(kept) >= leastKept && hardlyIn(kept, d.text) {
		if box := p.append(kept); box != nil {
			d, raw = p.draft(box), raw+"\n"+kept
			whole = len(raw)
		}
	}
	if d.text == "" {
		return nil, errors.New("a page without text: what it shows is not in the file")
	}
	d.whole, d.raw = whole, raw
	return []draft{d}, nil
}

// decodeHTML is the text of a page. What is valid UTF-8 is that, whatever the page says of itself; then the page is
// believed, and what it does not say is found as for any text.
func decodeHTML(data []byte) (decoded, error) {
	data = withoutZeros(data)
	if wide := wideEncoding(data); wide != nil {
		return checked(converted(data, wide, "utf-16"))
	}
	if !marked(data) && !mostlyUTF8(data) && binary(data) == nil {
		if m := labels().FindSubmatch(data[:min(len(data), 8192)]); m != nil {
			if enc, name := known(string(m[1])); enc != nil {
				return checked(converted(data, enc, name))
			}
		}
	}
	return decode(data)
}

// withoutZeros is a page that has a few zero bytes in it, as some writers leave them, without those.
func withoutZeros(data []byte) []byte {
	if n := bytes.Count(data, []byte{0}); n == 0 || n*50 > len(data) {
		return data
	}
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

var labels = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]*(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)`)
})

// flat is a page that is nested too deeply to be understood, its tags left out.
func flat(text string) draft {
	w := &writer{m: &Map{}}
	z := html.NewTokenizer(strings.NewReader(text))
	skip := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		name, _ := z.TagName()
		a := atom.Lookup(name)
		switch {
		case kind == html.TextToken && skip == 0:
			w.flow(string(z.Text()))
		case a == atom.Script || a == atom.Style || a == atom.Template:
			if kind == html.StartTagToken {
				skip++
			} else if kind == html.EndTagToken {
				skip = max(0, skip-1)
			}
		case kind != html.TextToken && isBlock(a):
			w.end(2)
		}
	}
	return draft{extract: extract{text: string(w.text), reader: "html: its text only (nested too deeply)"}}
}
