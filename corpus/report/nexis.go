package report

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// nexisTail are the fields below an article's text, in small letters.
var nexisTail = map[string]bool{}

func init() {
	for _, name := range strings.Split(`load-date,language,subject,graphic,publication-type,url,company,organization,person,city,state,country,geographic,industry,
		ticker,category,type,journal-code,pub-type,document-type,doc-type,copyright,correction-date,acc-no,photo,notes,name,classification,update,correction,
		load-datum,sprache,rubrik`, ",") {
		nexisTail[strings.TrimSpace(name)] = true
	}
}

// nexisAbove are the fields above it.
var nexisAbove = words("byline section length dateline highlight headline title body edition credit series column länge autor")

var nexisLines = sync.OnceValue(func() (re struct{ field, page *regexp.Regexp }) {
	re.field = regexp.MustCompile(`^([A-ZÄÖÜ][A-Za-zÄÖÜäöü]+(?:-[A-Za-z]+)?):(?:\s+(.*))?$`)
	re.page = regexp.MustCompile(`^(?:Page \d+ of \d+|Link to (?:Image|PDF|Original Source)|Link zum PDF-Dokument)$`)
	return re
})

// nexis is the articles of an export of Nexis or LexisNexis: as Nexis Uni writes them, each up to "End of Document", or as
// its forerunner did, each behind "1 of 12 DOCUMENTS".
func nexis(text string) (all []cutting) {
	lines := firstLines(text, len(text))
	marks := exportMarks()
	newer := marks["nexis end"].MatchString(text) && marks["nexis body"].MatchString(text)
	start := -1
	if newer {
		start = 0
	}
	for i, l := range lines {
		switch {
		case newer && marks["nexis end"].MatchString(l.text):
			all = append(all, nexisArticle(text, lines[start:i], true))
			start = i + 1
		case !newer && marks["nexis number"].MatchString(l.text):
			if start >= 0 {
				all = append(all, nexisArticle(text, lines[start:i], false))
			}
			start = i + 1
		}
	}
	if !newer && start >= 0 {
		all = append(all, nexisArticle(text, lines[start:], false))
	}
	return all
}

// nexisField is the name of the field that a line begins, in small letters, and the line behind it; no name for a line that
// begins none. A sentence may begin as a field does, so only known names are.
func nexisField(l line, known map[string]bool) (name string, rest line) {
	m := nexisLines().field.FindStringSubmatchIndex(l.text)
	if m == nil {
		return "", line{}
	}
	name = strings.ToLower(l.text[m[2]:m[3]])
	if !known[name] {
		return "", line{}
	}
	if m[4] >= 0 && m[5] > m[4] {
		rest = line{span: Span{l.span.Start + m[4], l.span.Start + m[5]}, text: l.text[m[4]:m[5]], apart: l.apart}
	}
	return name, rest
}

// nexisArticle is the article of those lines.
func nexisArticle(text string, lines []line, newer bool) (a cutting) {
	first := len(lines) // line of the first field
	for i, l := range lines {
		if name, _ := nexisField(l, nexisAbove); name != "" || newer && l.text == "Body" {
			first = i
			break
		}
	}
	head := lines[:first]
	if newer {
		head = afterCover(lines, &first)
	}
	title := a.above(head, newer)
	var highlight []line
	fields := map[string]string{}
	body := a.fields(lines[first:], newer, fields, func(name string, l line) {
		switch name {
		case "headline", "title":
			title = append(title, l)
		case "highlight":
			highlight = append(highlight, l)
		}
	})
	a.facts.Byline = Fact{Value: authors(split(strings.Join(nonEmpty(fields["byline"]+fields["autor"], fields["credit"]), ";")))}
	a.facts.Note = Fact{Value: fields["section"]}
	a.facts.URL = said(webOnly([]string{fields["url"]})...)
	a.title = spansOf(title)
	if len(highlight) > 0 && len(body) > 0 {
		a.body = append(a.body, spansOf(highlight))
	}
	if newer {
		a.body = append(a.body, runs(body, nexisLines().page.MatchString)...)
	} else {
		a.body = append(a.body, unwrapped(text, body)...)
	}
	return a
}

