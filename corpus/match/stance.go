package match

import (
	"slices"
	"strings"
	"sync"

	"parallax/corpus/language"
)

// stance is a word or a phrase in a statement that has an opposite: "upheld", "calls off".
type stance struct {
	key      string // as the table has it: a stem, and the particle after it
	word     int    // its first
	particle int    // the word that ends it, word itself when it has no particle
	denied   bool
}

// opposed is the table of words of opposite sense.
type opposed struct {
	of      map[string][]string // by key: the keys that say the opposite
	phrases map[string][]phrasal
}

// phrasal is a verb with the particle that gives it its sense.
type phrasal struct {
	key, particle string
	parted        bool // other words may stand between them: "called the strike off"
}

var opposites = sync.OnceValue(func() *opposed {
	t := &opposed{make(map[string][]string), make(map[string][]phrasal)}
	var st language.Stemmer
	for _, line := range language.English("polarity", "opposites").Lines() {
		fields := strings.Fields(line)
		at := slices.Index(fields, ":")
		for _, x := range fields[:at] {
			for _, y := range fields[at+1:] {
				a, b := t.enter(x, &st), t.enter(y, &st)
				t.of[a] = append(t.of[a], b)
				t.of[b] = append(t.of[b], a)
			}
		}
	}
	return t
})

// enter is the key of a word or phrase of the table.
func (t *opposed) enter(word string, st *language.Stemmer) string {
	i := strings.IndexAny(word, "_~")
	if i < 0 {
		return st.Root(word)
	}
	stem := st.Root(word[:i])
	p := phrasal{stem + " " + word[i+1:], word[i+1:], word[i] == '~'}
	if !slices.Contains(t.phrases[stem], p) {
		t.phrases[stem] = append(t.phrases[stem], p)
	}
	return p.key
}

// betweenParts is how many words may stand between a verb and its particle.
const betweenParts = 3

// stanceAt is the word or phrase of the table that begins with word k.
func (s *event) stanceAt(x *reading, k int) (stance, bool) {
	t := opposites()
	for _, p := range t.phrases[x.words[k].Stem] {
		last := k + 1
		if p.parted {
			last += betweenParts
		}
		for j := k + 1; j < len(x.words) && j <= last && !breaks(s.set.Text(x.id)[x.words[j-1].End:x.words[j].Start]); j++ {
			if x.words[j].Text == p.particle {
				return stance{key: p.key, word: k, particle: j}, true
			}
		}
	}
	c := x.at[k]
	if c < 0 || s.concepts[c].kind != plainWord || t.of[s.concepts[c].key] == nil {
		return stance{}, false
	}
	return stance{key: s.concepts[c].key, word: k, particle: k}, true
}

func (x *reading) takes(key string) bool {
	return slices.ContainsFunc(x.stances, func(st stance) bool { return st.key == key })
}

// opposites is two words or phrases of opposite sense, one in each statement only; nil when there are none. Those that are
// said of one thing come first.
func (p *comparison) opposites() (x, y *stance) {
	for i := range p.a.stances {
		a := &p.a.stances[i]
		for j := range p.b.stances {
			b := &p.b.stances[j]
			if a.denied != b.denied || !slices.Contains(opposites().of[a.key], b.key) || p.a.takes(b.key) || p.b.takes(a.key) {
				continue
			}
			if p.ofOneThing(a, b) {
				return a, b
			}
			if x == nil {
				x, y = a, b
			}
		}
	}
	return x, y
}

// ofOneThing reports whether two stances have a thing in common of which they are said: what is called off, or what goes on.
func (p *comparison) ofOneThing(x, y *stance) bool {
	in := p.s.things(p.b, y)
	for _, c := range p.s.things(p.a, x) {
		if slices.ContainsFunc(in, func(d int32) bool { return c == d || p.s.standsFor(c, d) }) {
			return true
		}
	}
	return false
}

// things is what stands next to a stance on either side in its clause, and between its verb and its particle.
func (s *event) things(x *reading, st *stance) []int32 {
	text := s.set.Text(x.id)
	var found []int32
	for k := st.word + 1; k < st.particle; k++ {
		if x.at[k] >= 0 {
			found = append(found, x.at[k])
		}
	}
	for k := st.particle + 1; k < min(len(x.at), st.particle+5) && !breaks(text[x.words[k-1].End:x.words[k].Start]); k++ {
		if x.at[k] >= 0 {
			found = append(found, x.at[k])
			break
		}
	}
	for k := st.word - 1; k >= max(0, st.word-5) && !breaks(text[x.words[k].End:x.words[k+1].Start]); k-- {
		if x.at[k] >= 0 {
			return append(found, x.at[k])
		}
	}
	return found
}

// writesStance is how a statement writes a stance: "upheld", "called off".
func (s *event) writesStance(x *reading, st *stance) string {
	text := s.set.Text(x.id)
	verb := text[x.words[st.word].Start:x.words[st.word].End]
	if st.particle == st.word {
		return verb
	}
	return verb + " " + text[x.words[st.particle].Start:x.words[st.particle].End]
}
