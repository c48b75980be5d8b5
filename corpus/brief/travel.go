package brief

import (
	"fmt"

	"parallax/corpus/language"
)

// Undo undoes the last change that is not undone.
type Undo struct {
	Of uint64 `json:"of"` // its number; 0: whichever it is
}

// Redo does the change again that was undone last, as if at its own time: what it makes has the number it had.
type Redo struct {
	Of uint64 `json:"of"`
}

// Leave remembers where the reader is. It is not undone.
type Leave struct {
	At     *Anchor           `json:"at,omitempty"`     // the current statement
	Claim  *Anchor           `json:"claim,omitempty"`  // the lead of its current claim
	Panes  []Pane            `json:"panes,omitempty"`  // in the order on screen
	Query  string            `json:"query,omitempty"`  // of the last search
	Active string            `json:"active,omitempty"` // the active set that n and N step through, as the screen names it
	Screen string            `json:"screen,omitempty"`
	More   map[string]string `json:"more,omitempty"` // what a screen remembers besides
}

// Pane is a report's pane.
type Pane struct {
	File     string `json:"file"` // Ref.File
	Hidden   bool   `json:"hidden,omitempty"`
	Unlinked bool   `json:"unlinked,omitempty"` // does not follow the cursor
}

// Opening notes with which reports the session was opened. It is not undone.
type Opening struct {
	Event   string   `json:"event,omitempty"`
	Roots   []string `json:"roots,omitempty"` // the files and folders that were named, absolute; none: the embedded reports
	Reports []Ref    `json:"reports,omitempty"`
}

func (Undo) kind() string    { return "undo" }
func (Redo) kind() string    { return "redo" }
func (Leave) kind() string   { return "leave" }
func (Opening) kind() string { return "open" }

func (Undo) Say() string  { return "undid" }
func (Redo) Say() string  { return "did again" }
func (Leave) Say() string { return "went elsewhere" }
func (c Opening) Say() string {
	return fmt.Sprintf("opened %s", language.Counted(len(c.Reports), "report"))
}
