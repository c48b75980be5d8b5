package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfiumVersion is what Report.Reader says of go-pdfium.
const pdfiumVersion = "v1.21.4"

// A PDF is read by PDFium, the reader of a browser, compiled to WebAssembly: it runs in a box that reaches no file, no network
// and no more memory than it is given, and can be stopped. To set it up takes some seconds, once in a run and only when
// there is a PDF. pdftotext, where it is installed, does as well, but what it makes differs from version to version, and
// a kept passage must be found again.

const (
	mostPages = 400
	boxMemory = 8192 // pages of 64 KiB: 512 MiB
	boxes     = 4    // PDFs that may be open at once, those that were given up on included
	boxWait   = 30 * time.Second
)

// tellPDF: a PDF may begin with other bytes; a text that mentions its mark is none.
func tellPDF(head []byte, _ string) bool {
	i := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-"))
	return i == 0 || i > 0 && (binary(head) != nil || len(bytes.TrimLeft(head[:i], "\xEF\xBB\xBF \t\r\n")) == 0)
}

var pdfBoxes = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context: context.Background(), MinIdle: 0, MaxIdle: 1, MaxTotal: boxes,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(boxMemory).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
})

func readPDF(in *input) ([]draft, error) {
	pool, err := pdfBoxes()
	if err != nil {
		return nil, fmt.Errorf("PDFium does not start: %w", err)
	}
	box, err := pool.GetInstance(boxWait)
	if err != nil {
		return nil, errors.New("PDFium is busy with other files that take too long")
	}
	defer box.Close()
	data := in.Data
	doc, err := box.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, errors.New("is encrypted")
	case err != nil:
		return nil, errors.New("is a PDF that is damaged or cut short")
	}
	p := &pdfReader{box: box, doc: doc.Document}
	pages, partial, err := p.pages(in.ctx)
	if err != nil {
		return nil, err
	}
	x, facts := pdfText(pages, p.title())
	if x.text == "" {
		return nil, errors.New("a PDF whose pages are only pictures: there is no text in it to read")
	}
	if partial == "" && mostlyArabic(x.text) {
		partial = "Arabic in a PDF: letters may stand in another order than in print"
	}
	facts = facts.Or(p.properties())
	x.reader = "pdf: go-pdfium " + pdfiumVersion
	return []draft{{extract: x, facts: facts, partial: partial}}, nil
}

type pdfReader struct {
	box pdfium.Pdfium
	doc references.FPDF_DOCUMENT
}

// pages is the lines of each page; partial says why some are missing.
func (p *pdfReader) pages(ctx context.Context) (pages [][]string, partial string, err error) {
	count, err := p.box.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: p.doc})
	if err != nil || count.PageCount == 0 {
		return nil, "", errors.New("is a PDF without pages")
	}
	for i := range count.PageCount {
		switch {
		case i == mostPages:
			return pages, fmt.Sprintf("the first %d of %d pages", i, count.PageCount), nil
		case ctx.Err() != nil:
			return pages, fmt.Sprintf("the first %d of %d pages: the rest took too long", i, count.PageCount), nil
		}
		got, err := p.box.GetPageText(&requests.GetPageText{Page: p.page(i)})
		if err != nil {
			partial = fmt.Sprintf("page %d cannot be read", i+1)
			continue
		}
		var lines []string
		for line := range strings.Lines(strings.ToValidUTF8(got.Text, "\uFFFD")) {
			line = strings.TrimSpace(strings.Map(func(r rune) rune {
				if r == 2 || r == 0xFFFE { // PDFium's hyphen at a line's end
					return '\u00AD'
				}
				if r < ' ' {
					return ' '
				}
				return r
			}, line))
			if line != "" {
				lines = append(lines, line)
			}
		}
		pages = append(pages, lines)
	}
	return pages, partial, nil
}

func (p *pdfReader) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: p.doc, Index: i}}
}

// title is the text in the largest letters of the first page, when they are clearly larger than most.
func (p *pdfReader) title() string {
	got, err := p.box.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: p.page(0), Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return ""
	}
	sizes := make([]int, len(got.Chars)) // in tenths of a point; 0 for blanks
	count := map[int]int{}
	usual, largest := 0, 0
	for i, c := range got.Chars {
		if c.FontInformation == nil || strings.TrimSpace(c.Text) == "" {
			continue
		}
		size := int(10 * max(c.FontInformation.RenderedSize, c.FontInformation.Size))
		sizes[i] = size
		count[size]++
		largest = max(largest, size)
		if count[size] > count[usual] {
			usual = size
		}
	}
	if largest*10 < usual*12 {
		return ""
	}
	var title strings.Builder
	for i, c := range got.Chars {
		switch {
		case sizes[i] == largest:
			title.WriteString(c.Text)
		case title.Len() > 0 && sizes[i] == 0:
			title.WriteString(" ")
		case title.Len() > 0:
			return shortTitle(title.String())
		}
	}
	return shortTitle(title.String())
}

// shortTitle is a title in one line, "" when it is too long for one.
func shortTitle(s string) string {
	s = oneLine(strings.ToValidUTF8(s, ""))
	if len(s) > 300 {
		return ""
	}
	return s
}

// properties is what the document says of itself. When it was made is not when its text was published.
func (p *pdfReader) properties() Facts {
	got, err := p.box.GetMetaData(&requests.GetMetaData{Document: p.doc})
	if err != nil {
		return Facts{}
	}
	var f Facts
	for _, tag := range got.Tags {
		switch v := strings.ToValidUTF8(tag.Value, ""); tag.Tag {
		case "Title":
			f.Title.Value = v
		case "Author":
			f.Byline.Value = v
		}
	}
	if ending(f.Title.Value) != "" || strings.HasPrefix(f.Title.Value, "Microsoft Word") { // a file's name
		f.Title = Fact{}
	}
	return f.Said("document properties")
}

func mostlyArabic(text string) bool {
	arabic, other := 0, 0
	for _, r := range text {
		switch {
		case r >= 0x600 && r <= 0x6FF || r >= 0xFB50 && r <= 0xFEFC:
			arabic++
		case r > ' ':
			other++
		}
	}
	return arabic > other
}

// repeated is the lines that stand at the top or the bottom of several pages, page numbers aside.
func repeated(pages [][]string) map[string]bool {
	seen := map[string]int{}
	for _, lines := range pages {
		var keys []string
		for _, l := range edges(lines) {
			if key := withoutDigits(l); !slices.Contains(keys, key) {
				keys = append(keys, key)
				seen[key]++
			}
		}
	}
	found := map[string]bool{}
	for key, n := range seen {
		if n > 1 && n*3 >= len(pages) {
			found[key] = true
		}
	}
	return found
}

// edges is the first and the last lines of a page.
func edges(lines []string) []string {
	const edge = 3
	if len(lines) <= 2*edge {
		return lines
	}
	return slices.Concat(lines[:edge], lines[len(lines)-edge:])
}

func withoutDigits(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r >= '0' && r <= '9' }), "#")
}
