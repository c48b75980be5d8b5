package brief

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Mark keeps a passage, or with Claim a whole claim as one entry: the lead first, then the other outlets' wordings, the
// best of each outlet before its others. It goes to the end of the brief.
type Mark struct {
	Claim    bool     `json:"claim,omitempty"`
	Of       uint64   `json:"of,omitempty"`    // which claim it is, as in Touch
	First    bool     `json:"first,omitempty"` // likewise
	Wordings []Anchor `json:"wordings"`
	Called   string   `json:"called,omitempty"` // the claim, by the program
	Note     string   `json:"note,omitempty"`   // a note on it, made at once
	Tags     []string `json:"tags,omitempty"`
}

// Unmark takes an entry out of the brief, or one wording out of a claim.
type Unmark struct {
	Entry   uint64 `json:"entry"`
	Wording int    `json:"wording,omitempty"` // 0: the entry
}

// AddWording adds a wording to a marked claim.
type AddWording struct {
	Entry  uint64 `json:"entry"`
	Anchor Anchor `json:"anchor"`
}

// Lead makes a wording the first of its claim.
type Lead struct {
	Entry   uint64 `json:"entry"`
	Wording int    `json:"wording"`
}

// Requote says how a wording is quoted: with words left out or added. No parts: whole. [Shorten] makes the parts of what
// the reader typed.
type Requote struct {
	Entry   uint64 `json:"entry"`
	Wording int    `json:"wording"`
	Parts   []Part `json:"parts,omitempty"`
}

func (Mark) kind() string       { return "mark" }
func (Unmark) kind() string     { return "unmark" }
func (AddWording) kind() string { return "wording" }
func (Lead) kind() string       { return "lead" }
func (Requote) kind() string    { return "quote" }

func (c Mark) Say() string {
	said := "marked " + Excerpt(firstExact(c.Wordings))
	if c.Claim {
		said = fmt.Sprintf("marked a claim in %s", language.Counted(outletsOf(c.Wordings), "outlet"))
	}
	if c.Note != "" {
		said += ", with a note"
	}
	return said
}

func (c Unmark) Say() string {
	if c.Wording != 0 {
		return "took a wording out of a marked claim"
	}
	return "unmarked"
}

func (AddWording) Say() string { return "added a wording to a marked claim" }
func (Lead) Say() string       { return "put another wording first" }

func (c Requote) Say() string {
	if c.Parts == nil {
		return "quoted the whole passage"
	}
	return "edited a quotation"
}

func (c Mark) edit(k *Kept, a *Action) error {
	if len(c.Wordings) == 0 {
		return errors.New("nothing is marked")
	}
	if !c.Claim && len(c.Wordings) > 1 {
		return errors.New("a passage has one wording")
	}
	e := &Entry{ID: a.Seq, Kind: OfPassage, Made: a.Time, By: a.Coder, Touched: a.Seq}
	if c.Claim {
		e.Kind, e.Folded = OfClaim, true
	}
	for i, w := range c.Wordings {
		e.Wordings = append(e.Wordings, Wording{Number: i + 1, Since: a.Seq, Anchor: w})
	}
	e.Tags = WithTags(nil, c.Tags)
	if c.Note != "" {
		e.Notes = []Remark{remark(c.Note, a)}
	}
	k.Entries = append(slices.Clip(k.Entries), e)
	if !c.Claim {
		return nil
	}
	var err error
	e.Claim, err = k.touch(Touch{Of: c.Of, First: c.First, Wordings: c.Wordings, Called: c.Called}, a, func(own *ReaderClaim) error {
		e.Claim = own.ID // before it is let go, because nothing marks it yet
		return nil
	})
	return err
}

func (c Unmark) edit(k *Kept, a *Action) error {
	if c.Wording == 0 {
		return Delete{Entries: []uint64{c.Entry}}.edit(k, a)
	}
	return k.change(c.Entry, a, func(e *Entry) error {
		i := slices.IndexFunc(e.Wordings, func(w Wording) bool { return w.Number == c.Wording })
		if i < 0 {
			return errNoWording
		}
		if len(e.Wordings) == 1 {
			return errors.New("it is the only wording: unmark the claim")
		}
		e.Wordings = slices.Delete(slices.Clone(e.Wordings), i, i+1)
		return nil
	})
}

func (c AddWording) edit(k *Kept, a *Action) error {
	return k.change(c.Entry, a, func(e *Entry) error {
		if e.Kind != OfClaim {
			return errors.New("only a claim has several wordings")
		}
		number := 0
		for _, w := range e.Wordings {
			number = max(number, w.Number)
			if w.Anchor.Same(c.Anchor) {
				return errors.New("the claim has this wording")
			}
		}
		e.Wordings = append(slices.Clip(e.Wordings), Wording{Number: number + 1, Since: a.Seq, Anchor: c.Anchor})
		return nil
	})
}

func (c Lead) edit(k *Kept, a *Action) error {
	return k.change(c.Entry, a, func(e *Entry) error {
		i := slices.IndexFunc(e.Wordings, func(w Wording) bool { return w.Number == c.Wording })
		if i < 0 {
			return errNoWording
		}
		lead := e.Wordings[i]
		e.Wordings = slices.Insert(slices.Delete(slices.Clone(e.Wordings), i, i+1), 0, lead)
		return nil
	})
}

func (c Requote) edit(k *Kept, a *Action) error {
	return k.changeWording(c.Entry, c.Wording, a, func(w *Wording) error {
		if err := checkParts(w.Anchor.Exact, c.Parts); err != nil {
			return err
		}
		w.Parts = c.Parts
		return nil
	})
}

var (
	ErrNoEntry   = errors.New("the entry is not in the brief")
	errNoWording = errors.New("the entry has no such wording")
)

// change replaces an entry by a changed copy.
func (k *Kept) change(id uint64, a *Action, change func(*Entry) error) error {
	i := k.index(id)
	if i < 0 {
		return ErrNoEntry
	}
	e := *k.Entries[i]
	if err := change(&e); err != nil {
		return err
	}
	e.Touched = a.Seq
	k.Entries = slices.Clone(k.Entries)
	k.Entries[i] = &e
	return nil
}

// changeWording replaces a wording by a changed copy.
func (k *Kept) changeWording(id uint64, number int, a *Action, change func(*Wording) error) error {
	return k.change(id, a, func(e *Entry) error {
		e.Wordings = slices.Clone(e.Wordings)
		w := e.Wording(number)
		if w == nil {
			return errNoWording
		}
		return change(w)
	})
}

func firstExact(anchors []Anchor) string {
	if len(anchors) == 0 {
		return ""
	}
	return anchors[0].Exact
}

func outletsOf(anchors []Anchor) int {
	seen := make(map[string]bool)
	for _, a := range anchors {
		seen[a.Outlet] = true
	}
	return len(seen)
}

// Excerpt is the first words of s in quotation marks.
func Excerpt(s string) string {
	words := strings.Fields(s)
	if len(words) > openingWords {
		return "“" + strings.Join(words[:openingWords], " ") + " …”"
	}
	return "“" + strings.Join(words, " ") + "”"
}
