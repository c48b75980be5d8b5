package report

import (
	"archive/zip"
	"encoding/xml"
	"strings"
)

// readODT reads a text of LibreOffice and what writes like it (OpenDocument 1.3, part 3). What was deleted while changes
// were tracked, remarks and notes are no text of it.
func readODT(in *input, z *zip.Reader) ([]draft, error) {
	data, err := in.member(z, "content.xml")
	if err != nil {
		return nil, err
	}
	w := newDocumentWriter()
	r := &odtReader{w: w, out: map[string]bool{}}
	if err := walkXML(data, r.open, r.text, r.shut); err != nil && len(w.text) == 0 {
		return nil, err
	}
	meta, _ := in.member(z, "meta.xml")
	said := properties(meta)
	by := said["initial-creator"]
	if by == "" {
		by = said["creator"]
	}
	facts := Facts{
		Title: Fact{Value: said["title"]}, Byline: Fact{Value: by}, Lang: Fact{Value: said["language"]},
	}.Said("document properties")
	return w.draft("odt", facts)
}

type odtReader struct {
	w     *documentWriter
	skip  int // elements open whose text is none
	lists int
	rows  int
	cells int
	style string          // whose properties are being read
	out   map[string]bool // styles that strike words out
	spans []bool          // that are open: whether they do
}

func (r *odtReader) open(e xml.StartElement) {
	if r.skip > 0 {
		r.skip++
		r.properties(e)
		return
	}
	switch e.Name.Local {
	case "span":
		out := r.out[value(e, "style-name")]
		if r.spans = append(r.spans, out); out {
			r.w.strike()
		}
	case "tracked-changes", "annotation", "note", "forms", "frame", "table-of-content", "sequence-decls", "styles", "automatic-styles", "scripts":
		r.skip++
	case "list-item":
		r.lists++
	case "table-row":
		r.rows++
		r.cells = 0
		r.w.begin("")
	case "table-cell":
		if r.cells++; r.cells > 1 && r.w.start >= 0 {
			r.w.made("\t")
		}
	case "h":
		r.paragraph("heading")
	case "p":
		switch style := value(e, "style-name"); {
		case style == "Title":
			r.paragraph("title")
		case r.lists > 0:
			r.paragraph("item")
		default:
			r.paragraph("")
		}
	case "s", "tab":
		r.w.say(" ")
	case "line-break":
		if r.w.start >= 0 {
			r.w.end(1)
		}
	}
}

// properties notes the styles that strike words out.
func (r *odtReader) properties(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		r.style = value(e, "name")
	case "text-properties":
		if s := value(e, "text-line-through-style"); s != "" && s != "none" {
			r.out[r.style] = true
		}
	}
}

func (r *odtReader) paragraph(kind string) {
	if r.rows == 0 {
		r.w.begin(kind)
	} else if r.w.start >= 0 && r.w.pending == "" {
		r.w.blank()
	}
}

func (r *odtReader) text(s string) {
	if r.skip == 0 && (r.w.start != -1 || strings.TrimSpace(s) != "") {
		r.w.say(s)
	}
}

func (r *odtReader) shut(name xml.Name) {
	if r.skip > 0 {
		r.skip--
		return
	}
	switch name.Local {
	case "h", "p":
		if r.rows == 0 {
			r.w.finish()
		}
	case "span":
		if n := len(r.spans); n > 0 {
			if r.spans[n-1] {
				r.w.unstrike()
			}
			r.spans = r.spans[:n-1]
		}
	case "list-item":
		r.lists--
	case "table-row":
		r.rows--
		r.w.finish()
	}
}
