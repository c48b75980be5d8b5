package qda

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Project is a study: codes, texts, and what of the texts bears which codes.
type Project struct {
	Name        string
	Origin      string // the program that wrote it
	Description string
	User        string // who coded; "" is written as "unnamed"
	Made        time.Time
	Codes       []Code
	Sources     []Source
}

// Source is a text.
type Source struct {
	Name       string
	Text       string
	Facts      [][2]string // name and value of what is known of it, as "outlet": the same names for every source
	Selections []Selection
}

// Selection is a passage of a source's text.
type Selection struct {
	Start, End int // bytes of the text
	Name       string
	Codes      []string // names of codes
	Notes      []string
}

type xmlProject struct {
	XMLName     xml.Name      `xml:"urn:QDA-XML:project:1.0 Project"`
	Name        string        `xml:"name,attr"`
	Origin      string        `xml:"origin,attr,omitempty"`
	Creator     string        `xml:"creatingUserGUID,attr"`
	Created     string        `xml:"creationDateTime,attr,omitempty"`
	Users       []xmlUser     `xml:"Users>User"`
	Codes       *xmlCodes     `xml:"CodeBook"`
	Variables   *xmlVariables `xml:"Variables"`
	Sources     *xmlSources   `xml:"Sources"`
	Notes       *xmlNotes     `xml:"Notes"`
	Description string        `xml:"Description,omitempty"`
}

type xmlCodes struct {
	Codes []xmlCode `xml:"Codes>Code"`
}

type xmlUser struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
}

type xmlVariables struct {
	Variables []xmlVariable `xml:"Variable"`
}

type xmlVariable struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
	Type string `xml:"typeOfVariable,attr"`
}

type xmlSources struct {
	Sources []xmlSource `xml:"TextSource"`
}

type xmlNotes struct {
	Notes []xmlSource `xml:"Note"`
}

// xmlSource is a text in a file of the project, or a note, whose words stand in the element.
type xmlSource struct {
	GUID       string         `xml:"guid,attr"`
	Name       string         `xml:"name,attr"`
	Path       string         `xml:"plainTextPath,attr,omitempty"`
	User       string         `xml:"creatingUser,attr"`
	Created    string         `xml:"creationDateTime,attr,omitempty"`
	Content    string         `xml:"PlainTextContent,omitempty"`
	Selections []xmlSelection `xml:"PlainTextSelection"`
	Values     []xmlValue     `xml:"VariableValue"`
}

type xmlSelection struct {
	GUID        string      `xml:"guid,attr"`
	Name        string      `xml:"name,attr"`
	Start       int         `xml:"startPosition,attr"` // code points
	End         int         `xml:"endPosition,attr"`
	User        string      `xml:"creatingUser,attr"`
	Created     string      `xml:"creationDateTime,attr,omitempty"`
	Description string      `xml:"Description,omitempty"` // the notes again: QualCoder and MAXQDA read them nowhere else
	Codings     []xmlCoding `xml:"Coding"`
	Notes       []xmlRef    `xml:"NoteRef"`
}

type xmlCoding struct {
	GUID    string `xml:"guid,attr"`
	User    string `xml:"creatingUser,attr"`
	Created string `xml:"creationDateTime,attr,omitempty"`
	Code    xmlRef `xml:"CodeRef"`
}

type xmlRef struct {
	Target string `xml:"targetGUID,attr"`
}

type xmlValue struct {
	Variable xmlRef `xml:"VariableRef"`
	Text     string `xml:"TextValue"`
}

// zipTime is the earliest that a zip can hold; the same study makes the same bytes.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes the project as a .qdpx file: a zip of project.qde and the texts.
func (p *Project) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	x := p.xml()
	if err := file(z, "project.qde", func(w io.Writer) error { return writeXML(w, x) }); err != nil {
		return err
	}
	for i := range p.Sources {
		err := file(z, "sources/"+p.sourceGUID(i)+".txt", func(w io.Writer) error {
			_, err := io.WriteString(w, plain(p.Sources[i].Text))
			return err
		})
		if err != nil {
			return err
		}
	}
	return z.Close()
}

