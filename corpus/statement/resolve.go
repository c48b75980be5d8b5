package statement

import (
	"slices"
	"strings"
)

// memory is who spoke last, for what later statements only hint at: "he added", "the minister", "they". It walks
// through a report in order.
type memory struct {
	people  *people
	number  int    // of the statement at hand
	heading bool   // it is no sentence
	offset  int    // of the piece of it at hand, in its tokens
	next    int    // index of the first mention after it
	person  int    // who spoke last, or was the subject; -1 for none
	body    string // the last body or country
	several string // the last speakers in the plural
	owner   int    // the person before an unnamed or new "her nephew", whom "she" still means; -1 for none
	sex     trait  // of owner
	last    string // the last speaker of any kind
	lastWho int
}

// farthest is how many people or mentions are looked at for one phrase, so that a long list of names stays cheap.
const farthest = 500

func newMemory(p *people) *memory { return &memory{people: p, person: -1, owner: -1, lastWho: -1} }

// resolve finds who the phrase n of the statement at hand is. before is the attributions of the statement that are
// resolved already.
func (m *memory) resolve(ts []token, a *attribution, before []attribution) {
	n := &a.who
	a.person = -1
	head := &ts[n.head]
	switch {
	case n.named():
		m.named(ts, a)
		m.join(ts, a)
	case head.is(pronoun) || head.lower == "i" || head.lower == "we" || n.possessor:
		m.pronoun(ts, a, before)
	case head.lower == "both" || n.from < n.head && ts[n.from].lower == "both" || n.from+1 < n.head && ts[n.from+1].lower == "two" && ts[n.from].lower == "the":
		a.speaker = m.people.pair
		if a.speaker == "" || !head.is(group) {
			a.speaker = phraseName(ts, n)
		}
	default:
		m.described(ts, a)
	}
	a.medium = a.medium || head.is(medium|document) && !n.named()
}

func (m *memory) named(ts []token, a *attribution) {
	n := &a.who
	words := wordsOf(ts, n.nameFrom, n.nameTo)
	for i := n.nameFrom; i < n.nameTo; i++ {
		a.medium = a.medium || ts[i].is(mediumName)
	}
	for i := n.from; i < n.nameFrom; i++ {
		a.medium = a.medium || ts[i].is(medium) && i+1 == n.nameFrom
	}
	id := m.people.find(words)
	if from := m.people.behindWord(ts, n.nameFrom, n.nameTo); from > n.nameFrom {
		n.nameFrom, n.isBody = from, false
		id = m.people.find(wordsOf(ts, from, n.nameTo))
	}
	if known, ok := nations().names[strings.Join(words, " ")]; ok && (id < 0 || !m.people.all[id].human) {
		a.speaker = m.people.nations[known.nation]
		if a.speaker == "" || known.naming == byDemonym {
			a.speaker = nameOf(ts, n.nameFrom, n.nameTo)
		}
		return
	}
	if id < 0 {
		id = m.people.add(person{name: nameOf(ts, n.nameFrom, n.nameTo), words: words, body: n.isBody, first: m.number, last: m.number})
	}
	p := &m.people.all[id]
	p.human = p.human || (n.nameFrom == 0 || ts[n.nameFrom-1].lower != "the") && a.lemma != "" && !p.body && !n.isBody && len(p.words) > 1
	if n.nameFrom > n.head { // "a doctor at the clinic, Anna Hale,"
		for i := n.from; i <= n.head; i++ {
			p.describe([]string{ts[i].lower})
		}
	}
	a.speaker, a.person = p.name, id
	if p.body || n.isBody || a.medium || n.nameFrom > 0 && ts[n.nameFrom-1].lower == "the" {
		a.person = -1
	}
}

// join names both speakers of "Hale and the engineer Reed said".
func (m *memory) join(ts []token, a *attribution) {
	n := &a.who
	for k := n.nameFrom - 1; k > n.from; k-- {
		if ts[k].lower != "and" {
			continue
		}
		first, ok := describe(ts, n.from, k)
		if !ok || !first.named() || first.nameTo < k || a.medium {
			return
		}
		b := attribution{who: first, lemma: a.lemma}
		if m.named(ts, &b); b.speaker != "" && b.speaker != a.speaker {
			a.speaker, a.person = b.speaker+" and "+a.speaker, -1
		}
		return
	}
}

