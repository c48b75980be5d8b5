package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Few is how many statements are so few that other words are worth offering.
const Few = 5

// mostRelated is how many other words are offered.
const mostRelated = 4

// Related is a word that news reports use for one of a query.
type Related struct {
	Word  string // as a statement writes it
	Base  string // as a query has it: it finds all forms of the word
	Count int    // of statements that the query finds with it in the place of its own word
}

// Related is what a query would find with related words, when it has one word and finds few statements: the word with
// the most first. with is the query that finds all of them too, "" when there are none.
func (x *Index) Related(ctx context.Context, r Result) (related []Related, with string, err error) {
	if r.Total >= Few || r.Scattered || strings.ContainsRune(r.Query, '|') {
		return nil, "", nil
	}
	own := ""
	for _, slot := range slots(r.Query) {
		switch sign := signOf(slot[0]); {
		case sign != "":
		case own != "" || strings.ContainsFunc(slot[0], isQuote):
			return nil, "", nil
		default:
			own = slot[0]
		}
	}
	if own == "" {
		return nil, "", nil
	}
	in := func(word string) string { return strings.Replace(r.Query, own, word, 1) }
	for _, base := range language.Related(own) {
		quoted := base
		if strings.ContainsRune(base, ' ') {
			quoted = `"` + base + `"`
		}
		found, err := x.find(ctx, in(quoted), 1)
		if err != nil {
			return nil, "", err
		}
		if found.Total == 0 {
			continue
		}
		one := Related{Word: base, Base: quoted, Count: found.Total}
		if h := found.Hits[0]; len(h.Spans) > 0 && quoted == base {
			one.Word = wordAt(x.set.ReportOf(h.Statement).Text, h.Spans[0])
		}
		related = append(related, one)
	}
	slices.SortStableFunc(related, func(a, b Related) int { return cmp.Compare(b.Count, a.Count) })
	related = related[:min(len(related), mostRelated)]
	if len(related) == 0 {
		return nil, "", nil
	}
	words := []string{own}
	for _, one := range related {
		words = append(words, one.Base)
	}
	return related, in(strings.Join(words, "|")), nil
}

// Instead is another word for the one thing, and how many statements of an outlet have it.
type Instead struct {
	Word  string
	Count int
}

// Know tells the index which words name one thing, group by group; it is not to be called while Find runs.
func (x *Index) Know(groups [][]string) {
	x.known = make(map[string][]string)
	for _, g := range groups {
		for _, w := range g {
			key := squeeze(w)
			x.known[key] = append(x.known[key], slices.DeleteFunc(slices.Clone(g), func(o string) bool { return squeeze(o) == key })...)
		}
	}
}

// instead fills in, where outlets have nothing, what they have of other words for the one thing that the query asks for.
func (x *Index) instead(ctx context.Context, r *Result) error {
	words := strings.Trim(r.Query, "\"“” ")
	others := x.known[squeeze(words)]
	if len(others) == 0 || !slices.ContainsFunc(r.Counts, func(c OutletCount) bool { return c.Count == 0 }) {
		return nil
	}
	for _, w := range others {
		found, err := x.find(ctx, `"`+w+`"`, 1)
		if err != nil {
			return err
		}
		for i := range r.Counts {
			if n := found.Counts[i].Count; n > 0 && r.Counts[i].Count == 0 {
				r.Counts[i].Instead = append(r.Counts[i].Instead, Instead{w, n})
			}
		}
	}
	return nil
}
