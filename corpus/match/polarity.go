package match

import (
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/language"
)

// Two statements may share nearly every word and say the opposite: one denies what the other says ("has agreed", "has not
// agreed"), uses a word of the opposite sense ("upheld", "overturned"), gives another number of the same thing, or lets two
// parties change places ("A accused B"), another day or another place of the same act. That is evidence against their saying the same; where all else agrees, they differ.

// deniers turn what follows them in their clause into its opposite.
var deniers = language.English("polarity", "deniers")

// deniedWords is how many words that are concepts a denial reaches.
const deniedWords = 4

// readDenials finds the concepts of a statement that are denied, and its words that have an opposite.
func (s *event) readDenials(x *reading) {
	text := s.set.Text(x.id)
	left, denied := 0, false
	for k, w := range x.words {
		if k > 0 && breaks(text[x.words[k-1].End:w.Start]) {
			left, denied = 0, false
		}
		if st, ok := s.stanceAt(x, k); ok {
			st.denied = left > 0 && denied
			x.stances = append(x.stances, st)
		}
		if x.denies(k) {
			denied = left == 0 || !denied
			left = deniedWords
			continue
		}
		if c := x.at[k]; c >= 0 && left > 0 {
			if denied {
				x.denied = append(x.denied, c)
			}
			left--
		}
	}
	x.denied = sortedSet(x.denied)
}

// denies reports whether word k is a denial: "no" but not in "no longer", "yet" in "have yet to agree".
func (x *reading) denies(k int) bool {
	next := ""
	if k+1 < len(x.words) {
		next = x.words[k+1].Text
	}
	switch w := x.words[k].Text; w {
	case "no":
		return next != "longer"
	case "yet":
		return next == "to" && k > 0 && !deniers.Has(x.words[k-1].Text)
	default:
		return deniers.Has(w)
	}
}

// against is what in two statements speaks against their saying the same.
type against struct {
	denied   int32 // a concept that only one of them denies, -1 for none
	opposite [2]*stance
	framed   bool     // what is of opposite sense is said of the same thing
	amounts  [2]int32 // unlike numbers of the same thing
	swapped  [2]int32 // names that change places
	when     [2]stretch
	where    [2]stretch
	found    bool
}

// opposed finds what speaks against a pair. A denial counts against words that both have, in their own or a related word.
func (p *comparison) opposed() against {
	g := against{denied: -1}
	heaviest := 0.0
	for _, c := range p.shared {
		if p.s.concepts[c].kind == nameWord {
			continue
		}
		if has(p.a.denied, c) != has(p.b.denied, c) {
			w := p.s.concepts[c].weight
			if w > heaviest {
				heaviest, g.denied = w, c
			}
		}
	}
	g.found = g.denied >= 0
	if x, y := p.opposites(); x != nil {
		g.opposite, g.framed, g.found = [2]*stance{x, y}, p.ofOneThing(x, y), true
	}
	if x, y, ok := p.unlikeAmounts(); ok {
		g.amounts, g.found = [2]int32{x, y}, true
	}
	if x, y, ok := p.swapped(); ok {
		g.swapped, g.found = [2]int32{x, y}, true
	}
	for _, of := range [...]func(*event, *reading) (stretch, bool){(*event).dayOf, (*event).dateOf} {
		if x, y, ok := p.unlikeStretch(of); ok {
			g.when, g.found = [2]stretch{x, y}, true
			break
		}
	}
	if x, y, ok := p.unlikeStretch((*event).placeOf); ok && !p.s.sideBySide(p.a, x, p.b, y) {
		g.where, g.found = [2]stretch{x, y}, true
	}
	return g
}

