package statement

import (
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"parallax/corpus/internal/crew"
	"parallax/corpus/report"
)

// Voices are found report by report: first who is named and how they are described; then, in order, each statement's
// attributions, their speakers resolved against what was said before; then the statements that are quotations and no
// more, whose speaker stands in a statement beside them. Linear in the length of the report, reports in parallel.

// findVoices sets the Voices of all statements.
func findVoices(s *Set) {
	var next atomic.Int64
	crew.Work(min(runtime.GOMAXPROCS(0), len(s.Reports)), func() {
		var l listener
		for r := int(next.Add(1)) - 1; r < len(s.Reports); r = int(next.Add(1)) - 1 {
			l.listen(s.plain(report.ID(r)), s.All[s.first[r]:s.first[r+1]], &s.cuts[r])
		}
	})
}

// listener finds the voices of one report after another; it keeps its memory between them. A report is read several
// times from start to end; of a very long one only a block of statements is there as tokens at a time.
type listener struct {
	text   string
	all    []Statement
	cut    *cut
	blocks []block
	first  int // statement of the block that is there
	tokens []token
	starts []int     // of the tokens of each of its statements, and one past the last
	marks  []marking // of each statement
	hints  map[int]hint
	people *people
}

// block is where a stretch of statements begins, and the quotation marks that are open there.
type block struct {
	first int
	q     quotes
}

// blockTokens is about how many tokens a block has: more than any report, so that a block is one.
const blockTokens = 64 << 10

// statement is the tokens of statement i, until those of another are asked for.
func (l *listener) statement(i int) []token {
	if i < l.first || i-l.first+1 >= len(l.starts) {
		k := sort.Search(len(l.blocks), func(k int) bool { return l.blocks[k].first > i }) - 1
		l.fill(l.blocks[k], nil)
	}
	return l.tokens[l.starts[i-l.first]:l.starts[i-l.first+1]]
}

func (l *listener) listen(text string, all []Statement, c *cut) {
	l.text, l.all, l.cut = text, all, c
	l.cut.cutInto(text, all)
	l.tokenize()
	l.meet()
	l.hints = map[int]hint{}
	m := newMemory(l.people)
	for i := range all {
		if all[i].IsStory() {
			l.attribute(m, i)
		}
	}
	l.chain()
}

// tokenize reads all statements; quotation marks stay open to the end of their paragraph.
func (l *listener) tokenize() {
	l.blocks, l.marks = l.blocks[:0], l.marks[:0]
	for b := (block{}); b.first < len(l.all); {
		l.blocks = append(l.blocks, b)
		b = l.fill(b, func(f marking) { l.marks = append(l.marks, f) })
	}
}

// fill reads the statements of a block, and is where the next begins. ended, which may be nil, is told how each is
// quoted.
func (l *listener) fill(b block, ended func(f marking)) (next block) {
	l.first, l.tokens, l.starts = b.first, l.tokens[:0], l.starts[:0]
	q, i := b.q, b.first
	for ; i < len(l.all) && len(l.tokens) < blockTokens; i++ {
		st := &l.all[i]
		if i > 0 && l.all[i-1].Paragraph != st.Paragraph {
			q = quotes{}
		}
		limit := st.Span.End
		for j := i + 1; j < len(l.all) && j < i+8 && l.all[j].Paragraph == st.Paragraph; j++ {
			limit = l.all[j].Span.End
		}
		l.starts = append(l.starts, len(l.tokens))
		l.tokens = tokenize(l.tokens, l.text, st.Span, l.cut.of(i, l.text[st.Span.Start:st.Span.End]), limit, &q)
		if ended != nil {
			goesOn := q.open() && (limit > st.Span.End || i+1 < len(l.all) && opensWithQuote(l.text[l.all[i+1].Span.Start:]))
			ended(markingOf(l.tokens[l.starts[len(l.starts)-1]:], goesOn))
		}
	}
	l.starts = append(l.starts, len(l.tokens))
	return block{i, q}
}

// opensWithQuote reports whether a text begins with an opening quotation mark.
func opensWithQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“‘'«„", r)
}

