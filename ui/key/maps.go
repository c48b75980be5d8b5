package key

import "slices"

// Keys is the keys of all screens.
type Keys struct {
	Reading, Selecting, Search, Card, Table, Voices, Wording, Timeline, Brief, Review, Reports, Stories, Raw, Revisions, Tagging, Crosstab, Disputes, Asking, Command, Palette, Help, Linear Map
}

// Default is the keys that the program has by itself.
func Default() *Keys {
	return &Keys{
		Reading: readingKeys(), Selecting: selectingKeys(), Search: searchKeys(), Card: cardKeys(), Table: tableKeys(), Voices: voicesKeys(), Wording: wordingKeys(), Timeline: timelineKeys(), Brief: briefKeys(), Review: reviewKeys(),
		Reports: reportsKeys(), Stories: storiesKeys(), Raw: rawKeys(), Revisions: revisionsKeys(),
		Tagging: taggingKeys(), Crosstab: crosstabKeys(), Disputes: disputesKeys(), Asking: askingKeys(), Command: commandKeys(), Palette: paletteKeys(), Help: helpKeys(), Linear: linearKeys(),
	}
}

// All is the maps in the order of the help page.
func (k *Keys) All() []*Map {
	return []*Map{&k.Reading, &k.Selecting, &k.Search, &k.Card, &k.Table, &k.Voices, &k.Wording, &k.Timeline, &k.Brief, &k.Review, &k.Reports, &k.Stories, &k.Raw, &k.Revisions, &k.Tagging, &k.Crosstab, &k.Disputes, &k.Asking, &k.Command, &k.Palette, &k.Help, &k.Linear}
}

