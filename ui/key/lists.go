package key

// voicesKeys is the keys of the voices.
func voicesKeys() Map {
	return Map{"Voices", append(gridKeys("voice"), []Binding{
		{Accept, []string{"enter"}, "go to the words below and make all words of the voice the active set", "mark its words"},
		{NextFilter, []string{"tab"}, "show other voices: all, named, unnamed, other media, the outlets' own", "show"},
		{PrevFilter, []string{"shift+tab"}, "the same the other way", ""},
		{NextCounterpart, []string{"."}, "show the next words of the voice in this outlet", "next words"},
		{PrevCounterpart, []string{","}, "show the previous ones", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "V"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// wordingKeys is the keys of the wording.
func wordingKeys() Map {
	return Map{"Wording", append(gridKeys("term"), []Binding{
		{Accept, []string{"enter"}, "go to the place below and make the statements with the term the active set", "its places"},
		{NextFilter, []string{"tab"}, "show other groups: all, your own words, spellings, terms", "show"},
		{PrevFilter, []string{"shift+tab"}, "the same the other way", ""},
		{NextCounterpart, []string{"."}, "show the next place of the term in this outlet", "next place"},
		{PrevCounterpart, []string{","}, "show the previous one", ""},
		{Alias, []string{"A"}, "say which words name one thing, for search and for matching: `Kyiv = Kiev`; the same words again take it back", "alias"},
		{Undo, []string{"u"}, "undo the last change to the brief", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "W"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// gridKeys is the keys that move in a grid of such things over outlets.
func gridKeys(thing string) []Binding {
	return []Binding{
		{ListDown, []string{"j", "down", "ctrl+n"}, "next " + thing + " (a count before it repeats: `5j`)", ""},
		{ListUp, []string{"k", "up", "ctrl+p"}, "previous " + thing, ""},
		{NextOutlet, []string{"l", "right"}, "next outlet", ""},
		{PrevOutlet, []string{"h", "left"}, "previous outlet", ""},
		{ListPageDown, []string{"ctrl+d", "ctrl+f", "space", "pgdown"}, "a page down", ""},
		{ListPageUp, []string{"ctrl+u", "pgup"}, "a page up", ""},
		{ListFirst, []string{"g g", "home"}, "first " + thing, ""},
		{ListLast, []string{"G", "end"}, "last " + thing, ""},
		{LineStart, []string{"^"}, "first outlet", ""},
		{LineEnd, []string{"$"}, "last outlet", ""},
	}
}
