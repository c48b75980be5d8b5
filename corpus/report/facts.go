package report

import "strings"

// Fact is something that is known of a report besides its text: the value as it is written, and who says so
// ("sources.json", "front matter", "file name", "text"). Neither is set without the other.
type Fact struct{ Value, From string }

// Facts is what is known of a report besides its text. Published keeps what a Date does not, the time of day and its zone.
type Facts struct{ Outlet, Title, Published, URL, Byline, Lang, Note Fact }

// Or fills what f does not say from g.
func (f Facts) Or(g Facts) Facts {
	from := g.all()
	for i, fact := range f.all() {
		if fact.Value == "" {
			*fact = *from[i]
		}
	}
	return f
}

// Said is facts with every value trimmed, where none is left out, and the same source for each.
func (f Facts) Said(from string) Facts {
	for _, fact := range f.all() {
		*fact = fact.by(from)
	}
	return f
}

// by is a fact's value said by from; no fact when there is no value.
func (f Fact) by(from string) Fact {
	if f.Value = strings.TrimSpace(f.Value); f.Value == "" {
		return Fact{}
	}
	f.From = from
	return f
}

func (f *Facts) all() []*Fact {
	return []*Fact{&f.Outlet, &f.Title, &f.Published, &f.URL, &f.Byline, &f.Lang, &f.Note}
}
