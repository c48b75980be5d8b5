package verify

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/seal"
)

// sheet is a file as its reader sees it: paragraphs, with the text of a note where its mark stands.
type sheet struct {
	paragraphs []sheetParagraph
	version    string      // where the format has it in a place of its own
	sealText   string      // "" when there is none
	looks      []Change    // what its reader sees otherwise than it is written
	marks      []string    // of footnotes, in order, as an export numbers them
	collection *collection // of JSON
	exact      []seal.Line // of JSON; else made from the paragraphs
}

type sheetParagraph struct {
	text  string
	apart bool // set apart as a quotation
	notes []sheetNote
	note  bool        // it is what a mark leads to
	level int         // of a heading, from 1
	picks []selection // JSON: what its selectors select
}

// sheetNote is a note whose mark stands before byte at of its paragraph's text.
type sheetNote struct {
	at   int
	text string
}

// readers read the formats that can be checked.
var readers = map[string]func([]byte) (*sheet, error){
	"md": readMarkdown, "html": readHTML, "docx": readDocx, "json": readJSON,
}

// maxFile is how many bytes a brief may have to be checked.
const maxFile = 64 << 20

// formatOf tells the format of a file, by what it begins with and then by its name.
func formatOf(file []byte, name string) (string, error) {
	if len(file) > maxFile {
		return "", fmt.Errorf("is over the limit of %d MiB", maxFile>>20)
	}
	head := bytes.ToLower(bytes.TrimSpace(plainText(file[:min(len(file), 4096)])))
	extension := strings.ToLower(filepath.Ext(name))
	switch {
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return "docx", nil
	case extension == ".md", extension == ".markdown":
		return "md", nil
	case extension == ".html", extension == ".htm", bytes.HasPrefix(head, []byte("<!doctype")), bytes.HasPrefix(head, []byte("<html")):
		return "html", nil
	case extension == ".json", bytes.HasPrefix(head, []byte("{")):
		return "json", nil
	case extension == ".docx":
		return "", errors.New("is no docx file: it does not begin as a zip file does")
	case extension == ".csv", extension == ".bib", extension == ".ris":
		return "", fmt.Errorf("%s files cannot be checked: export md, html, docx or json", extension)
	}
	return "md", nil
}

// plainText is the UTF-8 of a text file that may have a byte order mark, of UTF-16 too. What is no UTF-8 then stays, and
// differs from any source.
func plainText(file []byte) []byte {
	if bytes.HasPrefix(file, []byte{0xFF, 0xFE}) || bytes.HasPrefix(file, []byte{0xFE, 0xFF}) {
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(file); err == nil {
			return out
		}
	}
	return bytes.TrimPrefix(file, []byte("\uFEFF"))
}

// program is the version of the program that the file names.
func (s *sheet) program() string {
	if s.version != "" {
		return s.version
	}
	for i := len(s.paragraphs) - 1; i >= 0; i-- {
		if rest, ok := strings.CutPrefix(brief.Normal(s.paragraphs[i].text), export.Made); ok {
			version, _, _ := strings.Cut(rest, ". To check")
			return strings.TrimSuffix(version, export.Sealed)
		}
	}
	return ""
}

// wasSealed reports whether the file says that it has a seal.
func (s *sheet) wasSealed() bool {
	if s.collection != nil {
		return s.collection.Generator.Features == export.JSONSealed
	}
	return slices.ContainsFunc(s.paragraphs, func(p sheetParagraph) bool {
		text := brief.Normal(p.text)
		return strings.HasPrefix(text, export.Made) && strings.Contains(text, export.Sealed+". To check")
	})
}

// quotedText is a quotation of a file, with its citation.
type quotedText struct {
	lead       string   // the outlet that stands before it; "" when none does
	candidates []string // the words, from where it most likely begins to wider ones; empty when there are no quotation marks
	citation   string   // "" when there is none
	picks      []selection
	line       seal.Line // the paragraph that it stands in
	beside     string    // what else stands in a paragraph set apart for it
}

var statementsPattern = regexp.MustCompile(`, statements? (\d{1,9})(?:(?:–|-{1,3}| to )(\d{1,9}))?(?:,|$)`)

func isCitation(text string) bool { return statementsPattern.MatchString(text) }