func (m *memory) pronoun(ts []token, a *attribution, before []attribution) {
	head := ts[a.who.head].lower
	switch head {
	case "he", "she", "his", "her":
		want := lexicon()[head].traits & (female | male)
		for i := len(before) - 1; i >= 0; i-- {
			if id := before[i].person; id >= 0 && m.fits(id, want) {
				m.called(a, id, want)
				return
			}
		}
		if id := m.subjectBefore(a, want); id >= 0 {
			m.called(a, id, want)
			return
		}
		if id := m.ownSubject(ts, a, want); id >= 0 {
			m.called(a, id, want)
			return
		}
		if m.owner >= 0 && want == m.sex && m.fits(m.owner, want) {
			m.called(a, m.owner, want)
			return
		}
		if m.person >= 0 && m.fits(m.person, want) {
			m.called(a, m.person, want)
			return
		}
		id := m.inStatement(want, true)
		if id < 0 {
			id = m.lastNamed(want)
		}
		if id < 0 {
			id = m.inStatement(want, false)
		}
		if id >= 0 {
			m.called(a, id, want)
		}
	case "they", "their":
		if a.speaker = m.several; len(before) > 0 {
			a.speaker = before[len(before)-1].speaker
		} else if s, ok := m.mainSubject(ts, a.who.from); ok && s.person < 0 {
			a.speaker = s.speaker
		}
	case "it", "its":
		if a.speaker = m.body; len(before) > 0 && before[len(before)-1].person < 0 {
			a.speaker = before[len(before)-1].speaker
		} else if s, ok := m.mainSubject(ts, a.who.from); ok && len(before) == 0 && (s.person < 0 || !m.people.all[s.person].human) {
			a.speaker = s.speaker
		}
	case "we":
		a.speaker, a.person = m.last, m.lastWho
	default: // "came the reply"
		if a.who.possessor && m.person >= 0 {
			m.called(a, m.person, 0)
		}
	}
}

// ownSubject is the person without a name whom the statement itself is about before the pronoun: "Her deputy was less
// certain: he said".
func (m *memory) ownSubject(ts []token, a *attribution, want trait) int {
	for v := 1; v < a.who.from; v++ {
		if ts[v].quoted || !shows(ts, v) {
			continue
		}
		n, _, ok := subjectOf(ts, v)
		if !ok || n.carried || n.named() || n.relative || !ts[n.head].is(role) || ts[n.head].is(group) || ts[n.from].is(subordinator) || ts[n.from].lower == "the" {
			return -1
		}
		b := attribution{who: n, lemma: "be"}
		if m.resolve(ts, &b, nil); b.person >= 0 && m.fits(b.person, want) {
			return b.person
		}
		return -1
	}
	return -1
}

// called gives a the person that "he" or "she" stands for, whose sex is known from then on.
func (m *memory) called(a *attribution, id int, want trait) {
	p := &m.people.all[id]
	a.person, a.speaker = id, p.name
	if p.gender == 0 {
		p.gender = want
	}
}

// fits reports whether a person may be called "he" or "she".
func (m *memory) fits(id int, want trait) bool {
	p := &m.people.all[id]
	return !p.body && (want == 0 || p.gender == 0 || p.gender == want)
}

// subjectBefore is a person whom the statement names before the pronoun, outside the words the pronoun speaks.
func (m *memory) subjectBefore(a *attribution, want trait) int {
	for i := m.next; i < len(m.people.seen) && m.people.seen[i].statement == m.number; i++ {
		s := m.people.seen[i]
		said := slices.ContainsFunc(a.content, func(p part) bool { return p.from <= s.token-m.offset && s.token-m.offset < p.to })
		if s.token-m.offset < a.who.from && !said && m.people.all[s.person].human && m.fits(s.person, want) {
			return s.person
		}
	}
	return -1
}

// inStatement is a person whom the statement at hand names, also within what is said: `Hale will come, she said`. certain
// asks for one whose sex is known.
func (m *memory) inStatement(want trait, certain bool) int {
	for i := m.next; i < len(m.people.seen) && m.people.seen[i].statement == m.number; i++ {
		id := m.people.seen[i].person
		if p := &m.people.all[id]; p.human && m.fits(id, want) && (!certain || want != 0 && p.gender == want) {
			return id
		}
	}
	return -1
}

// lastNamed is the person named last before this statement: the first of the nearest statement that names one.
func (m *memory) lastNamed(want trait) int {
	found := -1
	for i := m.next - 1; i >= max(0, m.next-farthest); i-- {
		s := m.people.seen[i]
		if found >= 0 && s.statement != m.people.seen[found].statement {
			break
		}
		if m.people.all[s.person].human && m.fits(s.person, want) {
			found = i
		}
	}
	if found < 0 {
		return -1
	}
	return m.people.seen[found].person
}

// note remembers who spoke in a statement.
func (m *memory) note(ts []token, a *attribution) {
	m.last, m.lastWho = a.speaker, a.person
	if a.person >= 0 {
		if a.person != m.person {
			m.owner = -1
			if w := ts[a.who.from].lower; (w == "his" || w == "her") && m.person >= 0 {
				m.owner, m.sex = m.person, lexicon()[w].traits&(female|male)
			}
		}
		m.person = a.person
		return
	}
	if a.who.carried {
		return
	}
	m.several = a.speaker
	if !ts[a.who.head].is(group) || ts[a.who.head].is(body) {
		m.body = a.speaker
	}
}
