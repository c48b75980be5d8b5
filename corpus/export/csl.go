package export

import (
	"encoding/hex"
	"io"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/safe"
)

// cslItem is a source in the JSON that citation processors read (Citation Style Language 1.0.2).
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Container string    `json:"container-title"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Note      string    `json:"note"`
	Custom    cslCustom `json:"custom"`
}

type cslName struct {
	Literal  string `json:"literal,omitempty"`
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

type cslCustom struct {
	SHA256  string `json:"sha256"`
	Program string `json:"program"`
}

func printCSL(w io.Writer, d *brief.Document, _ Options) error {
	items := []cslItem{}
	keys := bibKeys(d)
	for i := range d.Sources {
		s := &d.Sources[i]
		it := cslItem{
			ID: keys[i], Type: "article-newspaper", Title: plainTitle(s), Container: brief.Printed(s.Outlet), URL: brief.Printed(s.URL),
			Note:   strings.Join(bibNotes(d, i), "; "),
			Custom: cslCustom{SHA256: hex.EncodeToString(s.FileHash[:]), Program: "parallax " + version(d)},
		}
		for _, a := range authorsOf(s) {
			it.Author = append(it.Author, cslName{a.Whole, a.Family, a.Given, a.Particle, a.Suffix})
		}
		if s.Published.Known() {
			parts := []int{s.Published.Year}
			if s.Published.Month > 0 {
				parts = append(parts, s.Published.Month)
			}
			if s.Published.Day > 0 {
				parts = append(parts, s.Published.Day)
			}
			it.Issued = &cslDate{[][]int{parts}}
		}
		items = append(items, it)
	}
	data, err := indented(items)
	if err != nil {
		return err
	}
	_, err = w.Write(safe.JSON(data, false))
	return err
}
