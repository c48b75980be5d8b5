package verify

import (
	"encoding/json"
	"errors"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/safe"
	"parallax/corpus/seal"
)

// selection is what a target of an annotation selects.
type selection struct {
	source         string // its address
	exact          string
	prefix, suffix string
	start, end     int // characters of the report's text; -1 when there is no TextPositionSelector
}

// collection is what is read of a collection of annotations.
type collection struct {
	ID    string
	Total *int
	First struct {
		Items []json.RawMessage `json:"items"`
	} `json:"first"`
	Sources   []jsonSource `json:"dcterms:source"`
	Generator struct {
		Version  string `json:"schema:softwareVersion"`
		Features string `json:"schema:featureList"`
	} `json:"generator"`
}

// jsonSource is a source, as a line and value by value.
type jsonSource struct {
	ID        string `json:"id"`
	Citation  string `json:"schema:citation"`
	Publisher string `json:"schema:publisher"`
	URL       string `json:"schema:url"`
	Published string `json:"schema:datePublished"`
	Headline  string `json:"schema:headline"`
	File      string `json:"schema:name"`
	SHA256    string `json:"schema:sha256"`
}

// readJSON reads a collection of Web Annotations: the quotations as they are printed (bodies that describe), what the
// selectors select, and the list of sources.
func readJSON(file []byte) (*sheet, error) {
	file, err := safe.ExactJSON(plainText(file))
	if err != nil {
		return nil, err
	}
	var c collection
	if err := json.Unmarshal(file, &c); err != nil {
		return nil, err
	}
	if c.First.Items == nil {
		return nil, errors.New("it is no collection of annotations")
	}
	s := &sheet{version: brief.Normal(c.Generator.Version)}
	if s.exact, s.sealText, err = seal.OfJSON(file); err != nil {
		return nil, err
	}
	s.collection = &c
	for _, raw := range c.First.Items {
		if p, ok := readAnnotation(raw); ok {
			s.paragraphs = append(s.paragraphs, p)
		}
	}
	for _, source := range c.Sources {
		s.paragraphs = append(s.paragraphs, sheetParagraph{text: source.Citation})
	}
	return s, nil
}

// readAnnotation is the quotation that an annotation is about; not ok when it is about none.
func readAnnotation(raw json.RawMessage) (p sheetParagraph, ok bool) {
	var a struct {
		Motivation string
		Body       json.RawMessage `json:"body"`
		Target     json.RawMessage `json:"target"`
	}
	if json.Unmarshal(raw, &a) != nil {
		return p, false
	}
	p.apart = true
	for _, t := range several(a.Target) {
		p.picks = append(p.picks, readTarget(t)...)
	}
	for _, raw := range several(a.Body) {
		var b struct{ Purpose, Value string }
		if json.Unmarshal(raw, &b) != nil || b.Purpose != "describing" || p.text != "" {
			continue
		}
		words, cited, ok := citedLine(b.Value)
		if ok {
			p.text, p.notes = words, []sheetNote{{len(words), cited}}
		} else if a.Motivation == "highlighting" {
			p.text = b.Value // without a citation
		}
	}
	return p, p.text != "" || len(p.picks) > 0
}

// several is the elements of an array, or the one value that stands in its place.
func several(raw json.RawMessage) []json.RawMessage {
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) == nil {
		return all
	}
	return []json.RawMessage{raw}
}

// citedLine parts a quotation from its citation, at the last dash that a citation follows.
func citedLine(line string) (words, cited string, ok bool) {
	const dash = "” — "
	for end := len(line); ; {
		i := strings.LastIndex(line[:end], dash)
		if i < 0 {
			return "", "", false
		}
		if rest := line[i+len(dash):]; isCitation(brief.Normal(rest)) {
			return line[:i+len("”")], rest, true
		}
		end = i
	}
}

func readTarget(raw json.RawMessage) []selection {
	var t struct {
		Source   string          `json:"source"`
		Selector json.RawMessage `json:"selector"`
	}
	if json.Unmarshal(raw, &t) != nil || t.Selector == nil {
		return nil
	}
	s := selection{source: t.Source, start: -1, end: -1}
	quoted := false
	for _, raw := range several(t.Selector) {
		var one struct {
			Type                  string
			Exact, Prefix, Suffix string
			Start, End            *int
		}
		if json.Unmarshal(raw, &one) != nil {
			continue
		}
		switch one.Type {
		case "TextQuoteSelector":
			s.exact, s.prefix, s.suffix, quoted = one.Exact, one.Prefix, one.Suffix, true
		case "TextPositionSelector":
			if one.Start != nil && one.End != nil {
				s.start, s.end = *one.Start, *one.End
			}
		}
	}
	if !quoted {
		return nil
	}
	return []selection{s}
}
