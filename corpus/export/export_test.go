package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/qda"
	"parallax/corpus/report"
)

var update = flag.Bool("update", false, "write what the exporters print into testdata/golden")

// unpacked is the parts of a docx file that depend on the brief, as text: the bytes of a zip depend on the compressor.
func unpacked(t *testing.T, file []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, f := range z.File {
		b.WriteString("-- " + f.Name + " --\n")
		if strings.HasPrefix(f.Name, "docProps/core") || strings.Contains(f.Name, "document") || strings.Contains(f.Name, "footnotes") {
			data, err := partOf(f)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(strings.ReplaceAll(string(data), "<w:p>", "\n<w:p>") + "\n")
		}
	}
	return b.Bytes()
}

// partOf is one file of a zip archive.
func partOf(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

var sealedLines = regexp.MustCompile(`(parallax-seal:1:[0-9a-f]{64}):[A-Za-z0-9._\n]+`)

func TestExportGolden(t *testing.T) {
	d, _ := kept.SeedBrief(t)
	check := func(name string, got []byte) {
		got = sealedLines.ReplaceAll(got, []byte("$1:LINES")) // they are what the rest of the file says
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", "golden", name)
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("differs from %s; run with -update and look at the difference. Now:\n%s", path, got)
			}
		})
	}
	for _, f := range Formats() {
		file := export(t, d, f.Name, Options{})
		if slices.Contains([]string{"docx", "qdpx"}, f.Name) {
			check("brief."+f.Name+".txt", unpacked(t, file))
			continue
		}
		check("brief"+f.Extension, file)
	}
	check("brief-long.csv", export(t, d, "csv", Options{Long: true}))
}

func TestExportRepeats(t *testing.T) {
	for _, f := range Formats() {
		a, _ := kept.SeedBrief(t)
		b, _ := kept.SeedBrief(t)
		if !bytes.Equal(export(t, a, f.Name, Options{}), export(t, b, f.Name, Options{})) {
			t.Errorf("%s: two exports of one brief differ", f.Name)
		}
	}
}

func TestExportRefuses(t *testing.T) {
	d, _ := kept.SeedBrief(t)
	if err := Write(io.Discard, d, "pdf", Options{}); err == nil || !strings.Contains(err.Error(), "docx") {
		t.Errorf("pdf: %v", err)
	}
	d.Items = append(d.Items, brief.Item{Passage: &brief.Passage{Source: 5}})
	for _, f := range Formats() {
		if err := Write(io.Discard, d, f.Name, Options{}); err == nil {
			t.Errorf("%s: a source that is not there is cited", f.Name)
		}
	}
}

// failing takes some bytes, then fails.
type failing int

var errFull = errors.New("no space left")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > int(*f) {
		return int(*f), errFull
	}
	*f -= failing(len(p))
	return len(p), nil
}

func TestExportReportsFailingWriters(t *testing.T) {
	d, _ := kept.SeedBrief(t)
	for _, f := range Formats() {
		size := len(export(t, d, f.Name, Options{}))
		for _, room := range []int{0, 1, size / 2, size - 1} {
			w := failing(room)
			if err := Write(&w, d, f.Name, Options{}); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: %v", f.Name, room, size, err)
			}
		}
	}
}

