package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// memory is who spoke last, for what later statements only hint at: "he added", "the minister", "they". It walks
// through a report in order.
type memory struct {
	people  *people
	number  int    // of the statement at hand
	heading bool   // it is no sentence
	next    int    // index of the first mention after it
	person  int    // who spoke last, or was the subject; -1 for none
	body    string // the last body or country
	several string // the last speakers in the plural
	last    string // the last speaker of any kind
	lastWho int
}

// farthest is how many people or mentions are looked at for one phrase, so that a long list of names stays cheap.
const farthest = 500

func newMemory(p *people) *memory { return &memory{people: p, person: -1, lastWho: -1} }

// resolve finds who the phrase n of the statement at hand is. before is the attributions of the statement that are
// resolved already.
func (m *memory) resolve(ts []token, a *attribution, before []attribution) {
	n := &a.who
	a.person = -1
	head := &ts[n.head]
	switch {
	case n.named():
		m.named(ts, a)
	case head.is(pronoun) || head.lower == "i" || head.lower == "we":
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
	if known, ok := nationNames[strings.Join(words, " ")]; ok && (id < 0 || !m.people.all[id].human) {
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
	p.human = p.human || a.lemma != "" && !p.body && !n.isBody && len(words) > 1
	if n.nameFrom > n.head { // "a doctor at the clinic, Anna Hale,"
		for i := n.from; i <= n.head; i++ {
			p.describe([]string{ts[i].lower})
		}
	}
	a.speaker, a.person = p.name, id
	if p.body || n.isBody || a.medium {
		a.person = -1
	}
}

func (m *memory) pronoun(ts []token, a *attribution, before []attribution) {
	head := ts[a.who.head].lower
	switch head {
	case "he", "she", "i":
		want := lexicon[head].traits & (female | male)
		for i := len(before) - 1; i >= 0; i-- {
			if id := before[i].person; id >= 0 && m.fits(id, want) {
				a.person, a.speaker = id, m.people.all[id].name
				return
			}
		}
		if id := m.subjectBefore(a, want); id >= 0 {
			a.person, a.speaker = id, m.people.all[id].name
			return
		}
		if m.person >= 0 && m.fits(m.person, want) {
			a.person, a.speaker = m.person, m.people.all[m.person].name
			return
		}
		if id := m.lastNamed(want); id >= 0 {
			a.person, a.speaker = id, m.people.all[id].name
		}
	case "they":
		if a.speaker = m.several; len(before) > 0 {
			a.speaker = before[len(before)-1].speaker
		}
	case "it":
		if a.speaker = m.body; len(before) > 0 && before[len(before)-1].person < 0 {
			a.speaker = before[len(before)-1].speaker
		}
	case "we":
		a.speaker, a.person = m.last, m.lastWho
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
		said := slices.ContainsFunc(a.content, func(p part) bool { return p.from <= s.token && s.token < p.to })
		if s.token < a.who.from && !said && m.people.all[s.person].human && m.fits(s.person, want) {
			return s.person
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

// described resolves a phrase without a name: a role, a body, a group, a document.
func (m *memory) described(ts []token, a *attribution) {
	n := &a.who
	head := &ts[n.head]
	first := ts[n.from].lower
	definite := first == "the" || first == "his" || first == "her" || first == "this" || first == "that" || ts[n.from].possessive || n.from == n.head || ts[n.from].nation != 0 || ts[n.from].is(role)
	if head.is(document) {
		if owner, ok := ownerOf(ts, *n, n.to); ok {
			b := attribution{who: owner}
			m.resolve(ts, &b, nil)
			a.speaker, a.person = b.speaker, b.person
			return
		}
		if id, ok := m.people.owners[head.lower]; ok && definite {
			a.speaker, a.person = m.people.all[id].name, id
			if m.people.all[id].body {
				a.person = -1
			}
			return
		}
	}
	if head.is(medium) && first == "the" {
		if id := m.lastMedium(); id >= 0 {
			a.speaker = m.people.all[id].name
			return
		}
	}
	if head.is(role|title) && (!head.is(group) || head.is(role)) {
		if definite {
			if id := m.byRole(ts, n); id >= 0 {
				a.speaker, a.person = m.people.all[id].name, id
				return
			}
		}
		if a.speaker = phraseName(ts, n); m.heading {
			return
		}
		a.person = m.people.add(person{name: a.speaker, unnamed: true, human: true, first: m.number, last: m.number})
		p := &m.people.all[a.person]
		for i := n.from; i <= n.head; i++ {
			p.describe([]string{ts[i].lower})
		}
		return
	}
	if a.speaker = phraseName(ts, n); head.is(body) && first == "the" {
		if id := m.bodyLike(ts, n); id >= 0 {
			a.speaker = m.people.all[id].name
		}
	}
}

// bodyLike is the body named last whose name has all words of the phrase: "the police department"; -1 for none.
func (m *memory) bodyLike(ts []token, n *noun) int {
	best := -1
	for _, id := range m.people.byLast[fold(ts[n.head].text)] {
		p := &m.people.all[id]
		if !p.body || p.unnamed || p.last < 0 || best >= 0 && p.last < m.people.all[best].last {
			continue
		}
		fits := true
		for i := n.from + 1; i < n.head; i++ {
			fits = fits && slices.Contains(p.words, fold(ts[i].text))
		}
		if fits {
			best = id
		}
	}
	return best
}

// lastMedium is the news outlet named last; -1 for none.
func (m *memory) lastMedium() int {
	for i := m.next - 1; i >= max(0, m.next-farthest); i-- {
		p := &m.people.all[m.people.seen[i].person]
		if p.body && slices.ContainsFunc(p.words, func(w string) bool { return lexicon[w].traits&mediumName != 0 }) {
			return m.people.seen[i].person
		}
	}
	return -1
}

// byRole is the person whom the report describes as the phrase does: "the Turkish minister"; -1 for none.
func (m *memory) byRole(ts []token, n *noun) int {
	best, bestScore := -1, 3
	head := ts[n.head].lower
	for id := max(0, len(m.people.all)-farthest); id < len(m.people.all); id++ {
		p := &m.people.all[id]
		if !p.human || p.body || n.nation != 0 && p.nation != 0 && n.nation != p.nation {
			continue
		}
		score := 0
		if slices.Contains(p.about, head) {
			score += 5
		} else if slices.ContainsFunc(p.about, func(w string) bool { return mayBe(head, w) }) {
			score += 4
		}
		if n.nation != 0 && p.nation == n.nation {
			score += 3
		} else if n.nation != 0 {
			score -= 2
		}
		if g := lexicon[head].traits & (female | male); g != 0 && p.gender != 0 && p.gender != g {
			continue
		}
		strange := n.elsewhere(ts, p)
		for i := n.from; i < n.head; i++ {
			if t := &ts[i]; t.nation == 0 && !t.is(determiner) {
				if slices.Contains(p.about, t.lower) {
					score++
				} else {
					strange = true
				}
			}
		}
		if strange {
			score--
		}
		if p.last < 0 {
			score--
		}
		if id == m.person {
			score += 2
		}
		if score >= bestScore && (score > bestScore || best < 0 || p.last > m.people.all[best].last) {
			best, bestScore = id, score
		}
	}
	return best
}

// elsewhere reports whether the phrase places someone where nothing said of p does: "the head of the Central Bank".
func (n *noun) elsewhere(ts []token, p *person) bool {
	for i := n.head + 1; i < n.to; i++ {
		if ts[i].capital() && !slices.Contains(p.about, ts[i].lower) && ts[i].nation == 0 {
			return true
		}
	}
	return false
}

// mayBe reports whether someone described as w may be called a head.
func mayBe(head, w string) bool {
	for k := range strings.FieldsSeq(roleKinds[head]) {
		if k == w {
			return true
		}
	}
	return false
}

// phraseName is a phrase without a name as a speaker: at most five words, without its article.
func phraseName(ts []token, n *noun) string {
	const longest = 5
	from, to := n.from, n.head+1
	for from < to-1 && ts[from].is(determiner) && !ts[from].possessive {
		from++
	}
	from = max(from, to-longest)
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		w := ts[i].text
		if (i == 0 || ts[i-1].kind == openQuote) && ts[i].nation == 0 && ts[i].traits != 0 && !ts[i].is(mediumName) {
			w = lowerFirst(w)
		}
		if ts[i].possessive {
			w += "'s"
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// note remembers who spoke in a statement.
func (m *memory) note(ts []token, a *attribution) {
	m.last, m.lastWho = a.speaker, a.person
	if a.person >= 0 {
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
