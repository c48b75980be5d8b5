// Package tagging is the list of a codebook's tags, a key each, from which those of passages are chosen. [New] opens it.
package tagging

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// labels are the keys of the tags, in order. What comes after them is chosen with the arrows, or written.
const labels = "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// Tagging is the state of the list.
type Tagging struct {
	screen.Still
	book    coding.Codebook
	tags    []string // of the codebook, then others in use
	of      want.Tag
	had     map[string]int // how many bear a tag
	all     int            // how many there are to tag
	changed map[string]bool
	theme   *theme.Theme
	bound   *key.Map

	chosen, top, rows int

	field *field.Field // in which tags are written, nil while they are chosen
	asked []string     // tags that the codebook has not, about the first of which is asked
}

// New opens the list for what is to be tagged: had is the tags of each. tags begin with the codebook's.
func New(book coding.Codebook, tags []string, of want.Tag, had [][]string, t *theme.Theme, bound *key.Map) *Tagging {
	s := &Tagging{book: book, tags: tags, of: of, had: make(map[string]int), all: len(had), changed: make(map[string]bool), theme: t, bound: bound}
	for _, one := range had {
		for _, tag := range one {
			s.had[tag]++
		}
	}
	return s
}

// Place is the list below the panes.
func (s *Tagging) Place() screen.Place { return screen.Panel }

// Keys is those of choosing tags.
func (s *Tagging) Keys() *key.Map { return s.bound }

// SetTheme changes the styles.
func (s *Tagging) SetTheme(t *theme.Theme) { s.theme = t }

// Click does nothing: the panes wait.
func (s *Tagging) Click(int, int) (taken bool) { return true }

// on reports whether all have the tag, as it stands in the list now.
func (s *Tagging) on(tag string) bool {
	if to, ok := s.changed[tag]; ok {
		return to
	}
	return s.all > 0 && s.had[tag] == s.all
}

// toggle puts a tag on all, or takes it off; a second time leaves all as they were.
func (s *Tagging) toggle(tag string) {
	if _, ok := s.changed[tag]; ok {
		delete(s.changed, tag)
		return
	}
	s.changed[tag] = !s.on(tag)
}

// Key takes one key press.
func (s *Tagging) Key(msg tea.KeyPressMsg) want.Want {
	name := msg.String()
	action := s.bound.Action(name)
	if action == key.Quit {
		return want.Quit{}
	}
	switch {
	case len(s.asked) > 0:
		s.answer(action)
		return nil
	case s.field != nil:
		s.writing(action, msg)
		return nil
	}
	if i := strings.Index(labels, name); len(name) == 1 && i >= 0 {
		if i >= len(s.tags) {
			return want.Say{Text: "no tag has the key " + name}
		}
		s.chosen = i
		s.toggle(s.tags[i])
		return nil
	}
	if to, ok := key.InList(action, 0, s.chosen, len(s.tags), s.rows); ok {
		s.chosen = to
		return nil
	}
	switch action {
	case key.SetTag:
		s.toggle(s.tags[s.chosen])
	case key.WriteTag:
		s.field = field.New()
	case key.Accept:
		return s.done()
	case key.OpenHelp:
		return want.Open{Screen: key.OpenHelp}
	case key.Close:
		return want.Close{}
	}
	return nil
}

// Paste writes a pasted text, where tags are written.
func (s *Tagging) Paste(text string) (w want.Want, taken bool) {
	if s.field == nil || len(s.asked) > 0 {
		return nil, false
	}
	s.field.Paste(text)
	return nil, true
}

// done says which tags were put on and taken off, in the order of the list.
func (s *Tagging) done() want.Want {
	w := want.ChosenTags{Of: s.of}
	for _, tag := range s.tags {
		switch to, ok := s.changed[tag]; {
		case ok && to:
			w.On = append(w.On, tag)
		case ok:
			w.Off = append(w.Off, tag)
		}
	}
	return w
}

// writing takes a key while tags are written.
func (s *Tagging) writing(action key.Action, msg tea.KeyPressMsg) {
	switch action {
	case key.Accept:
		s.written(brief.TagsOf(s.field.Text()))
	case key.Close:
		s.field = nil
	case key.WriteTag:
		s.complete()
	default:
		s.field.Key(msg)
	}
}

// complete completes the last tag that is written.
func (s *Tagging) complete() {
	text := s.field.Text()
	cut := strings.LastIndexByte(text, ',') + 1
	typed := strings.TrimLeft(text[cut:], " ")
	for _, tag := range s.tags {
		if typed != tag && strings.HasPrefix(tag, typed) {
			s.field.Set(text[:len(text)-len(typed)] + tag)
			return
		}
	}
}

// written puts tags on that are known, and asks about the others.
func (s *Tagging) written(tags []string) {
	for _, tag := range tags {
		if slices.Contains(s.tags, tag) {
			s.put(tag)
		} else {
			s.asked = append(s.asked, tag)
		}
	}
	if len(s.asked) == 0 {
		s.field = nil
	}
}

// put puts a tag on all; the list ends with it, where it had it not.
func (s *Tagging) put(tag string) {
	i := slices.Index(s.tags, tag)
	if i < 0 {
		i = len(s.tags)
		s.tags = append(slices.Clip(s.tags), tag)
	}
	s.chosen = i
	if !s.on(tag) {
		s.toggle(tag)
	}
}

// answer takes a key while it is asked about a tag that the codebook has not. Only the keys that are named answer.
func (s *Tagging) answer(action key.Action) {
	tag := s.asked[0]
	switch action {
	case key.TakeNearest:
		nearest, ok := s.book.Nearest(tag)
		if !ok {
			return
		}
		s.put(nearest)
	case key.AddTag:
		s.put(tag)
	case key.Close: // to write it again
		s.field.Set(strings.Join(s.asked, ", "))
		s.asked = nil
		return
	default:
		return
	}
	if s.asked = s.asked[1:]; len(s.asked) == 0 {
		s.field = nil
	}
}
