package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/theme"
)

// setTheme shows everything in another theme; without a name it says which there are.
func (m *model) setTheme(name string) tea.Cmd {
	if !theme.Known(name) {
		said := "themes: " + strings.Join(theme.Names(), ", ")
		if name != "" {
			said = "no theme " + name + "; " + said
		}
		m.message.say(said)
		return nil
	}
	m.opts.Theme = name
	m.theme = m.makeTheme()
	m.stack.SetTheme(m.theme)
	m.message.say("theme " + name + "; theme = \"" + name + "\" in parallax.toml keeps it")
	return nil
}
