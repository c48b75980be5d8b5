package key

import "slices"

// voicesKeys is the keys of the voices.
func voicesKeys() Map {
	return Map{"Voices", append(gridKeys("voice", "outlet"), []Binding{
		{Accept, []string{"enter"}, "go to the words below and make all words of the voice the active set", "mark its words"},
		{NextFilter, []string{"tab"}, "show other voices: all, named, unnamed, other media, the outlets' own", "show"},
		{PrevFilter, []string{"shift+tab"}, "the same the other way", ""},
		{Tag, []string{"t"}, "tag the words below", ""},
		{TagAll, []string{"T"}, "tag all words of the voice", ""},
		{NextCounterpart, []string{"."}, "show the next words of the voice in this outlet", "next words"},
		{PrevCounterpart, []string{","}, "show the previous ones", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "V"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// wordingKeys is the keys of the wording.
func wordingKeys() Map {
	return Map{"Wording", append(gridKeys("term", "outlet"), []Binding{
		{Accept, []string{"enter"}, "go to the place below and make the statements with the term the active set", "its places"},
		{NextFilter, []string{"tab"}, "show other groups: all, your own words, spellings, terms", "show"},
		{PrevFilter, []string{"shift+tab"}, "the same the other way", ""},
		{NextCounterpart, []string{"."}, "show the next place of the term in this outlet", "next place"},
		{PrevCounterpart, []string{","}, "show the previous one", ""},
		{Alias, []string{"A"}, "say which words name one thing, for search and for matching: `Kyiv = Kiev`; the same words again take it back", "alias"},
		{Undo, []string{"u"}, "undo the last change to the brief", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "W"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// gridKeys is the keys that move in a grid of such things over others, outlets mostly.
func gridKeys(thing, over string) []Binding {
	return []Binding{
		{ListDown, []string{"j", "down", "ctrl+n"}, "next " + thing + " (a count before it repeats: `5j`)", ""},
		{ListUp, []string{"k", "up"}, "previous " + thing, ""},
		{NextOutlet, []string{"l", "right"}, "next " + over, ""},
		{PrevOutlet, []string{"h", "left"}, "previous " + over, ""},
		{ListPageDown, []string{"ctrl+d", "ctrl+f", "space", "pgdown"}, "a page down", ""},
		{ListPageUp, []string{"ctrl+u", "pgup"}, "a page up", ""},
		{ListFirst, []string{"g g", "home"}, "first " + thing, ""},
		{ListLast, []string{"G", "end"}, "last " + thing, ""},
		{LineStart, []string{"^"}, "first " + over, ""},
		{LineEnd, []string{"$"}, "last " + over, ""},
	}
}

// steps is the keys that move in a list of such things, which a reader also narrows by typing.
func steps(thing string) []Binding {
	return append([]Binding{
		{ListDown, []string{"j", "down", "ctrl+j", "ctrl+n"}, "next " + thing, ""},
		{ListUp, []string{"k", "up", "ctrl+k"}, "previous " + thing, ""},
	}, pages("first "+thing, "last "+thing)...)
}

// pages is the keys that move by pages and to both ends.
func pages(first, last string) []Binding {
	return []Binding{
		{ListPageDown, []string{"ctrl+f", "space", "pgdown", "ctrl+d"}, "a page down", ""},
		{ListPageUp, []string{"pgup", "ctrl+u"}, "a page up", ""},
		{ListFirst, []string{"g g", "home"}, first, ""},
		{ListLast, []string{"G", "end"}, last, ""},
	}
}

// scrolling is the keys that move in a text that has no cursor.
func scrolling() []Binding {
	return append([]Binding{
		{ListDown, []string{"j", "down"}, "scroll down", ""},
		{ListUp, []string{"k", "up"}, "scroll up", ""},
	}, pages("to the beginning", "to the end")...)
}

// crosstabKeys is the keys of the table of things counted against each other.
func crosstabKeys() Map {
	return Map{"Table", append(gridKeys("row", "column"), []Binding{
		{Accept, []string{"enter"}, "go to the passage below and make all of the cell the active set", "its passages"},
		{NextRows, []string{"tab"}, "rows: code, claim, voice, wording, verb, outlet, report, story, week", "rows"},
		{PrevRows, []string{"shift+tab"}, "the same the other way", ""},
		{NextColumns, []string{">"}, "columns: the same things", "columns"},
		{PrevColumns, []string{"<"}, "the same the other way", ""},
		{SwapThings, []string{"x"}, "rows become columns", ""},
		{NextUnit, []string{"s"}, "count statements, reports or outlets", "count"},
		{NextShare, []string{"%"}, "numbers, percent of the row, percent of the column", ""},
		{NextCounterpart, []string{"."}, "show the next passage of the cell", ""},
		{PrevCounterpart, []string{","}, "show the previous one", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// tableKeys is the keys of the table of claims.
func tableKeys() Map {
	return Map{"Claims", []Binding{
		{ListDown, []string{"j", "down", "ctrl+n"}, "next claim (a count before it repeats: `5j`)", ""},
		{ListUp, []string{"k", "up"}, "previous claim", ""},
		{NextOutlet, []string{"l", "right"}, "next outlet", ""},
		{PrevOutlet, []string{"h", "left"}, "previous outlet", ""},
		{Accept, []string{"enter"}, "go to the wording in its report; where there is none, to what comes nearest", "go there"},
		{NextFilter, []string{"tab"}, "show other claims: shared, all, said everywhere, by one outlet only, differently", "show"},
		{PrevFilter, []string{"shift+tab"}, "the same the other way", ""},
		{NextSorting, []string{"s"}, "sort otherwise: as met, by outlets, by difference, by doubt", "sort"},
		{SortAsHere, []string{"o"}, "in the order in which the chosen outlet's reports have them", ""},
		{Narrow, []string{"/"}, "only claims of which a wording answers a query, as in the search; an empty one ends that", "query"},
		{ByVoice, []string{"v"}, "only claims that the voice of the wording below makes; again: of any voice", "voice"},
		{Fold, []string{"f"}, "fold outlets whose reports have one origin into one column, and unfold them", "fold copies"},
		{ListPageDown, []string{"ctrl+d", "ctrl+f", "space", "pgdown"}, "a page down", ""},
		{ListPageUp, []string{"ctrl+u", "pgup"}, "a page up", ""},
		{ListFirst, []string{"g g", "home"}, "first claim", ""},
		{ListLast, []string{"G", "end"}, "last claim; with a count, the claim in that row: `12G`", ""},
		{LineStart, []string{"^"}, "first outlet", ""},
		{LineEnd, []string{"$"}, "last outlet", ""},
		{NextCounterpart, []string{"."}, "where an outlet has several wordings: show the next below", ""},
		{PrevCounterpart, []string{","}, "show the previous wording", ""},
		{Mark, []string{"m"}, "mark the claim for the brief, or unmark it", "mark"},
		{OpenReview, []string{"r"}, "review: what is worth asking about the claim", "review"},
		{OpenFigures, []string{"x"}, "figures: what the wordings give as numbers, days, terms; who says which, and when", "figures"},
		{Rename, []string{"R"}, "name the claim; an empty name gives it its own back", ""},
		{Differ, []string{"d"}, "the wording below differs from the claim's lead, says the reader; again: takes that back", "differs"},
		{CheckSilence, []string{"0"}, "sign the silence of the outlet on the claim, or take that back", ""},
		{Note, []string{"a"}, "write a note on the wording below", ""},
		{Tag, []string{"t"}, "tag the wording below", ""},
		{TagAll, []string{"T"}, "tag every wording of the claim", ""},
		{Copy, []string{"y"}, "copy the wording below with its citation", ""},
		{CopyClaim, []string{"Y"}, "copy the whole claim", ""},
		{Undo, []string{"u"}, "undo the last change to the brief", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "c"}, "end the query and the voice; back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// timelineKeys is the keys of a claim's figures.
func timelineKeys() Map {
	return Map{"Figures", slices.Concat([]Binding{
		{ListDown, []string{"j", "down", "ctrl+n"}, "next figure", ""},
		{ListUp, []string{"k", "up"}, "previous figure", ""},
	}, pages("first figure", "last figure"), []Binding{
		{Accept, []string{"enter"}, "go to the statement in its report", "go there"},
		{Mark, []string{"m"}, "mark the statement for the brief, or unmark it", "mark"},
		{Note, []string{"a"}, "write a note on the statement", ""},
		{Copy, []string{"y"}, "copy the statement with its citation", "copy"},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "x"}, "back", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// reportsKeys is the keys of the list of reports.
func reportsKeys() Map {
	return Map{"List of reports", slices.Concat([]Binding{
		{Accept, []string{"enter"}, "go to the report", "go there"},
	}, steps("report"), []Binding{
		{Filter, []string{"/"}, "type words that the report must have in its row; esc shows all again", "filter"},
		{SortList, []string{"o"}, "sort by the next column: up, then down; at last in the order of the files again; with a count by that column, again the other way round: `3o`", "sort"},
		{ShowNext, []string{"f"}, "show all, only unread ones, read ones, those that are done, those taken in part, what is new or changed, what was left out, or those drawn for both coders", "show"},
		{MarkDone, []string{"d"}, "say that you are done with the report, or take that back", "done"},
		{LeaveOut, []string{"x"}, "leave the report out of the study, with the reason, or take it in again", "leave out"},
		{OpenRaw, []string{"g r"}, "the whole text of the report's file", ""},
		{OpenRevisions, []string{"g v"}, "the older texts of the report, side by side with the newer", ""},
		{JoinStory, []string{"+"}, "put the report into the story that is open", ""},
		{PartStory, []string{"-"}, "take the report out of its story: it becomes one of its own", ""},
		{Rescan, []string{"R"}, "read the files and folders again", ""},
		{Undo, []string{"u"}, "undo the last change", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q"}, "back", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// disputesKeys is the keys of the list of what two coders differ on.
func disputesKeys() Map {
	return Map{"Disagreements", slices.Concat([]Binding{
		{SettleFirst, []string{"1"}, "settle it: the first coder's word holds", "first"},
		{SettleSecond, []string{"2"}, "settle it: the second coder's word holds", "second"},
		{SettleNeither, []string{"x"}, "settle it: neither's, the code is taken off", "neither"},
		{Accept, []string{"enter"}, "go to the passage, and make all that are listed the active set", "go there"},
	}, steps("disagreement"), []Binding{
		{Filter, []string{"/"}, "type words that a row must have; esc shows all again", ""},
		{SortList, []string{"o"}, "sort by the next column: up, then down; at last in the order of the passages again; with a count by that column, again the other way round: `3o`", ""},
		{ShowNext, []string{"f"}, "show only what is not settled, or all", "show"},
		{Undo, []string{"u"}, "undo the last change", "undo"},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// storiesKeys is the keys of the list of stories.
func storiesKeys() Map {
	return Map{"Stories", slices.Concat([]Binding{
		{Accept, []string{"enter"}, "open the story", "open"},
	}, steps("story"), []Binding{
		{Filter, []string{"w"}, "type words that the story must have in its row; esc shows all again", "filter"},
		{SortList, []string{"o"}, "sort by the next column: up, then down; at last in the order of the files again; with a count by that column, again the other way round: `3o`", "sort"},
		{OpenReports, []string{"g l"}, "the list of reports, and of the files that were left out, with why; there - takes a report out of its story", "reports"},
		{Mark, []string{"m", "tab"}, "mark the story for joining, or unmark it", "mark"},
		{JoinStory, []string{"+"}, "join the marked stories with this one: they are one story from now on", "join"},
		{Rescan, []string{"R"}, "read the files and folders again", ""},
		{OpenNew, []string{"g n"}, "the list of reports, those first shown that are new or changed since the start", ""},
		{OpenSearch, []string{"/"}, "search in all stories", "search"},
		{OpenBrief, []string{"b"}, "the brief over all stories", "brief"},
		{Undo, []string{"u"}, "undo the last change", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenCommand, []string{":"}, "command", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "g s"}, "back to the story", "back"},
		{Quit, []string{"q", "ctrl+c"}, "quit", "quit"},
	})}
}

// rawKeys is the keys of a report's whole text.
func rawKeys() Map {
	return Map{"Whole text", append(scrolling(), []Binding{
		{NextLeft, []string{"n"}, "to the next text that was left out", "next left out"},
		{PrevLeft, []string{"N"}, "to the one before", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "g r"}, "back", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}...)}
}

// revisionsKeys is the keys of the texts that a report has had.
func revisionsKeys() Map {
	return Map{"Revisions", slices.Concat([]Binding{
		{NextDifference, []string{"n", "D"}, "to the next difference", "next difference"},
		{PrevDifference, []string{"N"}, "to the one before", ""},
		{OlderBack, []string{"["}, "another older text: the one before", "older text"},
		{OlderForth, []string{"]"}, "another older text: the one after", ""},
		{NewerBack, []string{"{"}, "another newer text: the one before", ""},
		{NewerForth, []string{"}"}, "another newer text: the one after", ""},
	}, scrolling(), []Binding{
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "g v"}, "back", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// linearKeys is the keys that every screen has besides its own where the program is read by the line.
func linearKeys() Map {
	return Map{"Linear", []Binding{
		{SayWhere, []string{"ctrl+g"}, "with --linear, on every screen: say where the cursor is", "where am I"},
		{SayWhole, []string{"ctrl+y"}, "with --linear: read all there is at the cursor, the whole statement with all its wordings", "read all"},
		{SayAgain, []string{"ctrl+l"}, "with --linear: say again what was said last", "say again"},
	}}
}
