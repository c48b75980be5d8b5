package report

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

var listedFiles = [][2]string{
	{"f/x.txt", "The ferry ran aground off the pier at dawn.\n"},
	{"f/y.md", "---\noutlet: Front Matter\n---\nNobody was hurt when the ferry ran aground.\n"},
	{"f/g/z.txt", "The captain was heard on Monday.\n"},
	{"f/x.txt.txt", "The council met.\n"},
	{"f/sources.json", `[{"file": "x.txt", "outlet": "Harbour Post", "published": "2021-05-02"}, {"file": "y.md", "outlet": "Bay Post"}, {"file": "g/z.txt", "outlet": "Far", "title": "Heard"}]`},
	{"f/g/sources.json", `[{"file": "z.txt", "outlet": "Near"}, {"outlet": "Nobody"}]`},
}

// A sources.json in an archive speaks for the files of its folder as one in a folder does, wherever it stands in the archive.
func TestSourcesInArchive(t *testing.T) {
	var zipped, tarred bytes.Buffer
	z, w := zip.NewWriter(&zipped), tar.NewWriter(&tarred)
	for _, f := range listedFiles {
		member, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := member.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
		if err := w.WriteHeader(&tar.Header{Name: "./" + f[0], Mode: 0o600, Size: int64(len(f[1])), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if z.Close() != nil || w.Close() != nil {
		t.Fatal("the archives cannot be written")
	}
	for name, data := range map[string][]byte{"a.zip": zipped.Bytes(), "a.tar": tarred.Bytes()} {
		got := Read(t.Context(), File{Path: name, Name: name, Data: data}, Limits{})
		var all []string
		for _, r := range got.Reports {
			all = append(all, strings.Join([]string{r.Path, r.Outlet, r.Title, r.Published.ISO(), r.Facts.Outlet.From}, "|"))
		}
		want := name + "!f/x.txt|Harbour Post||2021-05-02|sources.json\n" + name + "!f/y.md|Bay Post|||sources.json\n" +
			name + "!f/g/z.txt|Near|Heard||sources.json\n" + name + "!f/x.txt.txt|x.txt|||file name"
		if s := strings.Join(all, "\n"); s != want {
			t.Errorf("%s holds\n%s\nwant\n%s", name, s, want)
		}
		if len(got.Passed) > 0 || len(got.Problems) != 1 || got.Problems[0].Error() != name+"!f/g/sources.json: entry 2 names no \"file\"" {
			t.Errorf("%s: passed over %v, problems %v", name, got.Passed, got.Problems)
		}
	}
}

// A file that a sources.json in an archive lists and the archive has not is said; one that is there and no report is not.
func TestListedAndMissing(t *testing.T) {
	files := []string{
		"f/sources.json", `[{"file": "x.txt", "outlet": "Harbour Post"}, {"file": "gone.txt", "outlet": "Bay Post"}, {"file": "pier.png"}, {"file": "none/z.txt"}]`,
		"f/x.txt", "The ferry ran aground off the pier at dawn.\n", "f/pier.png", "\x89PNG\x00",
	}
	const want = "[%!f/gone.txt: listed in sources.json: no such file in the archive %!f/none/z.txt: listed in sources.json: no such file in the archive]"
	for name, data := range map[string][]byte{"a.zip": zipped(t, files...), "a.tar": tarred(t, files...)} {
		got := Read(t.Context(), File{Path: name, Name: name, Data: data}, Limits{})
		if s := fmt.Sprint(got.Problems); len(got.Reports) != 1 || s != strings.ReplaceAll(want, "%", name) {
			t.Errorf("%s: %d reports, problems %s", name, len(got.Reports), s)
		}
	}
}

// TestChapters: a book is one report, or each of its chapters that has a text is one, under its own heading.
func TestChapters(t *testing.T) {
	page := func(heading, text string) string {
		return "<html><body><h2>" + heading + "</h2><p>" + text + "</p></body></html>"
	}
	item := func(id string) string {
		return `<item id="` + id + `" href="` + id + `.xhtml" media-type="application/xhtml+xml"/>`
	}
	book := zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>`,
		"c.opf", `<package xmlns:dc="d"><metadata><dc:title>The year of the weir</dc:title><dc:creator>Ilka Boon</dc:creator><dc:publisher>Sandby Press</dc:publisher></metadata><manifest>`+
			item("o")+item("a")+item("b")+`</manifest><spine><itemref idref="o"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"o.xhtml", "<html><body><img src='cover.png'/></body></html>", "a.xhtml", page("The storm", "It rained for nine days."), "b.xhtml", page("The repair", "They worked by lamplight."))
	for chapters, want := range map[bool]string{
		false: "b.epub|The year of the weir|Sandby Press|Ilka Boon||The storm\n\nIt rained for nine days.\n\nThe repair\n\nThey worked by lamplight.\n",
		true: "b.epub#2|The storm|Sandby Press|Ilka Boon|The year of the weir|The storm\n\nIt rained for nine days.\n" +
			"b.epub#3|The repair|Sandby Press|Ilka Boon|The year of the weir|The repair\n\nThey worked by lamplight.\n",
	} {
		got := ""
		for _, r := range Read(t.Context(), File{Path: "b.epub", Name: "b.epub", Data: book, Chapters: chapters}, Limits{}).Reports {
			got += strings.Join([]string{r.Path, r.Title, r.Outlet, r.Byline, r.Note, r.Text}, "|") + "\n"
		}
		if got != want {
			t.Errorf("chapters: %v\n%s\nwant\n%s", chapters, got, want)
		}
	}
}
