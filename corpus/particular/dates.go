package particular

import (
	"strings"

	"parallax/corpus/language"
)

// foundDay is a day that a sentence names, and where.
type foundDay struct {
	Day
	from, to int // words, both included
	saying   bool
	edge     edge
}

// days finds the days, months and years that a sentence names, in order, and takes their words.
func (s *sentence) days() []foundDay {
	var found []foundDay
	for i := 0; i < len(s.ws); i++ {
		d, n := s.dayAt(i)
		if n == 0 {
			continue
		}
		f := foundDay{Day: d, from: i, to: i + n - 1}
		f.saying, f.edge = s.saying(i), s.edgeOf(i, i+n-1)
		s.take(f.from, f.to)
		found = append(found, f)
		i = f.to
	}
	return found
}

// dayAt is the day that the words from i name, and how many words that takes, 0 for none.
func (s *sentence) dayAt(i int) (Day, int) {
	if d, n := s.calendarDay(i); n > 0 {
		d = s.resolve(d, i)
		if lastWords.Has(s.word(i+n)) && s.word(i+n+1) == "year" {
			n += 2 // "in April last year"
			d.Last = d.Year == 0
		}
		return d, n
	}
	if off, ok := relativeDays()[s.word(i)]; ok {
		today, known := dayOf(s.today)
		if !known || s.spoken(i) {
			return Day{}, 0
		}
		return onDay(today + off), 1
	}
	if w, ok := weekdays()[s.word(i)]; ok && s.ws[i].Capital && len(s.word(i)) > 2 {
		return s.onWeekday(w, i), 1
	}
	if w := s.word(i); lastWords.Has(w) || w == "this" || w == "next" {
		return s.lastOrNext(i)
	}
	return s.ago(i)
}

// calendarDay reads "6 April 2012", "April 6, 2012", "April 2012", "in April", "2012".
func (s *sentence) calendarDay(i int) (d Day, n int) {
	if date, ok := s.dateNumber(i); ok {
		k := i + 1
		if s.word(k) == "of" {
			k++
		}
		if m := s.month(k); m > 0 {
			d = Day{Month: m, Date: date}
			n = k - i + 1
			d.Year, n = s.yearAfter(i, n)
			return d, n
		}
	}
	if m := s.month(i); m > 0 {
		d.Month, n = m, 1
		if date, ok := s.dateNumber(i + 1); ok {
			d.Date, n = date, 2
		}
		d.Year, n = s.yearAfter(i, n)
		if n == 1 && !s.monthAlone(i) {
			return Day{}, 0
		}
		return d, n
	}
	if y := s.year(i); y > 0 && s.yearAlone(i) {
		return Day{Year: y}, 1
	}
	return Day{}, 0
}

// month is the month that word i names, 0 for none.
func (s *sentence) month(i int) int {
	if i >= len(s.ws) || !s.ws[i].Capital {
		return 0
	}
	return language.Month(s.ws[i].Text)
}

// monthAlone reports whether the name of a month without a day is one: "May" and "March" are also other words.
func (s *sentence) monthAlone(i int) bool {
	if i == 0 {
		return false
	}
	switch w := s.word(i - 1); w {
	case "in", "since", "until", "till", "by", "of", "from", "during", "late", "early", "mid", "this", "between", "and", "to", "the":
		return s.gap(i) == " " || s.gap(i) == "-"
	default:
		return lastWords.Has(w)
	}
}

// dateNumber is the day of a month that word i gives: "6", "6th".
func (s *sentence) dateNumber(i int) (int, bool) {
	w := strings.TrimRight(s.word(i), "stndrh")
	if len(w) == 0 || len(w) > 2 || i >= len(s.ws) {
		return 0, false
	}
	n := 0
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n >= 1 && n <= 31
}

// yearAfter is the year that follows the n words from i, and the words with it.
func (s *sentence) yearAfter(i, n int) (year, words int) {
	if y := s.year(i + n); y > 0 && strings.Trim(s.gap(i+n), " ,\n") == "" {
		return y, n + 1
	}
	return 0, n
}

