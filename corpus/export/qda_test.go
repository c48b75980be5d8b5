package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"parallax/corpus/internal/fixture/kept"
)

// project is what a program that reads a .qdpx needs of it.
type project struct {
	Codes []struct {
		GUID string `xml:"guid,attr"`
		Name string `xml:"name,attr"`
	} `xml:"CodeBook>Codes>Code"`
	Sources []struct {
		Path       string `xml:"plainTextPath,attr"`
		Selections []struct {
			Start   int `xml:"startPosition,attr"`
			End     int `xml:"endPosition,attr"`
			Codings []struct {
				Code struct {
					Target string `xml:"targetGUID,attr"`
				} `xml:"CodeRef"`
			} `xml:"Coding"`
		} `xml:"PlainTextSelection"`
	} `xml:"Sources>TextSource"`
}

// TestQDPX reads the project of a brief: each passage is selected in its text, and a claim's tags stand at each of its wordings.
func TestQDPX(t *testing.T) {
	d, _ := kept.SeedBrief(t)
	data := export(t, d, "qdpx", Options{})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		all, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	var p project
	if err := xml.Unmarshal(read("project.qde"), &p); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, c := range p.Codes {
		names[c.GUID] = c.Name
	}
	said := map[string]string{} // the words selected, and their codes
	for _, s := range p.Sources {
		body := []rune(string(read("sources/" + strings.TrimPrefix(s.Path, "internal://"))))
		for _, sel := range s.Selections {
			var codes []string
			for _, c := range sel.Codings {
				codes = append(codes, names[c.Code.Target])
			}
			said[string(body[sel.Start:sel.End])] = strings.Join(codes, " ")
		}
	}
	passages := 0
	for _, it := range d.Items {
		for _, q := range it.Passages() {
			passages++
			codes, ok := said[d.Sources[q.Source].Text[q.Span.Start:q.Span.End]]
			if want := it.Claim != nil; !ok || (codes == "hospital attribution") != want {
				t.Errorf("statement %d of source %d: selected %v, codes %q", q.Number, q.Source, ok, codes)
			}
		}
	}
	if passages == 0 || len(said) != passages {
		t.Errorf("%d passages, %d selections", passages, len(said))
	}
}

func TestNamed(t *testing.T) {
	for path, want := range map[string]string{"a.csl.json": "csl", "a.JSON": "json", "a.qdpx": "qdpx", "a.txt": ""} {
		if got, ok := Named(path); got != want || ok != (want != "") {
			t.Errorf("%s is %q", path, got)
		}
	}
}
