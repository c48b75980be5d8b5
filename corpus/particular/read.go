package particular

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Of is the particulars of a statement, in the order of its words.
func Of(set *statement.Set, id statement.ID) []Particular {
	return of(set, id, scopeOf(set, set.All[id].Report))
}

func of(set *statement.Set, id statement.ID, sc scope) []Particular {
	st := &set.All[id]
	r := set.ReportOf(id)
	ps, own := read(set.Plain(id), st.Span.Start, r.Published, language.GroupsByStops(r.Facts.Lang.Value), directly(st))
	if before, ok := previous(set, id); ok && len(ps) > 0 && !own {
		when := lastWhen(set.Text(before), r.Published)
		for i := range ps {
			if !ps[i].Thing.When.Named() {
				ps[i].Thing.When, ps[i].Thing.Past = when, when.Named()
			}
		}
	}
	for i := range ps {
		ps[i].Thing.settle(sc)
	}
	return ps
}

// directly is the words of a statement that are a speaker's own.
func directly(st *statement.Statement) []report.Span {
	var spans []report.Span
	for _, v := range st.Voices {
		if v.Mode == statement.Direct {
			spans = append(spans, v.Span)
		}
	}
	return spans
}

// previous is the statement before one in its report, passed over boilerplate.
func previous(set *statement.Set, id statement.ID) (statement.ID, bool) {
	r := set.All[id].Report
	for k := id - 1; k >= 0 && set.All[k].Report == r; k-- {
		if set.All[k].IsStory() {
			return k, set.All[k].Kind == statement.Sentence
		}
	}
	return 0, false
}

// lastWhen is the day of an earlier event that a statement opens with, "In April last year ...": what follows goes on
// with it until another day is named. Only days that lie well before the report count.
func lastWhen(text string, today report.Date) Day {
	s := newSentence(text, 0, today, false)
	for _, d := range s.days() {
		if d.from <= openers && !d.saying && s.past(d.Day) {
			return d.Day
		}
	}
	return Day{}
}

// openers is how many words into a sentence a day may stand and still be that of all of it.
const openers = 3

// past reports whether a day lies so far before the report that it is that of another event.
func (s *sentence) past(d Day) bool {
	today, known := dayOf(s.today)
	const recent = 60 // days
	switch {
	case d.resolved() && known:
		return d.High < today-recent
	case d.Year > 0 && s.today.Known():
		return d.Year < s.today.Year
	}
	return d.Year > 0 || d.Month > 0 || d.Last
}

// read is the particulars of a text that begins at byte at of a report published today; stops tells that its language parts
// thousands by them, direct is the words in it that are a speaker's own, and own reports whether the text names a day of its own.
func read(text string, at int, today report.Date, stops bool, direct []report.Span) (ps []Particular, own bool) {
	s := newSentence(text, at, today, stops)
	s.direct = direct
	days := s.days()
	for _, c := range s.clocks() {
		ps = append(ps, s.ofClock(c))
	}
	amounts := s.amounts()
	for i := range amounts {
		if p, ok := s.ofAmount(&amounts[i]); ok {
			ps = append(ps, p)
		}
	}
	ps = append(ps, s.agesBesideNames(amounts)...)
	ps = append(ps, s.ordinals()...)
	ps = append(ps, s.wordsForNumbers()...)
	ps = append(ps, s.terms()...)
	for _, d := range days {
		ps = append(ps, s.ofDay(d))
		own = own || !d.saying
	}
	slices.SortStableFunc(ps, func(a, b Particular) int { return cmp.Compare(a.Core.Start, b.Core.Start) })
	ps = s.onceEach(ps)
	for i := range ps {
		t := &ps[i].Thing
		t.When = s.whenOf(days, &ps[i])
		t.Past = t.When.Named() && s.past(t.When)
	}
	return ps, own
}

func (s *sentence) ofClock(c clock) Particular {
	p := Particular{Kind: Clock, Value: float64(c.minutes), Unit: c.zone, Span: s.span(c.from, c.to), Core: s.span(c.from, c.to), Figure: c.figure()}
	p.Low, p.High = p.Value, p.Value
	for k := c.from - 1; k >= max(0, c.from-2); k-- {
		if b := bounds()[s.ws[k].Text]; b == About {
			p.Bound, p.Low, p.High, p.Figure, p.Span.Start = About, p.Value-30, p.Value+30, "~"+p.Figure, s.at+s.ws[k].Start
		}
	}
	s.about(&p.Thing, c.from, c.to)
	return p
}

func (s *sentence) ofDay(d foundDay) Particular {
	p := Particular{Kind: Date, Day: d.Day, edge: d.edge, Span: s.span(d.from, d.to), Core: s.span(d.from, d.to), Figure: d.Day.String()}
	if d.Low != d.High && d.Year == 0 {
		p.Figure = s.text[s.ws[d.from].Start:s.ws[d.to].End] // "two weeks ago"
	}
	p.Thing.Saying = d.saying
	s.about(&p.Thing, d.from, d.to)
	return p
}

