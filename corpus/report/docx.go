package report

import (
	"archive/zip"
	"encoding/xml"
	"strings"
)

// readDocx reads a document of Microsoft Word and what writes like it (ECMA-376, part 1, 17). What was deleted while changes
// were tracked, fields' code, notes and headers are no text of it.
func readDocx(in *input, z *zip.Reader) ([]draft, error) {
	data, err := in.member(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	w := newDocumentWriter()
	r := &docxReader{w: w}
	if err := walkXML(data, r.open, r.text, r.shut); err != nil && len(w.text) == 0 {
		return nil, err
	}
	core, _ := in.member(z, "docProps/core.xml")
	said := properties(core)
	facts := Facts{
		Title: Fact{Value: said["title"]}, Byline: Fact{Value: said["creator"]}, Lang: Fact{Value: said["language"]},
	}.Said("document properties")
	return w.draft("docx", facts)
}

type docxReader struct {
	w      *documentWriter
	skip   int  // elements open whose text is none
	inText bool // in w:t
	cells  int  // of the table row that is open, so far
	inRow  int
}

func (r *docxReader) open(e xml.StartElement) {
	if r.skip > 0 {
		r.skip++
		return
	}
	switch e.Name.Local {
	case "del", "moveFrom", "instrText", "delText", "Fallback", "drawing", "pict":
		r.skip++
	case "tr":
		r.inRow++
		r.cells = 0
		r.w.begin("")
	case "tc":
		if r.cells++; r.cells > 1 && r.w.start >= 0 {
			r.w.made("\t")
		}
	case "p":
		if r.inRow == 0 {
			r.w.begin("")
		} else if r.w.start >= 0 && r.w.pending == "" {
			r.w.blank()
		}
	case "pStyle":
		switch style := strings.ToLower(value(e, "val")); {
		case r.inRow > 0:
		case style == "title" || style == "titel" || style == "titre":
			r.w.kind = "title"
		case strings.HasPrefix(style, "heading") || strings.HasPrefix(style, "berschrift") || strings.HasPrefix(style, "überschrift") || strings.HasPrefix(style, "titre"):
			r.w.kind = "heading"
		case strings.HasPrefix(style, "list"):
			r.w.kind = "item"
		}
	case "numPr":
		if r.inRow == 0 && r.w.kind == "" {
			r.w.kind = "item"
		}
	case "strike", "dstrike":
		if v := value(e, "val"); v != "0" && v != "false" && v != "off" {
			r.w.strike()
		}
	case "t":
		r.inText = true
	case "tab":
		r.w.say(" ")
	case "br", "cr":
		if r.w.start >= 0 {
			r.w.end(1)
		}
	case "noBreakHyphen":
		r.w.say("-")
	}
}

func (r *docxReader) text(s string) {
	if r.skip == 0 && r.inText {
		r.w.say(s)
	}
}

func (r *docxReader) shut(name xml.Name) {
	if r.skip > 0 {
		r.skip--
		return
	}
	switch name.Local {
	case "t":
		r.inText = false
	case "r", "pPr":
		r.w.strikeEnd()
	case "p":
		if r.inRow == 0 {
			r.w.finish()
		}
	case "tr":
		r.inRow--
		r.w.finish()
	}
}
