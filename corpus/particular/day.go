package particular

import (
	"fmt"
	"time"

	"parallax/corpus/report"
)

// Day is a day, month or year as a report names it, and which it is where the report's own date tells.
type Day struct {
	Year, Month, Date int  // 0 when neither named nor found out
	Weekday           int  // 1 for Sunday to 7, 0 when none is named
	Last, Next        bool // "last year", "next year" of a report whose date is not known
	Low, High         int  // days since 1970 that it may be, both included; both 0 when the year is not known
}

// Named reports whether any day is named.
func (d Day) Named() bool { return d != Day{} }

// resolved reports whether it is known which day, month or year it is.
func (d Day) resolved() bool { return d.Low != 0 || d.High != 0 }

// day is the number of days from 1 January 1970.
func day(year, month, date int) int {
	return int(time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// dayOf is a report's date as a number of days; ok is false when its day is not known.
func dayOf(d report.Date) (n int, ok bool) {
	if d.Day == 0 {
		return 0, false
	}
	return day(d.Year, d.Month, d.Day), true
}

// fill finds the bounds of a day whose year is known.
func (d Day) fill() Day {
	switch {
	case d.Year == 0:
	case d.Month == 0:
		d.Low, d.High = day(d.Year, 1, 1), day(d.Year, 12, 31)
	case d.Date == 0:
		d.Low, d.High = day(d.Year, d.Month, 1), day(d.Year, d.Month+1, 0)
	default:
		d.Low = day(d.Year, d.Month, d.Date)
		d.High = d.Low
	}
	return d
}

// onDay is the day of that number.
func onDay(n int) Day {
	t := time.Unix(int64(n)*86400, 0).UTC()
	return Day{Year: t.Year(), Month: int(t.Month()), Date: t.Day(), Low: n, High: n}
}

// String is the day in short: "9 Mar 2022", "Apr 2012", "2004", "9 Mar", "Saturday".
func (d Day) String() string {
	month := ""
	if d.Month > 0 {
		month = time.Month(d.Month).String()[:3]
	}
	switch {
	case d.Year > 0 && d.Date > 0:
		return fmt.Sprintf("%d %s %d", d.Date, month, d.Year)
	case d.Year > 0 && d.Month > 0:
		return fmt.Sprintf("%s %d", month, d.Year)
	case d.Year > 0:
		return fmt.Sprint(d.Year)
	case d.Date > 0:
		return fmt.Sprintf("%d %s", d.Date, month)
	case d.Month > 0:
		return month
	case d.Last:
		return "last year"
	case d.Next:
		return "next year"
	case d.Weekday > 0:
		return time.Weekday(d.Weekday - 1).String()
	case d.resolved():
		return onDay(d.Low).String() + "..." + onDay(d.High).String()
	}
	return ""
}

// meet is what two days say of each other.
type meet uint8

const (
	unsure meet = iota // they have nothing in common by which to tell
	same               // one may be, or hold, the other
	other
)

// near reports whether two days that differ may be meant for one: days and months within a season, years within three.
// What lies further apart is another event.
func (d Day) near(e Day) bool {
	const season, years = 92, 3 * 366 // days
	if !d.resolved() || !e.resolved() {
		return d.resolved() == e.resolved() || d.Year == 0 && e.Year == 0
	}
	apart := max(d.Low, e.Low) - min(d.High, e.High)
	if d.Month == 0 && e.Month == 0 {
		return apart <= years
	}
	return apart <= season
}

// against tells whether two named days can be one.
func (d Day) against(e Day) meet {
	if d.resolved() && e.resolved() {
		if d.Low <= e.High && e.Low <= d.High {
			return same
		}
		return other
	}
	if d == e && (d.Last || d.Next) {
		return same // two reports of one event were written in one year
	}
	found := unsure
	for _, pair := range [...][2]int{{d.Year, e.Year}, {d.Month, e.Month}, {d.Date, e.Date}, {d.Weekday, e.Weekday}} {
		switch {
		case pair[0] == 0 || pair[1] == 0:
		case pair[0] != pair[1]:
			return other
		default:
			found = same
		}
	}
	return found
}
