package match

import (
	"slices"
	"strconv"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// A statement that names another time than that of the reports ("in 2004", "last year", "on 6 April") may tell of an earlier
// event of the same kind. The days of the week are those of the story, and so are the year and the month of the report.

// then is a time that a statement names: a year, a month with or without its day, or that it lies back.
type then int32

const (
	lastTime   then = 1 // "last year"
	agoTime    then = 2 // "five years ago"
	soonerTime then = 3 // "earlier this year"
	months     then = 100
	years      then = 10000
)

// tense is whether a statement tells of what is reported or of what was before it.
type tense uint8

const (
	noTense tense = iota
	present       // it names a recent day, or stands where the main claim does
	earlier       // what it tells was at another time, which it names
)

// opening is how many words a statement's opening has.
const opening = 5

var (
	lastWords = language.English("times", "last")
	spanWords = language.English("times", "spans")
	nowWords  = language.English("times", "now")
	dating    = language.English("times", "dating")
	spanning  = language.English("times", "spanning")
)

// readTimes finds the times that a statement names, those with which it opens, and whether what it tells was at one of them.
func (s *event) readTimes(x *reading) {
	today := s.set.ReportOf(x.id).Published
	recent, dated, within := x.number < leadStatements, false, false
	for k := range x.words {
		recent = recent || x.recentAt(k)
		within = k > 0 && (within || hangs(x.words[k].Text))
		t := x.timeAt(k, today)
		if t == 0 {
			continue
		}
		dated = dated || !within && (k < opening || x.dates(k, t))
		x.times = append(x.times, t)
		if k < opening {
			x.opens = append(x.opens, t)
		}
	}
	slices.Sort(x.times)
	x.times = slices.Compact(x.times)
	switch {
	case recent:
		x.tense = present
	case dated:
		x.tense = earlier
	}
}

// leadStatements is how many statements a report begins with that tell what is reported.
const leadStatements = 2

// recentAt reports whether a word names a day of the report's own time: "on Monday", "this week", "yesterday".
func (x *reading) recentAt(k int) bool {
	w := &x.words[k]
	return nowWords.Has(w.Text) || w.Capital && weekdays.Has(w.Text) ||
		spanWords.Has(w.Text) && k > 0 && x.words[k-1].Text == "this" && (k < 2 || x.words[k-2].Text != "earlier")
}

// hangs reports whether a word begins a part of a sentence of which a time in it is that part's alone: "the mine, where 41
// died in 1998", "the worst since 2004". What happened when something else did happened at that time.
func hangs(word string) bool { return followers.Has(word) && word != "when" || spanning.Has(word) }

// dates reports whether the time at word k is that of what is told: "in 2004", "in early April", "last year", but neither
// "since 2004" nor "the flood of 2004".
func (x *reading) dates(k int, t then) bool {
	if t == lastTime || t == agoTime || t == soonerTime {
		return true
	}
	for i := k - 1; i >= max(0, k-3); i-- {
		if dating.Has(x.words[i].Text) {
			return true
		}
	}
	return false
}

// timeAt is the time that the words from k on name, 0 for none.
func (x *reading) timeAt(k int, today report.Date) then {
	w := &x.words[k]
	next := func(i int) string {
		if k+i >= 0 && k+i < len(x.words) {
			return x.words[k+i].Text
		}
		return ""
	}
	switch {
	case w.Digit && len(w.Text) == 4 && (w.Text[:2] == "19" || w.Text[:2] == "20"):
		year, _ := strconv.Atoi(w.Text)
		if year == today.Year {
			return 0
		}
		return years + then(year)
	case lastWords.Has(w.Text) && spanWords.Has(next(1)):
		return lastTime
	case w.Text == "earlier" && next(1) == "this" && spanWords.Has(next(2)):
		return soonerTime
	case w.Text == "ago":
		return agoTime
	case w.Capital && language.Month(w.Text) > 0:
		m := language.Month(w.Text)
		if m == today.Month {
			return 0
		}
		for _, beside := range [...]string{next(1), next(-1)} {
			if d, err := strconv.Atoi(beside); err == nil && d >= 1 && d <= 31 {
				return months*then(m) + then(d)
			}
		}
		if p := next(-1); p == "in" || p == "since" || p == "of" || p == "until" || lastWords.Has(p) {
			return months * then(m)
		}
	}
	return 0
}

func meetTimes(a, b []then) bool {
	return slices.ContainsFunc(a, func(t then) bool { return slices.Contains(b, t) })
}

// otherTime is 1 when the two statements name no time in common and at least one names a time.
func otherTime(p *comparison) float64 {
	if len(p.a.times)+len(p.b.times) > 0 && !meetTimes(p.a.times, p.b.times) {
		return 1
	}
	return 0
}

// opensApart is 1 when one statement opens with a time that the other does not name.
func opensApart(p *comparison) float64 {
	if len(p.a.opens) > 0 && !meetTimes(p.a.opens, p.b.times) || len(p.b.opens) > 0 && !meetTimes(p.b.opens, p.a.times) {
		return 1
	}
	return 0
}

// earlierEvent reports whether one statement tells of another time, which it names, and the other of what is reported, or of
// yet another time. What is reported may go on with what was before ("the girls taken in April are free"): where both name
// another time, only years can be held against years and months against months.
func earlierEvent(a, b *reading) bool {
	if a.tense > b.tense {
		a, b = b, a
	}
	if b.tense != earlier || a.tense == noTense {
		return false
	}
	return len(a.times) == 0 || a.tense == earlier && timesApart(a.times, b.times)
}

// timesApart reports whether two statements name years, and no year in common, or months of no year likewise. A month may
// hold a day of it that the other statement names.
func timesApart(a, b []then) bool {
	if a[0] < months || b[0] < months || (a[len(a)-1] >= years) != (b[len(b)-1] >= years) {
		return false
	}
	return !slices.ContainsFunc(a, func(t then) bool {
		return slices.ContainsFunc(b, func(u then) bool { return t == u || t < years && t/months == u/months && min(t%months, u%months) == 0 })
	})
}

// anotherEvent is how much less, as a logit, is thought of a pair of which one tells of an earlier event. It is no signal: in the
// marked events hardly one in three hundred such pairs is a link, in all but one of them there are few such pairs, and
// what is learnt of so few is too little.
const anotherEvent = 5

// lessFor is by how much the logit of pair k is lowered after the last pass.
func (b *graph) lessFor(k int) float32 {
	if earlierEvent(&b.s.of[b.ab[k][0]], &b.s.of[b.ab[k][1]]) {
		return anotherEvent
	}
	return 0
}
