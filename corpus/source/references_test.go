package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

const (
	weirPage = `<html><head><title>Weir - a site</title></head><body><article><h1>Weir mended after the flood</h1>
<p>The council said on Monday that the weir had been mended after the flood of last week, and that the river was open to boats again.</p>
<p>Nobody was hurt, the council said, and the work had cost less than was feared.</p></article></body></html>`
	weirRIS = "TY  - NEWS\r\nTI  - Weir mended after the flood\r\nAU  - van Dorp, Lee\r\nAU  - Coast Wire Agency\r\nT2  - The Ald Courier\r\nDA  - 2022/03/10/\r\n" +
		"UR  - https://example.org/weir\r\nL1  - files/12/print.pdf\r\nL2  - files/12/page.html\r\nER  - \r\n" +
		"TY  - NEWS\r\nTI  - An abstract alone\r\nAB  - What it is about.\r\nER  - \r\n" +
		"TY  - NEWS\r\nTI  - Nothing\r\nUR  - https://example.org/no\r\nER  - \r\n" +
		"TY  - NEWS\r\nTI  - Gone\r\nL2  - files/13/gone.html\r\nER  - \r\n" +
		"TY  - NEWS\r\nTI  - Elsewhere\r\nL1  - /srv/other.pdf\r\nER  - \r\n"
)

// TestReferences reads a collection that a reference manager exported with its files: what an entry says wins over the page
// and gives way to sources.json; one page of an entry is read; what gives no report is said.
func TestReferences(t *testing.T) {
	files := fstest.MapFS{
		"export.ris": {Data: []byte(weirRIS)}, "files/12/page.html": {Data: []byte(weirPage)}, "files/12/print.pdf": {Data: []byte("%PDF-1.4 no")},
		"a.txt": {Data: []byte("What no list names.")}, "sources.json": {Data: []byte(`[{"file":"files/12/page.html","byline":"Somebody else"}]`)},
	}
	read := ReadFS(t.Context(), files, Options{})
	var got []string
	for _, r := range read.Reports {
		f := r.Facts
		got = append(got, strings.Join([]string{r.Path, f.Outlet.Value, f.Outlet.From, r.Published.ISO(), f.Published.From, r.Byline, f.Byline.From, r.URL, r.Title, f.Title.From}, "|"))
	}
	for _, p := range read.Passed {
		got = append(got, "passed "+p.Error())
	}
	for _, p := range read.Problems {
		got = append(got, "problem "+p.Error())
	}
	want := []string{
		"files/12/page.html|The Ald Courier|RIS|2022-03-10|RIS|Somebody else|sources.json|https://example.org/weir|Weir mended after the flood|RIS",
		"a.txt|A|file name|||||||",
		"passed files/12/print.pdf: attached in export.ris beside page.html, which is read",
		"passed export.ris#2: “An abstract alone” has no attachment, only an abstract, which is not the report",
		"passed export.ris#3: “Nothing” has no attachment",
		"problem files/13/gone.html: attached in export.ris: no such file or folder",
		"problem /srv/other.pdf: attached in export.ris: lies outside of its folder, and is not read",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestReferencesNamed: a list that is named leads to its files, and to none beside them.
func TestReferencesNamed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "c/export.bib", []byte("@misc{a, title={Weir}, howpublished={The Ald Courier}, year=2022, month=mar, file={Snapshot:files/1/a b.html:text/html}}\n"))
	write(t, dir, "c/files/1/a b.html", []byte(weirPage))
	write(t, dir, "c/other.txt", []byte("No."))
	write(t, dir, "empty.bib", []byte("@misc{a, title={Weir}}\n"))
	read := Read(t.Context(), []string{dir + "/c/export.bib", dir + "/empty.bib"}, Options{})
	if len(read.Reports) != 1 || read.Reports[0].Outlet != "The Ald Courier" || read.Reports[0].Published.ISO() != "2022-03" || read.Reports[0].Facts.Outlet.From != "BibTeX" {
		t.Errorf("%+v", read.Reports)
	}
	if len(read.Problems) != 1 || !strings.HasSuffix(read.Problems[0].Error(), "empty.bib: a list of references without a file to read: export it with its files") {
		t.Errorf("%v", read.Problems)
	}
}
