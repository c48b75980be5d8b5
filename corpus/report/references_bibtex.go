package report

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// bibParser reads BibTeX (O. Patashnik, "BibTeXing", 1988) and biblatex: @type{key, field = value, ...}, a value in braces or
// quotation marks, a number, or the name of a string, and several with # between them. An entry that is wrong is told and
// passed over up to the next line that begins one.
type bibParser struct {
	text    string
	at      int
	strings map[string]string
}

const deepestBib = 200 // braces in braces

func parseBibTeX(text string) (list []Reference, err error) {
	p := &bibParser{text: text, strings: map[string]string{}}
	var wrong []error
	for len(list)+len(wrong) <= mostReferences {
		next := strings.IndexByte(p.text[p.at:], '@')
		if next < 0 {
			break
		}
		start := p.at + next
		p.at = start + 1
		kind, key, fields, err := p.entry()
		switch {
		case err != nil:
			wrong = append(wrong, fmt.Errorf("line %d: %w", 1+strings.Count(p.text[:start], "\n"), err))
			p.at = start + 1
			if i := strings.Index(p.text[p.at:], "\n@"); i >= 0 {
				p.at += i
			} else {
				p.at = len(p.text)
			}
		case kind != "" && len(fields) > 0:
			list = append(list, bibReference(key, fields))
		}
	}
	return list, errors.Join(wrong...)
}

// entry reads what follows an @. Comments, preambles and what is no entry are of no kind.
func (p *bibParser) entry() (kind, key string, fields map[string]string, err error) {
	kind = strings.ToLower(p.word())
	p.blank()
	if kind == "" || p.at >= len(p.text) || p.text[p.at] != '{' && p.text[p.at] != '(' {
		return "", "", nil, nil
	}
	if kind == "comment" || kind == "preamble" {
		_, err := p.braced()
		return "", "", nil, err
	}
	shut := byte('}')
	if p.text[p.at] == '(' {
		shut = ')'
	}
	p.at++
	if kind != "string" {
		end := strings.IndexAny(p.text[p.at:], ",})\n")
		if end < 0 {
			return "", "", nil, errors.New("an entry is cut short")
		}
		key = strings.TrimSpace(p.text[p.at : p.at+end])
		p.at += end
	}
	fields = map[string]string{}
	for {
		for p.blank(); p.at < len(p.text) && p.text[p.at] == ','; p.blank() {
			p.at++
		}
		if p.at >= len(p.text) {
			return "", "", nil, fmt.Errorf("the entry %q is cut short", key)
		}
		if p.text[p.at] == shut {
			p.at++
			break
		}
		name := strings.ToLower(p.word())
		if p.blank(); name == "" || p.at >= len(p.text) || p.text[p.at] != '=' {
			return "", "", nil, fmt.Errorf("the entry %q has a field without a value", key)
		}
		p.at++
		value, err := p.value()
		if err != nil {
			return "", "", nil, fmt.Errorf("the entry %q: %w", key, err)
		}
		if _, given := fields[name]; !given {
			fields[name] = value
		}
	}
	if kind == "string" {
		for name, value := range fields {
			p.strings[name] = value
		}
		return "", "", nil, nil
	}
	return kind, key, fields, nil
}

func (p *bibParser) blank() {
	for p.at < len(p.text) && (isBlank(p.text[p.at])) {
		p.at++
	}
}

// word is the name that stands next.
func (p *bibParser) word() string {
	p.blank()
	start := p.at
	for p.at < len(p.text) && !isBlank(p.text[p.at]) && !strings.ContainsRune(`{}(),="#%'\@`, rune(p.text[p.at])) {
		p.at++
	}
	return p.text[start:p.at]
}

