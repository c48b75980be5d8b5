package report

import (
	"encoding/json"
	"fmt"
	"strings"
)

// jsonReference is an entry as CSL-JSON (Citation Style Language 1.0.2) has it, and as Zotero has it in its own JSON and in
// that of Better BibTeX, which name the files.
type jsonReference struct {
	ID           any              `json:"id"`
	CitationKey  string           `json:"citationKey"`
	Key          string           `json:"key"`
	ItemType     string           `json:"itemType"`
	Title        string           `json:"title"`
	Container    string           `json:"container-title"`
	Publisher    string           `json:"publisher"`
	Publication  string           `json:"publicationTitle"`
	Website      string           `json:"websiteTitle"`
	Blog         string           `json:"blogTitle"`
	CSLAuthors   []jsonName       `json:"author"`
	Creators     []jsonName       `json:"creators"`
	Issued       *jsonIssued      `json:"issued"`
	Date         string           `json:"date"`
	URL          string           `json:"URL"`
	ZoteroURL    string           `json:"url"`
	Language     string           `json:"language"`
	Abstract     string           `json:"abstract"`
	AbstractNote string           `json:"abstractNote"`
	File         string           `json:"file"`
	Attachments  []jsonAttachment `json:"attachments"`
	Data         *jsonReference   `json:"data"`
}

type jsonName struct {
	Literal  string `json:"literal"`
	Name     string `json:"name"`
	Family   string `json:"family"`
	Given    string `json:"given"`
	Particle string `json:"non-dropping-particle"`
	Dropping string `json:"dropping-particle"`
	Suffix   string `json:"suffix"`
	First    string `json:"firstName"`
	Last     string `json:"lastName"`
	Kind     string `json:"creatorType"`
}

type jsonIssued struct {
	Parts   [][]any `json:"date-parts"`
	Raw     string  `json:"raw"`
	Literal string  `json:"literal"`
}

type jsonAttachment struct {
	Path  string `json:"path"`
	Local string `json:"localPath"`
}

// parseCSL reads a list, or an object that has one as its "items".
func parseCSL(text string) (list []Reference, err error) {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF"))
	var items []json.RawMessage
	if strings.HasPrefix(text, "{") {
		var whole struct {
			Items []json.RawMessage `json:"items"`
		}
		err = json.Unmarshal([]byte(text), &whole)
		items = whole.Items
	} else {
		err = json.Unmarshal([]byte(text), &items)
	}
	if err != nil {
		return nil, at([]byte(text), err)
	}
	var wrong []string
	for i, raw := range items {
		var item jsonReference
		if err := json.Unmarshal(raw, &item); err != nil {
			wrong = append(wrong, fmt.Sprintf("entry %d: %v", i+1, readable(err)))
			continue
		}
		if item.Data != nil {
			item = *item.Data
		}
		if item.ItemType == "attachment" || item.ItemType == "note" {
			continue
		}
		list = append(list, item.reference())
	}
	if len(wrong) > 0 {
		err = fmt.Errorf("%s", strings.Join(wrong, "; "))
	}
	return list, err
}

func (j *jsonReference) reference() (r Reference) {
	var names []string
	for _, n := range append(j.CSLAuthors, j.Creators...) {
		if n.Kind == "" || n.Kind == "author" {
			names = append(names, n.inOrder())
		}
	}
	r.Name = said(j.CitationKey, j.Key, fmt.Sprint(j.ID)).Value
	if r.Name == "<nil>" {
		r.Name = ""
	}
	r.Facts = Facts{
		Title: said(strip(j.Title)), Outlet: said(j.Container, j.Publication, j.Website, j.Blog, j.Publisher), URL: said(webOnly([]string{j.URL, j.ZoteroURL})...),
		Byline: Fact{Value: authors(names)}, Published: Fact{Value: j.published()}, Lang: Fact{Value: langCode(j.Language)},
	}
	r.Abstract = said(j.Abstract, j.AbstractNote).Value != ""
	for _, a := range j.Attachments {
		if said(a.Path).Value != "" {
			r.attach(a.Path)
		} else {
			r.attach(a.Local)
		}
	}
	for _, name := range bibFiles(j.File) {
		r.attach(name)
	}
	return r
}

// inOrder is the name as a byline has it.
func (n *jsonName) inOrder() string {
	if whole := said(n.Literal, n.Name); whole.Value != "" {
		return whole.Value
	}
	name := oneLine(strings.Join([]string{n.Given, n.First, n.Dropping, n.Particle, n.Family, n.Last}, " "))
	if n.Suffix != "" {
		name += ", " + n.Suffix
	}
	return name
}

func (j *jsonReference) published() string {
	if j.Issued == nil {
		date, _, _ := strings.Cut(j.Date, "/")
		for _, written := range []string{j.Date, date} {
			if d, ok := ParseWritten(written); ok {
				return d.ISO()
			}
		}
		if d, ok := dateIn(j.Date); ok {
			return d.ISO()
		}
		return ""
	}
	if len(j.Issued.Parts) > 0 {
		p := [3]string{}
		for i, part := range j.Issued.Parts[0] {
			if i < len(p) {
				p[i] = fmt.Sprint(part)
			}
		}
		return dateOfParts(p[0], p[1], p[2])
	}
	for _, written := range []string{j.Issued.Raw, j.Issued.Literal} {
		if d, ok := ParseWritten(written); ok {
			return d.ISO()
		}
		if d, ok := dateIn(written); ok {
			return d.ISO()
		}
	}
	return ""
}
