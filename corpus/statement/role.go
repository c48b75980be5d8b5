package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
)

// A speaker without a name ("the Turkish minister", "the council", "a witness") is looked for among those the report
// describes in the same words, the one that spoke last before others; when none fits, the phrase itself is the name.

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
	if head.is(medium) {
		if owner, ok := nameBefore(ts, n); ok && owner.nation == 0 && !ts[owner.head].possessive && ts[owner.head].nation == 0 { // "the Herald newspaper"
			*n = owner
			m.named(ts, a)
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

// lastMedium is the news outlet named last; -1 for none.
func (m *memory) lastMedium() int {
	for i := m.next - 1; i >= max(0, m.next-farthest); i-- {
		p := &m.people.all[m.people.seen[i].person]
		if p.body && slices.ContainsFunc(p.words, func(w string) bool { return lexicon()[w].traits&mediumName != 0 }) {
			return m.people.seen[i].person
		}
	}
	return -1
}

// bodyLike is the body named last whose name has all words of the phrase: "the police department"; -1 for none.
func (m *memory) bodyLike(ts []token, n *noun) int {
	best := -1
	for _, id := range m.people.byLast[language.FoldName(ts[n.head].text)] {
		p := &m.people.all[id]
		if !p.body || p.unnamed || p.last < 0 || best >= 0 && p.last < m.people.all[best].last {
			continue
		}
		fits := true
		for i := n.from + 1; i < n.head; i++ {
			fits = fits && slices.Contains(p.words, language.FoldName(ts[i].text))
		}
		if fits {
			best = id
		}
	}
	return best
}

// byRole is the person whom the report describes as the phrase does: "the Turkish minister"; -1 for none.
func (m *memory) byRole(ts []token, n *noun) int {
	best, bestScore := -1, 3
	head := ts[n.head].lower
	owners := n.owners(ts)
	possessive := possessivePronoun(ts[n.from].lower)
	for id := max(0, len(m.people.all)-farthest); id < len(m.people.all); id++ {
		p := &m.people.all[id]
		if !p.human || p.body || n.nation != 0 && p.nation != 0 && n.nation != p.nation {
			continue
		}
		if len(owners) > 0 && !slices.ContainsFunc(owners, func(w string) bool { return slices.Contains(p.about, w) }) {
			continue
		}
		score := 0
		if slices.Contains(p.about, head) {
			score += 5
		} else if !possessive && slices.ContainsFunc(p.about, func(w string) bool { return mayBe(head, w) }) {
			score += 4
		}
		if n.nation != 0 && p.nation == n.nation {
			score += 3
		} else if n.nation != 0 {
			score -= 2
		}
		if g := lexicon()[head].traits & (female | male); g != 0 && p.gender != 0 && p.gender != g {
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
		if possessive && score < 4 { // "her counterpart" is no other minister
			continue
		}
		if len(owners) > 0 && score < 4 {
			continue
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

// owners is the words of whom the phrase says that someone speaks or works for: "the union's spokesman", "the spokesman
// for the port". A country may be left out later, so it does not count.
func (n *noun) owners(ts []token) (words []string) {
	for i := n.from; i < n.head; i++ {
		if t := &ts[i]; t.possessive && t.nation == 0 {
			words = append(words, t.lower)
		}
	}
	if i := n.head + 1; i+1 < n.to && (ts[i].lower == "for" || ts[i].lower == "of") {
		for i++; i < n.to && ts[i].kind == word && !ts[i].is(preposition); i++ {
			if ts[i].nation != 0 {
				return nil
			}
			if !ts[i].is(determiner) {
				words = append(words, ts[i].lower)
			}
		}
	}
	return words
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
	for k := range strings.FieldsSeq(roleKinds()[head]) {
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
	for from < to-1 && (ts[from].is(determiner) || ts[from].lower == "own") && !ts[from].possessive {
		from++
	}
	from = max(from, to-longest)
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		w := ts[i].text
		if (i == 0 || ts[i-1].kind == openQuote) && ts[i].nation == 0 && ts[i].traits != 0 && !ts[i].is(mediumName) {
			w = lowerFirst(w)
		}
		if ts[i].possessive && i < to-1 {
			w += possessiveEnding(w)
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

func possessiveEnding(w string) string {
	if strings.HasSuffix(w, "s") {
		return "'"
	}
	return "'s"
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
