package verify

import (
	"math"
	"strconv"
	"strings"
)

// colour is red, green and blue from 0 to 1, and how opaque.
type colour [4]float64

var (
	paper = colour{0.992, 0.992, 0.984, 1} // of the page, as it is exported
	ink   = colour{0.102, 0.102, 0.102, 1}
)

// leastContrast is the ratio of luminances under which letters count as hidden. The Web Content Accessibility Guidelines
// (2.1, 1.4.3) want 4.5 for reading; what is paler than the palest grey that people print is not meant to be read.
const leastContrast = 1.5

// named are the colours of CSS that people write, and those that hide on white paper.
var named = map[string]string{
	"black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "gray": "808080", "grey": "808080",
	"silver": "c0c0c0", "maroon": "800000", "navy": "000080", "purple": "800080", "teal": "008080", "olive": "808000",
	"orange": "ffa500", "yellow": "ffff00", "lime": "00ff00", "aqua": "00ffff", "cyan": "00ffff", "fuchsia": "ff00ff",
	"magenta": "ff00ff", "darkred": "8b0000", "darkblue": "00008b", "darkgreen": "006400", "crimson": "dc143c",
	"brown": "a52a2a", "darkgray": "a9a9a9", "darkgrey": "a9a9a9", "dimgray": "696969", "dimgrey": "696969",
	"snow": "fffafa", "ivory": "fffff0", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff", "floralwhite": "fffaf0",
	"seashell": "fff5ee", "mintcream": "f5fffa", "azure": "f0ffff", "aliceblue": "f0f8ff", "honeydew": "f0fff0",
	"lightyellow": "ffffe0", "beige": "f5f5dc", "oldlace": "fdf5e6", "linen": "faf0e6", "lavenderblush": "fff0f5",
	"lightgray": "d3d3d3", "lightgrey": "d3d3d3", "gainsboro": "dcdcdc",
}

// colourOf reads a colour of CSS or of WordprocessingML; not ok when it is none of the forms known here.
func colourOf(s string) (c colour, ok bool) {
	s = strings.TrimSpace(strings.ToLower(s))
	if s == "transparent" {
		return colour{}, true
	}
	hex := strings.TrimPrefix(s, "#")
	if name, ok := named[s]; ok {
		hex = name
	}
	if inner, ok := strings.CutSuffix(s, ")"); ok {
		return function(inner)
	}
	if len(hex) == 3 || len(hex) == 4 {
		long := ""
		for _, r := range hex {
			long += string(r) + string(r)
		}
		hex = long
	}
	n, err := strconv.ParseUint(hex, 16, 64)
	switch {
	case err != nil:
		return c, false
	case len(hex) == 6:
		n = n<<8 | 0xFF
	case len(hex) != 8:
		return c, false
	}
	for i := range c {
		c[i] = float64(n>>(24-8*i)&0xFF) / 255
	}
	return c, true
}

// function reads what stands before the closing bracket of rgb(), rgba(), hsl() and hsla().
func function(s string) (c colour, ok bool) {
	name, args, found := strings.Cut(s, "(")
	if !found || name != "rgb" && name != "rgba" && name != "hsl" && name != "hsla" {
		return c, false
	}
	var v []float64
	for i, word := range strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' }) {
		n, unit, ok := number(word)
		switch {
		case !ok:
			return c, false
		case unit == "%":
			n /= 100
		case i < 3 && name[0] == 'r':
			n /= 255
		case i == 0:
			n /= 360
		}
		v = append(v, n)
	}
	if len(v) == 3 {
		v = append(v, 1)
	}
	if len(v) != 4 {
		return c, false
	}
	if name[0] == 'h' {
		for i, k := range []float64{0, 8, 4} {
			at := math.Mod(k+v[0]*12, 12)
			c[i] = v[2] - v[1]*math.Min(v[2], 1-v[2])*math.Max(-1, math.Min(math.Min(at-3, 9-at), 1))
		}
		c[3] = v[3]
		return c, true
	}
	return colour(v), true
}

// over is the colour that shows when c lies on another.
func (c colour) over(ground colour) colour {
	for i := range 3 {
		c[i] = c[i]*c[3] + ground[i]*(1-c[3])
	}
	c[3] = 1
	return c
}

// luminance is the relative luminance of the Web Content Accessibility Guidelines.
func (c colour) luminance() float64 {
	sum := 0.0
	for i, part := range []float64{0.2126, 0.7152, 0.0722} {
		v := c[i]
		if v <= 0.03928 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += part * v
	}
	return sum
}

// contrast is the ratio of the luminances of letters and of what they stand on, from 1 to 21.
func contrast(letters, ground colour) float64 {
	ground = ground.over(paper)
	a, b := letters.over(ground).luminance(), ground.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// inkEffect is the effect of a colour of letters, on the ground that the same style gives them, else on the paper.
func inkEffect(value string, all map[string]string) styleEffect {
	switch value {
	case "inherit", "currentcolor", "initial", "unset", "windowtext", "canvastext":
		return harmless
	}
	letters, ok := colourOf(value)
	if !ok {
		return unclear
	}
	ground := paper
	for _, name := range []string{"background", "background-color"} {
		if all[name] == "" {
			continue
		}
		if ground, ok = colourOf(all[name]); !ok {
			return unclear
		}
	}
	return either(contrast(letters, ground) < leastContrast, hiding, harmless)
}
