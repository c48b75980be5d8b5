package key

// The actions of all screens.
const (
	None Action = iota

	// Moving on the reading screen.
	NextStatement
	PrevStatement
	NextOutlet
	PrevOutlet
	NextShared
	PrevShared
	NextOnly
	PrevOnly
	NextClaim
	PrevClaim
	NextCounterpart
	PrevCounterpart
	FirstStatement
	LastStatement
	PageDown
	PageUp
	HalfDown
	HalfUp
	ScrollDown
	ScrollUp
	EyeMiddle
	EyeTop
	EyeBottom
	JumpOutlet
	Back
	Forth

	// Arranging the panes.
	Unlink
	Sync
	Hide
	ShowAll
	MoveRight
	MoveLeft
	Mouse

	// Opening something.
	OpenCard
	OpenSearch
	OpenCommand
	OpenHelp
	Copy
	Redraw
	Suspend
	Close
	Quit

	// In lists, the search and the claim card.
	ListDown
	ListUp
	ListPageDown
	ListPageUp
	ListFirst
	ListLast
	Accept
	Complete
)

// Reading is the keys of the reading screen.
var Reading = Map{"Reading", []Binding{
	{NextStatement, []string{"j", "down"}, "next statement (a count before it repeats: `5j`)", ""},
	{PrevStatement, []string{"k", "up"}, "previous statement", ""},
	{NextOutlet, []string{"l", "right", "tab"}, "next outlet: to the counterpart, or to where it would stand", "outlet"},
	{PrevOutlet, []string{"h", "left", "shift+tab"}, "previous outlet", ""},
	{NextShared, []string{"n"}, "next of the active set (search hits); without one, the next statement that others share", "shared"},
	{PrevShared, []string{"N"}, "previous of the same", ""},
	{NextOnly, []string{"o"}, "next statement that only this outlet has", "only here"},
	{PrevOnly, []string{"O"}, "previous statement that only this outlet has", ""},
	{NextClaim, []string{")"}, "next claim of a statement that carries several", ""},
	{PrevClaim, []string{"("}, "previous claim of the statement", ""},
	{NextCounterpart, []string{"."}, "where an outlet has several counterparts: bring the next to the eye-line", ""},
	{PrevCounterpart, []string{","}, "bring the previous counterpart to the eye-line", ""},
	{OpenCard, []string{"enter"}, "claim card: every wording, with its score and the reasons", "claim"},
	{OpenSearch, []string{"/"}, "search all outlets", "search"},
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
	{Back, []string{"ctrl+o", "alt+left"}, "back to where the cursor was before a jump", ""},
	{Forth, []string{"ctrl+i", "alt+right"}, "forth again (where the terminal cannot tell ctrl-i from tab: alt-→)", ""},
	{Unlink, []string{"i"}, "unlink or relink this pane", ""},
	{Sync, []string{"S"}, "synchronising on or off", ""},
	{Hide, []string{"x"}, "hide this pane", ""},
	{ShowAll, []string{"="}, "show all panes", ""},
	{MoveRight, []string{"L"}, "move this pane to the right", ""},
	{MoveLeft, []string{"H"}, "move this pane to the left", ""},
	{Copy, []string{"y"}, "copy the statement with its citation", "copy"},
	{Mouse, []string{"M"}, "mouse on or off (off: the terminal's own selection works)", ""},
	{OpenCommand, []string{":"}, "command: `:42` statement 42, `:outlet NAME`, `:search WORDS`, `:noh`, `:help`, `:q`", ""},
	{OpenHelp, []string{"?"}, "help", "help"},
	{Redraw, []string{"ctrl+l"}, "draw the screen anew", ""},
	{Suspend, []string{"ctrl+z"}, "suspend", ""},
	{Close, []string{"esc"}, "close one level; end the active set", ""},
	{Quit, []string{"q", "ctrl+c"}, "close one level, quit at the last", "quit"},
}}

// Card is the keys of the claim card.
var Card = Map{"Claim card", []Binding{
	{ListDown, []string{"j", "down", "ctrl+j", "ctrl+n", "tab"}, "next wording", ""},
	{ListUp, []string{"k", "up", "ctrl+k", "ctrl+p", "shift+tab"}, "previous wording", ""},
	{ListPageDown, []string{"ctrl+f", "space", "pgdown", "ctrl+d"}, "a page down", ""},
	{ListPageUp, []string{"pgup", "ctrl+u"}, "a page up", ""},
	{ListFirst, []string{"g g", "home"}, "first wording", ""},
	{ListLast, []string{"G", "end"}, "last wording", ""},
	{NextClaim, []string{")"}, "next claim of the statement", "next claim"},
	{PrevClaim, []string{"("}, "previous claim of the statement", ""},
	{Accept, []string{"enter"}, "go to the wording", "go there"},
	{Copy, []string{"y"}, "copy the wording with its citation", "copy"},
	{OpenHelp, []string{"?"}, "help", "help"},
	{Close, []string{"esc", "q"}, "close", "close"},
	{Quit, []string{"ctrl+c"}, "quit", ""},
}}

// Search is the keys of the search; every other key is text.
var Search = Map{"Search", []Binding{
	{Accept, []string{"enter"}, "stay at the hit and make all hits the active set", "stay"},
	{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "next hit; the panes follow", "next"},
	{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "previous hit", ""},
	{ListPageDown, []string{"pgdown"}, "a page of hits down", ""},
	{ListPageUp, []string{"pgup"}, "a page of hits up", ""},
	{Close, []string{"esc"}, "back to where the cursor was", "back"},
	{Quit, []string{"ctrl+c"}, "quit", ""},
}}

// Command is the keys of the command line.
var Command = Map{"Command line", []Binding{
	{Accept, []string{"enter"}, "run the command", "run"},
	{Complete, []string{"tab"}, "complete the command", ""},
	{Close, []string{"esc"}, "close", "close"},
	{Quit, []string{"ctrl+c"}, "quit", ""},
}}

// Help is the keys of the help page; every other key narrows it.
var Help = Map{"Help", []Binding{
	{ListDown, []string{"down", "ctrl+j", "ctrl+n"}, "scroll down", "scroll"},
	{ListUp, []string{"up", "ctrl+k", "ctrl+p"}, "scroll up", ""},
	{ListPageDown, []string{"pgdown"}, "a page down", ""},
	{ListPageUp, []string{"pgup"}, "a page up", ""},
	{Close, []string{"esc", "enter"}, "close", "close"},
	{Quit, []string{"ctrl+c"}, "quit", ""},
}}

// Maps is all screens, in the order of the help page.
var Maps = []*Map{&Reading, &Search, &Card, &Command, &Help}
