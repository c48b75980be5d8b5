package particular

import (
	"sync/atomic"

	"parallax/corpus/statement"
)

// Book is the particulars of a set's statements, each read when first asked for: opening thousands of reports reads none.
// It may be used from several goroutines.
type Book struct {
	set *statement.Set
	of  []atomic.Pointer[[]Particular]
}

// NewBook is a book of which nothing has been read.
func NewBook(set *statement.Set) *Book {
	return &Book{set: set, of: make([]atomic.Pointer[[]Particular], len(set.All))}
}

// Of is the particulars of a statement; boilerplate has none. They are not to be changed.
func (b *Book) Of(id statement.ID) []Particular {
	if p := b.of[id].Load(); p != nil {
		return *p
	}
	var ps []Particular
	if b.set.All[id].IsStory() {
		ps = Of(b.set, id)
	}
	b.of[id].Store(&ps)
	return ps
}