func file(z *zip.Writer, name string, write func(io.Writer) error) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipTime})
	if err != nil {
		return err
	}
	return write(f)
}

func (p *Project) sourceGUID(i int) string {
	return guid("source", strconv.Itoa(i), p.Sources[i].Name, p.Sources[i].Text)
}

// hidden is what no reader can see, or what would steer a terminal.
var hidden = []*unicode.RangeTable{
	unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point,
}

// maxMarks is how many combining marks a letter keeps; more than any script needs would cover the lines beside it.
const maxMarks = 8

// plain is a text with U+FFFD for every character that is hidden, and for marks that are too many, one for one, so that
// positions stay. Joiners within a script that needs them are a part of its letters. A carriage return is a blank: some programs
// read it as a line end, with the line feed behind it as one, and would count the text short.
func plain(text string) string {
	before, marks := rune(0), 0
	return strings.Map(func(r rune) rune {
		joins := (r == 0x200C || r == 0x200D || r == 0xFE0F) && before > 0x300
		if marks++; !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
		}
		if marks > maxMarks || r != '\n' && r != '\t' && !joins && unicode.In(r, hidden...) {
			r = utf8.RuneError
		}
		before = r
		return r
	}, strings.ReplaceAll(text, "\r", " "))
}

func (p *Project) xml() *xmlProject {
	user := p.User
	if user == "" {
		user = "unnamed"
	}
	x := &xmlProject{Name: p.Name, Origin: p.Origin, Creator: guid("user", user), Description: p.Description}
	if !p.Made.IsZero() {
		x.Created = p.Made.UTC().Format(time.RFC3339)
	}
	x.Users = []xmlUser{{x.Creator, user}}
	if len(p.Codes) > 0 { // the schema allows none of these lists to be empty
		x.Codes = &xmlCodes{codesOut(p.Codes)}
	}
	if len(p.Sources) == 0 {
		return x
	}
	if facts := p.Sources[0].Facts; len(facts) > 0 {
		x.Variables = &xmlVariables{}
		for _, f := range facts {
			x.Variables.Variables = append(x.Variables.Variables, xmlVariable{guid("variable", f[0]), f[0], "Text"})
		}
	}
	x.Sources = &xmlSources{}
	for i := range p.Sources {
		x.Sources.Sources = append(x.Sources.Sources, p.source(i, x))
	}
	return x
}

func (p *Project) source(i int, x *xmlProject) xmlSource {
	s, id := &p.Sources[i], p.sourceGUID(i)
	out := xmlSource{GUID: id, Name: s.Name, Path: "internal://" + id + ".txt", User: x.Creator, Created: x.Created}
	for _, f := range s.Facts {
		if f[1] != "" {
			out.Values = append(out.Values, xmlValue{xmlRef{guid("variable", f[0])}, f[1]})
		}
	}
	for n, sel := range s.Selections {
		at := strconv.Itoa(n)
		o := xmlSelection{GUID: guid("selection", id, at), Name: sel.Name, User: x.Creator, Created: x.Created,
			Start: utf8.RuneCountInString(s.Text[:sel.Start]), End: utf8.RuneCountInString(s.Text[:sel.End]), Description: strings.Join(sel.Notes, "\n")}
		for _, c := range sel.Codes {
			o.Codings = append(o.Codings, xmlCoding{guid("coding", id, at, c), x.Creator, x.Created, xmlRef{guid("code", c)}})
		}
		for k, note := range sel.Notes {
			ref := guid("note", id, at, strconv.Itoa(k))
			if x.Notes == nil {
				x.Notes = &xmlNotes{}
			}
			x.Notes.Notes = append(x.Notes.Notes, xmlSource{GUID: ref, Name: "note on " + sel.Name, User: x.Creator, Created: x.Created, Content: note})
			o.Notes = append(o.Notes, xmlRef{ref})
		}
		out.Selections = append(out.Selections, o)
	}
	return out
}
