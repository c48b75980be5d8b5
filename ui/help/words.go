package help

import (
	"fmt"
	"strings"

	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the help says by the line: a key and what it does; down goes to the next. Where all is asked for, every key
// that fits what was typed is a line.
func (h *Help) Words() linear.Page {
	h.rows = linear.PageRows + 1
	p := linear.Page{Name: "Help", Field: h.field.Words("keys for")}
	all, screens := h.sentences()
	h.top = max(0, min(h.top, len(all)-1))
	if len(all) == 0 {
		p.Add("key", h.field.Text(), "no key does that; backspace shows more")
		return p
	}
	p.Add("screen", nil, screens[h.top])
	p.Add("key", h.top, all[h.top])
	p.Join("place", h.top, fmt.Sprintf("row %d of %d", h.top+1, len(all)))
	p.Whole = all
	return p
}

// sentences is a sentence a key, and the screen that each is of.
func (h *Help) sentences() (all, screens []string) {
	for _, m := range h.maps {
		for _, b := range m.Bindings {
			if h.fits(m, b) {
				names := strings.Join(strings.Fields(key.ASCII(b.Names())), " or ")
				all = append(all, names+": "+key.ASCII(strings.ReplaceAll(b.Help, "`", "")))
				screens = append(screens, "keys of "+m.Screen)
			}
		}
	}
	for _, m := range meanings(h.theme) {
		if _, _, named := strings.Cut(m.means, ":"); named && h.has(m.means) {
			all, screens = append(all, m.means), append(screens, "what the words mean")
		}
	}
	return all, screens
}
