package verify

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/seal"
)

// A docx file that another program has saved again has its text in other runs, other ids for notes and styles, and other
// parts around it. What is read is only this: paragraphs (w:p), the text of their runs (w:t, tabs, breaks, hyphens),
// marks of footnotes and endnotes, and the name of the paragraph's style. Text that a reader does not see on the page,
// because it is deleted but still recorded, hidden, struck out, or in a colour or size that nobody reads, is passed over
// and told; so is the older of two drawings of one thing.

// maxPart is how many bytes a part of a docx file may have when unpacked.
const maxPart = 64 << 20

func readDocx(file []byte) (*sheet, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	w := &wordFile{zip: z, notes: make(map[string]string), used: make(map[string]bool), said: make(map[string]bool)}
	for _, read := range []func() error{w.readStyles, w.readNotes, w.readText, w.readBeside, w.readSeal} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return &w.sheet, nil
}

// wordFile is a docx file that is being read.
type wordFile struct {
	zip    *zip.Reader
	sheet  sheet
	styles styles
	notes  map[string]string // by kind and id
	used   map[string]bool   // those that a mark leads to
	said   map[string]bool
}

// tell notes, once, that something is shown otherwise than it is written.
func (w *wordFile) tell(wrong bool, why string) {
	w.note(Change{Kind: Shown, What: "look", Why: brief.Normal(why), Wrong: wrong})
}

func (w *wordFile) note(c Change) {
	if key := fmt.Sprint(c.Kind, c.What, c.Now, c.Why); !w.said[key] {
		w.said[key] = true
		w.sheet.looks = append(w.sheet.looks, c)
	}
}

// part is the bytes of a part of the file, nil when there is none.
func part(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer in.Close()
		data, err := io.ReadAll(io.LimitReader(in, maxPart+1))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(data) > maxPart {
			return nil, fmt.Errorf("%s is over the limit of %d MiB", name, maxPart>>20)
		}
		return data, nil
	}
	return nil, nil
}

func (w *wordFile) readStyles() error {
	data, err := part(w.zip, "word/styles.xml")
	if err == nil {
		w.styles, err = readStyles(data)
	}
	if err != nil {
		return fmt.Errorf("word/styles.xml: %w", err)
	}
	return nil
}

// reader is a reader of one part; kind is "footnote" or "endnote" for those, "" for the text.
func (w *wordFile) reader(name, kind string) (*wordReader, []byte, error) {
	data, err := part(w.zip, name)
	if err != nil {
		return nil, nil, err
	}
	targets, err := targetsOf(w.zip, name)
	if err != nil {
		return nil, nil, err
	}
	return &wordReader{wordFile: w, kind: kind, targets: targets}, data, nil
}

func (w *wordFile) readNotes() error {
	for _, kind := range []string{"footnote", "endnote"} {
		name := "word/" + kind + "s.xml"
		r, data, err := w.reader(name, kind)
		if err != nil {
			return err
		}
		if err := r.read(data); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (w *wordFile) readText() error {
	r, data, err := w.reader("word/document.xml", "")
	if err != nil {
		return err
	}
	if data == nil {
		return errors.New("it has no word/document.xml")
	}
	if err := r.read(data); err != nil {
		return fmt.Errorf("word/document.xml: %w", err)
	}
	w.sheet.paragraphs = r.paragraphs
	for _, key := range slices.Sorted(maps.Keys(w.notes)) {
		if words := brief.Normal(w.notes[key]); words != "" && !w.used[key] {
			w.note(Change{Kind: Shown, What: "footnote", Why: "nothing in the text leads to a footnote, so that nobody sees it: “" + short(words) + "”"})
		}
	}
	return nil
}

var besidePattern = regexp.MustCompile(`^word/(header|footer|comment)s?\d*\.xml$`)

// readBeside reads what stands beside the text: headers, footers and comments, of which an export has the number of the
// page only; and what can show other letters than are written.
func (w *wordFile) readBeside() error {
	for _, f := range w.zip.File {
		if m := besidePattern.FindStringSubmatch(f.Name); m != nil {
			r, data, err := w.reader(f.Name, "")
			if err != nil {
				return err
			}
			if err := r.read(data); err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
			for _, p := range r.paragraphs {
				if words := brief.Normal(p.text); strings.ContainsFunc(words, unicode.IsLetter) {
					w.note(Change{Kind: Added, What: m[1], Now: words})
				}
			}
		}
	}
	if data, err := part(w.zip, "word/fontTable.xml"); err != nil {
		return err
	} else if bytes.Contains(data, []byte("embedRegular")) {
		w.tell(true, "a font in the file can show other letters than are written")
	}
	data, err := part(w.zip, "word/numbering.xml")
	if err != nil {
		return err
	}
	for _, m := range numberingPattern.FindAllSubmatch(data, -1) {
		if words := strings.TrimFunc(string(m[1]), func(r rune) bool { return !unicode.IsLetter(r) }); len([]rune(words)) > 1 {
			w.tell(true, "a numbering can put words before paragraphs: “"+words+"”")
		}
	}
	return nil
}

var numberingPattern = regexp.MustCompile(`<w:lvlText\s[^>]*w:val="([^"]*)"`)

// readSeal looks for the seal among the parts that programs keep for others.
func (w *wordFile) readSeal() error {
	for _, f := range w.zip.File {
		if !strings.HasPrefix(f.Name, "customXml/item") || path.Ext(f.Name) != ".xml" {
			continue
		}
		data, err := part(w.zip, f.Name)
		if err != nil {
			return err
		}
		var s struct {
			XMLName xml.Name
			Text    string `xml:",chardata"`
		}
		if xml.Unmarshal(data, &s) == nil && s.XMLName.Space == export.SealNamespace && strings.Contains(s.Text, seal.Mark) {
			w.sheet.sealText = s.Text
			return nil
		}
	}
	return nil
}

// targetsOf is where the links of a part lead, by id.
func targetsOf(z *zip.Reader, name string) (map[string]string, error) {
	data, err := part(z, path.Dir(name)+"/_rels/"+path.Base(name)+".rels")
	if err != nil || data == nil {
		return nil, err
	}
	var all struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("the links of %s: %w", name, err)
	}
	targets := make(map[string]string)
	for _, r := range all.Relationship {
		targets[r.ID] = r.Target
	}
	return targets, nil
}

// harmlessFields are fields that show a number or what they were made from.
var harmlessFields = []string{"PAGE", "NUMPAGES", "REF", "PAGEREF", "NOTEREF", "TOC", "SEQ", "XE", "TC", "STYLEREF"}

// field tells of a field of Word by its instruction, and returns where it leads when it is a link.
func (w *wordFile) field(instruction string) (target string) {
	words := strings.Fields(instruction)
	switch {
	case len(words) == 0 || slices.Contains(harmlessFields, strings.ToUpper(words[0])):
	case strings.EqualFold(words[0], "HYPERLINK"):
		if len(words) > 1 && strings.HasPrefix(words[1], `"`) {
			return strings.Trim(words[1], `"`)
		}
	default:
		w.tell(true, "a field can show other words when the file is opened: "+short(squeezed(instruction)))
	}
	return ""
}
