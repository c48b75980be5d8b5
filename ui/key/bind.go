package key

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// The names by which a configuration calls actions are those of actions.go, written as "next-statement"; they are read from it,
// so that none can be forgotten.
//
//go:embed actions.go
var source string

var actionNames = sync.OnceValue(func() []string {
	block := source[strings.Index(source, "const ("):]
	block = block[:strings.Index(block, "\n)")]
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^\t([A-Za-z]+)(?: Action = iota)?\s*(?://.*)?$`).FindAllStringSubmatch(block, -1) {
		names = append(names, hyphened(m[1]))
	}
	return names
})

// hyphened is "NextStatement" as "next-statement".
func hyphened(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// String is the action's name: "next-statement".
func (a Action) String() string {
	if names := actionNames(); a >= 0 && int(a) < len(names) {
		return names[a]
	}
	return fmt.Sprintf("action %d", int(a))
}

// Name is the screen's name in a configuration: "claim-card".
func (m *Map) name() string { return strings.ReplaceAll(strings.ToLower(m.Screen), " ", "-") }

// Screens is the names of the screens that have keys.
func (k *Keys) Screens() []string {
	var names []string
	for _, m := range k.All() {
		names = append(names, m.name())
	}
	return names
}

// On is the keys of a screen by its name, nil for none.
func (k *Keys) On(screen string) *Map {
	for _, m := range k.All() {
		if m.name() == screen {
			return m
		}
	}
	return nil
}

// Actions is the names of what the screen's keys do.
func (m *Map) Actions() []string {
	var names []string
	for _, b := range m.Bindings {
		names = append(names, b.Action.String())
	}
	return names
}

// Bind gives an action of the screen other keys, in place of those it has. A key that was another action's is this one's now.
// It fails for an action that the screen has not, for what is no key, and for a sequence that begins with a key of its own.
func (m *Map) Bind(action string, keys []string) error {
	at := slices.Index(m.Actions(), action)
	if at < 0 {
		return fmt.Errorf("%s has no action %q", m.name(), action)
	}
	for i, k := range keys {
		keys[i] = strings.Join(strings.Fields(strings.ReplaceAll(k, "ctrl-", "ctrl+")), " ")
		if keys[i] == "" {
			return fmt.Errorf("%s: %q is no key", action, k)
		}
	}
	for i := range m.Bindings {
		m.Bindings[i].Keys = slices.DeleteFunc(slices.Clone(m.Bindings[i].Keys), func(k string) bool { return slices.Contains(keys, k) })
	}
	m.Bindings[at].Keys = slices.Clone(keys)
	for _, k := range keys {
		for _, b := range m.Bindings {
			for _, other := range b.Keys {
				if strings.HasPrefix(other, k+" ") || strings.HasPrefix(k, other+" ") {
					return fmt.Errorf("%s: %q begins as %q, which is %s's", action, k, other, b.Action)
				}
			}
		}
	}
	return nil
}
