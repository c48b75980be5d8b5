package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
)

// person is someone, or a body, that a report names, or an unnamed speaker that it goes back to ("a hospital source").
type person struct {
	name    string   // the fullest that the report gives
	words   []string // of it, folded
	about   []string // roles and other words that describe them, singular, in lower case
	nation  nation
	gender  trait
	body    bool
	unnamed bool
	human   bool // has a role, a title or a voice of a person
	first   int  // statement that names them first
	last    int  // statement up to now that names them last, -1 before there is one
}

// Given names that reports use of one sex far more often than of the other.
var (
	femaleNames = language.English("given", "female")
	maleNames   = language.English("given", "male")
)

// people is who and what one report names.
type people struct {
	all     []person
	byLast  map[string][]int // by the last word of the name, folded
	nations map[nation]string
	pair    string           // two countries that the report joins with "and" most often: "Russia and Ukraine"
	owners  map[string]int   // of a statement, a report, a letter, by that word
	initial map[string][]int // by the first letters of a name's words
	byFirst map[string][]int // by the first word of a name of several, folded
	nearly  map[string][]int // by the last word without its last letter
	seen    []mention        // in order
}

// mention is a place where a person is named.
type mention struct{ statement, token, person int }

func newPeople() *people {
	return &people{byLast: map[string][]int{}, nations: map[nation]string{}, owners: map[string]int{}, initial: map[string][]int{},
		byFirst: map[string][]int{}, nearly: map[string][]int{}}
}

func (p *people) add(m person) int {
	if len(m.words) > 1 && !m.body && m.gender == 0 {
		switch {
		case femaleNames.Has(m.words[0]):
			m.gender = female
		case maleNames.Has(m.words[0]):
			m.gender = male
		}
	}
	p.all = append(p.all, m)
	p.index(len(p.all) - 1)
	return len(p.all) - 1
}

func (p *people) index(id int) {
	m := &p.all[id]
	if n := len(m.words); n > 0 {
		p.byLast[m.words[n-1]] = append(p.byLast[m.words[n-1]], id)
	}
	if n := len(m.words); n > 1 {
		p.byFirst[m.words[0]] = append(p.byFirst[m.words[0]], id)
		if last := m.words[n-1]; len(last) > 3 {
			short := last[:len(last)-1]
			p.nearly[short] = append(p.nearly[short], id)
		}
	}
	for i := 1; m.body && i < len(m.words); i++ {
		if m.words[i] == "of" || m.words[i] == "for" { // "the bank" for the Bank of Somewhere
			p.byLast[m.words[i-1]] = append(p.byLast[m.words[i-1]], id)
			break
		}
	}
	if s := initials(m.name); len(s) > 1 {
		p.initial[s] = append(p.initial[s], id)
	}
}

func (p *people) unindex(id int) {
	m := &p.all[id]
	last := m.words[len(m.words)-1]
	p.byLast[last] = slices.DeleteFunc(slices.Clone(p.byLast[last]), func(i int) bool { return i == id })
}

// find is the person with that name, or with a name that ends with it; -1 for none.
func (p *people) find(words []string) int {
	if len(words) == 0 {
		return -1
	}
	last := words[len(words)-1]
	best := -1
	for _, id := range p.byLast[last] {
		m := &p.all[id]
		if !m.unnamed && sameNames(m.words, words) && (best < 0 || m.last >= p.all[best].last) {
			best = id
		}
	}
	if best >= 0 {
		return best
	}
	if len(words) == 1 {
		if ids := p.initial[last]; len(ids) > 0 {
			return ids[0]
		}
		if id := p.misspelt(last); id >= 0 {
			return id
		}
		return p.onlyFirst(last)
	}
	return -1
}

// onlyFirst is the only person of that first name; -1 for none or several.
func (p *people) onlyFirst(name string) int {
	found := -1
	for _, id := range p.byFirst[name] {
		if m := &p.all[id]; m.human && !m.body && m.words[0] == name && len(name) > 2 && id != found {
			if found >= 0 {
				return -1
			}
			found = id
		}
	}
	return found
}

// firstOnly is the person named so far by that first name alone; -1 for none.
func (p *people) firstOnly(name string) int {
	for _, id := range p.byLast[name] {
		if m := &p.all[id]; m.human && !m.body && !m.unnamed && len(m.words) == 1 {
			return id
		}
	}
	return -1
}

// spelltOut is the body known by the initials of name so far: "AP" before "the Associated Press"; -1 for none.
func (p *people) spelltOut(name string) int {
	if s := initials(name); s != "" {
		for _, id := range p.byLast[s] {
			if m := &p.all[id]; len(m.words) == 1 && allCapitals(m.name) {
				return id
			}
		}
	}
	return -1
}

// sameNames reports whether two names with the same last word may be one person's: no first names that differ.
func sameNames(a, b []string) bool {
	a, b = withoutParticle(a), withoutParticle(b)
	if len(a) == 1 || len(b) == 1 {
		return true
	}
	x, y := a[0], b[0]
	return x == y || strings.HasPrefix(x, y) && len(y) < 3 || strings.HasPrefix(y, x) && len(x) < 3 || strings.TrimRight(x, ".") == y[:min(len(y), 1)] || strings.TrimRight(y, ".") == x[:min(len(x), 1)] || skeleton(x) == skeleton(y)
}

// withoutParticle is a name without a particle that it begins with: "de Haas" is a surname.
func withoutParticle(words []string) []string {
	if len(words) > 1 && particle(words[0]) {
		return words[1:]
	}
	return words
}

// misspelt is someone whose surname has one letter more at its end than last, or one fewer ("Green", "Greene"), as
// happens within a report; -1 for none. An "s" more is no misspelling.
func (p *people) misspelt(last string) int {
	if len(last) < 4 {
		return -1
	}
	if !strings.HasSuffix(last, "s") {
		for _, id := range p.byLast[last[:len(last)-1]] {
			if m := &p.all[id]; len(m.words) > 1 && len(last) > 4 && m.words[len(m.words)-1] == last[:len(last)-1] {
				return id
			}
		}
	}
	for _, id := range p.nearly[last] {
		m := &p.all[id]
		if full := m.words[len(m.words)-1]; !strings.HasSuffix(full, "s") && full[:len(full)-1] == last {
			return id
		}
	}
	return -1
}

// wordsOf is the folded words of the name in ts[from:to], without what only says that it is a firm's.
func wordsOf(ts []token, from, to int) []string {
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		if i > from && nameAbbreviations.Has(strings.TrimSuffix(ts[i].text, ".")) {
			continue
		}
		words = append(words, language.FoldName(ts[i].text))
	}
	return words
}

// nameOf is the name in ts[from:to] with single blanks between its words.
func nameOf(ts []token, from, to int) string {
	if to-from == 1 {
		return ts[from].text
	}
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		words = append(words, ts[i].text)
		if ts[i].possessive && i+1 < to {
			words[len(words)-1] += possessiveEnding(ts[i].text)
		}
	}
	return strings.Join(words, " ")
}

// initials is the first letters of the capitalised words of a name, folded: "ap" of "Associated Press", "rr" of
// "Rolls-Royce"; "" when there are fewer than two.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' || r == '‑' }) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

func allCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
