package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/seal"
)

// A brief as Web Annotations (W3C Recommendation, 23 February 2017: Web Annotation Data Model): one collection with one
// page. A quotation is an annotation with one target for each run of the source's words, in order, so that omissions
// and additions lie between targets; each target has a TextQuoteSelector and a TextPositionSelector, both over the
// report's text, counting Unicode code points. Its bodies are the quotation as it is printed, with its citation
// (describing), the claim or passage it belongs to (classifying), notes (commenting) and tags (tagging). A silence is
// an annotation of the whole source (assessing). The reader's headings and texts are annotations of the collection.
// All terms are of the annotation context or of the vocabularies that it names.

type annotationCollection struct {
	Context   string             `json:"@context"`
	ID        string             `json:"id"`
	Type      string             `json:"type"`
	Label     string             `json:"label"`
	Creator   *annotationAgent   `json:"creator,omitempty"`
	Modified  string             `json:"modified,omitempty"`
	Total     int                `json:"total"`
	First     annotationPage     `json:"first"`
	Sources   []annotationSource `json:"dcterms:source"`
	Generator annotationAgent    `json:"generator"`
	Seal      *annotationSeal    `json:"schema:identifier,omitempty"`
}

// JSONSealed says of a collection of annotations that it has a seal, so that it is missed when somebody takes it out.
const JSONSealed = "sealed"

// annotationSeal is the seal as a property of the collection.
type annotationSeal struct {
	Type  string `json:"type"`
	Name  string `json:"schema:propertyID"`
	Value string `json:"schema:value,omitempty"`
}

type annotationPage struct {
	ID    string       `json:"id"`
	Type  string       `json:"type"`
	Start int          `json:"startIndex"`
	Items []annotation `json:"items"`
}

type annotationAgent struct {
	Type     string `json:"type"`
	Name     string `json:"name"`
	Version  string `json:"schema:softwareVersion,omitempty"`
	Features string `json:"schema:featureList,omitempty"` // Sealed, so that the seal is missed
}

type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Body       []annotationBody `json:"body"`
	Target     any              `json:"target"` // an address or targets
}

type annotationBody struct {
	Type    string           `json:"type"`
	Purpose string           `json:"purpose"`
	Format  string           `json:"format"`
	Value   string           `json:"value"`
	Creator *annotationAgent `json:"creator,omitempty"`
	Created string           `json:"created,omitempty"`
}

type annotationTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// annotationSource is a source in the words of schema.org.
type annotationSource struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Position  int    `json:"schema:position"`
	Citation  string `json:"schema:citation"` // the line that the other formats have
	Publisher string `json:"schema:publisher"`
	Headline  string `json:"schema:headline"`
	Published string `json:"schema:datePublished"`
	URL       string `json:"schema:url,omitempty"`
	Byline    string `json:"schema:author,omitempty"`
	Note      string `json:"schema:description,omitempty"`
	File      string `json:"schema:name,omitempty"`
	Reader    string `json:"schema:encodingFormat,omitempty"`
	SHA256    string `json:"schema:sha256"`
}

func printJSON(w io.Writer, d *brief.Document, o Options) error {
	a := &annotator{d: d, id: nameUUID("brief", titleOf(d), d.Made.UTC().Format(time.RFC3339Nano))}
	for _, it := range d.Items {
		a.item(it)
	}
	c := annotationCollection{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: a.id, Type: "AnnotationCollection", Label: titleOf(d),
		Modified: stamp(d.Made), Total: len(a.items),
		First:     annotationPage{ID: nameUUID(a.id, "page"), Type: "AnnotationPage", Items: a.items},
		Sources:   annotationSources(d),
		Generator: annotationAgent{Type: "Software", Name: "parallax", Version: version(d)},
	}
	if d.Coder != "" {
		c.Creator = &annotationAgent{Type: "Person", Name: d.Coder}
	}
	if c.First.Items == nil {
		c.First.Items = []annotation{}
	}
	if !o.Unsealed {
		c.Generator.Features = JSONSealed
		c.Seal = &annotationSeal{Type: "schema:PropertyValue", Name: seal.Mark}
	}
	data, err := indented(c)
	if err == nil && c.Seal != nil {
		var lines []seal.Line
		if lines, _, err = seal.OfJSON(data); err == nil {
			c.Seal.Value = seal.New(lines).Text()
			data, err = indented(c)
		}
	}
	if err != nil {
		return err
	}
	_, err = w.Write(safe.JSON(data, false, "exact", "prefix", "suffix")) // the selectors' words, which are searched for
	return err
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

func annotationSources(d *brief.Document) []annotationSource {
	all := []annotationSource{}
	_, end := blocks(d, Options{Unsealed: true})
	for _, b := range end {
		if b.kind != blockSource {
			continue
		}
		s := &d.Sources[len(all)]
		published := s.Published.ISO()
		if published == "" {
			published = "undated"
		}
		line := b.lead + ": " + b.text
		if b.url != "" {
			line += ", " + b.url
		}
		all = append(all, annotationSource{
			ID: TextID(s), Type: "Text", Position: len(all) + 1, Citation: line, Publisher: s.Outlet, Headline: plainTitle(s),
			Published: published, URL: s.URL, Byline: s.Byline, Note: s.Note, File: s.File, Reader: s.Reader,
			SHA256: hex.EncodeToString(s.FileHash[:]),
		})
	}
	return all
}

// annotator makes the annotations of a brief.
type annotator struct {
	d                *brief.Document
	id               string // of the collection
	items            []annotation
	claims, passages int
}

// AnnotationID is the id of the n-th annotation, from 0, of the collection of that id.
func AnnotationID(collection string, n int) string { return nameUUID(collection, fmt.Sprint(n)) }

func (a *annotator) add(motivation string, target any, bodies ...annotationBody) {
	id := AnnotationID(a.id, len(a.items))
	a.items = append(a.items, annotation{ID: id, Type: "Annotation", Motivation: motivation, Body: bodies, Target: target})
}

func textBody(purpose, value string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: purpose, Format: "text/plain", Value: value}
}

