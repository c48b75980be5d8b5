package report

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// readEPUB reads a book (EPUB 3.3): the chapters that its spine names, in that order, as one text, or each as one.
func readEPUB(in *input, z *zip.Reader) ([]draft, error) {
	container, err := in.member(z, "META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	root := ""
	_ = walkXML(container, func(e xml.StartElement) {
		if e.Name.Local == "rootfile" && root == "" {
			root = value(e, "full-path")
		}
	}, func(string) {}, func(xml.Name) {})
	pkg, err := in.member(z, root)
	if err != nil {
		return nil, err
	}
	said := properties(pkg)
	facts := Facts{
		Outlet: Fact{Value: said["publisher"]}, Title: Fact{Value: said["title"]}, Byline: Fact{Value: said["creator"]},
		Published: Fact{Value: said["date"]}, Lang: Fact{Value: said["language"]},
	}
	if facts.Published.Value == said["dcterms:modified"] { // the moment in which a program made the book
		facts.Published = Fact{}
	}
	w := newPageWriter(&page{})
	var drafts []draft
	for i, name := range chapters(pkg) {
		data, err := in.member(z, path.Join(path.Dir(root), name))
		if err != nil {
			in.problem("!"+name, err)
			continue
		}
		n, err := html.Parse(strings.NewReader(strings.ToValidUTF8(string(data), "\uFFFD")))
		if err != nil {
			in.problem("!"+name, errors.New("is nested too deeply"))
			continue
		}
		if isFront(n) {
			continue
		}
		w.end(2)
		w.blocks(n)
		if in.Chapters && len(w.text) > 0 {
			own := facts
			own.Title, own.Note = Fact{}, facts.Title // the book's title is not the chapter's
			one := w.book(own)
			one.part = fmt.Sprintf("#%d", i+1)
			drafts, w = append(drafts, one), newPageWriter(&page{})
		}
	}
	if !in.Chapters && len(w.text) > 0 {
		drafts = append(drafts, w.book(facts))
	}
	if len(drafts) == 0 {
		return nil, errors.New("a book without text")
	}
	return drafts, nil
}

// book is what was written of a book, with what the book says of itself.
func (w *pageWriter) book(facts Facts) draft {
	x := extract{text: string(w.text), reader: "epub", headings: w.headings, items: w.items, struck: w.struck}
	if len(w.headings) > 0 && facts.Title.Value == "" {
		x.title = w.headings[0]
	}
	return draft{extract: x, facts: facts.Said("book metadata")}
}

// isFront reports whether a file of a book is its cover, its title page or its table of contents: what stands there says the
// book's metadata, or the chapters, again.
func isFront(n *html.Node) bool {
	for n := range n.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for kind := range strings.FieldsSeq(attr(n, "epub:type")) {
			switch kind {
			case "cover", "titlepage", "halftitlepage", "toc":
				return true
			}
		}
		if n.Data != "html" && n.Data != "head" && n.Data != "body" && n.Parent.Data == "body" {
			return false
		}
	}
	return false
}

// chapters is the files that a book's spine names, in order.
func chapters(pkg []byte) []string {
	files := map[string]string{} // by id
	var order []string
	_ = walkXML(pkg, func(e xml.StartElement) {
		switch e.Name.Local {
		case "item":
			if strings.Contains(value(e, "media-type"), "html") && !strings.Contains(value(e, "properties"), "nav") {
				files[value(e, "id")] = value(e, "href")
			}
		case "itemref":
			order = append(order, value(e, "idref"))
		}
	}, func(string) {}, func(xml.Name) {})
	var names []string
	for _, id := range order {
		name, err := url.PathUnescape(files[id])
		if err == nil && name != "" {
			names = append(names, name)
		}
	}
	return names
}