func TestExportOfNothing(t *testing.T) {
	for _, f := range Formats() {
		for _, o := range []Options{{}, {Long: true}} {
			if err := Write(io.Discard, &brief.Document{}, f.Name, o); err != nil && !errors.Is(err, qda.ErrEmpty) {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
}

// evil is a string with everything that could do harm in one format or another.
const evil = "=cmd()\x1b]0;x\x07\u202e\u0085\r\n\u200b\x00<script>alert(1)</script>]]>&lt;{\\}}%\"'`|*_[x](javascript:1)\nER  - \n}\n@x{y,"

func evilBrief() *brief.Document {
	text := evil + ". " + evil
	s := brief.Source{Outlet: evil, Title: evil, URL: "javascript:alert(1)//" + evil, Byline: evil, Note: evil, File: evil, Reader: evil, Text: text}
	p := brief.Passage{
		Number: 1, Last: 1, Span: report.Span{End: len(text)}, Quote: []brief.Part{{Kind: brief.Words, Text: text}, {Kind: brief.Omission}, {Kind: brief.Addition, Text: evil}},
		Prefix: evil, Suffix: evil, Speaker: evil, Mode: evil, Notes: []brief.Note{{Text: evil, By: evil}}, Tags: []string{evil}, State: brief.Edited, Was: evil,
	}
	return &brief.Document{
		Title: evil, Coder: evil, Version: evil, Sources: []brief.Source{s, {Outlet: "Valley Post", URL: "https://news.example/\"onmouseover=x"}},
		Items: []brief.Item{
			{Heading: &brief.Heading{Level: 9, Text: evil}}, {Text: &brief.Text{Text: evil}}, {Passage: &p},
			{Claim: &brief.Claim{Lead: p, Others: []brief.Passage{p}, Silences: []brief.Silence{{Sources: []int{1}}}, Notes: p.Notes, Tags: p.Tags}},
		},
	}
}

func TestExportIsHarmless(t *testing.T) {
	d := evilBrief()
	for _, f := range Formats() {
		for _, o := range []Options{{}, {Long: true}} {
			file := export(t, d, f.Name, o)
			if slices.Contains([]string{"docx", "qdpx"}, f.Name) {
				file = unpacked(t, file)
			}
			for _, raw := range []string{"\x1b", "\x07", "\x00", "\u202e", "\u0085", "\u200b"} {
				if i := bytes.Index(file, []byte(raw)); i >= 0 {
					t.Errorf("%s: %q is raw in %q", f.Name, raw, file[max(0, i-40):i+8])
				}
			}
		}
	}
	if file := export(t, d, "html", Options{}); bytes.Contains(file, []byte("<script")) || bytes.Contains(file, []byte(`href="javascript`)) {
		t.Error("the page runs a script")
	}
	if file := export(t, d, "docx", Options{}); !wellFormed(t, file) {
		t.Error("docx is not well-formed")
	}
	if file := export(t, d, "json", Options{}); !json.Valid(file) {
		t.Error("json is not valid")
	}
	if file := export(t, d, "csl", Options{}); !json.Valid(file) {
		t.Error("csl is not valid")
	}
	for _, o := range []Options{{}, {Long: true}} {
		rows, err := csv.NewReader(bytes.NewReader(export(t, d, "csv", o))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%q is a formula", cell)
				}
			}
		}
	}
	if depth := bibDepth(string(export(t, d, "bib", Options{}))); depth != 0 {
		t.Errorf("braces of bib are off by %d", depth)
	}
	ris := string(export(t, d, "ris", Options{}))
	if n := strings.Count(ris, "\r\nER  - "); n != len(d.Sources) {
		t.Errorf("ris has %d ends of references", n)
	}
	for line := range strings.Lines(ris) {
		if line = strings.TrimSuffix(line, "\r\n"); line != "" && (len(line) < 6 || line[2:6] != "  - ") {
			t.Errorf("ris has a line %q", line)
		}
	}
}

// bibDepth is how many braces stay open, or -1 when one is closed that is not open; BibTeX counts them all.
func bibDepth(s string) int {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return -1
			}
		}
	}
	return depth
}

func wellFormed(t *testing.T, file []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		data, err := partOf(f)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(zipTime) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		for d := xml.NewDecoder(bytes.NewReader(data)); ; {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", f.Name, err)
				return false
			}
		}
	}
	return true
}

