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
	lastTime then = 1 // "last year"
	agoTime  then = 2 // "five years ago"
	months   then = 100
	years    then = 10000
)

// opening is how many words a statement's opening has.
const opening = 5

var (
	lastWords = language.English("times", "last")
	spanWords = language.English("times", "spans")
)

// readTimes finds the times that a statement names, and those with which it opens.
func (s *event) readTimes(x *reading) {
	today := s.set.ReportOf(x.id).Published
	for k := range x.words {
		t := x.timeAt(k, today)
		if t == 0 {
			continue
		}
		x.times = append(x.times, t)
		if k < opening {
			x.opens = append(x.opens, t)
		}
	}
	slices.Sort(x.times)
	x.times = slices.Compact(x.times)
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
