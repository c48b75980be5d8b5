package export

import (
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/brief"
)

// printBibTeX writes an entry for each source, for BibTeX and biber alike: @misc, where howpublished is the outlet and the
// date stands in either's fields; braces around what must not be parsed further or lose its capitals. What a
// brief knows more is in the note.
func printBibTeX(w io.Writer, d *brief.Document, _ Options) error {
	p := &printer{w: w}
	keys := bibKeys(d)
	for i := range d.Sources {
		s := &d.Sources[i]
		p.text("@misc{", keys[i], ",\n")
		field := func(name, value string) {
			if value != "" {
				p.text(fmt.Sprintf("  %-12s = {%s},\n", name, value))
			}
		}
		field("author", bibAuthors(s))
		field("title", "{"+bibText(plainTitle(s))+"}")
		field("howpublished", bibText(s.Outlet))
		if s.Published.Known() {
			field("year", strconv.Itoa(s.Published.Year))
			if m := s.Published.Month; m > 0 {
				p.text(fmt.Sprintf("  %-12s = %s,\n", "month", strings.ToLower(time.Month(m).String()[:3])))
			}
			field("date", s.Published.ISO())
		}
		if linkable(s.URL) {
			field("url", s.URL)
		}
		field("note", bibText(strings.Join(bibNotes(d, i), "; ")))
		p.text("}\n\n")
	}
	// what stands outside of entries is a comment, up to the next @
	p.text("% ", strings.NewReplacer("@", "(at)", "{", "(", "}", ")").Replace(colophonOf(d)), "\n")
	return p.err
}

// bibAuthors is the authors with "and" between them; every part in braces, so that no word in it is taken for another.
// A report without any is its outlet's.
func bibAuthors(s *brief.Source) string {
	all := authorsOf(s)
	if len(all) == 0 {
		all = []author{{Whole: s.Outlet}}
	}
	var names []string
	for _, a := range all {
		if a.Whole != "" {
			names = append(names, "{"+bibText(a.Whole)+"}")
			continue
		}
		name := "{" + bibText(strings.TrimSpace(a.Particle+" "+a.Family)) + "}, "
		if a.Suffix != "" {
			name += "{" + bibText(a.Suffix) + "}, "
		}
		names = append(names, name+"{"+bibText(a.Given)+"}")
	}
	return strings.Join(names, " and ")
}

// colophonOf is the last line of files that only list sources.
func colophonOf(d *brief.Document) string { return Made + version(d) }

// plainTitle is the title without quotation marks, or "untitled" with the opening words.
func plainTitle(s *brief.Source) string {
	if s.Title != "" {
		return brief.Printed(s.Title)
	}
	return brief.Titled(s)
}

// bibNotes is what a list of sources says beside title and address: a missing date, the source's note, the statements
// that are cited, and the file's hash.
func bibNotes(d *brief.Document, source int) []string {
	s := &d.Sources[source]
	var notes []string
	if !s.Published.Known() {
		notes = append(notes, "undated")
	}
	if s.Note != "" {
		notes = append(notes, brief.Printed(s.Note))
	}
	if s.URL != "" && !linkable(s.URL) {
		notes = append(notes, "address "+brief.Printed(s.URL))
	}
	if cited := statementsCited(d, source); cited != "" {
		notes = append(notes, cited)
	}
	return append(notes, "SHA-256 "+hex.EncodeToString(s.FileHash[:]))
}

// statementsCited is "statements 3, 11–12", "" where the source is only silent.
func statementsCited(d *brief.Document, source int) string {
	var cited [][2]int
	for _, it := range d.Items {
		for _, p := range it.Passages() {
			if n := [2]int{p.Number, max(p.Number, p.Last)}; p.Source == source && !slices.Contains(cited, n) {
				cited = append(cited, n)
			}
		}
	}
	slices.SortFunc(cited, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	var said []string
	for _, n := range cited {
		if n[0] == n[1] {
			said = append(said, strconv.Itoa(n[0]))
		} else {
			said = append(said, fmt.Sprintf("%d–%d", n[0], n[1]))
		}
	}
	switch {
	case len(said) == 0:
		return ""
	case len(said) == 1 && !strings.Contains(said[0], "–"):
		return "statement " + said[0]
	}
	return "statements " + strings.Join(said, ", ")
}

// bibKeys are the keys of the sources: outlet and year in ASCII letters and digits, each once.
func bibKeys(d *brief.Document) []string {
	keys := make([]string, len(d.Sources))
	seen := make(map[string]bool)
	for i := range d.Sources {
		s := &d.Sources[i]
		stem := strings.Map(func(r rune) rune {
			if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return unicode.ToLower(r)
			}
			return -1
		}, norm.NFKD.String(s.Outlet))
		if stem == "" {
			stem = "source"
		}
		if s.Published.Known() {
			stem += strconv.Itoa(s.Published.Year)
		}
		key := stem
		for n := 2; seen[key]; n++ {
			key = fmt.Sprintf("%s-%d", stem, n)
		}
		seen[key] = true
		keys[i] = key
	}
	return keys
}

var bibEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `_`, `\_`, `%`, `\%`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `"`, `{"}`,
)

// bibText is s for the inside of a field in braces. An unbalanced brace would end the field even with a backslash before
// it, so braces are then written by name.
func bibText(s string) string {
	s = brief.Printed(s)
	if !balanced(s) {
		return strings.NewReplacer(`\{`, `\textbraceleft{}`, `\}`, `\textbraceright{}`).Replace(bibEscapes.Replace(s))
	}
	return bibEscapes.Replace(s)
}

func balanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}
