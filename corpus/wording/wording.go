// Package wording is how outlets name the same thing in different words: the spellings of a name or a word, other words for
// one thing in statements that are linked, and what the reader says is the same. Call [Of].
//
// Spellings are compared word by word (spelling.go). Terms are noun phrases whose heads belong to one class of related words
// and which stand for each other in linked statements (term.go): "invasion" here, "special military operation" there. Nothing
// is said about which is right.
package wording

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Kind is why terms are in one group.
type Kind uint8

const (
	Alias    Kind = iota // the reader says so
	Spelling             // they are spellings of one name or word
	Terms                // they stand for each other in linked statements
)

func (k Kind) String() string {
	return [...]string{"your words for one thing", "spellings", "terms"}[k]
}

// Group is wordings of one thing, the most used first.
type Group struct {
	Kind  Kind
	Terms []Term
}

// Name is the group's most used term.
func (g *Group) Name() string { return g.Terms[0].Text }

// Title is the group's terms: "Kyiv / Kiev".
func (g *Group) Title() string {
	texts := make([]string, len(g.Terms))
	for i := range g.Terms {
		texts[i] = g.Terms[i].Text
	}
	return strings.Join(texts, " / ")
}

// Term is one wording.
type Term struct {
	Text   string // as it is mostly written
	Counts []int  // by report.OutletID: how often
	Places []Place
}

// Place is where a term stands: bytes of the report's text.
type Place struct {
	Statement statement.ID
	Span      report.Span
}

// Statements is the statements that hold the term, in order.
func (t *Term) Statements() []statement.ID {
	var ids []statement.ID
	for _, p := range t.Places {
		if n := len(ids); n == 0 || ids[n-1] != p.Statement {
			ids = append(ids, p.Statement)
		}
	}
	return ids
}

// Spans is where a statement has the term.
func (t *Term) Spans(id statement.ID) []report.Span {
	var spans []report.Span
	from, _ := slices.BinarySearchFunc(t.Places, id, func(p Place, id statement.ID) int { return cmp.Compare(p.Statement, id) })
	for _, p := range t.Places[from:] {
		if p.Statement != id {
			break
		}
		spans = append(spans, p.Span)
	}
	return spans
}

// Of finds the groups of the story's statements: by kind, then those that most outlets use, then those used most. links may
// be nil, and then there are no terms.
func Of(set *statement.Set, links *match.Links) []Group {
	groups := ofAliases(set, set.Aliases)
	groups = append(groups, spellings(set)...)
	if links != nil {
		groups = append(groups, terms(set, links)...)
	}
	groups = slices.DeleteFunc(groups, func(g Group) bool { return g.Kind != Alias && len(g.Terms) < 2 })
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.outlets(), a.outlets()), cmp.Compare(b.places(), a.places()), strings.Compare(a.Name(), b.Name()))
	})
	return groups
}

func (g *Group) outlets() int {
	seen := make(map[int]bool)
	for i := range g.Terms {
		for o, n := range g.Terms[i].Counts {
			if n > 0 {
				seen[o] = true
			}
		}
	}
	return len(seen)
}

func (g *Group) places() int {
	n := 0
	for i := range g.Terms {
		n += len(g.Terms[i].Places)
	}
	return n
}

// gathered is the terms of a group in the making, by what they are told apart by.
type gathered struct {
	set   *statement.Set
	terms map[string]*Term
	shown map[string]map[string]int // by term: how it is written, how often
}

func gather(set *statement.Set) *gathered {
	return &gathered{set, make(map[string]*Term), make(map[string]map[string]int)}
}

// add notes a place of a term, which is written as its text there.
func (g *gathered) add(key string, p Place) {
	t := g.terms[key]
	if t == nil {
		t = &Term{Counts: make([]int, len(g.set.Outlets.All))}
		g.terms[key], g.shown[key] = t, make(map[string]int)
	}
	r := g.set.ReportOf(p.Statement)
	t.Counts[g.set.Outlets.Of[r.ID]]++
	t.Places = append(t.Places, p)
	g.shown[key][strings.Join(strings.Fields(statement.OneLine(r.Text[p.Span.Start:p.Span.End])), " ")]++
}

// group is the terms, the most used first, each as it is mostly written: without capitals where it is ever so, since a
// sentence or a headline lends them to any word.
func (g *gathered) group(kind Kind) Group {
	made := Group{Kind: kind}
	for key, t := range g.terms {
		for text, n := range g.shown[key] {
			lower, was := strings.ToLower(text) == text, strings.ToLower(t.Text) == t.Text
			switch best := g.shown[key][t.Text]; {
			case t.Text == "", lower && !was, lower == was && (n > best || n == best && text < t.Text):
				t.Text = text
			}
		}
		slices.SortStableFunc(t.Places, func(a, b Place) int {
			return cmp.Or(cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.Span.Start, b.Span.Start))
		})
		made.Terms = append(made.Terms, *t)
	}
	slices.SortFunc(made.Terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(len(b.Places), len(a.Places)), strings.Compare(a.Text, b.Text))
	})
	return made
}
