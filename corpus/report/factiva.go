package report

import (
	"regexp"
	"strings"
	"sync"
)

// factivaHead and factivaTail are the codes of Factiva's fields, as its help on display formats lists them: those above an
// article's text, which is in LP and TD, and those below.
var (
	factivaHead = words("SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX LP")
	factivaTail = words("TD ART CT RF CO IN NS RE IPC IPD PUB AN")
)

var factivaLines = sync.OnceValue(func() (re struct{ tag, page *regexp.Regexp }) {
	re.tag = regexp.MustCompile(`^([A-Z]{2,3})(?:([ \t\x{A0}]+)(.*))?$`)
	re.page = regexp.MustCompile(`^(?:Page \d+ of \d+\b.*|.*© \d{4} Factiva, Inc\..*)$`)
	return re
})

// factiva is the articles of an export of Factiva: with codes ("Full Article/Report plus Indexing"), or without them.
func factiva(text string) (all []cutting) {
	lines := firstLines(text, len(text))
	end := exportMarks()["factiva end"]
	start := 0
	for i, l := range lines {
		if !end.MatchString(l.text) {
			continue
		}
		one := lines[start:i]
		for len(one) > 0 && factivaLines().page.MatchString(one[0].text) {
			one = one[1:]
		}
		if a, ok := factivaTagged(one); ok {
			all = append(all, a)
		} else {
			all = append(all, factivaPlain(one))
		}
		start = i + 1
	}
	return all
}

// field is a field of an article: its code and its lines, the first without the code.
type field struct {
	code  string
	lines []line
}

// factivaTagged is an article whose fields have codes; ok is false when they have none.
func factivaTagged(lines []line) (a cutting, ok bool) {
	var fields []field
	below := false // its text has begun
	for _, l := range lines {
		code, rest, apart := factivaCode(l)
		known := factivaHead[code] && !below || factivaTail[code] && below && (apart || code != "TD" && strings.Contains(rest.text, " : ")) || code == "TD" && below
		switch {
		case known:
			below = below || code == "LP" || code == "TD"
			fields = append(fields, field{code: code})
		case code == "TD" && factivaHas(fields, "HD"):
			below = true
			fields = append(fields, field{code: code})
		case len(fields) == 0:
			continue // what stands above the first field
		default:
			rest = l
		}
		if rest.text != "" {
			f := &fields[len(fields)-1]
			f.lines = append(f.lines, rest)
		}
	}
	if !factivaHas(fields, "HD") || !below {
		return a, false
	}
	of := func(code string) (lines []line) {
		for _, f := range fields {
			if f.code == code {
				lines = append(lines, f.lines...)
			}
		}
		return lines
	}
	a.title = spansOf(of("HD"))
	for _, code := range []string{"LP", "TD"} {
		a.body = append(a.body, runs(of(code), factivaLines().page.MatchString)...)
	}
	a.facts = factivaFacts(wordsOf(of("BY")), wordsOf(of("CR")), wordsOf(of("PD")), wordsOf(of("ET")), wordsOf(of("SN")), strings.Join(nonEmpty(wordsOf(of("SE")), wordsOf(of("PG"))), ", page "))
	return a, true
}

func factivaHas(fields []field, code string) bool {
	for _, f := range fields {
		if f.code == code {
			return true
		}
	}
	return false
}

// factivaCode is the code that a line begins with, the line behind it, and whether more than a blank parts the two.
func factivaCode(l line) (code string, rest line, apart bool) {
	m := factivaLines().tag.FindStringSubmatchIndex(l.text)
	if m == nil {
		return "", l, false
	}
	code = l.text[m[2]:m[3]]
	if m[4] < 0 {
		return code, line{}, true
	}
	rest = line{span: Span{l.span.Start + m[6], l.span.Start + m[7]}, text: l.text[m[6]:m[7]], apart: l.apart}
	return code, rest, l.text[m[4]:m[5]] != " "
}

var clock = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,2}:\d{2}\b`) })

func factivaFacts(by, credit, day, hour, outlet, section string) Facts {
	published := daySaid(day)
	if t := clock().FindString(hour); len(t) == 5 && published != "" {
		published += "T" + t
	}
	return Facts{
		Byline: Fact{Value: authors(append(split(by), credit))}, Published: Fact{Value: published}, Outlet: Fact{Value: outlet}, Note: Fact{Value: section},
	}
}

func nonEmpty(values ...string) (kept []string) {
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}

const factivaTop = 14 // lines that the furniture above an article takes at most

// factivaPlain is an article without codes: headline, byline, length, day, time, paper, its code, language and rights stand
// above it in this order, a line each, and some may be missing.
func factivaPlain(lines []line) (a cutting) {
	at := -1
	for i, l := range lines[:min(len(lines), factivaTop)] {
		if exportMarks()["factiva words"].MatchString(l.text) {
			at = i
			break
		}
	}
	if at < 0 {
		return a
	}
	above, by := lines[:at], ""
	if n := len(above); n > 1 && byWords().MatchString(above[n-1].text) {
		above, by = above[:n-1], above[n-1].text
	}
	section := ""
	if len(above) > 1 && len(strings.Fields(above[0].text)) <= 3 {
		section, above = above[0].text, above[1:]
	}
	if n := len(above); n > 1 && by == "" && namesOnly(above[n-1].text) != "" {
		above, by = above[:n-1], above[n-1].text
	}
	day, hour, outlet := "", "", ""
	next := at + 1
	end := min(len(lines), at+factivaTop)
	for i := at + 1; i < end; i++ {
		switch t := lines[i].text; {
		case rights().MatchString(t):
			next, end = i+1, i
		case day == "" && daySaid(t) != "":
			day, next = t, i+1
		case day != "" && outlet == "" && clock().MatchString(t):
			hour, next = t, i+1
		case day != "" && outlet == "":
			outlet, next = t, i+1
		}
	}
	a.title = spansOf(above)
	a.body = runs(lines[min(next, len(lines)):], factivaLines().page.MatchString)
	a.facts = factivaFacts(by, "", day, hour, outlet, section)
	return a
}
