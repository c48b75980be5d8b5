// Package want is what screens say to the program: each value is one thing that a screen wants done and cannot do
// itself. A nil Want is nothing.
package want

import (
	"parallax/corpus/search"
	"parallax/corpus/statement"
)

// Want is one of the types of this package.
type Want any

// Screen is something that can be opened.
type Screen uint8

const (
	Card Screen = iota
	Search
	Command
	Help
)

type (
	// Open asks for a screen on top of the present one.
	Open struct{ Screen Screen }
	// Close closes the screen that says it.
	Close struct{}
	// Quit ends the program.
	Quit struct{}
	// Suspend stops the program as ctrl-z does in a shell.
	Suspend struct{}
	// Redraw draws the whole screen anew.
	Redraw struct{}
	// ToggleMouse gives the mouse to the program or back to the terminal.
	ToggleMouse struct{}
	// Copy puts the statement, as it will be quoted, into the clipboard.
	Copy struct{ Statement statement.ID }
	// Go puts the cursor on a statement and closes what is open.
	Go struct{ Statement statement.ID }
	// Preview shows a statement in the panes without leaving the search. Without Found, the place from before shows.
	Preview struct {
		Statement statement.ID
		Found     bool
	}
	// Stay ends the search at a hit and makes all hits the active set.
	Stay struct {
		Statement statement.ID
		Result    search.Result
	}
	// Cancel ends the search where the cursor was before it.
	Cancel struct{}
	// Run runs a command line, without its colon.
	Run struct{ Command string }
	// Find asks for the answer to a query; it comes back later, under the same number.
	Find struct {
		Number int
		Query  string
	}
	// Step asks the reading screen for the next (1) or the previous (-1) claim of the statement.
	Step struct{ By int }
	// Say shows a short message.
	Say struct{ Text string }
)
