package report

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

var risLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$`) })

// parseRIS reads the format of RIS (Research Information Systems, 2001 and 2011): lines of two letters, two blanks, a hyphen, a
// blank and a value; an entry from TY to ER. A line without a tag goes on with the value before it.
func parseRIS(text string) (list []Reference, err error) {
	var fields map[string][]string
	last := ""
	done := func() {
		if fields != nil {
			list = append(list, risReference(fields))
		}
		fields, last = nil, ""
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		line = strings.TrimRight(line, "\n \t")
		m := risLine().FindStringSubmatch(strings.TrimPrefix(line, "\uFEFF"))
		switch {
		case m == nil && line != "" && last != "":
			v := fields[last]
			v[len(v)-1] += " " + strings.TrimSpace(line)
		case m == nil:
		case m[1] == "ER":
			done()
		case m[1] == "TY":
			done()
			fields, last = map[string][]string{"TY": {m[2]}}, "TY"
		case fields != nil:
			if last = m[1]; last == "A1" { // the older name of the tag
				last = "AU"
			}
			fields[last] = append(fields[last], strings.TrimSpace(m[2]))
		}
	}
	if fields != nil {
		done()
		err = fmt.Errorf("entry %d does not end: the file may be cut short", len(list))
	}
	return list, err
}

func risReference(fields map[string][]string) (r Reference) {
	all := func(tags ...string) (values []string) {
		for _, tag := range tags {
			values = append(values, fields[tag]...)
		}
		return values
	}
	var names []string
	for _, n := range all("AU") {
		names = append(names, inOrder(n))
	}
	r.Name = said(all("ID")...).Value
	r.Facts = Facts{
		Title: said(all("TI", "T1")...), Outlet: said(all("T2", "JO", "JF", "JA", "J2", "PB")...), URL: said(webOnly(all("UR", "LK", "L2"))...),
		Byline: Fact{Value: authors(names)}, Published: Fact{Value: risPublished(all("DA"), all("PY", "Y1"))}, Lang: Fact{Value: langCode(said(all("LA")...).Value)},
	}
	r.Abstract = said(all("AB", "N2")...).Value != ""
	for _, tag := range []string{"L1", "L2", "L3", "L4"} {
		for _, v := range fields[tag] {
			r.attach(v)
		}
	}
	return r
}

// webOnly is the values that are addresses.
func webOnly(values []string) (kept []string) {
	for _, v := range values {
		if strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
			kept = append(kept, v)
		}
	}
	return kept
}

// risPublished is the date of an entry. RIS writes it YYYY/MM/DD/other, with what is unknown left empty; others write it as
// they like.
func risPublished(days, years []string) string {
	best := ""
	for _, v := range append(days, years...) {
		p := append(strings.Split(v, "/"), "", "")
		iso := dateOfParts(p[0], p[1], p[2])
		if d, ok := ParseWritten(v); ok {
			iso = d.ISO()
		} else if iso == "" && len(years) > 0 {
			if d, ok := dateIn(v + " " + years[0]); ok {
				iso = d.ISO()
			}
		}
		if len(iso) > len(best) {
			best = iso
		}
	}
	return best
}
