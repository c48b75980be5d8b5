package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func told(list []Reference, err error) string {
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%s: %s | %s | %s | %s | %s | %s | %v %v\n", r.Name, r.Facts.Title.Value, r.Facts.Outlet.Value, r.Facts.Published.Value, r.Facts.Byline.Value,
			r.Facts.URL.Value, r.Facts.Lang.Value, r.Files, r.Abstract)
	}
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
	}
	return b.String()
}

func TestParseReferences(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"RIS": {"\uFEFFTY  - NEWS\r\nID  - ald22\r\nT1  - A title\r\nthat goes on\r\nA1  - Dorn, Ada, Jr.\r\nAU  - Ministry of Works,\r\nJO  - Ald Courier\r\nY1  - 2022/03//spring\r\nL2  - https://example.org/x\r\nL4  - files\\3\\p.html\r\nLA  - English\r\nER  - \r\nTY  - JOUR\r\nTI  - Cut",
			"ald22: A title that goes on | Ald Courier | 2022-03 | Ada Dorn, Jr.; Ministry of Works | https://example.org/x |  | [files/3/p.html] false\n" +
				"#2: Cut |  |  |  |  |  | [] false\nerror: entry 2 does not end: the file may be cut short\n"},
		"BibTeX": {`% saved
@comment{jabref-meta: {}}
@string{bay = {Bay } # "Post"}
@article{a1, author = {G{\"o}del, K. and {Coast Wire} and van der Berg, Jr., {\'E}va}, title = {{Weir} \& flood --- {\L}{\'o}d{\'z}}, journal = bay,
  date = {2022-03-10/2022-03-12}, url = {https://example.org/a\_b}, langid = {pt-BR}, abstract = {x}, file = {Snap\: shot:files/1/a\;b.html:text/html;C\:\\x\\y.pdf}}
@wrong{b, title = {no end
@misc(c, title = "Q ""  , year = 2020)
@misc{d, title = "{Q}uay", year = 2020, month = "10~" # oct}
`, "a1: Weir & flood — Łódź | Bay Post | 2022-03-10 | K. Gödel; Coast Wire; Éva van der Berg, Jr. | https://example.org/a_b | pt-BR | [files/1/a;b.html C:/x/y.pdf] true\n" +
			"d: Quay |  | 2020-10-10 |  |  |  | [] false\nerror: line 6: the entry \"b\": has a value that does not end\nline 7: the entry \"c\" has a field without a value\n"},
		"CSL-JSON": {`[{"id": 7, "type": "article-newspaper", "title": "A <i>weir</i>", "container-title": "Ald Courier", "author": [{"family": "Dorp", "given": "Lee", "non-dropping-particle": "van"}, {"literal": "Coast Wire"}],
			"issued": {"date-parts": [[2022, "3", 10]]}, "URL": "https://example.org/a", "language": "en-GB"},
			{"type": "webpage", "title": "B", "issued": {"raw": "2 March 2021"}, "abstract": "x"}, {"title": 3}]`,
			"7: A weir | Ald Courier | 2022-03-10 | Lee van Dorp; Coast Wire | https://example.org/a | en-GB | [] false\n#2: B |  | 2021-03-02 |  |  |  | [] true\nerror: entry 3: \"title\" must be a text in quotes, not number\n"},
		"Better BibTeX": {`{"config": {"label": "BetterBibTeX JSON"}, "items": [{"itemType": "newspaperArticle", "citationKey": "dorn22", "title": "A", "publicationTitle": "Ald Courier", "date": "2022-03-10",
			"creators": [{"firstName": "Ada", "lastName": "Dorn", "creatorType": "author"}, {"name": "An editor", "creatorType": "editor"}], "attachments": [{"path": "files/1/a.html"}]}, {"itemType": "note", "title": "n"}]}`,
			"dorn22: A | Ald Courier | 2022-03-10 | Ada Dorn |  |  | [files/1/a.html] false\n"},
	} {
		if got := told(ParseReferences([]byte(c.in))); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}

