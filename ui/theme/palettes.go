package theme

import "slices"

// Auto is the theme of who chose none: dark or light, as the terminal's background is.
const Auto = "auto"

// scheme is a named palette, and the background that it is for: nil for either, as the terminal says.
type scheme struct {
	name    string
	dark    *bool
	palette func() *Palette
}

var yes, no = true, false

var schemes = []scheme{
	{Auto, nil, BlueAndOrange},
	{"dark", &yes, BlueAndOrange},
	{"light", &no, BlueAndOrange},
	{"contrast", nil, HighContrast},
	{"colour-blind", nil, ColourBlindSafe},
	{"terminal", nil, Sixteen},
}

// Names is every theme's name.
func Names() []string {
	var names []string
	for _, s := range schemes {
		names = append(names, s.name)
	}
	return names
}

// Known reports whether there is a theme of that name.
func Known(name string) bool { return slices.Contains(Names(), name) }

// Of is the theme of a name on a terminal with a dark or a light background; that of an unknown name is [Auto]'s.
func Of(name string, dark, ascii bool) *Theme {
	for _, s := range schemes {
		if s.name != name {
			continue
		}
		if s.dark != nil {
			dark = *s.dark
		}
		return New(s.palette(), dark, ascii)
	}
	return New(BlueAndOrange(), dark, ascii)
}

// HighContrast has a contrast of at least 7 to 1 against white and against black, as WCAG 2.2 asks of text at level AAA, and so
// has what a terminal with 256 colours shows for it.
func HighContrast() *Palette {
	return &Palette{
		Name:   [2]string{"#002c96", "#9fd0ff"},
		Stress: [2]string{"#6b2400", "#ffc861"},
		Quiet:  [2]string{"#454545", "#c4c4c4"},
		Here:   [2]string{"#ececec", "#1c1c1c"},
	}
}

// ColourBlindSafe has blue and yellow of so different a lightness that the states stay apart also where red and green, or blue
// and yellow, look alike; the blues and oranges begin from those of Okabe and Ito, Color Universal Design (2008).
func ColourBlindSafe() *Palette {
	return &Palette{
		Name:   [2]string{"#0000c0", "#56b4e9"},
		Stress: [2]string{"#9a4400", "#f5d000"},
		Quiet:  [2]string{"#6a6a6a", "#8c8c8c"},
		Here:   [2]string{"#e8e8e8", "#282828"},
	}
}

// Sixteen takes the terminal's own colours, by their numbers, whatever the user made of them.
func Sixteen() *Palette {
	return &Palette{
		Name:   [2]string{"4", "12"},
		Stress: [2]string{"5", "11"},
		Quiet:  [2]string{"8", "7"},
		Here:   [2]string{"7", "0"},
	}
}
