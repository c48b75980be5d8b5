package brief

import (
	"errors"
	"slices"
	"strings"
)

// Target is what a note or a tag is on: an entry, or one of its wordings.
type Target struct {
	Entry   uint64 `json:"entry"`
	Wording int    `json:"wording,omitempty"` // 0: the whole entry
}

// AddNote writes a note.
type AddNote struct {
	Target
	Text string `json:"text"`
}

// EditNote writes a note anew. It keeps its number and its place, and takes the time and the coder of the edit.
type EditNote struct {
	Note uint64 `json:"note"` // Remark.ID
	Text string `json:"text"`
}

// DropNote deletes a note.
type DropNote struct {
	Note uint64 `json:"note"`
}

// Tag adds tags. A tag is kept as it is typed, without blanks around it.
type Tag struct {
	Target
	Tags []string `json:"tags"`
}

// Untag takes tags away.
type Untag struct {
	Target
	Tags []string `json:"tags"`
}

func (AddNote) kind() string  { return "note" }
func (EditNote) kind() string { return "edit-note" }
func (DropNote) kind() string { return "drop-note" }
func (Tag) kind() string      { return "tag" }
func (Untag) kind() string    { return "untag" }

func (c AddNote) Say() string { return "noted " + Excerpt(c.Text) }
func (EditNote) Say() string  { return "edited a note" }
func (DropNote) Say() string  { return "deleted a note" }
func (c Tag) Say() string     { return "tagged " + strings.Join(c.Tags, ", ") }
func (c Untag) Say() string   { return "took away the tag " + strings.Join(c.Tags, ", ") }

func (c AddNote) edit(k *Kept, a *Action) error {
	if strings.TrimSpace(c.Text) == "" {
		return errors.New("the note is empty")
	}
	add := func(notes []Remark) []Remark { return append(slices.Clip(notes), remark(c.Text, a)) }
	return k.changeTarget(c.Target, a, func(notes *[]Remark, _ *[]string) { *notes = add(*notes) })
}

func (c EditNote) edit(k *Kept, a *Action) error {
	if strings.TrimSpace(c.Text) == "" {
		return DropNote{c.Note}.edit(k, a)
	}
	return k.changeNote(c.Note, a, func(notes []Remark, i int) []Remark {
		notes = slices.Clone(notes)
		notes[i].Note = remark(c.Text, a).Note
		return notes
	})
}

func (c DropNote) edit(k *Kept, a *Action) error {
	return k.changeNote(c.Note, a, func(notes []Remark, i int) []Remark {
		return slices.Delete(slices.Clone(notes), i, i+1)
	})
}

func (c Tag) edit(k *Kept, a *Action) error {
	if len(WithTags(nil, c.Tags)) == 0 {
		return errors.New("the tag is empty")
	}
	return k.changeTarget(c.Target, a, func(_ *[]Remark, tags *[]string) { *tags = WithTags(*tags, c.Tags) })
}

func (c Untag) edit(k *Kept, a *Action) error {
	return k.changeTarget(c.Target, a, func(_ *[]Remark, tags *[]string) {
		*tags = slices.DeleteFunc(slices.Clone(*tags), func(t string) bool { return slices.Contains(c.Tags, t) })
	})
}

func remark(text string, a *Action) Remark {
	return Remark{a.Seq, Note{Text: strings.TrimSpace(text), Time: a.Time, By: a.Coder}}
}

// WithTags is tags and those of more that are not among them.
func WithTags(tags, more []string) []string {
	tags = slices.Clip(tags)
	for _, t := range more {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return tags
}

var errNoNote = errors.New("the note is not in the brief")

// changeTarget changes the notes and tags of an entry or a wording.
func (k *Kept) changeTarget(t Target, a *Action, change func(*[]Remark, *[]string)) error {
	if t.Wording == 0 {
		return k.change(t.Entry, a, func(e *Entry) error {
			change(&e.Notes, &e.Tags)
			return nil
		})
	}
	return k.changeWording(t.Entry, t.Wording, a, func(w *Wording) error {
		change(&w.Notes, &w.Tags)
		return nil
	})
}

// changeNote finds a note, wherever it is, and changes the list that holds it.
func (k *Kept) changeNote(id uint64, a *Action, change func([]Remark, int) []Remark) error {
	is := func(r Remark) bool { return r.ID == id }
	for _, e := range k.Entries {
		if i := slices.IndexFunc(e.Notes, is); i >= 0 {
			return k.change(e.ID, a, func(e *Entry) error {
				e.Notes = change(e.Notes, i)
				return nil
			})
		}
		for _, w := range e.Wordings {
			if i := slices.IndexFunc(w.Notes, is); i >= 0 {
				return k.changeWording(e.ID, w.Number, a, func(w *Wording) error {
					w.Notes = change(w.Notes, i)
					return nil
				})
			}
		}
	}
	return errNoNote
}
