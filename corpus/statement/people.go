package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// read notes whom the tokens of statement number name.
func (p *people) read(ts []token, number int, pairs map[string]int) {
	for i := 0; i < len(ts); i++ {
		p.readNation(ts, i, pairs)
		if !nameLike(ts, i) {
			continue
		}
		end := i + 1
		for end < len(ts) && ts[end].kind == word && !ts[end-1].possessive && ts[end].quoted == ts[i].quoted {
			if !nameLike(ts, end) && !(particle(ts[end].lower) && end+1 < len(ts) && nameLike(ts, end+1)) {
				break
			}
			end++
		}
		p.readName(ts, i, end, number)
		for j := i + 1; j < end; j++ {
			p.readNation(ts, j, pairs)
		}
		i = end - 1
	}
}

func (p *people) readNation(ts []token, i int, pairs map[string]int) {
	t := &ts[i]
	if t.kind != word || !t.capital() {
		return
	}
	id, name := t.nation, t.text
	kind := t.naming
	if id == 0 && i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].capital() {
		if n, ok := nationNames[fold(t.text+" "+ts[i+1].text)]; ok {
			id, kind, name = n.nation, n.naming, t.text+" "+ts[i+1].text
		}
	}
	if id == 0 {
		return
	}
	if kind == byName && (p.nations[id] == "" || len(name) > len(p.nations[id])) {
		p.nations[id] = name
	} else if p.nations[id] == "" && kind == byDemonym {
		p.nations[id] = nationList[id]
	}
	if kind == byName && i+2 < len(ts) && ts[i+1].lower == "and" && ts[i+2].nation != 0 && ts[i+2].naming != byDemonym && ts[i+2].nation != id {
		a, b := nationList[id], nationList[ts[i+2].nation]
		pairs[min(a, b)+" and "+max(a, b)]++
	}
}

// readName notes the name in the run ts[from:to].
func (p *people) readName(ts []token, from, to, number int) {
	start, isBody := titleEnd(ts, from, to)
	isBody = isBody || bodyOf(ts, from, to)
	if isBody {
		to = max(to, bodyEnd(ts, to))
	}
	if start >= to {
		return
	}
	about, known := describedBefore(ts, start)
	if more := describedAfter(ts, to); len(more) > 0 {
		about, known = append(about, more...), true
	}
	titled := start > from && !isBody
	words := wordsOf(ts, start, to)
	id := p.find(words)
	if id < 0 && len(words) > 1 {
		id = p.spelltOut(nameOf(ts, start, to))
	}
	if id < 0 {
		if !titled && !known && to-start < 2 && !(isBody && ts[start].is(mediumName)) && !allCapitals(ts[start].text) {
			return
		}
		id = p.add(person{name: nameOf(ts, start, to), words: words, body: isBody, first: number})
	}
	p.seen = append(p.seen, mention{number, start, id})
	p.all[id].last = number
	m := &p.all[id]
	if len(words) > len(m.words) && (!m.body || len(m.words) == 1) {
		p.unindex(id)
		m.name, m.words = nameOf(ts, start, to), words
		p.index(id)
	}
	m.human = m.human || (titled || known) && !isBody
	if start > from && from > 1 && ts[from-1].is(preposition) && ts[from-2].is(role|title) { // "envoy for Syria Ada Hale"
		for i := from - 2; i >= 0 && ts[i].kind == word && ts[i].traits&(role|title) != 0; i-- {
			about = append(about, ts[i].lower)
		}
	}
	for i := from; i < start; i++ {
		about = append(about, ts[i].lower)
	}
	m.describe(about)
	if slices.Contains(about, "counterpart") {
		p.likeBefore(ts, from, id)
	}
	if to < len(ts) && ts[to].is(document) && !ts[to].capital() || to-1 < len(ts)-1 && ts[to-1].possessive && ts[to].is(document) {
		p.owners[ts[to].lower] = id
	}
}

// likeBefore gives someone's counterpart the roles of the person named before them: "his counterpart".
func (p *people) likeBefore(ts []token, from, id int) {
	for i := from - 1; i > 0; i-- {
		if !nameLike(ts, i) {
			continue
		}
		run := nameEnding(ts, 0, i+1)
		start, isBody := titleEnd(ts, run, i+1)
		if other := p.find(wordsOf(ts, start, i+1)); !isBody && start <= i && other >= 0 && other != id && p.all[other].human {
			for _, w := range p.all[other].about {
				if lexicon[w].nation == 0 {
					p.all[id].describe([]string{w})
				}
			}
			return
		}
		i = run
	}
}

// describe adds words that tell of a person.
func (m *person) describe(about []string) {
	for _, w := range about {
		if n := lexicon[w].nation; n != 0 {
			if m.nation == 0 {
				m.nation = n
			}
			continue
		}
		if f := lexicon[w].traits; f&(female|male) != 0 && m.gender == 0 && f&(title|role) != 0 {
			m.gender = f & (female | male)
		}
		if lexicon[w].traits&(determiner|preposition) == 0 && !slices.Contains(m.about, w) && len(m.about) < 24 {
			m.about = append(m.about, w)
		}
	}
}

// describedBefore is the words before a name that say who it is: "city fire service spokesman", "his Ukrainian
// counterpart,". known says that a role is among them.
func describedBefore(ts []token, start int) (about []string, known bool) {
	const longest = 9
	i := start - 1
	if i > 1 && ts[i].kind == comma && start+1 <= len(ts) {
		i--
		if !ts[i].is(role) || ts[i].possessive {
			return nil, false
		}
	}
	for n := 0; i >= 0 && n < longest; i, n = i-1, n+1 {
		t := &ts[i]
		if t.kind != word || t.traits&(subordinator|preposition|auxiliary) != 0 || t.lower == "and" || i < start-1 && t.verb != nil && t.form&past != 0 {
			break
		}
		if t.is(determiner) {
			break
		}
		if n == 0 || i == start-2 && ts[start-1].kind == comma {
			if !t.is(role) || t.possessive {
				break
			}
			known = true
		}
		about = append(about, t.lower)
	}
	return about, known
}

// describedAfter is the words set off after a name that say who it is: ", a doctor at the clinic,".
func describedAfter(ts []token, to int) (about []string) {
	if to+1 >= len(ts) || ts[to].kind != comma || ts[to-1].possessive {
		return nil
	}
	i := to + 1
	if t := &ts[i]; t.kind != word || !(t.is(determiner) || t.is(role) || t.capital() && t.possessive || t.nation != 0 || t.text[0] >= '0' && t.text[0] <= '9') {
		return nil
	}
	found := false
	for ; i < len(ts) && i < to+10 && ts[i].kind == word && !ts[i].is(preposition|subordinator); i++ {
		if shows(ts, i) {
			return nil
		}
		about = append(about, ts[i].lower)
		found = found || ts[i].is(role)
	}
	if !found {
		return nil
	}
	return about
}

func (p *people) add(m person) int {
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
		if i > from && nameAbbreviations[strings.TrimSuffix(ts[i].text, ".")] {
			continue
		}
		words = append(words, fold(ts[i].text))
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
			words[len(words)-1] += "'s"
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
