package brief

import (
	"errors"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Insert puts a heading or a text of the reader's own into the brief.
type Insert struct {
	After uint64 `json:"after,omitempty"` // the entry before it; 0: at the top
	Level int    `json:"level,omitempty"` // of a heading, from 1; 0: a text
	Text  string `json:"text"`
}

// Edit writes a heading or a text anew.
type Edit struct {
	Entry uint64 `json:"entry"`
	Level int    `json:"level,omitempty"` // 0 makes it a text
	Text  string `json:"text"`
}

// Move puts an entry behind another.
type Move struct {
	Entry uint64 `json:"entry"`
	After uint64 `json:"after,omitempty"` // 0: to the top
}

// Fold hides all wordings of a claim but the best of each outlet, or under a heading all that belongs to it.
type Fold struct {
	Entry uint64 `json:"entry"`
	Open  bool   `json:"open,omitempty"`
}

// Delete takes entries out of the brief.
type Delete struct {
	Entries []uint64 `json:"entries"`
}

// Retitle names the brief.
type Retitle struct {
	Title string `json:"title"`
}

func (Insert) kind() string  { return "insert" }
func (Edit) kind() string    { return "edit" }
func (Move) kind() string    { return "move" }
func (Fold) kind() string    { return "fold" }
func (Delete) kind() string  { return "delete" }
func (Retitle) kind() string { return "title" }

func (c Insert) Say() string {
	if c.Level > 0 {
		return "inserted the heading " + Excerpt(c.Text)
	}
	return "inserted " + Excerpt(c.Text)
}

func (c Edit) Say() string { return "edited " + Excerpt(c.Text) }
func (Move) Say() string   { return "moved an entry" }

func (c Fold) Say() string {
	if c.Open {
		return "unfolded an entry"
	}
	return "folded an entry"
}

func (c Delete) Say() string {
	if len(c.Entries) == 1 {
		return "deleted an entry"
	}
	return "deleted " + language.Counted(len(c.Entries), "item")
}

func (c Retitle) Say() string { return "named the brief " + Excerpt(c.Title) }

var errEmpty = errors.New("there is no text")

func (c Insert) edit(k *Kept, a *Action) error {
	if strings.TrimSpace(c.Text) == "" {
		return errEmpty
	}
	at, err := k.behind(c.After)
	if err != nil {
		return err
	}
	e := &Entry{ID: a.Seq, Made: a.Time, By: a.Coder, Touched: a.Seq}
	e.write(c.Level, c.Text)
	k.Entries = slices.Insert(slices.Clone(k.Entries), at, e)
	return nil
}

// write makes e a heading or a text.
func (e *Entry) write(level int, text string) {
	e.Kind, e.Level, e.Text = OfText, 0, strings.TrimSpace(text)
	if level > 0 {
		e.Kind, e.Level = OfHeading, level
	}
}

func (c Edit) edit(k *Kept, a *Action) error {
	if strings.TrimSpace(c.Text) == "" {
		return errEmpty
	}
	return k.change(c.Entry, a, func(e *Entry) error {
		if e.Kind != OfHeading && e.Kind != OfText {
			return errors.New("the words of a report stay as they are; a quotation can be shortened")
		}
		e.write(c.Level, c.Text)
		return nil
	})
}

func (c Move) edit(k *Kept, a *Action) error {
	from := k.index(c.Entry)
	if from < 0 {
		return ErrNoEntry
	}
	if c.Entry == c.After {
		return errors.New("an entry cannot stand behind itself")
	}
	moved := *k.Entries[from]
	moved.Touched = a.Seq
	rest := Kept{Entries: slices.Delete(slices.Clone(k.Entries), from, from+1)}
	at, err := rest.behind(c.After)
	if err != nil {
		return err
	}
	k.Entries = slices.Insert(rest.Entries, at, &moved)
	return nil
}

func (c Fold) edit(k *Kept, a *Action) error {
	return k.change(c.Entry, a, func(e *Entry) error {
		e.Folded = !c.Open
		return nil
	})
}

func (c Delete) edit(k *Kept, _ *Action) error {
	if len(c.Entries) == 0 {
		return ErrNoEntry
	}
	for _, id := range c.Entries {
		if k.index(id) < 0 {
			return ErrNoEntry
		}
	}
	was := k.Entries
	k.Entries = slices.DeleteFunc(slices.Clone(was), func(e *Entry) bool { return slices.Contains(c.Entries, e.ID) })
	for _, e := range was {
		if e.Kind == OfClaim && slices.Contains(c.Entries, e.ID) {
			k.letGo(e.Claim)
		}
	}
	return nil
}

func (c Retitle) edit(k *Kept, _ *Action) error {
	k.Title = strings.TrimSpace(c.Title)
	return nil
}

// behind is the index at which an entry behind the one of that ID belongs.
func (k *Kept) behind(id uint64) (int, error) {
	if id == 0 {
		return 0, nil
	}
	i := k.index(id)
	if i < 0 {
		return 0, ErrNoEntry
	}
	return i + 1, nil
}
