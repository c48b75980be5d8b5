package report

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"
)

// A reference manager keeps who published what and when in lists of its own, and the pages beside them: Zotero exports a
// collection as export.ris, .bib or .json with the files in files/12/page.html. Such a list says of its files what a
// sources.json would, and comes after one. What it says is written for bibliographies: names with the family's first, dates
// in fields, titles in LaTeX; here it becomes what a byline and a dateline say.

// Reference is an entry of a list of references.
type Reference struct {
	Name     string   // its key in the list, else its number: "#3"
	Files    []string // that are attached, as the list names them with slashes, relative to its folder or absolute
	Abstract bool     // it has one
	Facts    Facts
}

// Nothing is why an entry gives no report although nothing is wrong with it.
func (r *Reference) Nothing() error {
	called := "an entry without a title"
	if t := r.Facts.Title.Value; t != "" {
		called = "“" + t + "”"
	}
	if r.Abstract {
		return fmt.Errorf("%s has no attachment, only an abstract, which is not the report", called)
	}
	return fmt.Errorf("%s has no attachment", called)
}

// Best is the attachment to read of those that exist: a page rather than a print of it. "" when none exists.
func (r *Reference) Best(exists func(file string) bool) string {
	best := ""
	for _, f := range r.Files {
		if !exists(f) {
			continue
		}
		switch end := ending(path.Base(f)); {
		case end == ".html" || end == ".htm" || end == ".xhtml":
			return f
		case best == "" || ending(path.Base(best)) == ".pdf" && end != ".pdf" && Tell(path.Base(f), nil) == nil:
			best = f
		}
	}
	return best
}

// MayList reports whether a file of that name may be a list of references: only then its beginning is worth a look.
func MayList(name string) bool {
	switch ending(name) {
	case ".ris", ".bib", ".bibtex", ".biblatex", ".json":
		return name != SourcesName
	}
	return false
}

var beginnings = sync.OnceValue(func() (re [2]*regexp.Regexp) {
	re[0] = regexp.MustCompile(`(?m)^TY {1,2}- ?[A-Z]`)
	re[1] = regexp.MustCompile(`^(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*[{(]`)
	return re
})

// TellReferences is what a list of references that begins with head is called, "RIS", "BibTeX" or "CSL-JSON"; "" for
// anything else.
func TellReferences(head []byte) string {
	s := bytes.TrimLeft(bytes.TrimPrefix(head[:min(len(head), HeadBytes)], []byte("\uFEFF")), " \t\r\n")
	has := func(words ...string) bool {
		for _, w := range words {
			if bytes.Contains(s, []byte(`"`+w+`"`)) {
				return true
			}
		}
		return false
	}
	switch {
	case len(s) == 0:
	case s[0] == '[' || s[0] == '{':
		if has("type", "itemType") && has("title") && has("issued", "container-title", "itemType", "author", "publisher") && !bytes.Contains(s, []byte("jsonfeed.org/version")) ||
			has("config") && bytes.Contains(s, []byte("BetterBibTeX")) {
			return "CSL-JSON"
		}
	case beginnings()[0].Match(s[:min(len(s), 500)]):
		return "RIS"
	case beginnings()[1].Match(s):
		return "BibTeX"
	}
	return ""
}

// mostReferences is how many entries of a list are read.
const mostReferences = 20_000

// ParseReferences reads a list of references. What is wrong with single entries is told in err; the others are still
// returned.
func ParseReferences(data []byte) (list []Reference, err error) {
	kind := TellReferences(data)
	if kind == "" {
		return nil, errors.New("is no list of references")
	}
	d, err := decode(data)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "RIS":
		list, err = parseRIS(d.text)
	case "BibTeX":
		list, err = parseBibTeX(d.text)
	default:
		list, err = parseCSL(d.text)
	}
	if len(list) > mostReferences {
		list, err = list[:mostReferences], errors.Join(err, fmt.Errorf("has more than the limit of %d entries: the rest was not read", mostReferences))
	}
	for i := range list {
		r := &list[i]
		r.Facts = r.Facts.Said(kind)
		if r.Name == "" {
			r.Name = "#" + itoa(i+1)
		}
	}
	return list, err
}

// said is a fact of an entry: the first of its values that says anything.
func said(values ...string) Fact {
	for _, v := range values {
		if v = oneLine(v); v != "" {
			return Fact{Value: v}
		}
	}
	return Fact{}
}

// inOrder is a name as a byline has it, of one that may be turned round: "van Dorp, Lee, Jr." is "Lee van Dorp, Jr.". What
// ends in a comma is a body.
func inOrder(name string) string {
	parts := strings.Split(oneLine(name), ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	switch {
	case len(parts) == 2 && parts[1] != "":
		return parts[1] + " " + parts[0]
	case len(parts) == 3 && parts[1] != "" && parts[2] != "":
		given, suffix := parts[1], parts[2]
		if isNameSuffix(given) { // BibTeX has the suffix before the given name, RIS behind it
			given, suffix = suffix, given
		}
		return given + " " + parts[0] + ", " + suffix
	}
	return strings.TrimRight(oneLine(name), ", ")
}

func isNameSuffix(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// dateOfParts is a date as ISO writes it, of year, month and day as they are written in fields of their own; month and day
// may be missing.
func dateOfParts(year, month, day string) string {
	y, m := number(strings.TrimSpace(year)), strings.ToLower(strings.TrimSuffix(strings.TrimSpace(month), "."))
	if y < 1000 || y > 9999 {
		return ""
	}
	d := Date{Year: y, Month: number(m)}
	if d.Month == 0 {
		d.Month = months()[m]
	}
	if d.Month < 1 || d.Month > 12 {
		return Date{Year: y}.ISO()
	}
	if d.Day = number(strings.TrimSpace(day)); d.Day != 0 && !d.exists() {
		d.Day = 0
	}
	return d.ISO()
}

// langCode is a language when it is written as a code, "en" or "pt-BR"; "" for one written in words.
func langCode(s string) string {
	s = strings.TrimSpace(s)
	if base, _, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-"); len(base) == 2 || len(base) == 3 && len(s) <= 6 {
		return s
	}
	return ""
}