// unlikeAmounts is two numbers of the same thing that cannot both be right: neither statement has the other's, and the
// word that they count is shared.
func (p *comparison) unlikeAmounts() (x, y int32, ok bool) {
	for i, a := range p.a.at {
		if a < 0 || p.s.concepts[a].kind != amount || has(p.b.own, a) {
			continue
		}
		for j, b := range p.b.at {
			if b < 0 || p.s.concepts[b].kind != amount || has(p.a.own, b) || p.s.agree(p.a, i, p.b, j) {
				continue
			}
			n, m := p.s.counted(p.a, i), p.s.counted(p.b, j)
			if n >= 0 && m >= 0 && (n == m || p.s.standsFor(n, m)) {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// counted is the concept that the number at word i counts: the next one in its clause, else the one before, -1 for none.
func (s *event) counted(x *reading, i int) int32 {
	text := s.set.Text(x.id)
	for k := i + 1; k < min(i+4, len(x.at)) && !breaks(text[x.words[k-1].End:x.words[k].Start]); k++ {
		if x.at[k] >= 0 {
			return x.at[k]
		}
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if x.at[k] >= 0 {
			return x.at[k]
		}
	}
	return -1
}

// agree reports whether two numbers may both be right, or measure different things: "more than 200" and "219", "about
// 300" and "310".
func (s *event) agree(x *reading, i int, y *reading, j int) bool {
	of, a, okA := s.measured(x.at[i])
	by, b, okB := s.measured(y.at[j])
	if !okA || !okB || of != by {
		return true
	}
	about := max(a, b) <= 1.1*min(a, b)
	for _, w := range [...]string{x.bound(i), y.bound(j)} {
		if w != "" && about {
			return true
		}
	}
	return atLeast.Has(x.bound(i)) && b > a || atLeast.Has(y.bound(j)) && a > b ||
		atMost.Has(x.bound(i)) && b < a || atMost.Has(y.bound(j)) && a < b
}

var (
	atLeast = language.English("polarity", "at least")
	atMost  = language.English("polarity", "at most")
	roughly = language.English("polarity", "roughly")
)

// bound is the word before a number that makes it a bound or a rough one, "" for none: "more" of "more than".
func (x *reading) bound(i int) string {
	for k := i - 1; k >= max(0, i-2); k-- {
		if w := x.words[k].Text; w != "than" && (atLeast.Has(w) || atMost.Has(w) || roughly.Has(w)) {
			return w
		}
	}
	return ""
}

// measured is what a concept that is a number measures, and how much.
func (s *event) measured(c int32) (of string, value float64, ok bool) {
	of, number, _ := strings.Cut(s.concepts[c].key, ":")
	value, err := strconv.ParseFloat(number, 64)
	return of, value, err == nil
}

// standsFor reports whether two concepts are related.
func (s *event) standsFor(a, b int32) bool {
	return slices.ContainsFunc(s.concepts[a].related, func(n near) bool { return n.concept == b })
}

// swapped is two names that stand on either side of a shared word, the other way about in the other statement, when
// neither is in the passive.
func (p *comparison) swapped() (x, y int32, ok bool) {
	if p.kinds[nameWord] == 0 {
		return 0, 0, false
	}
	for i, verb := range p.a.at {
		if verb < 0 || p.s.concepts[verb].kind != plainWord || !has(p.shared, verb) {
			continue
		}
		j := slices.Index(p.b.at, verb)
		if j < 0 || p.a.passive(i) || p.b.passive(j) {
			continue
		}
		a1, a2 := p.nameBeside(p.a, i, -1), p.nameBeside(p.a, i, 1)
		b1, b2 := p.nameBeside(p.b, j, -1), p.nameBeside(p.b, j, 1)
		if a1 >= 0 && a2 >= 0 && a1 != a2 && a1 == b2 && a2 == b1 {
			return a1, a2, true
		}
	}
	return 0, 0, false
}

// passive reports whether "by" follows word i closely.
func (x *reading) passive(i int) bool {
	for k := i + 1; k < min(i+4, len(x.words)); k++ {
		if x.words[k].Text == "by" {
			return true
		}
	}
	return false
}

// nameBeside is the nearest name before or after word i, none when it is more than five words away.
func (p *comparison) nameBeside(x *reading, i, step int) int32 {
	for k, n := i+step, 0; k >= 0 && k < len(x.at) && n < 5; k, n = k+step, n+1 {
		if c := x.at[k]; c >= 0 && p.s.concepts[c].kind == nameWord {
			return c
		}
	}
	return -1
}

// aside is the concepts by which what speaks against the pair is told.
func (g *against) aside(a, b *reading) []int32 {
	ids := []int32{g.amounts[0], g.amounts[1]}
	for i, x := range [...]*reading{a, b} {
		if st := g.opposite[i]; st != nil {
			ids = append(ids, x.at[st.word])
		}
		ids = append(ids, x.at[g.when[i].from:g.when[i].to]...)
		ids = append(ids, x.at[g.where[i].from:g.where[i].to]...)
	}
	return ids
}

// alikeBut is how much of either statement the other has, what speaks against them set aside: the lesser of the two and the
// greater.
func (p *comparison) alikeBut(g against) (less, more float64) {
	aside := g.aside(p.a, p.b)
	part := func(x *reading, wide []near) float64 {
		sum, all, j := 0.0, 0.0, 0
		for _, c := range x.own {
			if p.s.concepts[c].kind == amount || slices.Contains(aside, c) || opposites().of[p.s.concepts[c].key] != nil && !has(p.shared, c) {
				continue
			}
			w := p.s.concepts[c].weight
			all += w
			for j < len(wide) && wide[j].concept < c {
				j++
			}
			if j < len(wide) && wide[j].concept == c {
				sum += w * float64(wide[j].much)
			}
		}
		return sum / (all + 1)
	}
	x, y := part(p.a, p.b.wide), part(p.b, p.a.wide)
	return min(x, y), max(x, y)
}

// How much must agree for two statements to differ in the rest: of both, or of one when the other denies it and more is in
// that other. Where both deny something, how far a denial reaches is too uncertain for the latter. Of words of opposite
// sense that are said of one thing less need agree: a headline has little else.
const (
	leastAlikeBut = 0.6
	leastDenied   = 0.75
	leastFramed   = 1.0 / 3
)

// differ reports whether two statements say one thing of which a part is the opposite or another number.
func (p *comparison) differ() (against, bool) {
	g := p.opposed()
	if !g.found {
		return g, false
	}
	less, more := p.alikeBut(g)
	only := g.denied >= 0 && (len(p.a.denied) == 0 || len(p.b.denied) == 0)
	return g, less >= leastAlikeBut || g.framed && less >= leastFramed || only && more >= leastDenied
}

// tellDifference says in words what differs: "not", "upheld, overturned", "300, 3,000".
func (p *comparison) tellDifference() (string, bool) {
	g, ok := p.differ()
	if !ok {
		return "", false
	}
	switch {
	case g.amounts != [2]int32{}:
		return p.s.writesAmount(p.a, g.amounts[0]) + ", " + p.s.writesAmount(p.b, g.amounts[1]), true
	case g.opposite[0] != nil:
		return p.s.writesStance(p.a, g.opposite[0]) + ", " + p.s.writesStance(p.b, g.opposite[1]), true
	case g.denied >= 0:
		denies := p.a
		if has(p.b.denied, g.denied) {
			denies = p.b
		}
		return "only one denies it: " + denies.denier(), true
	case g.when != [2]stretch{}:
		return p.s.writesStretch(p.a, g.when[0]) + ", " + p.s.writesStretch(p.b, g.when[1]), true
	case g.where != [2]stretch{}:
		return p.s.writesStretch(p.a, g.where[0]) + ", " + p.s.writesStretch(p.b, g.where[1]), true
	}
	return "who did it to whom: " + p.s.writes(p.a, g.swapped[0]) + ", " + p.s.writes(p.a, g.swapped[1]), true
}

// writesAmount is how a statement writes a number, with its unit.
func (s *event) writesAmount(x *reading, c int32) string {
	text := s.set.Text(x.id)
	for _, q := range language.Quantities(text, x.words) {
		if x.at[q.Word] == c {
			return text[x.words[q.Word].Start:x.words[q.Word+q.Words-1].End]
		}
	}
	return s.writes(x, c)
}

// denier is the first word by which a statement denies something.
func (x *reading) denier() string {
	for k := range x.words {
		if x.denies(k) {
			return x.words[k].Text
		}
	}
	return ""
}
