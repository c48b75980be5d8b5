package statement

import "unicode/utf8"

// A statement that is a quotation and no more says nothing of who speaks; the statements around it do. A colon before it
// announces its speaker. Within a paragraph, and from one to the next, the speaker of the statement before goes on, unless
// a question shows that two are talking, or another kind of quotation mark that the words come from elsewhere: then
// nobody is named, rather than somebody who may be wrong. Where nobody spoke before, the statement after may name them.

// hint is what a statement says of the voices of those beside it.
type hint struct {
	announces Voice // whose quotation follows its colon
	points    Voice // whose words stood before it
	fresh     bool  // it names its speaker for the first time
}

// marking is which quotation marks a statement has.
type marking struct {
	whole bool // all its words stand in quotation marks
	asks  bool // its quoted words end with a question mark
	open  bool // a quotation is open at its end and goes on in the next statement
	mark  rune // its first opening quotation mark, 0 for none
}

func markingOf(ts []token, open bool) marking {
	f := marking{open: open}
	plain, words := false, false
	for i := range ts {
		switch t := &ts[i]; t.kind {
		case word:
			words = true
			plain = plain || !t.quoted
		case openQuote:
			if f.mark == 0 {
				f.mark, _ = utf8.DecodeRuneInString(t.text)
			}
		case closeQuote:
			f.asks = i > 0 && ts[i-1].text == "?"
		}
	}
	f.whole = words && !plain
	return f
}

// hint notes what statement i, or ts, its last piece, with the attributions kept, says of its neighbours.
func (l *listener) hint(m *memory, ts []token, i int, kept []attribution) {
	if len(kept) > 0 {
		if a := &kept[0]; a.who.named() && a.person >= 0 && m.people.all[a.person].first == i {
			l.hints[i] = hint{fresh: true}
		}
		return
	}
	if n, ok := pointsBack(ts); ok {
		a := attribution{who: n, lemma: "say"}
		if m.resolve(ts, &a, nil); a.speaker != "" {
			l.hints[i] = hint{points: Voice{Speaker: a.speaker, Verb: a.lemma}}
			m.note(ts, &a)
		}
		return
	}
	if len(ts) < 2 || ts[len(ts)-1].kind != colon || i+1 >= len(l.all) || !l.marks[i+1].whole {
		return
	}
	if a, ok := m.announcer(ts); ok {
		l.hints[i] = hint{announces: Voice{Speaker: a.speaker, Verb: a.lemma}}
		m.note(ts, &a)
	}
}

// announcer is who speaks after the colon that ends a statement.
func (m *memory) announcer(ts []token) (a attribution, ok bool) {
	for v := len(ts) - 2; v > 0; v-- {
		if ts[v].quoted || !verbal(ts, v) && (ts[v].verb == nil || ts[v].form&gerund == 0) {
			continue
		}
		if ts[v].form == gerund {
			a, ok = m.mainSubject(ts, v)
			a.lemma = lemmaOf(ts, v)
			return a, ok
		}
		if passiveAt(ts, v) {
			return a, false
		}
		n, _, found := subjectOf(ts, v)
		if !found || n.carried || !human(ts, &n) {
			continue
		}
		a = attribution{who: n, lemma: "say"}
		if ts[v].verb != nil {
			a.lemma = ts[v].verb.lemma
		}
		m.resolve(ts, &a, nil)
		return a, a.speaker != ""
	}
	return a, false
}

// chain gives quotations without a speaker of their own the speaker of the statement in which the quotation goes on, or
// else the one that the statements beside it show.
func (l *listener) chain() {
	ahead := l.ahead()
	for i := range l.all {
		if !l.all[i].IsStory() || len(l.all[i].Voices) > 0 || l.all[i].Kind == Headline || !l.marks[i].whole {
			continue
		}
		v := ahead[i]
		if v.Speaker == "" {
			v = l.near(i)
		}
		if v.Speaker != "" {
			l.all[i].Voices = []Voice{{Speaker: v.Speaker, Mode: Direct, Verb: v.Verb, Span: l.all[i].Span}}
		}
	}
}

// ahead is, for each statement at whose end a quotation is open, the voice of the statement in which it ends.
func (l *listener) ahead() []Voice {
	voices := make([]Voice, len(l.all))
	for i := len(l.all) - 2; i >= 0; i-- {
		if !l.marks[i].open {
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

// near is the voice that the statements beside quotation i give it; none when they leave it open.
func (l *listener) near(i int) Voice {
	if i > 0 {
		if v := l.hints[i-1].announces; v.Speaker != "" {
			return v
		}
	}
	if i+1 < len(l.all) {
		if v := l.hints[i+1].points; v.Speaker != "" {
			return v
		}
	}
	if i > 0 && len(l.all[i-1].Voices) > 0 {
		if l.all[i-1].Paragraph != l.all[i].Paragraph && (l.talk(i) || l.otherMarks(i)) {
			return Voice{}
		}
		vs := l.all[i-1].Voices
		return vs[len(vs)-1]
	}
	if i+1 < len(l.all) && l.hints[i+1].fresh && (i == 0 || l.marks[i-1].mark == 0) {
		return l.all[i+1].Voices[0]
	}
	return Voice{}
}

// talk reports whether quotation i, a paragraph of its own, may be another speaker's turn: it asks, or the statement
// before asked.
func (l *listener) talk(i int) bool {
	return l.marks[i].asks || l.marks[i-1].asks && !l.marks[i-1].open
}

// otherMarks reports whether statement i is quoted with other marks than the statement before, which closed its own.
func (l *listener) otherMarks(i int) bool {
	a, b := l.marks[i-1], l.marks[i]
	return a.mark != 0 && b.mark != 0 && a.mark != b.mark && !a.open
}
