// Package key declares every key of the program once. Dispatch ([Map.Action]), the footer ([Map.Footer]), the help page
// ([Keys.All]), the words on the screen that name a key ([Map.Name]) and the README's table ([Keys.Markdown]) all derive from
// the tables in maps.go. Call [Default] once and hand the value down.
package key

import "strings"

// Action is what a key asks a screen to do.
type Action int

// Opens reports whether the action opens a screen.
func (a Action) Opens() bool { return a > beforeScreens && a < afterScreens }

// Binding ties keys to an action.
type Binding struct {
	Action Action
	Keys   []string // as Bubble Tea spells them: "j", "ctrl+d", "pgdown"; the keys of a sequence stand apart: "g g"
	Help   string   // what it does, lower case, for the help page and the README
	Short  string   // one or two words for the footer; "" keeps it out of the footer
}

// Map is the keys of one screen.
type Map struct {
	Screen   string // as the help page heads it
	Bindings []Binding
}

// Name is the first key of an action as people write it, "" when it has none.
func (m *Map) Name(a Action) string { return Pretty(m.first(a)) }

// first is the first key of an action as Bubble Tea spells it, "" when it has none.
func (m *Map) first(a Action) string {
	for i := range m.Bindings {
		if b := &m.Bindings[i]; b.Action == a && len(b.Keys) > 0 {
			return b.Keys[0]
		}
	}
	return ""
}

// Short is the footer's word for an action.
func (m *Map) Short(a Action) string {
	for _, b := range m.Bindings {
		if b.Action == a {
			return b.Short
		}
	}
	return ""
}

// Action is what the key, or the sequence of keys, does; None when it does nothing.
func (m *Map) Action(key string) Action {
	for i := range m.Bindings {
		for _, k := range m.Bindings[i].Keys {
			if k == key {
				return m.Bindings[i].Action
			}
		}
	}
	return None
}

// starts reports whether some sequence of the map begins with what was typed.
func (m *Map) starts(typed string) bool {
	for i := range m.Bindings {
		for _, k := range m.Bindings[i].Keys {
			if strings.HasPrefix(k, typed+" ") {
				return true
			}
		}
	}
	return false
}

// Need is how much a hint is needed where there is not room for all.
type Need uint8

// The needs, the least first. Of ordinary hints the first comes before help.
const (
	Ordinary Need = iota
	ToAsk         // help
	ToLeave       // the way back
)

// Hint is one entry of the footer.
type Hint struct {
	Key, Short string
	Need       Need
}

// Footer is the keys worth showing below the screen, in the order of the table.
func (m *Map) Footer() []Hint { return m.FooterOf(func(Action) bool { return true }) }

// FooterOf is those of them whose actions are offered.
func (m *Map) FooterOf(offered func(Action) bool) []Hint {
	var hints []Hint
	for _, b := range m.Bindings {
		if b.Short != "" && len(b.Keys) > 0 && offered(b.Action) {
			h := Hint{Pretty(b.Keys[0]), b.Short, Ordinary}
			switch b.Action {
			case Close:
				h.Need = ToLeave
			case OpenHelp:
				h.Need = ToAsk
			}
			hints = append(hints, h)
		}
	}
	return hints
}

// Pretty is a key, or a sequence, as people write it: "ctrl-d", "PgDn", "alt-←", "gg".
func Pretty(k string) string {
	if len(k) == 1 {
		return k
	}
	var b strings.Builder
	for _, one := range strings.Fields(k) {
		at := strings.LastIndex(one[:len(one)-1], "+") + 1
		b.WriteString(strings.ReplaceAll(one[:at], "+", "-"))
		if name, ok := pretty[one[at:]]; ok {
			b.WriteString(name)
		} else {
			b.WriteString(one[at:])
		}
	}
	return b.String()
}

var pretty = map[string]string{"pgdown": "PgDn", "pgup": "PgUp", "up": "↑", "down": "↓", "left": "←", "right": "→"}

// ASCII spells out the arrows of a text about keys.
func ASCII(text string) string { return arrows.Replace(text) }

var arrows = strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right")

// Names joins the binding's keys for a table: "j ↓".
func (b Binding) Names() string {
	names := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		names[i] = Pretty(k)
	}
	return strings.Join(names, "  ")
}

// Markdown is the tables of all screens for the README.
func (k *Keys) Markdown() string {
	var b strings.Builder
	for i, m := range k.All() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("| " + m.Screen + " | |\n| --- | --- |\n")
		for _, bind := range m.Bindings {
			names := make([]string, len(bind.Keys))
			for i, k := range bind.Keys {
				names[i] = "`" + strings.ReplaceAll(Pretty(k), "|", "\\|") + "`"
			}
			b.WriteString("| " + strings.Join(names, " ") + " | " + bind.Help + " |\n")
		}
	}
	return b.String()
}
