package report

import (
	"fmt"
	"strings"
	"time"
)

// Date is a calendar day as the source gives it; a zero Day or Month means the source does not say.
type Date struct{ Year, Month, Day int }

// Known reports whether anything is known of the date.
func (d Date) Known() bool { return d.Year != 0 }

// String is the date for people, "10 Mar 2022", "Mar 2022" or "2022"; "" when unknown.
func (d Date) String() string {
	switch {
	case !d.Known():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%.3s %d", time.Month(d.Month).String(), d.Year)
	}
	return fmt.Sprintf("%d %.3s %d", d.Day, time.Month(d.Month).String(), d.Year)
}

// ISO is the date for machines, "2022-03-10", "2022-03" or "2022"; "" when unknown.
func (d Date) ISO() string {
	switch {
	case !d.Known():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Before reports whether d lies before e, both known; parts that either does not say are not compared.
func (d Date) Before(e Date) bool {
	for _, pair := range [...][2]int{{d.Year, e.Year}, {d.Month, e.Month}, {d.Day, e.Day}} {
		if pair[0] == 0 || pair[1] == 0 || pair[0] != pair[1] {
			return pair[0] != 0 && pair[1] != 0 && pair[0] < pair[1]
		}
	}
	return false
}

// TimeOfDay is when on its day the report was published, as the source gives it and with its zone: "14:05 +01:00", "14:05
// UTC"; "" when the source does not say.
func (r *Report) TimeOfDay() string {
	s := strings.TrimSpace(r.Facts.Published.Value)
	i := strings.IndexAny(s, "Tt ")
	if i < 0 || !isTimeOfDay(s[i+1:]) {
		return ""
	}
	t := s[i+1:]
	if len(t) >= 4 && t[2] != ':' {
		t = t[:2] + ":" + t[2:]
	}
	if len(t) < 5 || t[2] != ':' {
		return ""
	}
	zone := strings.TrimSpace(strings.TrimLeft(t[5:], ":.0123456789"))
	if zone == "Z" || zone == "z" {
		zone = "UTC"
	}
	return strings.TrimSpace(t[:5] + " " + zone)
}

// ParseDate reads an ISO 8601 date, with or without a time of day; ok is false when s is not one. The day is the one
// written: a time zone never moves it.
func ParseDate(s string) (d Date, ok bool) {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "Tt "); i >= 0 && isTimeOfDay(s[i+1:]) {
		s = s[:i]
	}
	for _, form := range []struct {
		layout string
		parts  int
	}{{"2006-01-02", 3}, {"20060102", 3}, {"2006-01", 2}, {"2006", 1}} {
		if len(s) == len(form.layout) {
			if t, err := time.Parse(form.layout, s); err == nil {
				return dateOf(t, form.parts)
			}
		}
	}
	return Date{}, false
}

// dateOf keeps the first parts (1 to 3) of year, month and day.
func dateOf(t time.Time, parts int) (Date, bool) {
	d := Date{Year: t.Year()}
	if parts > 1 {
		d.Month = int(t.Month())
	}
	if parts > 2 {
		d.Day = t.Day()
	}
	return d, d.Known()
}

// isTimeOfDay reports whether s begins as a time of day does, "12:30" or "1230"; what follows is not looked at.
func isTimeOfDay(s string) bool {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	return digits >= 4 || digits == 2 && (len(s) == 2 || s[2] == ':' || s[2] == 'Z')
}

// written are the ways in which metadata spells out a date so that day and month cannot be taken for each other.
var written = []string{
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006",
	"Monday, 2 January 2006", "Monday, January 2, 2006", time.RFC1123, time.RFC1123Z, "2006/01/02",
}

// ParseWritten is ParseDate, or a date with the name of its month in English.
func ParseWritten(s string) (Date, bool) {
	if d, ok := ParseDate(s); ok {
		return d, true
	}
	for _, layout := range written {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return dateOf(t, 3)
		}
	}
	return Date{}, false
}
