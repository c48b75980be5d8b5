package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

// Fields is what an index calls what a report is made of. A name with dots leads into an object: "meta.headline". Of an
// index of somebody else's only Text need be named; what is "-" is not there.
type Fields struct {
	Title     string `toml:"title"`
	Text      string `toml:"text"`
	Outlet    string `toml:"outlet"`
	Published string `toml:"published"`
	URL       string `toml:"url"`
	Byline    string `toml:"byline"`
	Lang      string `toml:"lang"`
	Key       string `toml:"key"` // a keyword that is another for every report, to turn pages by; "" for the document's id
}

// Ours is what an index that Init made calls things.
var Ours = Fields{Title: "title", Text: "text", Outlet: "outlet", Published: "published", URL: "url", Byline: "byline", Lang: "lang", Key: "key"}

// names is the mapping as a list, in a fixed order.
func (f *Fields) names() []*string {
	v := reflect.ValueOf(f).Elem()
	all := make([]*string, v.NumField())
	for i := range all {
		all[i] = v.Field(i).Addr().Interface().(*string)
	}
	return all
}

// orOurs fills what is not named with our names, and empties what is said not to be there.
func (f Fields) orOurs() Fields {
	ours := Ours
	for i, name := range f.names() {
		switch *name {
		case "":
			*name = *ours.names()[i]
		case "-":
			*name = ""
		}
	}
	return f
}

// ParseFields reads a mapping as it is written on the command line: "title=headline,text=body".
func ParseFields(s string) (Fields, error) {
	var f Fields
	t := reflect.TypeFor[Fields]()
	for _, pair := range strings.Split(s, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		ours, theirs, ok := strings.Cut(pair, "=")
		ours, theirs = strings.TrimSpace(ours), strings.TrimSpace(theirs)
		at := -1
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == ours {
				at = i
			}
		}
		if !ok || at < 0 || theirs == "" {
			return f, fmt.Errorf("%q is no mapping of a field: say what the index calls title, text, outlet, published, url, byline, lang or key, as text=body", pair)
		}
		*f.names()[at] = theirs
	}
	return f, nil
}

// kinds is what the index makes of the fields: by name "text", "keyword", "date" and so on; absent when it has no such field.
type kinds map[string]string

// look asks what the fields are. An index without the field of texts cannot be read.
func (a *Archive) look(ctx context.Context) error {
	ctx, cancel := a.within(ctx)
	defer cancel()
	var ask []string
	for _, name := range a.fields.names() {
		if *name != "" {
			ask = append(ask, *name, *name+".keyword")
		}
	}
	resp, err := a.client.Indices.FieldCaps(ctx, opensearchapi.IndicesFieldCapsReq{
		Indices: []string{a.index}, Params: opensearchapi.IndicesFieldCapsParams{Fields: append(ask, stemmed+".*")}})
	if err != nil {
		return a.explain(ctx, err, resp.Inspect())
	}
	a.kinds = kinds{}
	for name, caps := range resp.Fields {
		for kind := range caps {
			a.kinds[name] = kind
		}
	}
	if a.kinds[a.fields.Text] == "" {
		return fmt.Errorf("%s: has no field %q: say what it calls the text, as --archive-fields text=body", a.Name(), a.fields.Text)
	}
	return nil
}

// exact is the field that holds the same words as one thing, not cut up: the field itself, or its keyword beside it; "" when
// the index has none.
func (a *Archive) exact(name string) string {
	switch {
	case name == "":
		return ""
	case a.kinds[name] == "keyword":
		return name
	case a.kinds[name+".keyword"] == "keyword":
		return name + ".keyword"
	}
	return ""
}

// document is what the index holds of a report.
type document map[string]json.RawMessage

// value is the text of a field, which may be below others, a number, or a list of texts.
func (d document) value(name, between string) string {
	if name == "" {
		return ""
	}
	if raw, ok := d[name]; ok {
		return written(raw, between)
	}
	for at := 0; ; {
		dot := strings.IndexByte(name[at:], '.')
		if dot < 0 {
			return ""
		}
		at += dot
		if raw, ok := d[name[:at]]; ok {
			var below document
			if json.Unmarshal(raw, &below) == nil {
				return below.value(name[at+1:], between)
			}
		}
		at++
	}
}

// written is a JSON value as text; lists are joined, objects are none.
func written(raw json.RawMessage, between string) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return ""
	}
	var parts []string
	for _, one := range list {
		if s := written(one, between); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, between)
}

// momentOf is a date as an index may write it, milliseconds since 1970 included, as ISO 8601.
func momentOf(s string) string {
	if ms, err := strconv.ParseInt(s, 10, 64); err == nil && len(s) > 8 {
		return time.UnixMilli(ms).UTC().Format(time.RFC3339)
	}
	return s
}
