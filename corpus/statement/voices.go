package statement

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"parallax/corpus/report"
)

// Voices are found report by report: first who is named and how they are described; then, in order, each statement's
// attributions, their speakers resolved against what was said before; then the statements that are quotations and no
// more, whose speaker stands in a statement beside them. Linear in the length of the report, reports in parallel.

// findVoices sets the Voices of all statements.
func findVoices(s *Set) {
	var wait sync.WaitGroup
	next := make(chan report.ID)
	for range min(runtime.GOMAXPROCS(0), len(s.Reports)) {
		wait.Go(func() {
			var l listener
			for r := range next {
				l.listen(s.Reports[r].Text, s.All[s.first[r]:s.first[r+1]])
			}
		})
	}
	for r := range s.Reports {
		next <- report.ID(r)
	}
	close(next)
	wait.Wait()
}

// listener finds the voices of one report after another; it keeps its memory between them.
type listener struct {
	text   string
	all    []Statement
	tokens []token
	starts []int  // of each statement's tokens, and one past the last
	open   []bool // a quotation is open at the end of the statement and goes on in the next
	people *people
}

func (l *listener) statement(i int) []token { return l.tokens[l.starts[i]:l.starts[i+1]] }

func (l *listener) listen(text string, all []Statement) {
	l.text, l.all = text, all
	l.tokenize()
	l.meet()
	m := newMemory(l.people)
	for i := range all {
		if all[i].IsStory() {
			l.hear(m, i)
		}
	}
	l.chain()
}

