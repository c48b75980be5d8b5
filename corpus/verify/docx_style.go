package verify

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// styles are the styles of a docx file, by id.
type styles struct {
	defaults letters
	normal   string // the id of the paragraph style that holds where none is named
	all      map[string]*wordStyle
}

// wordStyle is one style.
type wordStyle struct {
	name, based string
	properties  []xml.StartElement // of letters
	away        string             // what in it hides paragraphs
	apart       bool               // it sets quotations apart, as its name says
	level       int                // of headings: the title has 1
}

func readStyles(data []byte) (styles, error) {
	s := styles{all: make(map[string]*wordStyle)}
	if data == nil {
		return s, nil
	}
	d := xml.NewDecoder(strings.NewReader(string(data)))
	var one *wordStyle
	inRun, inDefaults := false, false
	for {
		token, err := d.Token()
		if token == nil && err != nil {
			if one == nil && err.Error() == "EOF" {
				return s, nil
			}
			return s, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "style":
				one = &wordStyle{}
				s.all[value(t, "styleId")] = one
				if value(t, "type") == "paragraph" && isOn(value(t, "default"), false) {
					s.normal = value(t, "styleId")
				}
			case "rPrDefault":
				inDefaults = true
			case "rPr":
				inRun = true
			default:
				switch {
				case inRun && inDefaults:
					s.defaults.set(t, styles{})
				case one != nil:
					one.read(t, inRun)
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "style":
				one = nil
			case "rPrDefault":
				inDefaults = false
			case "rPr":
				inRun = false
			}
		}
	}
}

// read reads an element of a style.
func (w *wordStyle) read(t xml.StartElement, inRun bool) {
	switch name := t.Name.Local; {
	case inRun:
		w.properties = append(w.properties, t.Copy())
	case name == "name":
		w.name = strings.ToLower(value(t, "val"))
		w.apart = strings.Contains(w.name, "quot")
		if w.name == "title" {
			w.level = 1
		} else if n, ok := strings.CutPrefix(w.name, "heading "); ok {
			level, _ := strconv.Atoi(n)
			w.level = min(6, 1+level)
		}
	case name == "basedOn":
		w.based = value(t, "val")
	default:
		if how := away(t); how != "" {
			w.away = how
		}
	}
}

// of is the style of that id. A style that is not in the file is known by its id.
func (s styles) of(id string) wordStyle {
	if w := s.all[id]; w != nil {
		one := *w
		one.apart = one.apart || strings.Contains(strings.ToLower(id), "quot")
		for b, n := w.based, 0; one.away == "" && s.all[b] != nil && n < maxBased; b, n = s.all[b].based, n+1 {
			one.away = s.all[b].away
		}
		return one
	}
	return wordStyle{}
}

// maxBased bounds how many styles stand on each other.
const maxBased = 16

// letters is how letters look in a paragraph of that style.
func (s styles) letters(id string) *letters {
	if s.all[id] == nil {
		id = s.normal
	}
	l := s.defaults
	s.apply(&l, id)
	return &l
}

// apply lays a style, and first what it stands on, over l.
func (s styles) apply(l *letters, id string) {
	var chain []*wordStyle
	for w := s.all[id]; w != nil && len(chain) < maxBased; w = s.all[w.based] {
		chain = append(chain, w)
	}
	for _, w := range slices.Backward(chain) {
		for _, t := range w.properties {
			l.set(t, styles{})
		}
	}
}

// letters is how the letters of a run look, as far as it decides whether they are read.
type letters struct {
	vanish, strike, caps, clear bool
	colour, fill, font          string
	size, scale                 int // in half points, and in percent; 0 is unset
}

// set lays one property over the others. s are the styles that it may name.
func (l *letters) set(t xml.StartElement, s styles) {
	v := value(t, "val")
	switch t.Name.Local {
	case "rStyle":
		s.apply(l, v)
	case "vanish", "specVanish":
		l.vanish = isOn(v, true)
	case "strike", "dstrike":
		l.strike = isOn(v, true)
	case "caps":
		l.caps = isOn(v, true)
	case "noFill":
		l.clear = true
	case "alpha":
		n, _ := strconv.Atoi(v)
		l.clear = l.clear || n > 80_000 // thousandths of a percent of transparency
	case "color":
		l.colour = v
	case "shd":
		l.fill = value(t, "fill")
	case "highlight":
		l.fill = v
	case "sz":
		l.size, _ = strconv.Atoi(v)
	case "w":
		l.scale, _ = strconv.Atoi(v)
	case "rFonts":
		if f := value(t, "ascii"); f != "" {
			l.font = f
		}
	}
}

// isOn reads the value of a property that is on or off.
func isOn(v string, absent bool) bool {
	switch v {
	case "":
		return absent
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// leastSize is the smallest size of letters that somebody reads, in half points.
const leastSize = 8

// hides says what hides the letters; "" when they are seen.
func (l *letters) hides() string {
	if l == nil {
		return ""
	}
	ground := colour{1, 1, 1, 1}
	if c, ok := colourOf(l.fill); ok {
		ground = c
	}
	ink := ink
	if c, ok := colourOf(l.colour); ok {
		ink = c
	} else if ground.luminance() < 0.2 {
		ink = colour{1, 1, 1, 1} // automatic: white on dark
	}
	switch {
	case l.vanish:
		return "the property “hidden”"
	case l.strike:
		return "a line through them"
	case l.clear:
		return "the property “transparent”"
	case l.size > 0 && l.size < leastSize:
		return fmt.Sprintf("a size of %g points", float64(l.size)/2)
	case l.scale > 0 && l.scale < 20:
		return fmt.Sprintf("a width of %d %%", l.scale)
	case contrast(ink, ground) < leastContrast:
		return "the colour " + strings.TrimSpace(l.colour+" "+l.fill)
	}
	return ""
}

// alters says what shows the letters as others; "" when nothing does.
func (l *letters) alters() string {
	if l == nil {
		return ""
	}
	font := strings.ToLower(l.font)
	switch {
	case l.caps:
		return "shown in capitals"
	case strings.Contains(font, "dings") || font == "symbol" || font == "marlett" || strings.Contains(font, "opensymbol"):
		return "shown in a font of signs"
	}
	return ""
}

// away says how a property of a paragraph puts it where nobody reads it; "" when it does not. Lengths are in twentieths
// of a point.
func away(t xml.StartElement) string {
	const far = 9000
	switch t.Name.Local {
	case "framePr":
		for _, name := range []string{"x", "y"} {
			if n, err := strconv.Atoi(value(t, name)); err == nil && (n < -720 || n > 2*far) {
				return "a frame outside of the page"
			}
		}
	case "ind":
		for _, name := range []string{"left", "start", "right", "end", "firstLine", "hanging"} {
			if n, err := strconv.Atoi(value(t, name)); err == nil && (n < -far/4 || n > far) {
				return "an indent out of the page"
			}
		}
	case "spacing":
		if n, err := strconv.Atoi(value(t, "line")); err == nil && value(t, "lineRule") == "exact" && n < 80 {
			return "a height of lines of nearly nothing"
		}
	}
	return ""
}
