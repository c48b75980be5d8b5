package theme

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// How colours look to whom one kind of cone is missing: Machado, Oliveira, Fernandes, A Physiologically-based Model for
// Simulation of Color Vision Deficiency (2009), severity 1.0, on linear RGB.
var visions = map[string][3][3]float64{
	"full":         {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// linear is the linear RGB of "#rrggbb".
func linear(t *testing.T, hex string) (c [3]float64) {
	t.Helper()
	for i := range c {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		if v := float64(n) / 255; v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// seen is a colour as it looks with a vision.
func seen(m [3][3]float64, c [3]float64) (out [3]float64) {
	for i := range out {
		for k := range c {
			out[i] += m[i][k] * c[k]
		}
		out[i] = min(1, max(0, out[i]))
	}
	return out
}

// luminance is WCAG's relative luminance.
func luminance(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lab is CIE L*a*b* under D65.
func lab(c [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// difference is the colour difference of 1976, in L*a*b*: 2.3 is just noticeable.
func difference(a, b [3]float64) float64 {
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// judged is the palettes with what is asked of them: the contrast of their text, how far the states' colours are apart, and the
// same where the terminal has 256 colours and takes the nearest of those.
var judged = []struct {
	name                  string
	palette               *Palette
	contrast, apart       float64
	contrast256, apart256 float64
}{
	{"blue and orange", BlueAndOrange(), 4.5, 10, 4.5, 10},
	{"contrast", HighContrast(), 7, 10, 7, 10},
	{"colour-blind", ColourBlindSafe(), 4.5, 20, 4.5, 20},
}

// as256 is the colour that a terminal with 256 of them shows for another.
func as256(hex string) string {
	r, g, b, _ := colorprofile.ANSI256.Convert(lipgloss.Color(hex)).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// TestReadable asks of every palette that its text can be read on the background that it is for, white or black, and behind the
// current statement, and that the states' colours (a name, what is stressed, what is quiet) stay apart for every vision, also in
// 256 colours: the smallest contrast and, under each vision, the smallest difference are logged.
func TestReadable(t *testing.T) {
	for _, p := range judged {
		for i, ground := range []string{"#ffffff", "#000000"} {
			states := map[string]string{"name": p.palette.Name[i], "stress": p.palette.Stress[i], "quiet": p.palette.Quiet[i]}
			readable(t, p.name, states, ground, p.palette.Here[i], p.contrast)
			apart(t, p.name+" on "+ground, states, p.apart)
			for state, hex := range states {
				states[state] = as256(hex)
			}
			readable(t, p.name+" in 256", states, ground, as256(p.palette.Here[i]), p.contrast256)
			apart(t, p.name+" in 256 on "+ground, states, p.apart256)
		}
	}
}

// readable asks for a contrast against the background, of what can stand in the current statement also against that.
func readable(t *testing.T, palette string, states map[string]string, ground, here string, wanted float64) {
	t.Helper()
	least := math.Inf(1)
	for state, hex := range states {
		for _, behind := range []string{ground, here} {
			if behind == here && state == "quiet" { // nothing in it is
				continue
			}
			got := contrast(linear(t, hex), linear(t, behind))
			least = min(least, got)
			if got < wanted {
				t.Errorf("%s: %s on %s has a contrast of %.2f, wanted %.1f", palette, state, behind, got, wanted)
			}
		}
	}
	t.Logf("%s on %s: contrast %.1f", palette, ground, least)
}

// apart asks for a difference between the states, whoever sees them.
func apart(t *testing.T, palette string, states map[string]string, wanted float64) {
	t.Helper()
	for vision, m := range visions {
		least, which := math.Inf(1), ""
		for a := range states {
			for b := range states {
				if d := difference(seen(m, linear(t, states[a])), seen(m, linear(t, states[b]))); a < b && d < least {
					least, which = d, a+" and "+b
				}
			}
		}
		t.Logf("%s, %s: %.0f (%s)", palette, vision, least, which)
		if least < wanted {
			t.Errorf("%s, %s: %s differ by %.0f, wanted %.0f", palette, vision, which, least, wanted)
		}
	}
}

// TestDifference checks the measure against values that are known: red and green by the tables of sRGB.
func TestDifference(t *testing.T) {
	if got := difference(linear(t, "#ff0000"), linear(t, "#00ff00")); math.Abs(got-170.6) > 0.5 {
		t.Errorf("red and green differ by %.1f", got)
	}
	if got := contrast(linear(t, "#000000"), linear(t, "#ffffff")); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white has a contrast of %.2f", got)
	}
}
