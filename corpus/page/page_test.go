package page_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/page"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// embedded is the claims of the embedded reports as a page.
func embedded(t *testing.T, choice claim.Choice, ascii bool) *page.Page {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &page.Page{Title: c.Name, Set: c.Statements, ASCII: ascii}
	table := claim.NewTable(l.Claims, false, nil)
	p.Claims(l.Claims, table, table.Choose(choice), func(id claim.ID) string { return l.Claims.All[id].Name })
	return p
}

// hostile is a page of which every text tries to get out of its place.
func hostile() *page.Page {
	const evil = "</td><script>alert(1)</script> \"'><img src=x onerror=alert(1)> \x1b[31m \u202Eesrever\u200B | ` * [x](javascript:alert(1)) <!-- &lt;"
	r := report.Report{Outlet: evil, Title: evil, URL: "javascript:alert(1)", Byline: evil, Note: evil, Text: "First thing " + evil + ".\n\nSecond thing " + evil + ".\n"}
	set := statement.Of([]report.Report{r}, 1)
	words := set.All[0].Span
	words.End = words.Start + 5
	mark := page.Mark{Sign: "●", Word: "same"}
	cell := page.Cell{Mark: mark, Text: evil, Places: []page.Place{{Statement: 0, Words: []report.Span{words}, Note: evil}, {Statement: 1}}}
	return &page.Page{
		Title: evil, About: []string{evil}, Corner: evil, Columns: []string{evil}, Marks: []page.Mark{mark}, Set: set, Version: evil,
		Rows: []page.Row{{Name: evil, About: evil, Cells: []page.Cell{cell}}},
	}
}

func asHTML(t *testing.T, p *page.Page) (*html.Node, string) {
	t.Helper()
	var b bytes.Buffer
	if err := page.HTML(&b, p); err != nil {
		t.Fatal(err)
	}
	n, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return n, b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// TestLinksLead: every link of the page leads to a place that is on it once, so that every cell leads to its sentence; there
// is a cell for every outlet in every row, and every sentence of the reports.
func TestLinksLead(t *testing.T) {
	p := embedded(t, claim.Choice{Filter: claim.AllClaims}, false)
	doc, _ := asHTML(t, p)
	ids := map[string]*html.Node{}
	var links []*html.Node
	rows := 0
	for n := range doc.Descendants() {
		if id := attr(n, "id"); id != "" {
			if ids[id] != nil {
				t.Errorf("%s is there twice", id)
			}
			ids[id] = n
		}
		if n.Data == "a" {
			links = append(links, n)
		}
		if n.Data == "tr" {
			cells := 0
			for c := range n.ChildNodes() {
				if c.Data == "td" || c.Data == "th" {
					cells++
				}
			}
			if rows++; cells != 1+len(p.Columns) {
				t.Errorf("row %d has %d cells", rows, cells)
			}
		}
	}
	if rows != 1+len(p.Rows) {
		t.Errorf("%d rows for %d claims", rows, len(p.Rows))
	}
	for _, a := range links {
		to, ok := strings.CutPrefix(attr(a, "href"), "#")
		if !ok || ids[to] == nil {
			t.Errorf("a link leads to %q", attr(a, "href"))
		}
	}
	for i := range p.Set.All {
		n := ids["s"+itoa(i+1)]
		if n == nil || !strings.Contains(textOf(n), p.Set.Line(statement.ID(i))) {
			t.Errorf("statement %d is not on the page", i)
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// TestHostilePage: nothing that comes from outside becomes an element, an attribute or a link, or reaches the file raw.
func TestHostilePage(t *testing.T) {
	allowed := map[string]bool{}
	harmless, _ := asHTML(t, embedded(t, claim.Choice{}, false))
	for n := range harmless.Descendants() {
		if n.Type == html.ElementNode {
			allowed[n.Data] = true
		}
	}
	doc, text := asHTML(t, hostile())
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && !allowed[n.Data] {
			t.Errorf("the page holds the element %s", n.Data)
		}
		if n.Type == html.CommentNode {
			t.Errorf("the page holds the comment %q", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("the page holds %s=%q", a.Key, a.Val)
			}
		}
	}
	var md bytes.Buffer
	if err := page.Markdown(&md, hostile()); err != nil {
		t.Fatal(err)
	}
	var shown bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(md.Bytes(), &shown); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "<a ", "<!--"} {
		if strings.Contains(shown.String(), bad) {
			t.Errorf("Markdown shows %s:\n%s", bad, shown.String())
		}
	}
	if !strings.Contains(shown.String(), "<table>") || !strings.Contains(shown.String(), "<strong>First</strong>") {
		t.Errorf("Markdown shows no table, or no word that stands out:\n%s", shown.String())
	}
	for _, s := range []string{text, md.String()} {
		if i := strings.IndexFunc(s, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) && r != '\n' }); i >= 0 {
			t.Errorf("%q reaches the file", s[i:min(len(s), i+8)])
		}
	}
}

// TestASCII: with ASCII nothing else is written.
func TestASCII(t *testing.T) {
	p := embedded(t, claim.Choice{}, true)
	var md bytes.Buffer
	if err := page.Markdown(&md, p); err != nil {
		t.Fatal(err)
	}
	_, text := asHTML(t, p)
	for _, s := range []string{text, md.String()} {
		if i := strings.IndexFunc(s, func(r rune) bool { return r > 0x7E }); i >= 0 {
			t.Errorf("%q is written", s[i:min(len(s), i+12)])
		}
	}
}

// TestSentenceLeadsBack: what follows a sentence leads to rows of the table that have a cell which leads to the sentence; a
// row's wordings lead back to the row.
func TestSentenceLeadsBack(t *testing.T) {
	doc, _ := asHTML(t, embedded(t, claim.Choice{}, false))
	ids := map[string]*html.Node{}
	for n := range doc.Descendants() {
		if id := attr(n, "id"); id != "" {
			ids[id] = n
		}
	}
	leads := func(n *html.Node, to string) bool {
		for d := range n.Descendants() {
			if d.Data == "a" && attr(d, "href") == "#"+to {
				return true
			}
		}
		return false
	}
	back := 0
	for id, n := range ids {
		switch id[0] {
		case 's':
			for a := range n.Descendants() {
				if attr(a, "class") != "back" {
					continue
				}
				row := ids[strings.TrimPrefix(attr(a, "href"), "#")]
				if back++; row == nil || row.Data != "tr" || !leads(row, id) {
					t.Errorf("%s leads back to %s, which does not lead to it", id, attr(a, "href"))
				}
			}
		case 'r':
			if row := id[1:]; n.Data == "section" && (!leads(n, "t"+row) || !leads(ids["t"+row], id)) {
				t.Errorf("row %s of the table and its wordings do not lead to each other", row)
			}
		}
	}
	if back == 0 {
		t.Error("no sentence leads back")
	}
}