// meet notes who is named. Headlines are left out: their capitals say nothing.
func (l *listener) meet() {
	l.people = newPeople()
	pairs := map[string]int{}
	for i := range l.all {
		if st := &l.all[i]; st.IsStory() && (st.Kind == Sentence || st.Kind == Item) {
			l.people.read(l.statement(i), i, pairs)
		}
	}
	most := 0
	for i := range l.people.all {
		l.people.all[i].last = -1
	}
	for pair, n := range pairs {
		if n > most || n == most && pair < l.people.pair {
			l.people.pair, most = pair, n
		}
	}
}

// longestSentence is how many tokens are read as one sentence: longer statements are lists, or text without full stops,
// and are read piece by piece.
const longestSentence = 600

// attribute finds the voices that statement i itself attributes.
func (l *listener) attribute(m *memory, i int) {
	ts := l.statement(i)
	m.number = i
	m.heading = l.all[i].Kind == Headline || l.all[i].Kind == Subheading
	for m.next < len(m.people.seen) && m.people.seen[m.next].statement < i {
		s := m.people.seen[m.next]
		m.people.all[s.person].last = s.statement
		m.next++
	}
	m.offset = 0
	for len(ts) > longestSentence {
		to := sentencePiece(ts)
		l.hearPiece(m, i, ts[:to])
		ts = ts[to:]
		m.offset += to
	}
	l.hearPiece(m, i, ts)
}

// sentencePiece is the index after the last mark at which a long statement may be cut.
func sentencePiece(ts []token) int {
	for to := longestSentence; to > longestSentence/2; to-- {
		switch ts[to-1].kind {
		case stop, colon, comma, dash:
			return to
		}
	}
	return longestSentence
}

// hearPiece finds the voices of ts, a piece of statement i or all of it.
func (l *listener) hearPiece(m *memory, i int, ts []token) {
	found := attributions(ts)
	for k := range found {
		a := &found[k]
		if !a.who.carried {
			m.resolve(ts, a, found[:k])
		}
	}
	m.carry(ts, found)
	found = slices.DeleteFunc(found, func(a attribution) bool { return a.speaker == "" })
	kept := arrange(ts, found)
	if voices := voicesOf(ts, kept); m.offset == 0 {
		l.all[i].Voices = voices
	} else {
		l.all[i].Voices = append(l.all[i].Voices, voices...)
	}
	l.hint(m, ts, i, kept)
	switch {
	case len(kept) > 0:
		several := true
		for k := range kept {
			m.note(ts, &kept[k])
			several = several && (kept[k].person < 0 || kept[k].agent)
		}
		if several { // "she" is the one whom the statement is about, not those who speak in it
			m.subject(ts)
		}
	case !l.marks[i].whole:
		m.subject(ts)
	}
}

// carry gives attributions without a subject of their own the speaker of the clause before, or of the statement.
func (m *memory) carry(ts []token, found []attribution) {
	for k := range found {
		a := &found[k]
		if !a.who.carried {
			continue
		}
		a.person = -1
		for j := k - 1; j >= 0; j-- {
			if !found[j].aside && found[j].speaker != "" {
				a.speaker, a.person, a.medium = found[j].speaker, found[j].person, found[j].medium
				break
			}
		}
		if a.speaker == "" && a.gerund && a.verb == 0 {
			for j := k + 1; j < len(found); j++ {
				if !found[j].who.carried {
					a.speaker, a.person = found[j].speaker, found[j].person
					break
				}
			}
		} else if a.speaker == "" {
			if s, ok := m.mainSubject(ts, a.verb); ok {
				a.speaker, a.person = s.speaker, s.person
			}
		}
	}
}

// mainSubject is who a statement's first finite verb before limit has as its subject, when that can speak.
func (m *memory) mainSubject(ts []token, limit int) (attribution, bool) {
	for v := 1; v < limit; v++ {
		if ts[v].quoted || !shows(ts, v) {
			continue
		}
		n, _, ok := subjectOf(ts, v)
		if !ok || n.carried || !speaks(ts, &n, 0) || ts[n.head].lower == "it" {
			return attribution{}, false
		}
		a := attribution{who: n}
		if n.named() && ts[n.head].is(role) && !n.isBody {
			a.lemma = "be" // who has a role is human
		}
		m.resolve(ts, &a, nil)
		return a, a.speaker != ""
	}
	return attribution{}, false
}

// subject remembers whom a statement without voices is about.
func (m *memory) subject(ts []token) {
	if a, ok := m.mainSubject(ts, len(ts)); ok && a.person >= 0 && m.people.all[a.person].human {
		m.person = a.person
	}
}
