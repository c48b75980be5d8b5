package report

import (
	"archive/tar"
	"archive/zip"
	"bytes"
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