// quotations finds the quotations of a file: one for each mark of a note that is a citation, and paragraphs set apart
// in quotation marks that have none.
func (s *sheet) quotations(outlets []string) []quotedText {
	var all []quotedText
	for i, p := range s.paragraphs {
		notes := citations(p)
		if p.apart && len(notes) == 0 && i+1 < len(s.paragraphs) {
			if next := s.paragraphs[i+1]; !next.apart && isCitation(brief.Normal(next.text)) {
				notes = []sheetNote{{len(p.text), brief.Normal(next.text)}}
			}
		}
		from := 0
		for _, n := range notes {
			text := brief.Normal(p.text[from:n.at])
			if p.apart && from == 0 && !strings.Contains(text, "“") {
				text = brief.Normal(s.before(i) + " " + text)
			}
			q := cut(text, p.apart, outlets)
			q.citation, q.picks = n.text, p.picks
			q.line, _ = p.line()
			all = append(all, q)
			from = n.at
		}
		if rest := strings.Trim(brief.Normal(p.text[from:]), " .,;:"); p.apart && from > 0 && rest != "" {
			all[len(all)-1].beside = rest
		}
		if p.apart && len(notes) == 0 && !s.continues(i) {
			text, rest := brief.Normal(p.text), ""
			if end := strings.LastIndex(text, "”"); end >= 0 {
				text, rest = text[:end+len("”")], text[end+len("”"):]
			}
			q := cut(text, true, outlets)
			if rest = strings.Trim(rest, " .,;:"); rest != "" && q.beside == "" {
				q.beside = rest
			}
			q.line, _ = p.line()
			if q.picks = p.picks; len(q.candidates)+len(q.picks) > 0 {
				all = append(all, q)
			}
		}
	}
	return all
}

// citations is the notes of a paragraph that are citations, normalised.
func citations(p sheetParagraph) []sheetNote {
	var all []sheetNote
	for _, n := range p.notes {
		if text := brief.Normal(n.text); isCitation(text) {
			all = append(all, sheetNote{n.at, text})
		}
	}
	return all
}

// before is the paragraphs set apart, without notes, that directly precede paragraph i: a quotation that was broken up.
func (s *sheet) before(i int) string {
	var parts []string
	for i--; i >= 0 && s.paragraphs[i].apart && len(s.paragraphs[i].notes) == 0; i-- {
		parts = append([]string{s.paragraphs[i].text}, parts...)
		if strings.Contains(s.paragraphs[i].text, "“") {
			break
		}
	}
	return strings.Join(parts, " ")
}

// continues reports whether the quotation that begins in paragraph i ends in a later one.
func (s *sheet) continues(i int) bool {
	for i++; i < len(s.paragraphs) && s.paragraphs[i].apart; i++ {
		if strings.Contains(s.paragraphs[i].text, "“") {
			return false
		}
		if len(citations(s.paragraphs[i])) > 0 {
			return true
		}
	}
	return false
}

// cut finds the quotation that text, normalised, ends with. The longest of the outlets come first.
func cut(text string, apart bool, outlets []string) quotedText {
	var q quotedText
	for _, outlet := range outlets {
		if rest, ok := strings.CutPrefix(text, outlet+":"); ok && apart && outlet != "" {
			q.lead, text = outlet, strings.TrimSpace(rest)
			break
		}
	}
	body, ok := strings.CutSuffix(strings.TrimRight(text, " .,;:"), "”")
	if !ok {
		body, ok = strings.CutSuffix(text, "”")
	}
	if !ok {
		return q
	}
	if apart {
		if before, inner, ok := strings.Cut(body, "“"); ok {
			q.candidates, q.beside = []string{strings.TrimSpace(inner)}, strings.TrimSpace(before)
		}
		return q
	}
	depth := 1
	for i := len(body); i > 0; {
		r, n := utf8.DecodeLastRuneInString(body[:i])
		i -= n
		switch r {
		case '”':
			depth++
		case '“':
			if depth--; depth <= 0 && len(q.candidates) < 16 {
				q.candidates = append(q.candidates, strings.TrimSpace(body[i+n:]))
			}
		}
	}
	return q
}

// lines is the file as a seal has it.
func (s *sheet) lines() []seal.Line {
	if s.exact != nil {
		return s.exact
	}
	var all []seal.Line
	for _, p := range s.paragraphs {
		if line, ok := p.line(); ok && !p.note {
			all = append(all, line)
		}
	}
	return all
}

func (p *sheetParagraph) line() (seal.Line, bool) {
	var notes []string
	for _, n := range p.notes {
		notes = append(notes, n.text)
	}
	line, ok := seal.Of(p.level, p.text, strings.Join(notes, " "))
	if lead, rest, found := strings.Cut(line.Text, ": “"); found && line.Note != "" && strings.HasPrefix(line.Note, lead+", ") {
		line.Text = "“" + rest
	}
	return line, ok
}
