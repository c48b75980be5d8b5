package verify

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A docx file that another program has saved again has its text in other runs, other ids for notes and styles, and other
// parts around it. What is read is only this: paragraphs (w:p), the text of their runs (w:t, tabs, breaks, hyphens),
// marks of footnotes and endnotes, and the name of the paragraph's style. Text that is deleted but still recorded, or
// hidden, is not on the page and is passed over, and so is the older of two drawings of one thing.

// maxPart is how many bytes a part of a docx file may have when unpacked.
const maxPart = 64 << 20

func readDocx(file []byte) (*sheet, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	styles, err := quotationStyles(z)
	if err != nil {
		return nil, err
	}
	notes := make(map[string]string)
	for _, kind := range []string{"footnote", "endnote"} {
		data, err := part(z, "word/"+kind+"s.xml")
		if err != nil {
			return nil, err
		}
		r := &wordReader{notes: notes, kind: kind}
		if err := r.read(data); err != nil {
			return nil, fmt.Errorf("word/%ss.xml: %w", kind, err)
		}
	}
	data, err := part(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if data == nil {
		return nil, errors.New("it has no word/document.xml")
	}
	r := &wordReader{notes: notes, styles: styles}
	if err := r.read(data); err != nil {
		return nil, fmt.Errorf("word/document.xml: %w", err)
	}
	return &r.sheet, nil
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

// quotationStyles is the ids of the paragraph styles whose name says that they set quotations apart.
func quotationStyles(z *zip.Reader) (map[string]bool, error) {
	data, err := part(z, "word/styles.xml")
	if err != nil || data == nil {
		return nil, err
	}
	var styles struct {
		Style []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if err := xml.Unmarshal(data, &styles); err != nil {
		return nil, fmt.Errorf("word/styles.xml: %w", err)
	}
	ids := make(map[string]bool)
	for _, s := range styles.Style {
		if strings.Contains(strings.ToLower(s.Name.Val+" "+s.ID), "quot") {
			ids[s.ID] = true
		}
	}
	return ids, nil
}

// wordReader reads the paragraphs of a part.
type wordReader struct {
	sheet  sheet
	styles map[string]bool
	notes  map[string]string // by kind and id
	kind   string            // "footnote" or "endnote" while those are read, "" in the text
	id     string            // of the note
	open   []wordParagraph   // a paragraph may hold a text box with paragraphs of its own
}

type wordParagraph struct {
	sheetParagraph
	words []byte
}

// skipped are the elements with text that is not on the page.
var skipped = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true}

func (r *wordReader) read(data []byte) error {
	if data == nil {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	hidden, inText := false, false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if skipped[t.Name.Local] {
				if err := d.Skip(); err != nil {
					return err
				}
				continue
			}
			switch t.Name.Local {
			case "r":
				hidden = false
			case "vanish":
				hidden = value(t, "val") != "0" && value(t, "val") != "false"
			case "t":
				inText = !hidden
			default:
				r.start(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				inText = false
			case "p":
				r.end()
			}
		case xml.CharData:
			if inText {
				r.write(string(t))
			}
		}
	}
}

func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// start reads an element that is no run and no text.
func (r *wordReader) start(t xml.StartElement) {
	switch name := t.Name.Local; name {
	case "p":
		r.open = append(r.open, wordParagraph{})
	case "pStyle":
		if n := len(r.open); n > 0 {
			r.open[n-1].apart = r.styles[value(t, "val")]
		}
	case "tab", "br", "cr":
		r.write(" ")
	case "noBreakHyphen":
		r.write("-")
	case "softHyphen":
		r.write("\u00AD")
	case "sym":
		r.write("\uFFFD") // a character of a font of signs: nobody can say which
	case "footnote", "endnote":
		r.id = value(t, "id")
	case "footnoteReference", "endnoteReference":
		if n := len(r.open); n > 0 {
			p := &r.open[n-1]
			text := r.notes[strings.TrimSuffix(name, "Reference")+value(t, "id")]
			p.notes = append(p.notes, sheetNote{len(p.words), text})
		}
	}
}

func (r *wordReader) write(s string) {
	if n := len(r.open); n > 0 {
		r.open[n-1].words = append(r.open[n-1].words, s...)
	}
}

// end ends the innermost paragraph.
func (r *wordReader) end() {
	n := len(r.open)
	if n == 0 {
		return
	}
	p := &r.open[n-1]
	p.text = string(p.words)
	if r.kind != "" {
		r.notes[r.kind+r.id] += p.text + " "
	} else if strings.TrimSpace(p.text) != "" {
		r.sheet.paragraphs = append(r.sheet.paragraphs, p.sheetParagraph)
	}
	r.open = r.open[:n-1]
}