func (a *annotator) item(it brief.Item) {
	switch {
	case it.Heading != nil:
		a.add("classifying", a.id, textBody("classifying", it.Heading.Text))
	case it.Text != nil:
		a.add("describing", a.id, textBody("describing", it.Text.Text))
	case it.Passage != nil:
		a.passages++
		a.quotation(it.Passage, fmt.Sprintf("passage %d", a.passages), "", nil, nil)
	case it.Claim != nil:
		a.claims++
		name := fmt.Sprintf("claim %d", a.claims)
		if n := len(it.Claim.Absent); n > 0 {
			a.add("describing", a.id, textBody("describing", name+": "+brief.NoReport+": "+brief.Listed(it.Claim.Absent)))
		}
		for i, p := range it.Passages() {
			if i == 0 {
				a.quotation(p, name, it.Claim.Name, it.Claim.Notes, it.Claim.Tags) // what is said of the claim is said of its lead
				continue
			}
			a.quotation(p, name, "", nil, nil)
		}
		for _, s := range it.Claim.Silences {
			for _, i := range s.Sources {
				a.add("assessing", SourceIRI(&a.d.Sources[i]), textBody("assessing", s.String()), textBody("classifying", name))
			}
		}
	}
}

func (a *annotator) quotation(p *brief.Passage, item, name string, notes []brief.Note, tags []string) {
	s := &a.d.Sources[p.Source]
	cited := fmt.Sprintf("“%s” — %s, source %d", brief.Inner(brief.Quotation(s, p)), brief.Citation(s, p), p.Source+1)
	bodies := []annotationBody{textBody("describing", cited), textBody("classifying", item)}
	if name != "" {
		bodies = append(bodies, textBody("identifying", name))
	}
	for _, n := range append(append([]brief.Note(nil), notes...), p.Notes...) {
		b := textBody("commenting", n.Text)
		b.Created = stamp(n.Time)
		if n.By != "" {
			b.Creator = &annotationAgent{Type: "Person", Name: n.By}
		}
		bodies = append(bodies, b)
	}
	for _, t := range append(append([]string(nil), tags...), p.Tags...) {
		bodies = append(bodies, textBody("tagging", t))
	}
	a.add("highlighting", targets(s, p), bodies...)
}

// targets are the runs of the source's words that a passage quotes.
func targets(s *brief.Source, p *brief.Passage) []annotationTarget {
	all := []annotationTarget{}
	parts := brief.Signed(s, p)
	spans := brief.Locate(s.Text, p.Span, parts)
	alone := len(parts) == 1
	for i, part := range parts {
		if part.Kind != brief.Words {
			continue
		}
		q := quoteSelector{Type: "TextQuoteSelector", Exact: part.Text, Prefix: p.Prefix, Suffix: p.Suffix}
		t := annotationTarget{Type: "SpecificResource", Source: SourceIRI(s)}
		switch span := spans[i]; {
		case span.Len() > 0:
			if !alone {
				q.Prefix, q.Suffix = brief.Before(s.Text, span.Start, brief.ShownRunes), brief.After(s.Text, span.End, brief.ShownRunes)
			}
			t.Selector = []any{q, positionOf(s.Text, span)}
		default:
			t.Selector = []any{q}
		}
		all = append(all, t)
	}
	return all
}

func positionOf(text string, span report.Span) positionSelector {
	start := utf8.RuneCountInString(text[:span.Start])
	return positionSelector{
		Type: "TextPositionSelector", Start: start, End: start + utf8.RuneCountInString(text[span.Start:span.End]),
	}
}

// SourceIRI is where the source is published; the name of its text where that is not known.
func SourceIRI(s *brief.Source) string {
	if linkable(s.URL) {
		return s.URL
	}
	return TextID(s)
}

// TextID names the text that the selectors count in, by its SHA-256 (RFC 6920).
func TextID(s *brief.Source) string {
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(s.TextHash[:])
}

// nameUUID is a UUID (RFC 9562, version 8) made of what it names, so that it is the same for the same brief.
func nameUUID(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	h[6], h[8] = h[6]&0x0F|0x80, h[8]&0x3F|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
