package seal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A brief as Web Annotations is sealed as data: every value of it stands in a line, whatever the order of its keys, its
// blanks and its escapes. What people read of it has the lines that the other formats have.

// JSONKey is the key of the seal in a collection of annotations, and JSONValue that of its text in the object there.
const (
	JSONKey   = "schema:identifier"
	JSONValue = "schema:value"
)

// OfJSON is the lines of a collection of Web Annotations without its seal, and the seal's text, "" when it has none. A key
// that an object has twice is an error: what one program reads of it is not what another does.
func OfJSON(data []byte) (lines []Line, text string, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := value(d, 0)
	if err != nil {
		return nil, "", err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, "", errors.New("something stands behind its end")
	}
	all, ok := v.(map[string]any)
	if !ok {
		return nil, "", errors.New("it is no collection of annotations")
	}
	if o, ok := all[JSONKey].(map[string]any); ok {
		if s, ok := o[JSONValue].(string); ok && strings.HasPrefix(s, Mark+":") {
			text = s
			delete(o, JSONValue)
		}
	}
	l := &annotations{}
	first, _ := take[map[string]any](all, "first")
	items, _ := take[[]any](first, "items")
	sources, _ := take[[]any](all, "dcterms:source")
	l.add("", "collection: "+compact(all))
	l.add("", "page: "+compact(first))
	for _, item := range items {
		l.annotation(item)
	}
	for _, s := range sources {
		l.add("", "source: "+compact(s))
	}
	return l.lines, text, nil
}

// maxDepth bounds how deep values may lie in each other.
const maxDepth = 64

// value reads one value, refusing a key that comes twice.
func value(d *json.Decoder, depth int) (any, error) {
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	delim, ok := t.(json.Delim)
	if !ok {
		return t, nil
	}
	if depth > maxDepth {
		return nil, fmt.Errorf("more than %d values lie in each other", maxDepth)
	}
	var list []any
	object := make(map[string]any)
	for d.More() {
		key := ""
		if delim == '{' {
			t, err := d.Token()
			if err != nil {
				return nil, err
			}
			key = t.(string) // the decoder refuses others
			if _, twice := object[key]; twice {
				return nil, fmt.Errorf("the key %q stands twice in one object", key)
			}
		}
		v, err := value(d, depth+1)
		if err != nil {
			return nil, err
		}
		object[key], list = v, append(list, v)
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	if delim == '{' {
		return object, nil
	}
	return list, nil
}

// take takes the value of a key out of an object; not ok, and left there, when it is of another type.
func take[T any](o map[string]any, key string) (v T, ok bool) {
	if v, ok = o[key].(T); ok {
		delete(o, key)
	}
	return v, ok
}

// compact is a value as JSON, keys in order; "" for nothing.
func compact(v any) string {
	if o, ok := v.(map[string]any); ok && len(o) == 0 {
		return ""
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // it was read from JSON
	}
	return strings.TrimSpace(b.String())
}

// annotations gathers lines. They are kept exactly: what a program reads of a blank or of an accent is not what a person
// does.
type annotations struct{ lines []Line }

func (l *annotations) add(note, text string) { l.lines = append(l.lines, Line{Text: text, Note: note}) }

func (l *annotations) annotation(item any) {
	a, ok := item.(map[string]any)
	if !ok {
		l.add("", "data: "+compact(item))
		return
	}
	a = maps.Clone(a)
	motivation, _ := a["motivation"].(string)
	if target, ok := a["target"].(string); ok && motivation == "assessing" {
		delete(a, "target")
		l.add("", "silence: of "+target+", "+compact(a))
		return
	}
	bodies, _ := take[[]any](a, "body")
	targets, _ := take[[]any](a, "target")
	l.add("", "data: "+compact(a))
	for _, b := range bodies {
		l.body(motivation, b)
	}
	for _, t := range targets {
		l.add("", "selected words: "+compact(t))
	}
}

// body is a line of what is said in an annotation.
func (l *annotations) body(motivation string, body any) {
	b, ok := body.(map[string]any)
	if !ok {
		l.add("", "data: "+compact(body))
		return
	}
	b = maps.Clone(b)
	purpose, _ := take[string](b, "purpose")
	text, _ := take[string](b, "value")
	for key, usual := range map[string]string{"type": "TextualBody", "format": "text/plain"} {
		if b[key] == usual {
			delete(b, key)
		}
	}
	said := purpose
	switch {
	case purpose == "describing" && motivation == "highlighting":
		const dash = "” — "
		if i := strings.LastIndex(text, dash); i >= 0 {
			l.add(text[i+len(dash):], text[:i]+"”")
			text = ""
		}
		said = "data"
	case purpose == "classifying" && motivation == "highlighting":
		said = "data: of"
	case purpose == "classifying":
		said = "heading"
	case purpose == "describing":
		said = "text"
	case purpose == "commenting":
		said = "note"
	case purpose == "tagging":
		said = "tag"
	}
	if rest := compact(b); text != "" || rest != "" {
		l.add("", strings.TrimSpace(said+": "+text+" "+rest))
	}
}

// jsonKinds are the kinds of lines by what they begin with.
var jsonKinds = map[string]What{
	"silence": Silence, "source": Source, "selected words": Selection, "data": Data, "collection": Data, "page": Data,
	"heading": Heading, "text": Paragraph, "note": Note, "tag": Tags,
}

// Fields is what differs between two lines of JSON, value by value, as "key: was became now"; nil when they are no JSON
// of one kind.
func Fields(was, now Line) []string {
	a, b := fields(was.Text), fields(now.Text)
	if a == nil || b == nil {
		return nil
	}
	var all []string
	for _, key := range slices.Sorted(maps.Keys(a)) {
		switch after, ok := b[key]; {
		case !ok:
			all = append(all, fmt.Sprintf("%s: %s is gone", key, a[key]))
		case after != a[key]:
			all = append(all, fmt.Sprintf("%s: %s became %s", key, a[key], after))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(b)) {
		if _, ok := a[key]; !ok {
			all = append(all, fmt.Sprintf("%s: %s is new", key, b[key]))
		}
	}
	return all
}

// fields is the values of a line of JSON by their keys.
func fields(text string) map[string]string {
	i := strings.Index(text, "{")
	if i < 0 {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(text[i:]))
	d.UseNumber()
	v, err := value(d, 0)
	if err != nil {
		return nil
	}
	all := map[string]string{"": text[:i]}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, one := range v {
				walk(strings.TrimPrefix(path+"."+key, "."), one)
			}
		case []any:
			for i, one := range v {
				walk(fmt.Sprintf("%s[%d]", path, i), one)
			}
		default:
			all[path] = compact(v)
		}
	}
	walk("", v)
	return all
}

// Cited is the line of a source as the other formats have it, when the line is a source of a collection of annotations;
// else "".
func Cited(l Line) string {
	text, ok := strings.CutPrefix(l.Text, "source: ")
	if !ok {
		return ""
	}
	var source struct {
		Citation string `json:"schema:citation"`
	}
	if json.Unmarshal([]byte(text), &source) != nil {
		return ""
	}
	return source.Citation
}
