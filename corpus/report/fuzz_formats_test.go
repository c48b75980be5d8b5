package report

import (
	"fmt"
	"testing"
)

// Each format is fuzzed by itself, so that each is given its time. Of formats that are packed (docx, odt, epub, wacz) what is inside
// is fuzzed and packed afterwards: bytes changed in a packed file break its checksum and nothing else. What a damaged
// package does is for FuzzZip, FuzzTar and FuzzGzip.

// fuzzFile fuzzes the bytes of a file that has no name to be told by. Bytes that are no longer of the format are another
// test's: none of the time goes into them.
func fuzzFile(f *testing.F, tell func(head []byte, ending string) bool, seeds ...[]byte) {
	for _, data := range seeds {
		f.Add(data, 0, 9)
	}
	f.Fuzz(func(t *testing.T, data []byte, start, length int) {
		if tell(data[:min(len(data), HeadBytes)], "") {
			checkRead(t, "f", data, start, length)
		}
	})
}

func FuzzZip(f *testing.F) {
	fuzzFile(f, tellZip, zipped(f), zipped(f, "a.txt", "Text", "b/c.html", "<html><p>x</html>"), docx(f, article), odt(f, article), epub(f, article),
		zipped(f, "a.zip", string(zipped(f, "b.txt", "Text"))))
}

func FuzzTar(f *testing.F) {
	fuzzFile(f, tellTar, tarred(f, "a.txt", "Text"), tarred(f, "./a/b.html", "<html><p>x</html>"))
}

func FuzzGzip(f *testing.F) {
	fuzzFile(f, tellGzip, gzipped(f, []byte("Text")), gzipped(f, tarred(f, "a.txt", "Text")), gzipped(f, []byte(warc(f, article))))
}

func FuzzRTF(f *testing.F) {
	fuzzFile(f, tellRTF, rtf(article), []byte(`{\rtf1{\*\x \bin4 }}}}\u-10179?\u-8704?\uc0\u233\'e9\line\cell\row{{{`))
}

func FuzzFeed(f *testing.F) {
	fuzzFile(f, tellFeed, []byte(rss(article)),
		[]byte(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">A</title><link href="https://sandby.example/a"/><updated>2024-02-02T09:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>B</p></div></content></entry></feed>`),
		[]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item><title>A</title><description>B &amp;lt;p&gt;</description></item></rdf:RDF>`))
}

func FuzzJSONFeed(f *testing.F) {
	fuzzFile(f, tellFeed, []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"L","items":[{"id":"1","title":"A","content_html":"<p>B</p>"}]}`),
		[]byte(`{"version":"https://jsonfeed.org/version/1","title":"L","authors":[{"name":"x"}],"items":[{"id":2,"url":"https://sandby.example","date_published":"2024-02-02T09:00:00+02:00","content_text":"B"}]}`))
}

func FuzzMail(f *testing.F) {
	fuzzFile(f, tellMail, []byte(eml(article)), []byte("MIME-Version:\nContent-TYpe:teXt/html \n\n\xe2"), []byte("MIME-Version: 1.0\nSubject: a\xe2\nContent-Type: text/html\n\n<p>b\xe2"),
		[]byte("From: =?utf-8?q?a=C3=A9?= <a@b>\nSubject: =?iso-8859-1?b?6Q==?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\na=20b=\n\n--x\nContent-Type: text/html; charset=koi8-r\n\n<p>c\n--x--\n"))
}

func FuzzMailbox(f *testing.F) {
	fuzzFile(f, tellMailbox, []byte("From a@b Fri Feb  2 09:00:00 2024\n"+eml(article)),
		[]byte("From a@b Fri Feb  2 09:00:00 2024\nSubject: a\n\nText\n\nFrom c@d Sat Feb  3 09:00:00 2024\nSubject: b\n\n>From the text\n"))
}

