package tour

import (
	"strings"

	"parallax/ui/key"
)

// Words is the row where it is not drawn but read by the line: how far the tour is, what to do now, how to end it.
func (t *Tour) Words() string {
	said := key.ASCII(strings.ReplaceAll(t.ways()[0], "`", ""))
	if said == "" {
		return ""
	}
	said = t.place() + ": " + said
	if t.seen.Close && !t.Over() {
		said += "; " + t.back() + " ends the tour"
	}
	return said
}
