package verify

import (
	"regexp"
	"strconv"
	"strings"
)

// What a browser makes of a style is not computed here: that would be a browser. A style is judged by its declarations.
// Those that are known to change nothing but the looks are let be; those that are known to hide are believed, so that
// what they hide is not read; all others are told, and make the page one that may show other words than it has.

// styleEffect is what a declaration does to what it is laid upon.
type styleEffect uint8

const (
	harmless styleEffect = iota
	unclear              // it may change what is seen
	hiding
)

// rule is a rule of a style sheet.
type rule struct {
	selector     string // of an at-rule: all of it
	declarations string
	at           bool // an at-rule, whose inside is not read
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)`)

// rulesOf reads a style sheet.
func rulesOf(sheet string) []rule {
	sheet = cssComment.ReplaceAllString(sheet, " ")
	var all []rule
	for i := 0; i < len(sheet); {
		end := strings.IndexAny(sheet[i:], "{;")
		if end < 0 {
			if rest := squeezed(sheet[i:]); rest != "" {
				all = append(all, rule{selector: rest, at: true})
			}
			break
		}
		head := squeezed(sheet[i : i+end])
		if sheet[i+end] == ';' { // "@import x;"
			all = append(all, rule{selector: head, at: true})
			i += end + 1
			continue
		}
		body, next := braced(sheet, i+end)
		if strings.HasPrefix(head, "@") || strings.Contains(body, "{") {
			all = append(all, rule{selector: head + "{" + squeezed(body) + "}", at: true})
		} else {
			all = append(all, rule{selector: head, declarations: squeezed(body)})
		}
		i = next
	}
	return all
}

// braced is what stands between the brace at byte i and its partner, and the byte behind that.
func braced(s string, i int) (body string, next int) {
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[i+1 : j], j + 1
			}
		}
	}
	return s[i+1:], len(s)
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// declarations are the properties of a style and their values, in lower case.
func declarations(style string) map[string]string {
	all := make(map[string]string)
	for _, one := range strings.Split(cssComment.ReplaceAllString(style, " "), ";") {
		name, value, ok := strings.Cut(one, ":")
		if name = strings.ToLower(strings.TrimSpace(name)); ok && name != "" {
			value = strings.ToLower(squeezed(strings.ReplaceAll(value, "!important", "")))
			all[name] = value
		}
	}
	return all
}

// looksOnly are properties that change no word that is seen.
var looksOnly = map[string]bool{
	"page-break-before": true, "page-break-after": true, "page-break-inside": true, "break-before": true, "break-after": true,
	"break-inside": true, "orphans": true, "widows": true, "hyphens": true, "font-family": true, "font-style": true,
	"font-weight": true, "font-variant": true, "text-align": true, "vertical-align": true, "overflow-wrap": true,
	"word-wrap": true, "word-break": true, "line-break": true, "text-align-last": true, "font-kerning": true,
	"font-feature-settings": true, "cursor": true, "outline": true, "border-radius": true, "box-sizing": true,
	"border-collapse": true, "border-spacing": true, "caret-color": true, "accent-color": true, "color-scheme": true,
	"text-underline-offset": true, "scroll-behavior": true, "white-space": true, "tab-size": true, "font-stretch": true,
}

// effectOf is what one declaration does; all are the others beside it.
func effectOf(name, value string, all map[string]string) styleEffect {
	if effect, ok := lettersEffect(name, value, all); ok {
		return effect
	}
	if effect, ok := boxEffect(name, value); ok {
		return effect
	}
	decoration := strings.HasPrefix(name, "border") || strings.HasPrefix(name, "outline") || strings.HasPrefix(name, "mso-") ||
		strings.HasPrefix(name, "text-decoration-")
	if looksOnly[name] || decoration {
		return either(strings.Contains(value, "url("), unclear, harmless)
	}
	return unclear
}

// lettersEffect is what a declaration does that says how letters look; not ok for others.
func lettersEffect(name, value string, all map[string]string) (effect styleEffect, ok bool) {
	switch name {
	case "opacity":
		n, unit, ok := number(value)
		return either(!ok, unclear, either(n < 0.2 || unit == "%" && n < 20, hiding, harmless)), true
	case "font-size":
		return fontSize(value), true
	case "font":
		for _, word := range strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == '/' }) {
			if n, unit, ok := number(word); ok && (unit != "" && fontSize(word) == hiding || n == 0) {
				return hiding, true
			}
		}
		return either(strings.Contains(value, "var("), unclear, harmless), true
	case "line-height":
		n, _, ok := number(value)
		return either(ok && n < 0.5, hiding, harmless), true
	case "letter-spacing", "word-spacing":
		n, _, ok := number(value)
		return either(ok && n < 0, unclear, harmless), true
	case "color", "-webkit-text-fill-color":
		return inkEffect(value, all), true
	case "background", "background-color":
		if strings.Contains(value, "url(") || strings.Contains(value, "gradient") || strings.Contains(value, "var(") {
			return unclear, true
		}
		if all["color"] != "" {
			return harmless, true // judged there
		}
		back, ok := colourOf(value)
		return either(!ok || contrast(back, ink) < leastContrast, unclear, harmless), true
	case "text-decoration", "text-decoration-line":
		return either(strings.Contains(value, "line-through"), hiding, harmless), true
	}
	return harmless, false
}

// boxEffect is what a declaration does that lays out boxes; not ok for others.
func boxEffect(name, value string) (effect styleEffect, ok bool) {
	switch name {
	case "display":
		return cases(value, hiding, []string{"none"}, []string{"block", "inline", "inline-block", "list-item", "flow-root", "inherit", "initial"}), true
	case "visibility":
		return cases(value, hiding, []string{"hidden", "collapse"}, []string{"visible", "inherit", "initial"}), true
	case "content-visibility":
		return cases(value, hiding, []string{"hidden"}, []string{"visible", "auto"}), true
	case "height", "width", "max-height", "max-width":
		n, unit, ok := number(value)
		return either(ok && n <= 1 && unit != "em" && unit != "rem" || ok && n == 0, hiding, either(!ok && value != "auto" && value != "none" && value != "inherit", unclear, harmless)), true
	case "text-indent", "left", "top", "right", "bottom", "inset":
		return awayStyle(value), true
	case "position":
		return cases(value, unclear, nil, []string{"static", "relative", "inherit", "initial"}), true
	case "clip", "clip-path", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
		return cases(value, hiding, nil, []string{"auto", "none", "inherit", "initial"}), true
	case "transform", "scale", "translate", "rotate", "filter", "text-transform", "content", "quotes", "text-shadow", "overflow", "overflow-x", "overflow-y", "float":
		return cases(value, unclear, nil, []string{"none", "normal", "auto", "visible", "inherit", "initial"}), true
	}
	if strings.HasPrefix(name, "margin") || strings.HasPrefix(name, "padding") {
		return awayStyle(value), true
	}
	return harmless, false
}

func cases(value string, bad styleEffect, wrong, right []string) styleEffect {
	for _, v := range wrong {
		if value == v {
			return bad
		}
	}
	for _, v := range right {
		if value == v {
			return harmless
		}
	}
	if len(wrong) == 0 {
		return bad
	}
	return unclear
}

func either(is bool, yes, no styleEffect) styleEffect {
	if is {
		return yes
	}
	return no
}

// awayStyle is the effect of lengths that move: far off is hidden.
func awayStyle(value string) styleEffect {
	effect := harmless
	for _, word := range strings.Fields(value) {
		n, unit, ok := number(word)
		far := 300.0
		switch unit {
		case "em", "rem", "ch", "ex":
			far = 20
		case "%", "vw", "vh":
			far = 50
		case "in":
			far = 3
		case "cm":
			far = 8
		case "mm":
			far = 80
		}
		switch {
		case !ok && word != "auto" && word != "inherit" && word != "initial":
			effect = max(effect, unclear)
		case ok && (n > far || n < -far):
			return hiding
		case ok && n < 0:
			effect = max(effect, unclear)
		}
	}
	return effect
}

// fontSize is the effect of a size of letters: nobody reads under four points.
func fontSize(value string) styleEffect {
	n, unit, ok := number(value)
	if !ok {
		return either(strings.ContainsAny(value, "("), unclear, harmless) // "small", "larger"
	}
	least := map[string]float64{"px": 5, "pt": 4, "em": 0.35, "rem": 0.35, "%": 35, "mm": 1.3, "cm": 0.13, "in": 0.05, "pc": 0.3, "": 1}
	size, known := least[unit]
	return either(known && n < size, hiding, either(known, harmless, unclear))
}

var numberPattern = regexp.MustCompile(`^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$`)

// number reads a number and its unit.
func number(value string) (n float64, unit string, ok bool) {
	m := numberPattern.FindStringSubmatch(value)
	if m == nil {
		return 0, "", false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	return n, m[2], err == nil
}