func FuzzSavedAsMail(f *testing.F) { fuzzFile(f, tellMail, []byte(mht(article))) }

func FuzzWARC(f *testing.F) {
	plain := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin1\r\n\r\n<html><p>Caf\xe9</html>"
	fuzzFile(f, tellWARC, []byte(warc(f, article)), []byte("WARC/1.\r\nContent-Length:0\r\n\r\n"),
		fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://sandby.example/a?b#c>\r\nContent-Length: %d\r\n\r\n%s\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\nText\r\n\r\n", len(plain), plain))
}

// fuzzParts fuzzes two files inside a package of the kind that pack makes of them.
func fuzzParts(f *testing.F, pack func(t testing.TB, a, b string) []byte, seeds ...[2]string) {
	for _, s := range seeds {
		f.Add(s[0], s[1], 0, 9)
	}
	f.Fuzz(func(t *testing.T, a, b string, start, length int) { checkRead(t, "f", pack(t, a, b), start, length) })
}

func FuzzDocx(f *testing.F) {
	fuzzParts(f, func(t testing.TB, a, b string) []byte {
		return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", a, "word/styles.xml", "<w:styles/>", "docProps/core.xml", b)
	}, [2]string{`<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Weir</w:t></w:r></w:p><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">a </w:t><w:tab/><w:br/></w:r><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
		`<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>T</dc:title><dc:creator>Ilka Boon</dc:creator></cp:coreProperties>`})
}

func FuzzODT(f *testing.F) {
	fuzzParts(f, func(t testing.TB, a, b string) []byte {
		return zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", a, "meta.xml", b)
	}, [2]string{`<d xmlns:o="o"><o:automatic-styles><o:style o:name="T1"><o:text-properties o:text-line-through-style="solid"/></o:style></o:automatic-styles><o:h>Weir</o:h><o:p>a<o:s o:c="3"/><o:span o:style-name="T1">b</o:span><o:line-break/>c<o:annotation><o:p>d</o:p></o:annotation></o:p><o:list><o:list-item><o:p>e</o:p></o:list-item></o:list></d>`,
		`<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><dc:title>T</dc:title><meta:initial-creator>Ilka Boon</meta:initial-creator></office:meta></office:document-meta>`},
		[2]string{`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><t><p>&b;</p></t>`, ""})
}

func FuzzEPUB(f *testing.F) {
	fuzzParts(f, func(t testing.TB, a, b string) []byte {
		return zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>`,
			"o/c.opf", a, "o/a a.xhtml", b, "o/b.xhtml", b)
	}, [2]string{`<package xmlns:dc="d"><metadata><dc:title>T</dc:title><dc:creator>Ilka Boon</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"<html><head><title>x</title></head><body><h1>A</h1><p>Text</p></body></html>"})
}

func FuzzWACZ(f *testing.F) {
	fuzzParts(f, func(t testing.TB, a, b string) []byte {
		return zipped(t, "datapackage.json", b, "archive/data.warc.gz", string(gzipped(t, []byte(a))))
	}, [2]string{warc(f, article), `{"profile":"data-package","resources":[{"path":"archive/data.warc.gz"}]}`})
}

// FuzzSources: a sources.json beside a file, in an archive.
func FuzzSources(f *testing.F) {
	fuzzParts(f, func(t testing.TB, a, b string) []byte { return zipped(t, "sources.json", a, "a.txt", b) },
		[2]string{`[{"file":"a.txt","outlet":"Sandby Post","title":"T","date":"2024-02-02","url":"https://sandby.example","lang":"en"}]`, "Text"})
}

func FuzzPDF(f *testing.F) {
	// PDFium takes seconds to begin, which are no input's: the fuzzing takes one that needs ten for one that hangs.
	Read(f.Context(), File{Path: "f.pdf", Name: "f.pdf", Data: pdf(article)}, Limits{})
	fuzzFile(f, tellPDF, pdf(article), []byte("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"))
}
