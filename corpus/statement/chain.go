package statement

import "parallax/corpus/report"

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
