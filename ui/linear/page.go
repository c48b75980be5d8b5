// Package linear is how the program is read by the line, by a screen reader, on a braille display, on a terminal that can do
// nothing but write: nothing is drawn, and after each key what changed is appended in words. A screen says as a [Page] what it
// has to say at one moment, and knows nothing of what was said before; the one [Writer] compares it with the page before,
// and writes what is new.
package linear

import "strings"

// Page is all that a screen has to say at one moment.
type Page struct {
	// Name is the screen's, said when it opens: "Claims". Two pages of one name are of one screen.
	Name string
	// Over says that the screen is a question over another one, which is not said anew when the question is gone.
	Over bool
	// Parts is what there is to say in the order in which a person needs it: what the cursor is on, where that is, and then
	// how the screen is set.
	Parts []Part
	// Field is the text that is being typed, nil for none. While it is typed, the parts wait.
	Field *Field
	// Whole is all that can be read at the cursor, for the key that asks for it; nil for the parts.
	Whole []string
	// Where is where the cursor is, for the key that asks for it: all that a person who looks up would look for.
	Where []string
}

// Part is one thing that a page says. It may be as it came from outside.
type Part struct {
	// Name is what the same part is called on the next page.
	Name string
	// Of is what the text is about, a comparable value: of another thing the same words are news.
	Of any
	// Text is the words; "" for nothing to say.
	Text string
	// Joins says that it goes on in the line of the part before it, if that is said too.
	Joins bool
	// Told says that when it changes by itself a message tells so: it is said only with the first part.
	Told bool
}

// Field is a text that is being typed.
type Field struct {
	Prompt, Text string
	At           int // the cursor, in characters from the beginning
}

// Pending is the keys of an unfinished sequence as a field, nil for none: they are echoed.
func Pending(keys string) *Field {
	if keys == "" {
		return nil
	}
	return &Field{Text: keys, At: len([]rune(keys))}
}

// Add adds a part, if it has a text.
func (p *Page) Add(name string, of any, text string) *Page {
	if text != "" {
		p.Parts = append(p.Parts, Part{Name: name, Of: of, Text: text})
	}
	return p
}

// Join adds a part that goes on in the line of the one before.
func (p *Page) Join(name string, of any, text string) *Page {
	p.Add(name, of, text)
	if text != "" {
		p.Parts[len(p.Parts)-1].Joins = true
	}
	return p
}

// Tell adds a part whose changes are told by messages.
func (p *Page) Tell(name string, of any, text string) *Page {
	p.Add(name, of, text)
	if text != "" {
		p.Parts[len(p.Parts)-1].Told = true
	}
	return p
}

// part is the part of a name, the zero Part for none.
func (p *Page) part(name string) Part {
	for _, one := range p.Parts {
		if one.Name == name {
			return one
		}
	}
	return Part{}
}

// news is the sentences of the parts that the page before had not so: of all parts where before is nil.
func (p *Page) news(before *Page) []string {
	var said []string
	joins, first := false, before == nil
	for i, one := range p.Parts {
		changed := true
		if before != nil {
			was := before.part(one.Name)
			changed = was.Text != one.Text || was.Of != one.Of
		}
		first = first || i == 0 && changed
		if !changed || one.Told && !first {
			joins = false
			continue
		}
		if one.Joins && joins {
			said[len(said)-1] += ", " + one.Text
		} else {
			said = append(said, one.Text)
		}
		joins = true
	}
	return said
}

// all is every part, each a sentence.
func (p *Page) all() []string {
	if p.Whole != nil {
		return p.Whole
	}
	return p.news(nil)
}

// where is the screen's name and where the cursor is on it.
func (p *Page) where() []string {
	said := []string{p.Name}
	if f := p.Field; f != nil && f.Prompt != "" {
		said = append(said, strings.TrimSpace(f.Prompt+": "+f.Text))
	}
	if p.Where == nil {
		return append(said, p.news(nil)...)
	}
	return append(said, p.Where...)
}

// List joins what there is of some facts: "a, b".
func List(facts ...string) string {
	var some []string
	for _, f := range facts {
		if f != "" {
			some = append(some, f)
		}
	}
	return strings.Join(some, ", ")
}

// PageRows is how many rows a list moves by pages where there are no pages.
const PageRows = 10

// Named is a name whose parts stand between dots, as it is read: with commas.
func Named(name string) string { return strings.ReplaceAll(name, " · ", ", ") }