// readingKeys is the keys of the reading screen.
func readingKeys() Map {
	return Map{"Reading", []Binding{
		{NextStatement, []string{"j", "down"}, "next statement (a count before it repeats: `5j`)", ""},
		{PrevStatement, []string{"k", "up"}, "previous statement", ""},
		{NextOutlet, []string{"l", "right", "tab"}, "next outlet: to the counterpart, or to where it would stand", "outlet"},
		{PrevOutlet, []string{"h", "left", "shift+tab"}, "previous outlet", ""},
		{NextShared, []string{"n"}, "next of the active set (search hits); without one, the next statement that others share", "shared"},
		{PrevShared, []string{"N"}, "previous of the same", ""},
		{NextOnly, []string{"o"}, "next statement that only this outlet has", ""},
		{PrevOnly, []string{"O"}, "previous statement that only this outlet has", ""},
		{NextUncoded, []string{"] u"}, "next statement of the story without a tag, and how many have one", ""},
		{PrevUncoded, []string{"[ u"}, "the previous one", ""},
		{NextClaim, []string{")"}, "next claim of a statement that carries several", ""},
		{PrevClaim, []string{"("}, "previous claim of the statement", ""},
		{NextCounterpart, []string{"."}, "where an outlet has several counterparts: bring the next to the eye-line", ""},
		{PrevCounterpart, []string{","}, "bring the previous counterpart to the eye-line", ""},
		{OpenCard, []string{"enter"}, "claim card: every wording, with its score and the reasons", "claim"},
		{OpenTable, []string{"c"}, "claims: a table of all claims over the outlets", "claims"},
		{OpenVoices, []string{"V"}, "voices: who is quoted, by outlet, with the verbs that each uses", ""},
		{OpenWording, []string{"W"}, "wording: what outlets call the same thing, spellings and terms", ""},
		{OpenCrosstab, []string{"g x"}, "table: codes, claims, voices, verbs and more counted against outlets, weeks or each other", ""},
		{OpenDisputes, []string{"g p"}, "disagreements: what two coders differ on whose sessions were united, to be settled with a key", ""},
		{OpenSearch, []string{"/"}, "search all outlets", "search"},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{FirstStatement, []string{"g g", "home"}, "first statement", ""},
		{LastStatement, []string{"G", "end"}, "last statement; with a count, the statement of that number: `12G`", ""},
		{PageDown, []string{"ctrl+f", "space", "pgdown"}, "a page down", ""},
		{PageUp, []string{"pgup"}, "a page up", ""},
		{HalfDown, []string{"ctrl+d"}, "half a page down", ""},
		{HalfUp, []string{"ctrl+u"}, "half a page up", ""},
		{ScrollDown, []string{"J"}, "scroll down without moving the cursor", ""},
		{ScrollUp, []string{"K"}, "scroll up without moving the cursor", ""},
		{EyeMiddle, []string{"z z"}, "put the eye-line in the middle", ""},
		{EyeTop, []string{"z t"}, "put the eye-line at the top", ""},
		{EyeBottom, []string{"z b"}, "put the eye-line at the bottom", ""},
		{JumpOutlet, []string{"'"}, "go to an outlet by the first letters of its name: `'mi`", ""},
		{Back, []string{"ctrl+o", "alt+left"}, "back to where the cursor was before a jump, also to the list that led here", ""},
		{Forth, []string{"ctrl+i", "alt+right"}, "forth again (where the terminal cannot tell ctrl-i from tab: alt-→)", ""},
		{Unlink, []string{"i"}, "unlink or relink this pane", ""},
		{Sync, []string{"S"}, "synchronising on or off", ""},
		{Hide, []string{"x"}, "hide this pane", ""},
		{ShowAll, []string{"="}, "show all panes", ""},
		{MoveRight, []string{"L"}, "move this pane to the right", ""},
		{MoveLeft, []string{"H"}, "move this pane to the left", ""},
		{ToggleUnsaid, []string{"s"}, "show between the statements what two or more others report and this outlet lacks; again: hide it", ""},
		{ToggleDigest, []string{"D"}, "digest: the wordings of outlets off screen, below the panes, on or off", ""},
		{Copy, []string{"y"}, "copy the statement with its citation", ""},
		{CopyClaim, []string{"Y"}, "copy the whole claim: every wording with its citation", ""},
		{Mark, []string{"m"}, "mark the statement for the brief, or unmark it (of half a quotation the whole); with a count, the whole claim", "mark"},
		{Select, []string{"v"}, "select words, within the statement or across its neighbours", ""},
		{Note, []string{"a"}, "write a note on the statement", ""},
		{Tag, []string{"t"}, "tag the statement", ""},
		{TagAll, []string{"T"}, "tag every statement of the active set at once, as all hits of a search; with a count (`1T`) those that are marked; one undo takes it back", ""},
		{ToggleBoilerplate, []string{"B"}, "turn the statement into boilerplate, or back", ""},
		{Undo, []string{"u"}, "undo the last change to the brief", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenBrief, []string{"b"}, "the brief", "brief"},
		{OpenReview, []string{"r"}, "review: questions about claims whose answers remove most doubt", ""},
		{OpenReports, []string{"g l"}, "the list of reports, and of the files that were left out, with why", ""},
		{OpenRaw, []string{"g r"}, "the whole text of the report's file, with what of it was left out", ""},
		{OpenRevisions, []string{"g v"}, "revisions: the older text of a report whose file changed, side by side with the newer", ""},
		{OpenStories, []string{"g s"}, "the list of stories", ""},
		{OpenNew, []string{"g n"}, "the list of reports, those first shown that are new or changed since the start", ""},
		{Rescan, []string{"R"}, "read the files and folders again; --watch does so by itself", ""},
		{FindMore, []string{"g a"}, "find more reports of this story in the archive; `:archive WORDS` asks it for others", ""},
		{Mouse, []string{"M"}, "mouse on or off (off: the terminal's own selection works)", ""},
		{OpenCommand, []string{":"}, "command: `:42` statement 42, `:archive WORDS`, `:outlet NAME`, `:search WORDS`, `:noh`, `:theme NAME`, `:tour` the first steps, `:export FILE`, `:memo` a memo on the study, `:w FILE` keep the session there, `:help`, `:q`", ""},
		{Redraw, []string{"ctrl+l"}, "draw the screen anew", ""},
		{Suspend, []string{"ctrl+z"}, "suspend", ""},
		{Close, []string{"esc"}, "close one level: end the active set, else go back to the list (claims, voices, the brief ...) that led here, else to the list of stories", ""},
		{Quit, []string{"q", "ctrl+c"}, "close one level, quit at the last", "quit"},
	}}
}

