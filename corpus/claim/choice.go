package claim

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/statement"
)

// Filter says which claims of a table are wanted.
type Filter uint8

const (
	Shared     Filter = iota // said by more than one statement
	AllClaims                // also what a single statement says
	Everywhere               // said in every column that has a report of the story
	OneOutlet                // said in one column, and nothing in another is linked to it
	Differing                // said differently in some column
)

// Filters is all of them, in the order in which a reader goes through them.
func Filters() []Filter { return []Filter{Shared, AllClaims, Everywhere, OneOutlet, Differing} }

// String is the filter in the reader's words.
func (f Filter) String() string {
	return [...]string{"shared", "all", "everywhere", "one outlet only", "differs"}[f]
}

// Sorting says how the claims of a table are sorted. Equals stand as a reader meets them.
type Sorting uint8

const (
	AsMet        Sorting = iota // as a reader meets them
	ByOutlets                   // those of most columns first
	ByDifference                // those said differently in most columns first
	ByDoubt                     // those of which most cells may be wrong first; see Table.Doubt
	AsInColumn                  // as the reports of a column have them; what they have not comes last
)

// Sortings is those that need no column, in the order in which a reader goes through them.
func Sortings() []Sorting { return []Sorting{AsMet, ByOutlets, ByDifference, ByDoubt} }

// String is the sorting in the reader's words.
func (o Sorting) String() string {
	return [...]string{"as met", "by outlets", "by difference", "by doubt", "as in"}[o]
}

// Choice is what a reader wants to see of a table.
type Choice struct {
	Filter Filter
	Sort   Sorting
	Column int            // of AsInColumn
	Voice  string         // only claims that this speaker makes in some wording; "" for any
	Found  []statement.ID // only claims with one of these wordings, sorted; nil for any
}

// Choose is the claims that are wanted, in order.
func (t *Table) Choose(c Choice) []Entry {
	var chosen []Entry
	for i := range t.entries {
		if e := &t.entries[i]; t.passes(e, &c) {
			chosen = append(chosen, *e)
		}
	}
	slices.SortStableFunc(chosen, t.order(&c))
	return chosen
}

func (t *Table) passes(e *Entry, c *Choice) bool {
	cl := &t.claims.All[e.Claim]
	switch c.Filter {
	case Shared:
		if len(cl.Statements) < 2 {
			return false
		}
	case Everywhere:
		if e.Said+e.Absent < len(t.Columns) {
			return false
		}
	case OneOutlet:
		if !e.Alone() {
			return false
		}
	case Differing:
		if t.Differing(e.Claim) == 0 {
			return false
		}
	}
	return (c.Found == nil || slices.ContainsFunc(cl.Statements, func(s statement.ID) bool {
		_, in := slices.BinarySearch(c.Found, s)
		return in
	})) && (c.Voice == "" || t.saidBy(cl, c.Voice))
}

// saidBy reports whether a speaker makes the claim in some wording. In a claim of one, each voice of the statement does.
func (t *Table) saidBy(cl *Claim, speaker string) bool {
	for _, s := range cl.Statements {
		if len(cl.Statements) == 1 {
			return slices.ContainsFunc(t.claims.set.All[s].Voices, func(v statement.Voice) bool { return statement.SameSpeaker(v.Speaker, speaker) })
		}
		if v, whose := t.claims.VoiceIn(cl.ID, s); whose == Spoken && statement.SameSpeaker(v.Speaker, speaker) {
			return true
		}
	}
	return false
}

// order is how two entries compare.
func (t *Table) order(c *Choice) func(a, b Entry) int {
	switch c.Sort {
	case ByOutlets:
		return func(a, b Entry) int { return cmp.Compare(b.Said, a.Said) }
	case ByDifference:
		return func(a, b Entry) int {
			return cmp.Or(cmp.Compare(t.Differing(b.Claim), t.Differing(a.Claim)), cmp.Compare(b.Said, a.Said))
		}
	case ByDoubt:
		return func(a, b Entry) int { return cmp.Compare(t.Doubt(b.Claim), t.Doubt(a.Claim)) }
	case AsInColumn:
		return func(a, b Entry) int { return cmp.Compare(t.placeIn(a.Claim, c.Column), t.placeIn(b.Claim, c.Column)) }
	}
	return func(Entry, Entry) int { return 0 }
}

// placeIn is the first statement of a claim in the reports of a column, past all others when it has none.
func (t *Table) placeIn(id ID, column int) statement.ID {
	for _, s := range t.claims.All[id].Statements {
		if t.column[t.claims.set.Outlets.Of[t.claims.set.All[s].Report]] == column {
			return s
		}
	}
	return math.MaxInt
}
