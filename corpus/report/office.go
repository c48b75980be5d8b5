package report

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// mostXML is how many elements deep the XML of a document may be nested.
const mostXML = 512

// documentWriter writes the text of an office document, a paragraph a line.
type documentWriter struct {
	writer
	top             Span // of the first heading, or what is marked as the title
	titled          bool // by a style of that name
	headings, items []Span
	start           int    // of the paragraph that is open; -1 outside of any
	kind            string // of that paragraph: "", "title", "heading", "item"
}

func newDocumentWriter() *documentWriter {
	return &documentWriter{writer: writer{m: &Map{}}, start: -1}
}

// begin opens a paragraph, or a line of a list or table.
func (w *documentWriter) begin(kind string) {
	w.finish()
	if kind == "item" {
		w.end(1)
	} else {
		w.end(2)
	}
	w.kind, w.start = kind, -2
}

// say writes text of the open paragraph.
func (w *documentWriter) say(s string) {
	if w.start == -2 && strings.TrimSpace(s) != "" {
		w.flush()
		if w.start = len(w.text); w.marked {
			w.start = w.opened
		}
		s = strings.TrimLeft(s, " ")
	}
	if w.start >= 0 {
		w.flow(s)
	}
}

// finish closes the open paragraph.
func (w *documentWriter) finish() {
	w.strikeEnd()
	if w.start < 0 {
		return
	}
	span := Span{w.start, len(w.text)}
	for span.End > span.Start && isBlank(w.text[span.End-1]) {
		span.End--
	}
	switch w.kind {
	case "title", "heading":
		w.headings = append(w.headings, span)
		if w.top.Len() == 0 || w.kind == "title" && !w.titled {
			w.top, w.titled = span, w.kind == "title"
		}
	case "item":
		w.items = append(w.items, span)
	}
	w.pending, w.start = "", -1
	if w.kind == "item" {
		w.end(1)
	} else {
		w.end(2)
	}
}

// draft is what was written, with what the document says of itself.
func (w *documentWriter) draft(reader string, facts Facts) ([]draft, error) {
	w.finish()
	if len(w.text) == 0 {
		return nil, errors.New("a document without text")
	}
	if w.top.Len() > 0 { // what a document shows as its title wins over its properties, which are often of a template
		facts.Title = Fact{}
	}
	return []draft{{extract: extract{text: string(w.text), reader: reader, title: w.top, headings: w.headings, items: w.items, struck: w.struck}, facts: facts}}, nil
}

// member is a file in a document, no longer than files may be.
func (in *input) member(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("has no %s", name)
	}
	defer f.Close()
	limit := in.limits.Bytes * 4 // the markup of a document is longer than its text
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch all := in.spent.add(len(data)); {
	case int64(len(data)) > limit || all > in.limits.Unpack:
		return nil, fmt.Errorf("unpacks to more than the limit of %s", Size(min(limit, in.limits.Unpack)))
	case err != nil:
		return nil, fmt.Errorf("cannot be unpacked: %w", err)
	}
	return data, nil
}

// walkXML calls open and shut for each element and text for what is between them. Entities that a file declares are not
// read, so nothing grows and nothing is fetched.
func walkXML(data []byte, open func(xml.StartElement), text func(string), shut func(xml.Name)) error {
	d := xml.NewDecoder(strings.NewReader(strings.ToValidUTF8(string(data), "\uFFFD")))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("its XML is damaged: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > mostXML {
				return errors.New("its XML is nested too deeply")
			}
			open(t)
		case xml.EndElement:
			depth--
			shut(t.Name)
		case xml.CharData:
			text(string(t))
		}
	}
}

// properties is the texts of a properties file, by the names of their elements, or for those called meta by their property.
func properties(data []byte) map[string]string {
	found := map[string]string{}
	name := ""
	_ = walkXML(data, func(e xml.StartElement) {
		if name = e.Name.Local; name == "meta" && value(e, "property") != "" {
			name = value(e, "property")
		}
	}, func(s string) {
		if s = strings.TrimSpace(s); s != "" && name != "" && found[name] == "" {
			found[name] = s
		}
	}, func(xml.Name) { name = "" })
	return found
}

// value is an attribute by its local name.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
