package language

import (
	"strings"
	"sync"
)

// Nation is a country with the words that reports use for it.
type Nation struct {
	Names    []string // the first stands for it
	Demonyms []string
	Capitals []string
	Also     []string // people in the plural, seats of government, great cities
}

// Nations is the one table of countries, in the order of their names.
var Nations = sync.OnceValue(func() []Nation {
	var all []Nation
	for _, line := range English("nations", "nations").Lines() {
		var columns [4][]string
		for i, column := range strings.Split(line, ";") {
			columns[i] = listed(column)
		}
		all = append(all, Nation{columns[0], columns[1], columns[2], columns[3]})
	}
	return all
})

// nationNames is the folded names of countries that are one word, without their peoples and capitals.
var nationNames = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, n := range Nations() {
		for _, name := range n.Names {
			if ws := Words(name); len(ws) == 1 {
				m[ws[0].Text] = true
			}
		}
	}
	return m
})

// IsNation reports whether a folded word is the name of a country.
func IsNation(word string) bool { return nationNames()[word] }

// Places is the words for each place that outlets name in different words: the countries, then other places.
var Places = sync.OnceValue(func() [][]string {
	var all [][]string
	for _, n := range Nations() {
		var words []string
		for _, column := range [][]string{n.Names, n.Demonyms, n.Capitals, n.Also} {
			words = append(words, column...)
		}
		all = append(all, words)
	}
	for _, line := range English("places", "places").Lines() {
		all = append(all, listed(line))
	}
	return all
})

// listed is the parts of s between commas.
func listed(s string) []string {
	var parts []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
