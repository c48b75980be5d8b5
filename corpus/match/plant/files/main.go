// Command files writes made-up reports in the formats that people have, for measuring how fast a folder of them is opened:
//
//	go run ./corpus/match/plant/files -n 1000 FOLDER
//
// Half of the files are saved pages with menus and footers; the others are plain text, Markdown, mail and RTF. The same
// number gives the same files. They are of stories of eight reports each, 30 statements a report.
package main

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"parallax/corpus/match/plant"
	"parallax/corpus/report"
)

func main() {
	n := flag.Int("n", 1000, "how many files")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "files:", err)
		os.Exit(1)
	}
}

const perStory = 8

func write(folder string, n int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	field := plant.Grow(plant.Options{Stories: (n + perStory - 1) / perStory, Reports: perStory, Statements: 30, Seed: 1, Mixed: true})
	for i, r := range field.Reports[:n] {
		form := forms[1+i/2%(len(forms)-1)]
		if i%2 == 0 {
			form = forms[0]
		}
		name := filepath.Join(folder, fmt.Sprintf("report-%04d%s", i+1, form.ending))
		if err := os.WriteFile(name, []byte(form.write(r)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// forms is how a report can be written; pages first.
var forms = []struct {
	ending string
	write  func(report.Report) string
}{
	{".html", page},
	{".txt", func(r report.Report) string { return r.Text }},
	{".md", func(r report.Report) string { return "---\noutlet: " + r.Outlet + "\n---\n\n" + r.Text }},
	{".eml", func(r report.Report) string {
		return "Message-ID: <1@example.org>\nMIME-Version: 1.0\nFrom: desk@example.org\nTo: all@example.org\nSubject: Report\nContent-Type: text/plain; charset=utf-8\n\n" + r.Text
	}},
	{".rtf", rich},
}

// page is a report as a saved page, among what pages have besides.
func page(r report.Report) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + html.EscapeString(r.Outlet) + "</title>")
	b.WriteString("<meta property=\"og:site_name\" content=\"" + html.EscapeString(r.Outlet) + "\"></head><body><nav><ul>")
	for i := range 40 {
		fmt.Fprintf(&b, "<li><a href=\"/section/%d\">Section %d</a></li>", i, i)
	}
	b.WriteString("</ul></nav><main><article>")
	for line := range strings.SplitSeq(r.Text, "\n") {
		if line != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>\n")
		}
	}
	b.WriteString("</article></main><aside><h2>Most read</h2>")
	for i := range 30 {
		fmt.Fprintf(&b, "<div class=\"teaser\"><a href=\"/story/%d\">Another story, number %d</a><p>What it is about.</p></div>", i, i)
	}
	b.WriteString("</aside><footer><p>All rights reserved.</p></footer></body></html>\n")
	return b.String()
}

// rich is a report as RTF.
func rich(r report.Report) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi `)
	for _, c := range r.Text {
		switch {
		case c == '\n':
			b.WriteString("\\par\n")
		case c == '{' || c == '}' || c == '\\':
			b.WriteString("\\" + string(c))
		case c > 126 && c < 1<<15:
			fmt.Fprintf(&b, `\u%d?`, c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String() + "}"
}