// tokenize reads all statements; quotation marks stay open to the end of their paragraph.
func (l *listener) tokenize() {
	l.tokens, l.starts, l.open = l.tokens[:0], l.starts[:0], l.open[:0]
	var q quotes
	for i := range l.all {
		st := &l.all[i]
		if i > 0 && l.all[i-1].Paragraph != st.Paragraph {
			q = quotes{}
		}
		limit := st.Span.End
		for j := i + 1; j < len(l.all) && j < i+8 && l.all[j].Paragraph == st.Paragraph; j++ {
			limit = l.all[j].Span.End
		}
		l.starts = append(l.starts, len(l.tokens))
		l.tokens = tokenize(l.tokens, l.text, st.Span, limit, &q)
		l.open = append(l.open, q.open() && (limit > st.Span.End || i+1 < len(l.all) && strings.ContainsAny(l.text[l.all[i+1].Span.Start:][:1], "\"“‘'")))
	}
	l.starts = append(l.starts, len(l.tokens))
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

// longestSentence is how many tokens a statement may have in which voices are looked for: longer ones are lists, or text
// without full stops.
const longestSentence = 600

// hear finds the voices that statement i itself attributes.
func (l *listener) hear(m *memory, i int) {
	ts := l.statement(i)
	m.number = i
	m.heading = l.all[i].Kind == Headline || l.all[i].Kind == Subheading
	for m.next < len(m.people.seen) && m.people.seen[m.next].statement < i {
		s := m.people.seen[m.next]
		m.people.all[s.person].last = s.statement
		m.next++
	}
	if len(ts) > longestSentence {
		return
	}
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
	l.all[i].Voices = voicesOf(ts, kept)
	switch {
	case len(kept) > 0:
		for k := range kept {
			m.note(ts, &kept[k])
		}
	case !l.quotation(i):
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

// quotation reports whether all words of statement i stand in quotation marks.
func (l *listener) quotation(i int) bool {
	words := false
	for _, t := range l.statement(i) {
		if t.kind == word {
			if !t.quoted {
				return false
			}
			words = true
		}
	}
	return words
}

// chain gives quotations without a speaker of their own the speaker of the statement in which the quotation goes on, or
// else of the statement before.
func (l *listener) chain() {
	ahead := l.ahead()
	for i := range l.all {
		if !l.all[i].IsStory() || len(l.all[i].Voices) > 0 || l.all[i].Kind == Headline || !l.quotation(i) {
			continue
		}
		v := ahead[i]
		if v.Speaker == "" {
			v = l.behind(i)
		}
		if v.Speaker != "" {
			ts := l.statement(i)
			l.all[i].Voices = []Voice{{Speaker: v.Speaker, Mode: Direct, Verb: v.Verb, Span: report.Span{Start: ts[0].start, End: ts[len(ts)-1].end}}}
		}
	}
}

// ahead is, for each statement at whose end a quotation is open, the voice of the statement in which it ends.
func (l *listener) ahead() []Voice {
	voices := make([]Voice, len(l.all))
	for i := len(l.all) - 2; i >= 0; i-- {
		if !l.open[i] {
			continue
		}
		if vs := l.all[i+1].Voices; len(vs) == 0 {
			voices[i] = voices[i+1]
		} else if vs[0].Mode != Indirect {
			voices[i] = vs[0]
		}
	}
	return voices
}

// behind is the last voice of the statement before.
func (l *listener) behind(i int) Voice {
	if i == 0 || len(l.all[i-1].Voices) == 0 {
		return Voice{}
	}
	vs := l.all[i-1].Voices
	return vs[len(vs)-1]
}

// arrange decides between attributions that lie within each other: nested speech takes the original speaker when only a
// medium passes it on, otherwise the outer one; a clause set against the speaker's words ("even though the council
// said") ends them.
func arrange(ts []token, found []attribution) []attribution {
	var kept []attribution
	for _, a := range found {
		keep := true
		for k := len(kept) - 1; k >= 0 && keep; k-- {
			b := &kept[k]
			switch {
			case a.holds(b):
				if a.lemma == "cite" {
					if keep = b.medium; keep {
						a.lemma, a.content = b.lemma, b.content
						kept = slices.Delete(kept, k, k+1)
					}
				} else if a.medium && !b.medium && b.speaker != a.speaker {
					b.until(a.core.from - 1)
					keep = false
				} else {
					if b.speaker == a.speaker && !b.gerund {
						a.lemma = b.lemma
					}
					kept = slices.Delete(kept, k, k+1)
				}
			case b.holds(&a):
				keep = b.outer(ts, &a)
				if b.speaker == "" {
					kept = slices.Delete(kept, k, k+1)
				}
			}
		}
		if keep {
			kept = append(kept, a)
		}
	}
	return kept
}

// holds reports whether b's verb lies within a's words.
func (a *attribution) holds(b *attribution) bool {
	return slices.ContainsFunc(a.content, func(p part) bool { return p.from <= b.verb && b.verb < p.to })
}

// outer settles an attribution a within b's words; it says whether a stays. b is emptied when it goes.
func (b *attribution) outer(ts []token, a *attribution) bool {
	if a.speaker == b.speaker {
		if b.gerund && !a.gerund {
			b.lemma, b.gerund = a.lemma, false
		}
		return false
	}
	if b.medium && !a.medium {
		b.speaker = ""
		return true
	}
	if a.lemma == "cite" {
		return false
	}
	if at, ok := contrasts(ts, b, a); ok {
		b.until(at)
		return true
	}
	return false
}

// until ends a's words before token at.
func (a *attribution) until(at int) {
	for i := range a.content {
		a.content[i].to = min(a.content[i].to, at)
	}
	a.content = slices.DeleteFunc(a.content, part.empty)
}

// contrasts is where a clause begins that sets a's words beside b's: "..., while the council said".
func contrasts(ts []token, b, a *attribution) (at int, ok bool) {
	if a.who.carried || a.who.relative || ts[a.who.head].is(pronoun) || a.core.from < 2 {
		return 0, false
	}
	join := a.core.from - 1
	switch ts[join].lower {
	case "and", "but", "while", "whereas", "although", "though", ";":
	default:
		return 0, false
	}
	for i := b.content[0].from; i < join; i++ {
		if ts[i].kind != comma {
			continue
		}
		switch next := ts[i+1].lower; {
		case next == "although", next == "though", next == "while", next == "whereas", next == "despite", next == "but",
			next == "even" && (ts[i+2].lower == "though" || ts[i+2].lower == "as"):
			return i, true
		}
	}
	if join > 0 && ts[join-1].kind == comma {
		join--
	}
	return join, true
}

// voicesOf makes voices of attributions: one for each run of a speaker's words.
func voicesOf(ts []token, kept []attribution) []Voice {
	type stretch struct {
		part
		of *attribution
	}
	var all []stretch
	for k := range kept {
		for _, p := range kept[k].content {
			all = append(all, stretch{p, &kept[k]})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.from - b.from })
	var voices []Voice
	end := 0
	for i := 0; i < len(all); {
		first := all[i]
		quoted, plain, last := 0, 0, first.part
		lead := first.of
		j := i
		for ; j < len(all) && all[j].of.speaker == first.of.speaker; j++ {
			p := tidy(ts, all[j].part)
			for k := p.from; k < p.to; k++ {
				if ts[k].kind == word && ts[k].quoted {
					quoted++
				} else if ts[k].kind == word {
					plain++
				}
			}
			last.to = max(last.to, all[j].to)
			if lead.gerund && !all[j].of.gerund {
				lead = all[j].of
			}
		}
		p := tidy(ts, part{max(first.from, end), last.to})
		i = j
		if p.empty() || quoted+plain == 0 {
			continue
		}
		end = last.to
		v := Voice{Speaker: strings.TrimSpace(lead.speaker), Verb: lead.lemma, Span: report.Span{Start: ts[p.from].start, End: ts[p.to-1].end}}
		switch {
		case plain == 0:
			v.Mode = Direct
		case quoted > 0:
			v.Mode = Mixed
		}
		voices = append(voices, v)
	}
	return voices
}

// tidy is p without marks at its ends that are not the speaker's.
func tidy(ts []token, p part) part {
	for p.from < p.to && (ts[p.from].kind == comma || ts[p.from].kind == colon || ts[p.from].kind == dash || ts[p.from].kind == stop || ts[p.from].kind == closed) {
		p.from++
	}
	for p.from < p.to {
		if k := ts[p.to-1].kind; k != comma && k != colon && k != dash && k != opened && (k != stop || ts[p.to-1].quoted) {
			break
		}
		p.to--
	}
	return p
}
