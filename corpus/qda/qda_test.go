package qda

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
)

var tree = []Code{
	{Name: "damage", Description: "What broke, & what it cost.", Codable: true},
	{Name: "voice", Codes: []Code{{Name: "voice:mayor", Codable: true}, {Name: "voice:crew", Codable: true}}},
}

func TestCodebookAndBack(t *testing.T) {
	var file bytes.Buffer
	if err := WriteCodebook(&file, tree, "parallax 1"); err != nil {
		t.Fatal(err)
	}
	got, err := ReadCodebook(&file)
	if err != nil || !reflect.DeepEqual(got, tree) {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestCodebookOfOthers reads what other programs write besides: sets, colours, braces around a GUID, another name space.
func TestCodebookOfOthers(t *testing.T) {
	const file = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:QDA-XML:codebook:1:0" origin="Another Program">
  <Codes>
    <Code guid="{0f0f0f0f-1111-2222-3333-444455556666}" name=" Damage " isCodable="1" color="#ff0000">
      <Description>What broke.</Description>
      <Code guid="0f0f0f0f-1111-2222-3333-444455556667" name="Quay" isCodable="true"/>
    </Code>
  </Codes>
  <Sets><Set guid="0f0f0f0f-1111-2222-3333-444455556668" name="all"/></Sets>
</CodeBook>`
	got, err := ReadCodebook(strings.NewReader(file))
	want := []Code{{Name: "Damage", Description: "What broke.", Codable: true, Codes: []Code{{Name: "Quay", Codable: true}}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCodebookWrong(t *testing.T) {
	deep := "<CodeBook><Codes>" + strings.Repeat(`<Code name="a" isCodable="true">`, 70) + strings.Repeat("</Code>", 70) + "</Codes></CodeBook>"
	for file, want := range map[string]string{
		"name,definition\n":             "no REFI-QDA codebook",
		"<Project/>":                    `its root is "Project"`,
		"<CodeBook><Codes/></CodeBook>": "no code",
		`<CodeBook><Codes><Code isCodable="true"/></Codes></CodeBook>`:             "no name",
		`<CodeBook><Codes><Code name="a" isCodable="perhaps"/></Codes></CodeBook>`: "no REFI-QDA codebook",
		deep: "64 deep",
	} {
		if _, err := ReadCodebook(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v, want %s", file, err, want)
		}
	}
	if err := WriteCodebook(io.Discard, nil, ""); err == nil {
		t.Error("an empty codebook is written")
	}
}

// parts is the files of a project.
func parts(t *testing.T, p *Project) map[string]string {
	t.Helper()
	var file bytes.Buffer
	if err := p.Write(&file); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(data)
	}
	return all
}

// TestProject reads a project as another program would: positions count code points of the text's own file, every
// reference has its target, and the same project makes the same bytes.
func TestProject(t *testing.T) {
	text := "Smoke 🔥 rose.\r\n\x1b[2J The crew \u202esaid no."
	at := strings.Index(text, "The crew")
	p := &Project{
		Name: "Fire", User: "Ann", Made: time.Date(2022, 3, 10, 9, 0, 0, 0, time.UTC), Codes: tree,
		Sources: []Source{{Name: "001 Harbour News", Text: text, Facts: [][2]string{{"outlet", "Harbour News"}, {"url", ""}}, Selections: []Selection{
			{Start: at, End: len(text), Name: "statement 2", Codes: []string{"damage", "voice:crew"}, Notes: []string{"Ask again."}},
		}}},
	}
	all := parts(t, p)
	if !reflect.DeepEqual(all, parts(t, p)) {
		t.Error("not the same twice")
	}
	var x xmlProject
	if err := xml.Unmarshal([]byte(all["project.qde"]), &x); err != nil {
		t.Fatal(err)
	}
	s := x.Sources.Sources[0]
	body, ok := all["sources/"+strings.TrimPrefix(s.Path, "internal://")]
	if !ok || strings.ContainsAny(body, "\r\x1b\u202e") || !strings.HasPrefix(body, "Smoke 🔥 rose. \n") {
		t.Fatalf("%q of %v", body, s.Path)
	}
	sel := s.Selections[0]
	if got := string([]rune(body)[sel.Start:sel.End]); got != "The crew \uFFFDsaid no." {
		t.Errorf("selected is %q", got)
	}
	if len(s.Values) != 1 || s.Values[0].Text != "Harbour News" || x.Notes.Notes[0].Content != "Ask again." || sel.Description != "Ask again." || x.Users[0].Name != "Ann" {
		t.Errorf("%+v", x)
	}
	defined := map[string]int{}
	for _, m := range regexp.MustCompile(` guid="([^"]+)"`).FindAllStringSubmatch(all["project.qde"], -1) {
		if defined[m[1]]++; defined[m[1]] > 1 {
			t.Errorf("%s is twice", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?:targetGUID|creatingUser|creatingUserGUID)="([^"]+)"`).FindAllStringSubmatch(all["project.qde"], -1) {
		if defined[m[1]] == 0 {
			t.Errorf("%s is nowhere", m[1])
		}
	}
	if empty := parts(t, &Project{Name: "Nothing"})["project.qde"]; strings.Contains(empty, "CodeBook") || strings.Contains(empty, "Sources") {
		t.Errorf("lists that are empty are written: %s", empty)
	}
}

// FuzzReadCodebook: what is read can be written and read again.
func FuzzReadCodebook(f *testing.F) {
	var file bytes.Buffer
	if err := WriteCodebook(&file, tree, "x"); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		codes, err := ReadCodebook(bytes.NewReader(data))
		if err != nil {
			return
		}
		var again bytes.Buffer
		if err := WriteCodebook(&again, codes, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadCodebook(&again); err != nil {
			t.Fatal(err)
		}
	})
}
