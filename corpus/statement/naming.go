package statement

import (
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Who a report names is read once from start to end: runs of capitalised words, the titles and roles beside them, the
// countries, and whose a statement or a report is.

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
		if n, ok := nations().names[language.FoldName(t.text+" "+ts[i+1].text)]; ok {
			id, kind, name = n.nation, n.naming, t.text+" "+ts[i+1].text
		}
	}
	if id == 0 {
		return
	}
	if kind == byName && (p.nations[id] == "" || len(name) > len(p.nations[id])) {
		p.nations[id] = name
	} else if p.nations[id] == "" && kind == byDemonym {
		p.nations[id] = nations().list[id]
	}
	if kind == byName && i+2 < len(ts) && ts[i+1].lower == "and" && ts[i+2].nation != 0 && ts[i+2].naming != byDemonym && ts[i+2].nation != id {
		a, b := nations().list[id], nations().list[ts[i+2].nation]
		pairs[min(a, b)+" and "+max(a, b)]++
	}
}

// readName notes the name in the run ts[from:to].
func (p *people) readName(ts []token, from, to, number int) {
	start, isBody := titleEnd(ts, from, to)
	if isBody = isBody || bodyOf(ts, from, to); isBody {
		to = max(to, bodyEnd(ts, to))
	}
	if start >= to {
		return
	}
	about, known := describedBefore(ts, start)
	if more := describedAfter(ts, to); len(more) > 0 {
		about, known = append(about, more...), true
	}
	if i := p.behindWord(ts, start, to); i > start {
		start, isBody = i, false
	}
	titled := start > from && !isBody
	if !titled && from > 0 && ts[from-1].lower == "the" && to-start > 1 { // nobody is called "the Ada Hale"
		isBody, to = true, max(to, bodyEnd(ts, to))
	}
	words := wordsOf(ts, start, to)
	id := p.find(words)
	if id < 0 && len(words) > 1 {
		id = p.spelltOut(nameOf(ts, start, to))
	}
	if id < 0 && len(words) > 1 && !isBody {
		id = p.firstOnly(words[0])
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
	is := copula(ts, to)
	about = append(about, is...)
	m.human = m.human || (titled || known || len(is) > 0 || personal(ts, start, to)) && !isBody && !m.body
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

// personal reports whether the name in ts[start:to] reads as a person's: it begins with a given name, or an age or "who"
// follows.
func personal(ts []token, start, to int) bool {
	if to-start < 2 || ts[to-1].possessive {
		return false
	}
	if first := language.FoldName(ts[start].text); femaleNames.Has(first) || maleNames.Has(first) {
		return true
	}
	i := to
	if i < len(ts) && (ts[i].kind == comma || ts[i].kind == opened) {
		i++
	}
	return i < len(ts) && (ts[i].lower == "who" || i > to && i+1 < len(ts) && ts[i+1].kind != word && len(ts[i].text) == 2 && number(&ts[i]))
}

// copula is the words that say who the person named before to is: "is her brother", "was the owner of the mill".
func copula(ts []token, to int) (about []string) {
	if to+2 >= len(ts) || !ts[to].is(beForm) || !ts[to+1].is(determiner) && !ts[to+1].possessive {
		return nil
	}
	for i := to + 2; i < min(len(ts), to+6) && ts[i].kind == word && ts[i].traits&(preposition|subordinator) == 0; i++ {
		about = append(about, ts[i].lower)
		if ts[i].is(role) {
			return about
		}
	}
	return nil
}

// behindWord is where a name that is known already begins within the run ts[start:to], when the run's first word is an
// ordinary one that has its capital from the start of a sentence or a quotation ("Ask Reed about it"), or that describes
// after "the" ("the Remainer Reed"); start for none.
func (p *people) behindWord(ts []token, start, to int) int {
	if to-start < 2 {
		return start
	}
	t := &ts[start]
	opens := start == 0 || ts[start-1].kind == openQuote || ts[start-1].kind == colon
	ordinary := t.verb != nil && t.form&base != 0 || t.is(adverb) || strings.HasSuffix(t.lower, "ly") || strings.HasSuffix(t.lower, "ing")
	if !(opens && ordinary) && !(start > 0 && ts[start-1].lower == "the" && t.traits&(bodyName|title|mediumName) == 0) {
		return start
	}
	if first := language.FoldName(t.text); femaleNames.Has(first) || maleNames.Has(first) {
		return start
	}
	words := wordsOf(ts, start+1, to)
	for _, id := range p.byLast[words[len(words)-1]] {
		if m := &p.all[id]; m.human && !m.body && !m.unnamed && sameNames(m.words, words) {
			return start + 1
		}
	}
	return start
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
				if lexicon()[w].nation == 0 {
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
		if n := lexicon()[w].nation; n != 0 {
			if m.nation == 0 {
				m.nation = n
			}
			continue
		}
		if f := lexicon()[w].traits; f&(female|male) != 0 && m.gender == 0 && f&(title|role) != 0 {
			m.gender = f & (female | male)
		}
		if lexicon()[w].traits&(determiner|preposition) == 0 && !slices.Contains(m.about, w) && len(m.about) < 24 {
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
	for ; i < len(ts) && i < to+10 && ts[i].kind == word && !ts[i].is(subordinator); i++ {
		if ts[i].is(preposition) {
			if ts[i].lower != "for" && ts[i].lower != "of" && ts[i].lower != "at" {
				break
			}
			continue
		}
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
