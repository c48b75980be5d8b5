package particular

import (
	"sync/atomic"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Book is the particulars of a set's statements, each read when first asked for: opening thousands of reports reads none.
// It may be used from several goroutines.
type Book struct {
	set    *statement.Set
	of     []atomic.Pointer[[]Particular]
	scopes []atomic.Pointer[scope] // by report
}

// NewBook is a book of which nothing has been read.
func NewBook(set *statement.Set) *Book {
	return &Book{set: set, of: make([]atomic.Pointer[[]Particular], len(set.All)), scopes: make([]atomic.Pointer[scope], len(set.Reports))}
}

// Of is the particulars of a statement; boilerplate has none. They are not to be changed.
func (b *Book) Of(id statement.ID) []Particular {
	if p := b.of[id].Load(); p != nil {
		return *p
	}
	var ps []Particular
	if b.set.All[id].IsStory() {
		ps = of(b.set, id, b.scope(b.set.All[id].Report))
	}
	b.of[id].Store(&ps)
	return ps
}

// scope is what a report says that it is of.
func (b *Book) scope(r report.ID) scope {
	if sc := b.scopes[r].Load(); sc != nil {
		return *sc
	}
	sc := scopeOf(b.set, r)
	b.scopes[r].Store(&sc)
	return sc
}
