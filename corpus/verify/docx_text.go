package verify

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"parallax/corpus/brief"
)

// wordReader reads the paragraphs of a part.
type wordReader struct {
	*wordFile
	kind       string            // "footnote" or "endnote" while those are read, "" in the text
	id         string            // of the note
	targets    map[string]string // of links, by id
	paragraphs []sheetParagraph
	open       []wordParagraph // a paragraph may hold a text box with paragraphs of its own
	run        *letters        // nil outside of runs
	inRun      bool            // in the properties of one
	inText     bool
	link       *wordLink
	fields     []*wordField
}

type wordParagraph struct {
	sheetParagraph
	style string
	words []byte
	away  string // what hides the whole of it
}

// wordLink is a link that is being read; from is where its words begin in the paragraph.
type wordLink struct {
	target string
	from   int
}

// wordField is a field: instructions, then what they show.
type wordField struct {
	instruction string
	from        int
	inResult    bool
}

// passed are the elements with text that is not on the page, and what to say of it.
var passed = map[string]string{
	"del": "a tracked change takes out", "moveFrom": "a tracked change moves away", "delText": "a tracked change takes out",
	"Fallback": "", "delInstrText": "", "rt": "small signs stand over the words:",
}

// foreign are elements that show something of their own.
var foreign = map[string]bool{"altChunk": true, "subDoc": true, "object": true, "control": true, "OLEObject": true}

func (r *wordReader) read(data []byte) error {
	if data == nil {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if how, ok := passed[t.Name.Local]; ok {
				if err := r.pass(d, how); err != nil {
					return err
				}
				continue
			}
			r.start(t)
		case xml.EndElement:
			r.end(t)
		case xml.CharData:
			switch {
			case len(r.fields) > 0 && !r.fields[len(r.fields)-1].inResult:
				r.fields[len(r.fields)-1].instruction += string(t)
			case r.inText:
				r.show(string(t))
			}
		}
	}
}

// pass skips an element and tells what words it has.
func (r *wordReader) pass(d *xml.Decoder, how string) error {
	var words strings.Builder
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			words.Write(t)
		}
	}
	if text := brief.Normal(words.String()); how != "" && text != "" {
		r.tell(false, how+" “"+text+"”")
	}
	return nil
}

// value is an attribute of an element; "" when it has none of that name.
func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// start reads the beginning of an element.
func (r *wordReader) start(t xml.StartElement) {
	p := &wordParagraph{}
	if n := len(r.open); n > 0 {
		p = &r.open[n-1]
	}
	if r.inRun {
		r.run.set(t, r.styles)
	}
	switch name := t.Name.Local; name {
	case "p":
		r.open = append(r.open, wordParagraph{})
	case "pStyle":
		p.style = value(t, "val")
		style := r.styles.of(p.style)
		p.apart, p.level, p.away = style.apart, style.level, style.away
	case "ind", "spacing", "framePr":
		if !r.inRun && r.run == nil {
			if how := away(t); how != "" {
				p.away = how
			}
		}
	case "r":
		r.run = r.styles.letters(p.style)
	case "rPr":
		r.inRun = r.run != nil
	case "t":
		r.inText = true
	case "tab", "br", "cr":
		if r.run != nil {
			r.write(" ")
		}
	case "noBreakHyphen":
		r.write("-")
	case "softHyphen":
		r.write("\u00AD")
	case "sym":
		r.write("\uFFFD") // a character of a font of signs: nobody can say which
	case "footnote", "endnote":
		r.id = value(t, "id")
	case "footnoteReference", "endnoteReference":
		key := strings.TrimSuffix(name, "Reference") + value(t, "id")
		text := r.notes[key]
		r.used[key] = true
		r.sheet.marks = append(r.sheet.marks, value(t, "id"))
		p.notes = append(p.notes, sheetNote{len(p.words), text})
	default:
		r.startOther(t, p)
	}
}

// startOther reads the beginning of what is neither a paragraph nor a run nor text.
func (r *wordReader) startOther(t xml.StartElement, p *wordParagraph) {
	switch name := t.Name.Local; name {
	case "hyperlink":
		if id := value(t, "id"); id != "" {
			r.link = &wordLink{r.targets[id], len(p.words)}
		}
	case "fldSimple":
		r.field(value(t, "instr"))
	case "fldChar":
		r.fieldChar(value(t, "fldCharType"), p)
	case "txbxContent":
		r.tell(false, "a text box was put in")
	case "anchor", "pict":
		r.tell(true, "a picture or a shape can cover the words")
	case "inline":
		r.tell(p.apart, "a picture was put in")
	case "background":
		if c, ok := colourOf(value(t, "color")); ok && contrast(ink, c) < leastContrast {
			r.tell(true, "the page is coloured so that letters may vanish")
		}
	default:
		if foreign[name] {
			r.tell(true, fmt.Sprintf("<%s> can show what the text does not say", name))
		}
	}
}

// fieldChar reads a border of a field.
func (r *wordReader) fieldChar(kind string, p *wordParagraph) {
	n := len(r.fields)
	switch {
	case kind == "begin":
		r.fields = append(r.fields, &wordField{from: len(p.words)})
	case n == 0:
	case kind == "separate":
		r.fields[n-1].inResult, r.fields[n-1].from = true, len(p.words)
	case kind == "end":
		f := r.fields[n-1]
		r.fields = r.fields[:n-1]
		if target := r.field(f.instruction); target != "" {
			r.compare(&wordLink{target, f.from}, p)
		}
	}
}

// compare compares where a link leads with where its words say that it does.
func (r *wordReader) compare(link *wordLink, p *wordParagraph) {
	words := strings.TrimSpace(string(p.words[min(link.from, len(p.words)):]))
	switch {
	case misleads(link.target, words):
		r.tell(true, fmt.Sprintf("a link that says %s leads to %s", short(words), short(link.target)))
	case link.target != words:
		r.tell(false, fmt.Sprintf("a link was put in: “%s” leads to %s", short(words), short(link.target)))
	}
}

// show writes words that stand in a run, unless its reader does not see them.
func (r *wordReader) show(s string) {
	how := r.run.hides()
	if n := len(r.open); how == "" && n > 0 {
		how = r.open[n-1].away
	}
	if how != "" {
		if !blankOnly(s) {
			r.tell(false, how+" hides “"+s+"”")
		}
		return
	}
	if how := r.run.alters(); how != "" {
		r.tell(true, how+": “"+short(s)+"”")
	}
	r.write(s)
}

func blankOnly(s string) bool { return brief.BlankOnly(s) }

func (r *wordReader) write(s string) {
	if n := len(r.open); n > 0 {
		r.open[n-1].words = append(r.open[n-1].words, s...)
	}
}

// end reads the end of an element.
func (r *wordReader) end(t xml.EndElement) {
	switch t.Name.Local {
	case "r":
		r.run, r.inRun = nil, false
	case "rPr":
		r.inRun = false
	case "t":
		r.inText = false
	case "hyperlink":
		if n := len(r.open); n > 0 && r.link != nil {
			r.compare(r.link, &r.open[n-1])
		}
		r.link = nil
	case "p":
		r.endParagraph()
	}
}

// endParagraph ends the innermost paragraph.
func (r *wordReader) endParagraph() {
	n := len(r.open)
	if n == 0 {
		return
	}
	p := &r.open[n-1]
	p.text = string(p.words)
	if r.kind != "" {
		r.notes[r.kind+r.id] += p.text + " "
	} else if strings.TrimSpace(p.text) != "" {
		r.paragraphs = append(r.paragraphs, p.sheetParagraph)
	}
	r.open = r.open[:n-1]
}