// afterCover is what stands above an article's fields, without the page that Nexis puts before the first of them, which lists
// all. The rights are the only line whose place is sure; first is moved to the field behind them.
func afterCover(lines []line, first *int) []line {
	from := 0
	for i, l := range lines {
		if l.text == "Body" {
			break
		}
		if rights().MatchString(l.text) {
			*first = i
			for k := i - 1; k >= max(from, i-5); k-- {
				if daySaid(lines[k].text) != "" && k >= 2 {
					return lines[k-2 : i]
				}
			}
			return lines[max(from, i-3):i]
		}
	}
	return lines[:*first]
}

// above tells the paper, the day and the headline apart, which stand above the fields without names: the headline first in
// newer exports, last in older ones; and is the lines of the headline.
func (a *cutting) above(head []line, newer bool) (title []line) {
	var lines []line
	for _, l := range head {
		if !rights().MatchString(l.text) && !nexisLines().page.MatchString(l.text) {
			lines = append(lines, l)
		}
	}
	day := -1
	for i, l := range lines {
		if i > 0 && daySaid(l.text) != "" {
			day = i
			break
		}
	}
	if day < 0 {
		return lines[:min(1, len(lines))]
	}
	a.facts.Published = Fact{Value: daySaid(lines[day].text)}
	a.facts.Outlet = Fact{Value: oneLine(lines[day-1].text)}
	if newer {
		return lines[:day-1]
	}
	a.facts.Outlet = Fact{Value: wordsOf(lines[:day])}
	title = lines[day+1:]
	for i := len(title) - 2; i >= 0; i-- { // an edition may stand above the headline
		if title[i].apart {
			return title[i+1:]
		}
	}
	return title
}

// fields reads the fields of an article, tells each line of one, and is what stands between them as the article's text.
func (a *cutting) fields(lines []line, newer bool, fields map[string]string, tell func(name string, l line)) (body []line) {
	name, begun := "", false
	start, end := -1, len(lines)
	for i, l := range lines {
		if begun {
			if tail, rest := nexisField(l, nexisTail); tail != "" || newer && nexisHeading(l.text) {
				end = min(end, i)
				if tail == "url" {
					fields["url"] = rest.text
				}
			}
			continue
		}
		next, rest := nexisField(l, nexisAbove)
		switch {
		case next == "body" || newer && l.text == "Body":
			begun, start = true, i+1
			if rest.text != "" {
				body = append(body, rest)
			}
			continue
		case next != "":
			name = next
		case name == "" || newer:
			if name == "" || rights().MatchString(l.text) {
				continue
			}
			rest = l
		case i > 0 && lines[i-1].apart && fields["length"] != "": // without a name: the text begins, or is wanting
			begun, start = true, i
			if tail, _ := nexisField(l, nexisTail); tail != "" {
				end = min(end, i)
			}
			continue
		default:
			rest = l
		}
		if rest.text != "" {
			fields[name] = oneLine(fields[name] + " " + rest.text)
			tell(name, rest)
		}
	}
	if start < 0 {
		return body
	}
	return append(body, lines[min(start, end):end]...)
}

// The older exports break lines at some seventy characters, and begin a paragraph with a blank line or two blanks.
const (
	leastWrapped = 40  // runes of a line that goes on in the next
	mostWrapped  = 100 // and of the longest line in such a text
)

// unwrapped is the paragraphs of a text, each the lines that were one before they were broken.
func unwrapped(text string, lines []line) (blocks [][]Span) {
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) > mostWrapped {
			return runs(lines, nexisLines().page.MatchString)
		}
	}
	on := false
	for _, l := range lines {
		if nexisLines().page.MatchString(l.text) {
			on = false
			continue
		}
		if indented := l.span.Start > 0 && text[l.span.Start-1] == ' '; on && !indented {
			blocks[len(blocks)-1] = append(blocks[len(blocks)-1], l.span)
		} else {
			blocks = append(blocks, []Span{l.span})
		}
		on = !l.apart && utf8.RuneCountInString(l.text) >= leastWrapped
	}
	return blocks
}

// nexisHeading reports whether a line is a heading of what stands below an article in newer exports.
func nexisHeading(text string) bool {
	switch text {
	case "Graphic", "Classification", "Notes", "Correction", "Correction-Date":
		return true
	}
	return false
}
