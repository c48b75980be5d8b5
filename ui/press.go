package ui

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/want"
)

// Press does what a key does, or a sequence of keys: the palette closes, and the screen below takes them as if they had been
// typed.
func (m *model) Press(w want.Press) tea.Cmd {
	m.pop()
	if w.Below {
		m.unwind()
	}
	var cmds []tea.Cmd
	for _, k := range strings.Fields(w.Keys) {
		cmds = append(cmds, m.key(keyPress(k)))
	}
	return tea.Batch(cmds...)
}

// named is the keys that have names.
var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "delete": tea.KeyDelete,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// keyPress is the message of a key as Bubble Tea spells it: "ctrl+d", "pgdown", "G".
func keyPress(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	rest := name
	for _, mod := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if cut, ok := strings.CutPrefix(rest, mod.name); ok && cut != "" {
			rest, k.Mod = cut, k.Mod|mod.mod
		}
	}
	if code, ok := named[rest]; ok {
		k.Code = code
		if code == tea.KeySpace && k.Mod == 0 {
			k.Text = " " // it writes, as in a terminal
		}
		return k
	}
	k.Code, _ = utf8.DecodeRuneInString(rest)
	if k.Mod == 0 {
		k.Text = rest
	}
	return k
}
