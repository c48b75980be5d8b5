package match

import "parallax/corpus/report"

// Opposition is the part in which two linked statements say the opposite of each other: what [Link.Differs] stands for where
// it is no number.
type Opposition struct {
	Kind OppositionKind
	A, B report.Span // the words that oppose in either statement, bytes of its report's Text
}

// OppositionKind is how two statements are opposed.
type OppositionKind uint8

const (
	Denied  OppositionKind = iota // one denies what the other says: "has agreed", "has not agreed"
	Reverse                       // words of opposite sense: "upheld", "overturned"
	Parties                       // two parties change places: "A accused B"
	Places                        // one act in two places: "sank in Orm", "sank in Brask"
)

var oppositionNames = [...]string{"denied or not", "opposite words", "who did it to whom", "places"}

func (k OppositionKind) String() string { return oppositionNames[k] }

// Opposition is what in a link's statements is opposed; ok is false where they say the same, where the difference is one of
// numbers or days, and where only the reader says that they differ. It is worked out when asked for.
func (ls *Links) Opposition(l Link) (o Opposition, ok bool) {
	if !l.Differs {
		return o, false
	}
	r := ls.scored.compared(l)
	if r == nil {
		return o, false
	}
	g, differ := r.differ()
	switch {
	case !differ || g.amounts != [2]int32{}:
		return o, false
	case g.opposite[0] != nil:
		return Opposition{Reverse, r.a.stanceSpan(r.s, g.opposite[0]), r.b.stanceSpan(r.s, g.opposite[1])}, true
	case g.denied >= 0:
		return r.spans(Denied, g.denied, g.denied)
	case g.when != [2]stretch{}:
		return o, false
	case g.where != [2]stretch{}:
		return Opposition{Places, r.a.wordSpan(r.s, g.where[0]), r.b.wordSpan(r.s, g.where[1])}, true
	}
	first, okFirst := r.spans(Parties, g.swapped[0], g.swapped[1])
	second, okSecond := r.spans(Parties, g.swapped[1], g.swapped[0])
	return Opposition{Parties, around(first.A, second.A), around(first.B, second.B)}, okFirst && okSecond
}

// around is from where the first of two spans starts to where the last ends.
func around(a, b report.Span) report.Span {
	return report.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// spans is where one concept stands in the one statement and another in the other; of a denial from the word that denies.
func (p *comparison) spans(kind OppositionKind, a, b int32) (o Opposition, ok bool) {
	x, okX := p.a.span(p.s, a)
	y, okY := p.b.span(p.s, b)
	return Opposition{kind, x, y}, okX && okY
}

// wordSpan is where some of a statement's words stand.
func (x *reading) wordSpan(s *event, at stretch) report.Span {
	base := s.set.All[x.id].Span.Start
	return report.Span{Start: base + x.words[at.from].Start, End: base + x.words[at.to-1].End}
}

// stanceSpan is where a word of opposite sense stands, from the word that denies it, if any, to its particle.
func (x *reading) stanceSpan(s *event, st *stance) report.Span {
	from := st.word
	for k := st.word - 1; st.denied && k >= 0; k-- {
		if x.denies(k) {
			from = k
			break
		}
	}
	return x.wordSpan(s, stretch{from, st.particle + 1})
}

// span is the words from the one that denies a concept, if any, to the one that writes it, or one related to it, where the
// statement has only that.
func (x *reading) span(s *event, concept int32) (report.Span, bool) {
	at := -1
	for k, c := range x.at {
		if c == concept {
			at = k
			break
		}
		if at < 0 && c >= 0 && s.standsFor(c, concept) {
			at = k
		}
	}
	if at < 0 {
		return report.Span{}, false
	}
	base := s.set.All[x.id].Span.Start
	from := at
	if has(x.denied, x.at[at]) {
		for k := at - 1; k >= 0; k-- {
			if x.denies(k) {
				from = k
				break
			}
		}
	}
	return report.Span{Start: base + x.words[from].Start, End: base + x.words[at].End}, true
}
