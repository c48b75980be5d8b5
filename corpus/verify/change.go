package verify

import (
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/seal"
)

// ChangeKind is what was done to a brief.
type ChangeKind uint8

// The kinds of changes.
const (
	Added     ChangeKind = iota
	Removed              // it was there when the brief was exported
	Reworded             // it had other words
	Moved                // it stands in another order
	Shown                // it is shown otherwise than it is written: hidden, struck out, styled, led elsewhere
	Disagrees            // what the brief says in one place it does not say in another, or the sources do not
)

func (k ChangeKind) String() string {
	return [...]string{"added", "removed", "reworded", "moved", "shown otherwise", "does not agree"}[k]
}

// Change is what was done to a brief beside its quotations. All text in it is safe to show.
type Change struct {
	Kind        ChangeKind
	What        string // "heading", "silence", "look" ...
	Was, Now    string // the words; "" where there were or are none
	Why         string // in words; "" where Was and Now say it
	Differences []brief.Difference
	Wrong       bool // the brief says, or may seem to say, of the sources what they do not, or what it did not say
}

// changesOf puts what the seal tells into words.
func changesOf(all []seal.Change) []Change {
	var out []Change
	for _, c := range all {
		change := Change{What: string(c.What), Was: worded(c.Was), Now: worded(c.Now), Wrong: c.Machine()}
		switch c.Kind {
		case seal.Added:
			change.Kind = Added
		case seal.Removed:
			change.Kind = Removed
		case seal.Moved:
			change.Kind = Moved
		case seal.Reworded:
			change.Kind = Reworded
			if c.Was.Text == c.Now.Text && c.Was.Note == c.Now.Note {
				change.Why = headingChange(c.Was.Level, c.Now.Level)
			}
			if fields := seal.Fields(c.Was, c.Now); len(fields) > 0 {
				change.Why = brief.Normal(strings.Join(fields, "; "))
			} else {
				change.Differences = brief.Differences(change.Was, change.Now)
			}
		}
		out = append(out, change)
	}
	return out
}

func headingChange(was, now int) string {
	switch {
	case now == 0:
		return "it is no heading any more"
	case was == 0:
		return "it was no heading"
	case was < now:
		return "it is a heading further down"
	}
	return "it is a heading further up"
}

// worded is a line as one text. Those of JSON are exact, so what could do harm is replaced here.
func worded(l seal.Line) string {
	if l.Note == "" {
		return brief.Normal(l.Text)
	}
	return brief.Normal(l.Text + " — " + l.Note)
}
