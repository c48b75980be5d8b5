package report

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// One article, in every format that has no program here to write it: title, then paragraphs.
var article = []string{
	"Weir repaired in nine days",
	"The weir above Lower Sandby was repaired on Friday, nine days after the storm, the river board said.",
	"“We worked by lamplight,” said Marek Dunn, who led the work – “and by luck.”",
	"Café owners on the quay asked the board for £4,000.",
}

func inHTML(lines []string) string {
	return "<h1>" + lines[0] + "</h1><p>" + strings.Join(lines[1:], "</p>\n<p>") + "</p>"
}

// zipped is a zip archive of files given as name, content, name, content.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o600, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docx(t testing.TB, lines []string) []byte {
	var body strings.Builder
	for i, l := range lines {
		style := ""
		if i == 0 {
			style = `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`
		}
		half := len(l) / 2
		for l[half] >= 0x80 {
			half++
		}
		fmt.Fprintf(&body, `<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, style, l[:half], l[half:])
	}
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml",
		`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body.String()+`</w:body></w:document>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Template</dc:title><dc:creator>Ilka Boon</dc:creator></cp:coreProperties>`)
}

func odt(t testing.TB, lines []string) []byte {
	body := "<text:h text:outline-level='1'>" + lines[0] + "</text:h><text:p>" + strings.Join(lines[1:], "<office:annotation><text:p>aside</text:p></office:annotation></text:p><text:p>") + "</text:p>"
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
		`<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`,
		"meta.xml", `<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><meta:initial-creator>Ilka Boon</meta:initial-creator></office:meta></office:document-meta>`)
}

func epub(t testing.TB, lines []string) []byte {
	return zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>`,
		"o/c.opf", `<package xmlns:dc="d"><metadata><dc:title>`+lines[0]+`</dc:title><dc:creator>Ilka Boon</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"o/a a.xhtml", "<html><body>"+inHTML(lines[:2])+"</body></html>", "o/b.xhtml", "<html><body><p>"+strings.Join(lines[2:], "</p><p>")+"</p></body></html>")
}

func rtf(lines []string) []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Serif;}}{\info{\author Ilka Boon}}{\*\generator made up}` + "\n")
	for _, l := range lines {
		for _, r := range l {
			switch {
			case r == 'é' || r == '£':
				fmt.Fprintf(&b, `\'%02x`, r)
			case r > 0x7F:
				fmt.Fprintf(&b, `\u%d?`, r)
			default:
				b.WriteRune(r)
			}
		}
		b.WriteString("\\par\n")
	}
	b.WriteString("}")
	return []byte(b.String())
}

func rss(lines []string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sandby Post</title><item><title>` + lines[0] +
		`</title><link>https://sandby.example/weir</link><pubDate>Fri, 02 Feb 2024 09:00:00 +0000</pubDate><content:encoded><![CDATA[<p>` + strings.Join(lines[1:], "</p><p>") + `</p>]]></content:encoded></item></channel></rss>`
}

func eml(lines []string) string {
	return "From: Sandby Post <news@sandby.example>\r\nTo: all@example\r\nDate: Fri, 02 Feb 2024 09:00:00 +0000\r\nSubject: " + lines[0] +
		"\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(strings.Join(lines[1:], "\r\n\r\n"))) + "\r\n"
}

func warc(t testing.TB, lines []string) string {
	page := gzipped(t, []byte("<!doctype html><html><body>"+inHTML(lines)+"</body></html>"))
	http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(page), page)
	picture := "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"
	record := func(kind, block string) string {
		return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: https://sandby.example/weir\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(block), block)
	}
	return record("warcinfo", "software: x\r\n") + record("response", picture) + record("response", http)
}

func mht(lines []string) string {
	return "From: <saved>\r\nSnapshot-Content-Location: https://sandby.example/weir\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>" +
		inHTML(lines) + "</body></html>\r\n--b--\r\n"
}