// ofAmount is what an amount is a particular of; ok is false for one of nothing.
func (s *sentence) ofAmount(a *amount) (Particular, bool) {
	core := report.Span{Start: s.at + s.ws[a.Word].Start, End: s.at + s.ws[a.Word+a.Words-1].End}
	if strings.HasPrefix(s.text[core.End-s.at:], "%") {
		core.End++
	}
	p := Particular{Kind: a.kind, Bound: a.bound, Value: a.Value, Core: core, Figure: s.figure(a)}
	p.Span = report.Span{Start: s.at + s.ws[a.from].Start, End: max(core.End, s.at+s.ws[a.to].End)}
	p.Low, p.High = a.interval()
	p.Thing = s.thingOf(a.kind, a.share, a.from, a.Word, a.Word+a.Words-1)
	p.Thing.Some = p.Thing.Some || a.further || a.kind == Count && s.word(a.Word) == "one" && s.word(a.Word+1) == "of"
	if a.kind == Money {
		p.Unit = currency(s.text[core.Start-s.at : core.End-s.at])
	}
	if s.word(a.Word+a.Words) == "ago" {
		return p, false
	}
	switch {
	case a.kind == Percent && !a.share && s.change(&p.Thing, a.from, a.Word+a.Words-1):
		p.Value, p.Low, p.High = -p.Value, -p.High, -p.Low
	case p.Thing.Role == "radius":
		// a radius of 12 metres is a width of 24
		p.Value, p.Low, p.High = 2*p.Value, 2*p.Low, 2*p.High
		p.Thing.Role, p.Figure = "width", p.Figure+" radius"
	case a.kind == Duration && s.isAge(a):
		p.Kind, p.Value, p.Thing.Role = Age, a.Value/a.Scale, "age"
		p.Low, p.High = p.Value, p.Value
		p.Figure = grouped(p.Value)
		p.Thing.Noun = ""
	case a.kind == Count && p.Thing.Role == "" && p.Thing.Noun == "":
		return p, false
	case a.kind == Count && a.Slight && a.Most == 0 && p.Thing.Role == "":
		return p, !s.isPronoun(a)
	}
	if p.Thing.Role == "magnitude" && p.Low == p.High {
		p.Low, p.High = p.Value-0.0499, p.Value+0.0499
	}
	return p, true
}

// currency is the sign of the currency that a sum is given in, "" when it is none of the great ones.
func currency(sum string) string {
	for _, c := range [...][2]string{{"$", "dollar"}, {"£", "sterling"}, {"€", "euro"}, {"¥", "yen"}, {"₹", "rupee"}} {
		if strings.Contains(sum, c[0]) || strings.Contains(strings.ToLower(sum), c[1]) {
			return c[0]
		}
	}
	return ""
}

// isPronoun reports whether "one", "two" or "half" is no number of things here: "one of the", "the one", "one day".
func (s *sentence) isPronoun(a *amount) bool {
	end := a.Word + a.Words
	return s.word(a.Word) == "half" || s.word(a.Word) == "one" || s.word(end) == "of"
}

// onceEach leaves out what is said again in brackets in another unit or zone: "10 kilometres (6 miles)".
func (s *sentence) onceEach(ps []Particular) []Particular {
	var kept []Particular
	for i := range ps {
		p := &ps[i]
		if n := len(kept); n > 0 && p.Kind != Term && kept[n-1].Kind != Term {
			last := &kept[n-1]
			gap := strings.TrimSpace(s.text[max(0, min(last.Span.End-s.at, p.Span.Start-s.at)) : p.Span.Start-s.at])
			if p.Core.Start < last.Core.End {
				continue
			}
			if last.Kind == p.Kind && (gap == "(" || gap == "," || gap == "or") && p.Kind != Count && p.Kind != Date && (p.Kind == Clock || p.Kind == Money || p.Low <= last.High*1.06 && last.Low <= p.High*1.06) {
				if last.Thing.Role == "" {
					last.Thing.Role = p.Thing.Role
				}
				continue
			}
		}
		kept = append(kept, *p)
	}
	return kept
}

// whenOf is the day of the event that a particular is of: the day in its part of the sentence, else one that opens the
// sentence, else that of the part which its part goes on from with an "-ing".
func (s *sentence) whenOf(days []foundDay, p *Particular) Day {
	if p.Kind == Date {
		return Day{}
	}
	i := s.wordAt(p.Core.Start)
	var found Day
	best := len(s.ws)
	for _, d := range days {
		if d.saying {
			continue
		}
		far := max(d.from-i, i-d.to)
		if s.part[d.from] == s.part[i] && far < best && !s.partedBetween(i, d.from) {
			found, best = d.Day, far
		}
	}
	if best < len(s.ws) {
		return found
	}
	for _, d := range days {
		if d.from <= openers && !d.saying {
			return d.Day
		}
	}
	first := i
	for first > 0 && s.part[first-1] == s.part[i] {
		first--
	}
	if first > 0 && strings.HasSuffix(s.ws[first].Text, "ing") {
		for _, d := range days {
			if s.part[d.from] == s.part[first-1] && !d.saying {
				return d.Day
			}
		}
	}
	return Day{}
}

// partedBetween reports whether a clause that names another thing begins between two words.
func (s *sentence) partedBetween(i, j int) bool {
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if w := s.ws[k].Text; w == "after" || w == "since" || w == "before" || w == "while" {
			return true
		}
	}
	return false
}

// wordAt is the word that begins at or before a byte of the report's text.
func (s *sentence) wordAt(at int) int {
	for i := range s.ws {
		if s.ws[i].End > at-s.at {
			return i
		}
	}
	return len(s.ws) - 1
}
