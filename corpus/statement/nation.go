package statement

import (
	"sync"

	"parallax/corpus/language"
)

// nation is the index of a country in the table of nations, from 1; 0 is none.
type nation uint8

// naming is how a word names a nation.
type naming uint8

const (
	byName naming = iota
	byDemonym
	byCapital
)

type nationName struct {
	nation nation
	naming naming
}

// nationTable finds a nation by a folded name; list is each nation's first name.
type nationTable struct {
	names map[string]nationName
	list  []string
}

var nations = sync.OnceValue(func() nationTable {
	t := nationTable{names: map[string]nationName{}, list: []string{""}}
	for _, n := range language.Nations() {
		id := nation(len(t.list))
		t.list = append(t.list, n.Names[0])
		for kind, words := range [][]string{byName: n.Names, byDemonym: n.Demonyms, byCapital: n.Capitals} {
			for _, w := range words {
				t.names[language.FoldName(w)] = nationName{id, naming(kind)}
			}
		}
	}
	return t
})