// cardKeys is the keys of the claim card.
func cardKeys() Map {
	return Map{"Claim card", slices.Concat([]Binding{
		{ListDown, []string{"j", "down", "ctrl+j", "ctrl+n", "tab"}, "next wording", ""},
		{ListUp, []string{"k", "up", "ctrl+k", "shift+tab"}, "previous wording", ""},
	}, pages("first wording", "last wording"), []Binding{
		{NextClaim, []string{")"}, "next claim of the statement", "next claim"},
		{PrevClaim, []string{"("}, "previous claim of the statement", ""},
		{Accept, []string{"enter"}, "go to the wording", "go there"},
		{Mark, []string{"m"}, "mark the wording for the brief, or unmark it", "mark"},
		{MarkClaim, []string{"M"}, "mark the whole claim for the brief, or unmark it", ""},
		{Confirm, []string{"+"}, "confirm the wording's link", "confirm"},
		{Cut, []string{"-"}, "take the wording out of this claim, and cut its links there that no other claim stands for", "out"},
		{OpenFigures, []string{"x"}, "figures: what the wordings give as numbers, days, terms; who says which, and when", "figures"},
		{AddByHand, []string{"L"}, "add a statement to this claim: go to it on the reading screen", ""},
		{CheckSilence, []string{"0"}, "on an outlet without a wording: show its three nearest statements; again, where it is silent: record the silence as checked", ""},
		{Rename, []string{"R"}, "name the claim; an empty name gives it its own back", ""},
		{AddNearest, []string{"1", "2", "3"}, "where the nearest statements are shown: add that one to this claim", ""},
		{Note, []string{"a"}, "write a note on the wording", ""},
		{Tag, []string{"t"}, "tag the wording", ""},
		{TagAll, []string{"T"}, "tag every wording of the claim", ""},
		{Copy, []string{"y"}, "copy the wording with its citation", "copy"},
		{CopyClaim, []string{"Y"}, "copy the whole claim", ""},
		{Undo, []string{"u"}, "undo the last change to the brief", ""},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q"}, "close", "close"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// searchKeys is the keys of the search; every other key is text.
func searchKeys() Map {
	return Map{"Search", []Binding{
		{Accept, []string{"enter"}, "stay at the hit and make all hits the active set", "stay"},
		{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "next hit; the panes follow", "next"},
		{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "previous hit", ""},
		{ListPageDown, []string{"pgdown"}, "a page of hits down", ""},
		{ListPageUp, []string{"pgup"}, "a page of hits up", ""},
		{Mark, []string{"tab"}, "mark the hit for the brief, or unmark it", "mark"},
		{TakeRelated, []string{"ctrl+t"}, "take the related words too that are offered when little is found", "related words"},
		{Close, []string{"esc"}, "back to where the cursor was", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// selectingKeys is the keys while words are selected.
func selectingKeys() Map {
	return Map{"Selecting words", []Binding{
		{NextWord, []string{"l", "right", "w", "e"}, "a word further", "word"},
		{PrevWord, []string{"h", "left", "b"}, "a word back", ""},
		{NextStatement, []string{"j", "down"}, "to the end of the statement, or of the next", "statement"},
		{PrevStatement, []string{"k", "up"}, "to the beginning of the statement, or of the one before", ""},
		{LineEnd, []string{"$", "end"}, "to the end of the statement", ""},
		{LineStart, []string{"0", "^", "home"}, "to the beginning of the statement", ""},
		{OtherEnd, []string{"o", "v"}, "move the other end", "other end"},
		{Mark, []string{"m", "enter"}, "mark the words; of half a quotation the whole is offered", "mark"},
		{Note, []string{"a"}, "mark the words with a note", "note"},
		{Tag, []string{"t"}, "mark the words with a tag", ""},
		{Copy, []string{"y"}, "copy the words with their citation", "copy"},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", ""},
		{Close, []string{"esc"}, "select nothing", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// briefKeys is the keys of the brief.
func briefKeys() Map {
	return Map{"Brief", slices.Concat([]Binding{
		{ListDown, []string{"j", "down", "ctrl+n"}, "next entry", ""},
		{ListUp, []string{"k", "up"}, "previous entry", ""},
	}, pages("first entry", "last entry"), []Binding{
		{MoveDown, []string{"ctrl+j"}, "move the entry down", "move"},
		{MoveUp, []string{"ctrl+k"}, "move the entry up", ""},
		{Fold, []string{"z a", "tab"}, "fold or unfold the other wordings of a claim", "fold"},
		{Edit, []string{"e"}, "edit a heading or a text; shorten a quotation with [...]", "edit"},
		{Note, []string{"a"}, "write a note on the entry", "note"},
		{Tag, []string{"t"}, "tag the entry", ""},
		{Delete, []string{"d"}, "delete the entry", "delete"},
		{Insert, []string{"i"}, "insert a text after the entry", "insert"},
		{InsertHeading, []string{"I", "#"}, "insert a heading before the entry", ""},
		{Front, []string{"T"}, "title, date and author of the brief", ""},
		{Preview, []string{"p"}, "preview the brief as it will be exported", "preview"},
		{Export, []string{"x", "w"}, "export to a file; its ending says the format: .md .html .docx .json .csv .bib .ris .qdpx .qdc .csl.json", "export"},
		{Copy, []string{"y"}, "copy the entry with its citation", ""},
		{Undo, []string{"u"}, "undo", ""},
		{Redo, []string{"ctrl+r"}, "redo", ""},
		{Accept, []string{"enter"}, "go to the passage in its report", "go there"},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "b"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	})}
}

// reviewKeys is the keys of the review.
func reviewKeys() Map {
	return Map{"Review", []Binding{
		{SayYes, []string{"y"}, "yes: the lines say it or do not as they are marked", "as marked"},
		{SayRow, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "mark that line the other way round: it says the claim, or does not", "to 9: that line"},
		{FlipRow, []string{"space"}, "mark the chosen line the other way round", ""},
		{SayNo, []string{"n"}, "no: it is no claim, or another says it already", "no claim"},
		{SayLater, []string{"l"}, "later: the question goes to the end; that is not kept", "later"},
		{Undo, []string{"u"}, "take the last answer back", "undo"},
		{Redo, []string{"ctrl+r"}, "redo it", ""},
		{ListDown, []string{"j", "down"}, "next line", ""},
		{ListUp, []string{"k", "up"}, "previous line", ""},
		{Accept, []string{"enter"}, "go to the chosen line's statement in its report", "go there"},
		{OpenPalette, []string{"ctrl+p"}, "everything that can be done, by its words", ""},
		{OpenHelp, []string{"?"}, "help", "help"},
		{Close, []string{"esc", "q", "r"}, "back to reading", "back"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// taggingKeys is the keys while tags are chosen from the codebook.
func taggingKeys() Map {
	return Map{"Tags of a codebook", []Binding{
		{ChooseTag, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "put the tag of that number on, or take it off; from the tenth tag on its letter", "to z: that tag"},
		{SetTag, []string{"space"}, "put the chosen tag on, or take it off", ""},
		{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "next tag", ""},
		{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "previous tag", ""},
		{ListPageDown, []string{"pgdown", "ctrl+d"}, "a page down", ""},
		{ListPageUp, []string{"pgup", "ctrl+u"}, "a page up", ""},
		{WriteTag, []string{"tab"}, "write tags, with commas between them; what the codebook has not is asked about once", "write"},
		{TakeNearest, []string{"="}, "when asked: it was meant to be the nearest tag of the codebook", ""},
		{AddTag, []string{"+"}, "when asked: use the tag though the codebook has it not", ""},
		{Accept, []string{"enter"}, "done", "done"},
		{OpenHelp, []string{"?"}, "help", ""},
		{Close, []string{"esc"}, "leave it", "leave it"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// askingKeys is the keys of a text field that asks for a note, a tag or a file.
func askingKeys() Map {
	return Map{"Writing", []Binding{
		{Accept, []string{"enter"}, "done", "done"},
		{Complete, []string{"tab"}, "complete a tag", ""},
		{Edit, []string{"ctrl+e"}, "write in $EDITOR", "$EDITOR"},
		{Close, []string{"esc"}, "leave it", "leave it"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// commandKeys is the keys of the command line.
func commandKeys() Map {
	return Map{"Command line", []Binding{
		{Accept, []string{"enter"}, "run the command", "run"},
		{Complete, []string{"tab"}, "complete the command", "complete"},
		{Close, []string{"esc"}, "close", "close"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// paletteKeys is the keys of the list of everything that can be done; every other key narrows it.
func paletteKeys() Map {
	return Map{"Palette", []Binding{
		{Accept, []string{"enter"}, "do it", "do it"},
		{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "next", "next"},
		{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "previous", ""},
		{ListPageDown, []string{"pgdown"}, "a page down", ""},
		{ListPageUp, []string{"pgup"}, "a page up", ""},
		{Close, []string{"esc"}, "close", "close"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}

// helpKeys is the keys of the help page; every other key narrows it.
func helpKeys() Map {
	return Map{"Help", []Binding{
		{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "scroll down", "scroll"},
		{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "scroll up", ""},
		{ListPageDown, []string{"pgdown"}, "a page down", ""},
		{ListPageUp, []string{"pgup"}, "a page up", ""},
		{Close, []string{"esc", "enter"}, "close", "close"},
		{Quit, []string{"ctrl+c"}, "quit", ""},
	}}
}