func TestQuotation(t *testing.T) {
	const text = "After the talks, the minister (who is new) refused. The end [of it] came."
	at := func(words string) report.Span {
		i := strings.Index(text, words)
		return report.Span{Start: i, End: i + len(words)}
	}
	whole := at("After the talks, the minister (who is new) refused.")
	for _, c := range []struct {
		name  string
		span  report.Span
		parts []brief.Part
		want  string
	}{
		{"whole", whole, []brief.Part{{Kind: brief.Words, Text: text[:whole.End]}}, text[:whole.End]},
		{"begins within", at("the minister (who is new) refused."), nil, "[...] the minister (who is new) refused."},
		{"ends within", at("After the talks"), nil, "After the talks [...]"},
		{"sign given", at("After the talks"), []brief.Part{{Kind: brief.Words, Text: "After the talks"}, {Kind: brief.Omission}}, "After the talks [...]"},
		{"inside", whole, []brief.Part{{Kind: brief.Words, Text: "After the talks,"}, {Kind: brief.Omission}, {Kind: brief.Words, Text: "refused."}}, "After the talks, [...] refused."},
		{"after a bracket", whole, []brief.Part{{Kind: brief.Words, Text: "After the talks, the minister ("}, {Kind: brief.Omission}, {Kind: brief.Words, Text: ") refused."}}, "After the talks, the minister ([...]) refused."},
		{"within a word", at("fter the talks, the minister (who is new) refused."), []brief.Part{{Kind: brief.Addition, Text: "A"}, {Kind: brief.Words, Text: "fter the talks"}, {Kind: brief.Omission}}, "[...] [A]fter the talks [...]"},
		{"addition", whole, []brief.Part{{Kind: brief.Words, Text: "After the talks, the minister"}, {Kind: brief.Addition, Text: "Hale"}, {Kind: brief.Words, Text: " (who is new) refused."}}, "After the talks, the minister [Hale] (who is new) refused."},
		{"brackets of its own", whole, []brief.Part{{Kind: brief.Words, Text: text[:whole.End]}, {Kind: brief.Addition, Text: "a [b] c"}}, text[:whole.End] + " [a (b) c]"},
		{"two runs in one", whole, []brief.Part{{Kind: brief.Words, Text: "After the talks,"}, {Kind: brief.Words, Text: " the minister (who is new) refused."}}, text[:whole.End]},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.parts == nil {
				c.parts = []brief.Part{{Kind: brief.Words, Text: text[c.span.Start:c.span.End]}}
			}
			got := brief.Quotation(&brief.Source{Text: text}, &brief.Passage{Span: c.span, Whole: whole, Quote: c.parts})
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestColumnsOfOneOutlet(t *testing.T) {
	d := &brief.Document{Sources: []brief.Source{{Outlet: "Harbour News"}, {Outlet: "Valley Post"}, {Outlet: "Harbour News"}}}
	if got := matrix(d)[0]; !slices.Equal(got, []string{"item", "name", "heading", "Harbour News (source 1)", "Valley Post", "Harbour News (source 3)", "notes", "tags"}) {
		t.Errorf("%q", got)
	}
}

// TestTablesOfManyOutlets: of more outlets than a sheet of paper has room for there are several tables, each with all claims and
// a line that says of which outlets it is; every outlet has one column.
func TestTablesOfManyOutlets(t *testing.T) {
	d := &brief.Document{Title: "Forty", Version: "test"}
	for i := range 40 {
		d.Sources = append(d.Sources, brief.Source{Outlet: fmt.Sprintf("Outlet %02d", i)})
	}
	for _, name := range []string{"the weir", "the bridge"} {
		d.Items = append(d.Items, brief.Item{Claim: &brief.Claim{Name: name, Figures: []brief.Figure{{Outlet: "Outlet 17", Text: "24 " + name}}}})
	}
	var b bytes.Buffer
	if err := Write(&b, d, "md", Options{}); err != nil {
		t.Fatal(err)
	}
	heads, figures := map[string]int{}, 0
	for row := range strings.Lines(b.String()) {
		cells := strings.Split(strings.TrimSpace(row), " | ")
		if len(cells) > 1+tableMost {
			t.Errorf("a row has %d cells: %s", len(cells), row)
		}
		for _, cell := range cells {
			if strings.HasPrefix(strings.TrimSuffix(cell, " |"), "Outlet ") {
				heads[strings.TrimSuffix(cell, " |")]++
			}
		}
		figures += strings.Count(row, "24 the")
	}
	if len(heads) != 40 || figures != 2 || !strings.Contains(b.String(), "Outlets 35 to 40 of 40") {
		t.Errorf("%d outlets, %d figures:\n%s", len(heads), figures, b.String())
	}
}