// value is a field's value, its outermost braces or quotation marks left out.
func (p *bibParser) value() (string, error) {
	var b strings.Builder
	for {
		p.blank()
		if p.at >= len(p.text) {
			return "", errors.New("is cut short")
		}
		switch c := p.text[p.at]; c {
		case '{', '"':
			s, err := p.braced()
			if err != nil {
				return "", err
			}
			b.WriteString(s)
		default:
			word := p.word()
			if word == "" {
				return "", fmt.Errorf("%q where a value is due", c)
			}
			if s, ok := p.strings[strings.ToLower(word)]; ok {
				word = s
			}
			b.WriteString(word)
		}
		if p.blank(); p.at >= len(p.text) || p.text[p.at] != '#' {
			return b.String(), nil
		}
		p.at++
	}
}

// braced is what stands up to the brace, bracket or quotation mark that ends what the next character begins.
func (p *bibParser) braced() (string, error) {
	shut := map[byte]byte{'{': '}', '(': ')', '"': '"'}[p.text[p.at]]
	start, depth := p.at+1, 0
	for i := start; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\' && i+1 < len(p.text) && p.text[i+1] != '\n':
			i++
		case c == shut && depth == 0:
			p.at = i + 1
			return p.text[start:i], nil
		case c == '{':
			if depth++; depth > deepestBib {
				return "", fmt.Errorf("has more than %d braces in one another", deepestBib)
			}
		case c == '}':
			depth--
		}
		if depth < 0 {
			break
		}
	}
	return "", errors.New("has a value that does not end")
}

func bibReference(key string, fields map[string]string) (r Reference) {
	plain := func(names ...string) Fact {
		var values []string
		for _, n := range names {
			values = append(values, unTeX(fields[n]))
		}
		return said(values...)
	}
	r.Name = key
	outlet := plain("journaltitle", "journal", "booktitle", "maintitle", "howpublished", "organization", "publisher", "institution")
	if strings.Contains(outlet.Value, "://") {
		outlet = plain("organization", "publisher", "institution")
	}
	r.Facts = Facts{
		Title: plain("title"), Outlet: outlet, Byline: Fact{Value: authors(bibNames(fields["author"]))}, Published: Fact{Value: bibPublished(fields)},
		URL:  said(webOnly([]string{strings.NewReplacer(`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~").Replace(strings.TrimSpace(fields["url"]))})...),
		Lang: Fact{Value: langCode(plain("langid", "language").Value)},
	}
	r.Abstract = strings.TrimSpace(fields["abstract"]) != ""
	for _, name := range bibFiles(fields["file"]) {
		r.attach(name)
	}
	return r
}

// bibPublished is the date of an entry: that of biblatex, the first of a range, or year, month and day.
func bibPublished(fields map[string]string) string {
	date, _, _ := strings.Cut(unTeX(fields["date"]), "/")
	if d, ok := ParseWritten(date); ok {
		return d.ISO()
	}
	month, day := unTeX(fields["month"]), unTeX(fields["day"])
	for _, part := range strings.FieldsFunc(month, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if n := number(part); n > 0 && day == "" && len(part) < len(month) {
			day = part // "10 mar", "mar # 10"
		} else {
			month = part
		}
	}
	return dateOfParts(unTeX(fields["year"]), month, day)
}

// bibNames is the names of a list with "and" between them, outside of braces. A name in braces is a body's.
func bibNames(list string) (names []string) {
	for _, name := range outside(strings.Join(strings.Fields(list), " "), " and ") {
		name = strings.TrimSpace(name)
		switch inner, ok := strings.CutPrefix(name, "{"); {
		case name == "" || name == "others":
		case ok && strings.IndexByte(inner, '}') == len(inner)-1:
			names = append(names, unTeX(name))
		default:
			var parts []string
			for _, p := range outside(name, ",") {
				parts = append(parts, strings.ReplaceAll(unTeX(p), ",", ""))
			}
			names = append(names, inOrder(strings.Join(parts, ",")))
		}
	}
	return names
}

// outside parts s at each sep that stands in no braces.
func outside(s, sep string) (parts []string) {
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '{':
			depth++
		case s[i] == '}':
			depth--
		case depth == 0 && strings.HasPrefix(s[i:], sep):
			parts = append(parts, s[start:i])
			start = i + len(sep)
			i = start - 1
		}
	}
	return append(parts, s[start:])
}