func TestTellReferences(t *testing.T) {
	for in, want := range map[string]string{
		"TY  - NEWS\n": "RIS", "Provider: a shop\n\nTY  - NEWS\n": "RIS", "TY - NEWS": "RIS", "% c\n\n@misc{a,": "BibTeX", "@ mention {": "", "By @a(b)": "",
		`[{"type":"book","title":"x","issued":{}}]`: "CSL-JSON", `[{"file":"a.txt","title":"x"}]`: "", `{"version":"https://jsonfeed.org/version/1.1","title":"","items":[{"type":0,"author":0}]}`: "", "": "", "[": "",
	} {
		if got := TellReferences([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestUnTeX(t *testing.T) {
	for in, want := range map[string]string{
		`{\"O}zal \v{S}ef\v c{\'{i}}k \'{\i} \ss{} \o re \aa`: "Özal Šefčík í ß øre å", "``a'' -- `b'~c": "“a” – `b' c", `50\% \& \_ \$5 \{x\}`: "50% & _ $5 {x}",
		`\textit{in} \url{x}\`: "in x", `\"`: "", `\emph`: "", "plain": "plain",
	} {
		if got := unTeX(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestReferencesInArchive: the list in an archive tells of the files in it.
func TestReferencesInArchive(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"c/files/1/b.pdf.txt", "The weir has been mended."}, {"c/files/1/a.html", "<p>The weir has been mended, the council said on Monday."}, {"c/export.ris", "TY  - NEWS\nTI  - Weir\nT2  - Ald Courier\nPY  - 2022\nL1  - files/1/b.pdf.txt\nL1  - files/1/a.html\nER  - \nTY  - NEWS\nTI  - None\nER  - \nTY  - NEWS\nTI  - Gone\nL1  - files/2/no.txt\nER  - \n"},
		{"c/sources.json", `[{"file":"files/1/a.html","title":"Mended"}]`},
	} {
		w, _ := z.Create(f[0])
		w.Write([]byte(f[1]))
	}
	z.Close()
	read := Read(t.Context(), File{Path: "c.zip", Name: "c.zip", Data: b.Bytes()}, Limits{})
	if len(read.Reports) != 1 || len(read.Problems) != 1 || len(read.Passed) != 2 {
		t.Fatalf("%+v", read)
	}
	if why := read.Passed[1].Error(); why != "c.zip!c/files/1/b.pdf.txt: attached in export.ris beside a.html, which is read" {
		t.Error(why)
	}
	if why := read.Problems[0].Error(); why != "c.zip!c/export.ris#3: of what is attached nothing is in the archive that could be read: files/2/no.txt" {
		t.Error(why)
	}
	if r := read.Reports[0]; r.Outlet != "Ald Courier" || r.Facts.Outlet.From != "RIS" || r.Title != "Mended" || r.Published.ISO() != "2022" {
		t.Errorf("%+v", r.Facts)
	}
}

func FuzzReferences(f *testing.F) {
	for _, s := range []string{"TY  - NEWS\nAU  - a, b, c\nDA  - 1/2/3\nL1  - file://x\nER  - \n", "@a{b, c = {d\\", "@string(a=\"b\" # c) @a{b,author={a and {b} and c, d},file={a:b:c;d\\:e}, title={\\'{\\i}\\v}}",
		`[{"type":"a","title":"b","author":[{"family":"c"}],"issued":{"date-parts":[[1,"2",{}]]}}]`, `{"items":[{"itemType":"a","title":"b","data":{"date":"x"}}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ParseReferences(data)
		if TellReferences(data) == "" && (err == nil || len(list) > 0) {
			t.Fatal("what is no list is read as one")
		}
		for _, r := range list {
			if r.Name == "" || r.Best(func(string) bool { return false }) != "" {
				t.Fatalf("%+v", r)
			}
			for _, file := range r.Files {
				if file == "" || strings.Contains(file, "\\") {
					t.Fatalf("attached: %q", file)
				}
			}
		}
	})
}