// pdf is a document of one page that prints the lines, the first in large letters.
func pdf(lines []string) []byte {
	var page strings.Builder
	y := 780
	print := func(size int, s string) {
		fmt.Fprintf(&page, "BT /F1 %d Tf 60 %d Td (", size, y)
		for _, r := range s {
			switch code := map[rune]int{'“': 0x93, '”': 0x94, '–': 0x96}[r]; {
			case r == '(' || r == ')' || r == '\\':
				fmt.Fprintf(&page, "\\%c", r)
			case code > 0:
				fmt.Fprintf(&page, "\\%03o", code)
			case r > 0x7F:
				fmt.Fprintf(&page, "\\%03o", r)
			default:
				page.WriteRune(r)
			}
		}
		page.WriteString(") Tj ET\n")
		y -= size + 6
	}
	print(24, lines[0])
	for _, l := range lines[1:] {
		for len(l) > 50 {
			cut := strings.LastIndexByte(l[:50], ' ')
			print(11, l[:cut])
			l = l[cut+1:]
		}
		print(11, l)
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", page.Len(), page.String()),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s endobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// TestPDF: a print gives its title and its sentences; what is damaged, encrypted or without letters says so.
func TestPDF(t *testing.T) {
	data := pdf(article)
	r := Read(t.Context(), File{Path: "f", Name: "f", Data: data}, Limits{})
	if len(r.Reports) != 1 || r.Reports[0].Title != article[0] || r.Reports[0].Text != strings.Join(article, "\n\n") {
		t.Fatalf("%+v", r)
	}
	for want, data := range map[string][]byte{
		"f: is a PDF that is damaged or cut short":                               data[:300],
		"f: a PDF whose pages are only pictures: there is no text in it to read": pdf([]string{""}),
		"f: is called .pdf and is none: it is damaged, or of another kind":       []byte("no"),
	} {
		name := "f"
		if strings.Contains(want, ".pdf") {
			name = "f.pdf"
		}
		r := Read(t.Context(), File{Path: "f", Name: name, Data: data}, Limits{})
		if len(r.Problems) != 1 || r.Problems[0].Error() != want {
			t.Errorf("got %+v, want %s", r, want)
		}
	}
}

// TestOneArticle: one article in every format is one text. Named by nothing but its content, it is told all the same.
func TestOneArticle(t *testing.T) {
	page := "<!doctype html><html><body>" + inHTML(article) + "</body></html>"
	want := strings.Join(article, "\n\n")
	for _, c := range []struct {
		name string
		data []byte
		path string // what the report's path has behind the file's
		facts
	}{
		{"html", []byte(page), "", facts{}},
		{"docx", docx(t, article), "", facts{byline: "Ilka Boon"}},
		{"odt", odt(t, article), "", facts{byline: "Ilka Boon"}},
		{"epub", epub(t, article), "", facts{byline: "Ilka Boon", lang: "en"}},
		{"rtf", rtf(article), "", facts{byline: "Ilka Boon"}},
		{"rss", []byte(rss(article)), "#1", facts{outlet: "Sandby Post", published: "2024-02-02", url: "https://sandby.example/weir"}},
		{"mail", []byte(eml(article)), "", facts{outlet: "Sandby Post", published: "2024-02-02"}},
		{"mailbox", []byte("From a@b Fri Feb  2 09:00:00 2024\n" + eml(article)), "#1", facts{outlet: "Sandby Post", published: "2024-02-02"}},
		{"saved as mail", []byte(mht(article)), "", facts{url: "https://sandby.example/weir"}},
		{"warc", []byte(warc(t, article)), "#https://sandby.example/weir", facts{url: "https://sandby.example/weir"}},
		{"warc.gz", gzipped(t, []byte(warc(t, article))), "#https://sandby.example/weir", facts{url: "https://sandby.example/weir"}},
		{"zip", zipped(t, "a/b.html", page, "__MACOSX/b.html", "x"), "!a/b.html", facts{}},
		{"tar", tarred(t, "./a/b.html", page), "!a/b.html", facts{}},
		{"tar.gz of zip", gzipped(t, tarred(t, "c.zip", string(zipped(t, "b.docx", string(docx(t, article)))))), "!c.zip!b.docx", facts{byline: "Ilka Boon"}},
	} {
		c.lang = "en" // told from the text where the format does not say
		t.Run(c.name, func(t *testing.T) {
			r := Read(t.Context(), File{Path: "f", Name: "f", Data: c.data}, Limits{})
			if len(r.Reports) != 1 || len(r.Problems) > 0 {
				t.Fatalf("%+v", r)
			}
			one := &r.Reports[0]
			if text := strings.ReplaceAll(one.Text, "\r", ""); text != want || one.Title != article[0] || one.Path != "f"+c.path {
				t.Errorf("%s %q:\n%s", one.Path, one.Title, one.Text)
			}
			if got := (facts{one.Outlet, one.Byline, one.Published.ISO(), one.URL, one.Facts.Lang.Value}); c.outlet == "" {
				got.outlet = ""
				if got != c.facts {
					t.Errorf("%+v", got)
				}
			} else if got != c.facts {
				t.Errorf("%+v", got)
			}
		})
	}
}

type facts struct{ outlet, byline, published, url, lang string }

// TestBounds: files in a file that ask for too much, or are broken, cost only themselves, and what was read is kept.
func TestBounds(t *testing.T) {
	zeros := strings.Repeat("\n", 3<<20)
	small := Limits{Bytes: 1 << 20, Unpack: 5 << 19, Entries: 3, Depth: 2, Time: 20 * time.Second}
	noise := func(n int) string {
		b := make([]byte, n)
		x := uint32(1)
		for i := range b {
			x = x*1664525 + 1013904223
			b[i] = 'a' + byte(x>>24)%26
		}
		return string(b)
	}
	nested := zipped(t, "a.txt", "Text")
	for range 4 {
		nested = zipped(t, "z.zip", string(nested))
	}
	for _, c := range []struct {
		name    string
		data    []byte
		reports int
		problem string
	}{
		{"too long inside", tarred(t, "a.txt", "Text", "b.txt", zeros), 1, "f!b.txt: is longer than the limit"},
		{"too much together", tarred(t, "a.txt", noise(1<<20), "b.txt", noise(1<<20), "c.txt", noise(1<<20), "z.zip", ""), 2, "f: unpacks to more than the limit"},
		{"packed too well", zipped(t, "a.txt", "Text", "b.txt", zeros), 1, "f!b.txt: unpacks to more than 200 times its size"},
		{"too many", zipped(t, "a.txt", "1", "b.txt", "2", "c.txt", "3", "d.txt", "4"), 3, "f: holds more than the limit of 3 files"},
		{"too deep", nested, 0, "lies in more than the limit of 2 archives"},
		{"cut short", zipped(t, "a.txt", "Text")[:40], 0, "f: is a zip archive that is damaged or cut short"},
		{"gzip cut short", gzipped(t, []byte(article[1]))[:20], 0, "cannot be unpacked"},
		{"document that unpacks", zipped(t, "word/document.xml", strings.Repeat(" ", 5<<20)), 0, "unpacks to more than the limit"},
		{"deep XML", zipped(t, "word/document.xml", strings.Repeat("<a>", 2000)), 0, "nested too deeply"},
		{"declared entities", zipped(t, "content.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><t><p>&b;</p></t>`), 1, ""},
		{"record cut short", []byte(warc(t, article))[:200], 0, "record 2: is cut short"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Read(t.Context(), File{Path: "f", Name: "f", Data: c.data}, small)
			got := fmt.Sprint(r.Problems)
			if len(r.Reports) != c.reports || !strings.Contains(got, c.problem) || c.problem == "" && len(r.Problems) > 0 {
				t.Errorf("%d reports, %s", len(r.Reports), got)
			}
		})
	}
}

type unreachable struct{ t *testing.T }

func (u unreachable) RoundTrip(r *http.Request) (*http.Response, error) {
	u.t.Errorf("%s is asked for", r.URL)
	return nil, errors.New("no network here")
}

// TestNoNetwork: whatever a file refers to, nothing of it is fetched, and no name is looked up.
func TestNoNetwork(t *testing.T) {
	transport, resolver := http.DefaultTransport, net.DefaultResolver
	defer func() { http.DefaultTransport, net.DefaultResolver = transport, resolver }()
	http.DefaultTransport = unreachable{t}
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(_ context.Context, _, address string) (net.Conn, error) {
		t.Errorf("%s is dialled", address)
		return nil, errors.New("no network here")
	}}
	refers := `<!DOCTYPE html SYSTEM "http://sandby.example/a.dtd"><html><head><link rel=stylesheet href="http://sandby.example/a.css"><base href="http://sandby.example/"></head><body><img src="http://sandby.example/a.png"><iframe src="http://sandby.example/b.html"></iframe>` + inHTML(article) + `</body></html>`
	for _, data := range [][]byte{
		[]byte(refers), []byte(rss(article)), []byte(eml(article)), []byte(mht(article)), []byte(warc(t, article)), epub(t, article), docx(t, article),
		zipped(t, "content.xml", `<!DOCTYPE x SYSTEM "http://sandby.example/a.dtd" [<!ENTITY a SYSTEM "http://sandby.example/a">]><t><p>&a; Text</p></t>`),
		[]byte(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "http://sandby.example/a">]><rss version="2.0"><channel><title>T</title><item><title>&a;</title><description>Text</description></item></channel></rss>`),
	} {
		if r := Read(t.Context(), File{Path: "f", Name: "f", Data: data}, Limits{}); len(r.Reports)+len(r.Problems) == 0 {
			t.Error("neither read nor refused")
		}
	}
}

// TestPassedInside: what an archive holds besides reports is passed over by name.
func TestPassedInside(t *testing.T) {
	r := Read(t.Context(), File{Path: "f.zip", Name: "f.zip", Data: zipped(t, "a.txt", "Text", "b.png", "\x89PNG\x00", ".c.txt", "no")}, Limits{})
	if len(r.Reports) != 1 || len(r.Problems) > 0 || len(r.Passed) != 1 || r.Passed[0].Path != "f.zip!b.png" {
		t.Errorf("%+v", r)
	}
}

// TestStruckOut: runs of an office document that are struck out stand between marks, those that go on as one.
func TestStruckOut(t *testing.T) {
	const want = "~~Old title~~ New title\nThe ferry carried ~~eighty or so~~ ninety people."
	word := func(body string) []byte {
		return zipped(t, "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`)
	}
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	docx := word(`<w:p><w:pPr><w:pStyle w:val="Title"/><w:rPr><w:strike/></w:rPr></w:pPr>` + run(`<w:strike/>`, "Old title ") + run(`<w:strike w:val="0"/>`, "New title") + `</w:p>` +
		`<w:p>` + run("", "The ferry carried ") + run(`<w:dstrike w:val="true"/>`, "eight") + run(`<w:b/><w:strike/>`, "y or so") + run("", " ninety people.") + `</w:p>`)
	odt := zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<d xmlns:o="o"><o:automatic-styles>`+
		`<o:style o:name="T1"><o:text-properties o:text-line-through-style="solid"/></o:style><o:style o:name="T2"><o:text-properties o:text-line-through-style="none"/></o:style></o:automatic-styles>`+
		`<o:h><o:span o:style-name="T1">Old title</o:span> New title</o:h><o:p>The ferry carried <o:span o:style-name="T1">eighty <o:span o:style-name="T2">or so</o:span></o:span> <o:span o:style-name="T2">ninety</o:span> people.</o:p></d>`)
	for name, data := range map[string][]byte{"a.docx": docx, "a.odt": odt} {
		r := Read(t.Context(), File{Path: name, Name: name, Data: data}, Limits{})
		if len(r.Reports) != 1 {
			t.Errorf("%s: %v", name, r.Problems)
			continue
		}
		if got := strings.ReplaceAll(r.Reports[0].Text, "\n\n", "\n"); got != want {
			t.Errorf("%s: %q", name, got)
		}
		if n := len(r.Reports[0].Struck); n != 2 {
			t.Errorf("%s: %d are struck out", name, n)
		}
	}
}