// year is the year that word i gives in four figures, 0 for none.
func (s *sentence) year(i int) int {
	w := s.word(i)
	if len(w) != 4 || w[:2] != "19" && w[:2] != "20" {
		return 0
	}
	n := 0
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// yearAlone reports whether four figures by themselves are a year: after a word that years follow, or at the head of what
// is no number of things.
func (s *sentence) yearAlone(i int) bool {
	switch s.word(i - 1) {
	case "in", "since", "until", "till", "by", "from", "during", "late", "early", "mid", "year", "of", "back", "and", "fiscal", "before", "after", "to":
		return !s.countedAfter(i)
	case "the", "a", "":
		return !s.countedAfter(i) && i+1 < len(s.ws)
	}
	return false
}

// countedAfter reports whether what follows word i looks like what a number counts: a noun in the plural, or a unit.
func (s *sentence) countedAfter(i int) bool {
	if i+1 >= len(s.ws) || s.part[i+1] != s.part[i] {
		return false
	}
	next := &s.ws[i+1]
	return !next.Stop && !next.Capital && (plural(next) || language.IsUnit(next.Stem)) || people()[next.Stem]
}

// onWeekday is a day of the week: the last one that there was, or the next where the words look ahead.
func (s *sentence) onWeekday(w, i int) Day {
	d := Day{Weekday: w + 1}
	today, known := dayOf(s.today)
	if !known || s.spoken(i) {
		return d
	}
	back := (weekdayOf(today) - w + 7) % 7
	n := today - back
	if back > 0 && s.looksAhead(i) {
		n += 7
	}
	named := onDay(n)
	named.Weekday = d.Weekday
	return named
}

// weekdayOf is the day of the week, from 0 for Sunday, of a number of days since 1970, whose first was a Thursday.
func weekdayOf(n int) int { return ((n+4)%7 + 7) % 7 }

// looksAhead reports whether the words before i, in its part of the sentence, put it into the future.
func (s *sentence) looksAhead(i int) bool {
	for k := i - 1; k >= 0 && k > i-10 && s.part[k] == s.part[i]; k-- {
		if future.Has(s.ws[k].Text) {
			return true
		}
	}
	return false
}

// resolve finds the year of a day that the words from i name without one: of a month that was last, unless it lies ahead.
func (s *sentence) resolve(d Day, i int) Day {
	if d.Year > 0 || !s.today.Known() {
		return d.fill()
	}
	d.Year = s.today.Year
	if s.lastYearNear(i) {
		d.Year--
		return d.fill()
	}
	today, known := dayOf(s.today)
	const soon = 45 // days ahead of its report that a day without a year may lie
	if known && d.fill().Low > today+soon && !s.looksAhead(i) || s.lastBefore(i) && known && d.fill().High >= today {
		d.Year--
	}
	return d.fill()
}

// lastYearNear reports whether "last year" follows or precedes closely: "in April last year".
func (s *sentence) lastYearNear(i int) bool {
	for k := max(0, i-3); k < min(len(s.ws)-1, i+4); k++ {
		if lastWords.Has(s.ws[k].Text) && s.ws[k+1].Text == "year" {
			return true
		}
	}
	return false
}

func (s *sentence) lastBefore(i int) bool { return i > 0 && lastWords.Has(s.ws[i-1].Text) }

// lastOrNext reads "last year", "this week", "next month": what lies beside the report's own date, or holds it.
func (s *sentence) lastOrNext(i int) (Day, int) {
	if i+1 >= len(s.ws) {
		return Day{}, 0
	}
	by := 0
	switch w := s.word(i); {
	case w == "next":
		by = 1
	case w != "this":
		by = -1
	}
	if !s.today.Known() {
		if by == 0 || s.word(i+1) != "year" {
			return Day{}, 0
		}
		return Day{Last: by < 0, Next: by > 0}, 2
	}
	today, known := dayOf(s.today)
	if s.spoken(i) && s.word(i+1) != "year" {
		return Day{}, 0
	}
	switch s.word(i + 1) {
	case "year":
		return Day{Year: s.today.Year + by}.fill(), 2
	case "month":
		if s.today.Month == 0 {
			return Day{}, 0
		}
		months := 12*s.today.Year + s.today.Month - 1 + by
		return Day{Year: months / 12, Month: months%12 + 1}.fill(), 2
	case "week":
		if !known {
			return Day{}, 0
		}
		monday := today - (weekdayOf(today)+6)%7 + 7*by
		return Day{Low: monday, High: monday + 6}, 2
	}
	return Day{}, 0
}

// ago reads "two weeks ago", "six months earlier": a day as exact as the unit.
func (s *sentence) ago(i int) (Day, int) {
	for n := 2; n <= 4 && i+n < len(s.ws); n++ {
		if s.word(i+n) != "ago" {
			continue
		}
		qs := language.Amounts(s.text, s.ws[i:i+n])
		today, known := dayOf(s.today)
		if len(qs) != 1 || qs[0].Word != 0 || qs[0].Words != n || qs[0].Of != language.Duration || !known || s.spoken(i) {
			return Day{}, 0
		}
		const aDay = 86400
		back, half := int(qs[0].Value/aDay), int(qs[0].Scale/aDay/2)
		return Day{Low: today - back - half, High: today - back + half}, n + 1
	}
	return Day{}, 0
}

// saying reports whether the day at word i is not that of an event: when somebody spoke, beside a reporting verb, or what
// something is compared with.
func (s *sentence) saying(i int) bool {
	k := i - 1
	if w := s.word(k); w == "than" || w == "from" || (w == "the" || w == "a") && (s.word(k-1) == "from" || s.word(k-1) == "than") {
		return !s.ws[i].Capital // "down from the previous year" is no day of what fell
	}
	for k >= 0 && (s.word(k) == "on" || s.word(k) == "late" || s.word(k) == "early") {
		k--
	}
	return k >= 0 && s.part[k] == s.part[i] && sayings.Has(s.ws[k].Text)
}
