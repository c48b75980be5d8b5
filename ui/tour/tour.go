// Package tour is the tour of the first minutes: five things to do over whatever is open, each with the key that does it. It is
// no screen: it has one row, watches what the reader does, and goes on when a thing has been done, however it was done. Call
// [Begin], then [Tour.See] after every message, and [Tour.Draw] for the row.
package tour

import (
	"fmt"

	"parallax/corpus/statement"
	"parallax/ui/key"
)

// Steps is how many things there are to do.
const Steps = 5

// The steps, in order. After the last the tour is over.
const (
	move   = iota // to a statement that others share
	claim         // see who says it and who is silent
	search        // and stay at a hit
	note          // keep a statement with a note
	export        // write the brief to a file
)

// Screen is what the reader looks at.
type Screen uint8

// The screens on which a step has something to say of its own.
const (
	Reading Screen = iota
	Card
	Search
	Field   // that a step asks for: of a note, or of a file's name
	Writing // another field
	Brief
	Other
)

// Sight is what there is to see of the reader's doings. The numbers only matter by having grown.
type Sight struct {
	Screen   Screen
	Close    bool // esc has nothing else to close
	At       statement.ID
	Shared   bool // the statement under the cursor has a counterpart
	Alone    bool // no statement has one
	Searches int  // ended at a hit
	Notes    int  // in the brief
	Exports  int  // written
	Masked   bool // outlets are hidden, and no brief is written
}

// Tour is how far the reader is. The zero value is no tour.
type Tour struct {
	keys  *key.Keys
	step  int
	began Sight // at the beginning of the step
	seen  Sight // the last
}

// Begin begins at a step, from 1.
func Begin(keys *key.Keys, step int, now Sight) *Tour {
	return &Tour{keys: keys, step: min(max(step, 1), Steps) - 1, began: now, seen: now}
}

// Over reports whether everything has been done: the row then says goodbye.
func (t *Tour) Over() bool { return t.step >= Steps }

// See takes what there is to see now and goes on when the step has been done.
func (t *Tour) See(now Sight) {
	t.seen = now
	if !t.Over() && t.done(now) {
		t.step++
		t.began = now
	}
}

func (t *Tour) done(now Sight) bool {
	switch t.step {
	case move:
		return now.At != t.began.At && (now.Shared || now.Alone)
	case claim:
		return now.Screen == Card
	case search:
		return now.Searches > t.began.Searches
	case note:
		return now.Notes > t.began.Notes
	default:
		return now.Exports > t.began.Exports || now.Masked && now.Screen == Brief
	}
}

// place is how far the tour is: "tour 2 of 5".
func (t *Tour) place() string {
	if t.Over() {
		return "tour done"
	}
	return fmt.Sprintf("tour %d of %d", t.step+1, Steps)
}
