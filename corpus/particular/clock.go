package particular

import (
	"fmt"
	"strings"
)

// clock is a time of day that a sentence gives.
type clock struct {
	minutes  int // after midnight
	zone     string
	from, to int // words, both included
}

// clocks finds the times of day in a sentence, in order, and takes their words: "7:37 a.m. local time", "0737 GMT", "11 p.m.", "midnight".
func (s *sentence) clocks() []clock {
	var found []clock
	for i := 0; i < len(s.ws); i++ {
		if s.taken[i] {
			continue
		}
		if c, n := s.clockWords(i); n > 0 {
			c.from, c.to = i, i+n-1
			s.take(c.from, c.to)
			found = append(found, c)
			i = c.to
			continue
		}
		c, end, ok := clockAt(s.text[s.ws[i].Start:])
		if !ok {
			continue
		}
		c.from, c.to = i, i
		for c.to+1 < len(s.ws) && s.ws[c.to+1].Start < s.ws[i].Start+end {
			c.to++
		}
		s.take(c.from, c.to)
		found = append(found, c)
		i = c.to
	}
	return found
}

// clockWords is the time of day that words from i give, and how many they are, 0 for none: "midnight", "six in the
// evening", "11 at night", "nine o'clock in the morning".
func (s *sentence) clockWords(i int) (c clock, n int) {
	switch s.word(i) {
	case "midnight":
		return clock{}, 1
	case "noon", "midday":
		return clock{minutes: 12 * 60}, 1
	}
	hour, ok := s.small(i)
	if !ok || hour > 12 || hour != float64(int(hour)) || s.word(i) == "a" || s.word(i) == "an" {
		return clock{}, 0
	}
	k := i + 1
	if w := s.word(k); w == "o'clock" || w == "o’clock" || w == "oclock" {
		k++
	}
	at := int(hour) % 12
	switch {
	case s.word(k) == "in" && s.word(k+1) == "the" && s.word(k+2) == "morning":
		return clock{minutes: at * 60}, k + 3 - i
	case s.word(k) == "in" && s.word(k+1) == "the" && (s.word(k+2) == "afternoon" || s.word(k+2) == "evening"):
		return clock{minutes: (at + 12) * 60}, k + 3 - i
	case s.word(k) == "at" && s.word(k+1) == "night":
		if at < 6 {
			return clock{minutes: at * 60}, k + 2 - i
		}
		return clock{minutes: (at + 12) * 60}, k + 2 - i
	}
	return clock{}, 0
}

// clockAt is the time of day that text begins with, and the byte after it. Bare figures are one only with a colon, with
// "a.m." or "p.m.", or in fours with a zone.
func clockAt(text string) (c clock, end int, ok bool) {
	hours, rest := leadingDigits(text)
	minutes, colon := 0, false
	switch {
	case len(hours) == 4:
		minutes, hours = atoi(hours[2:]), hours[:2]
	case len(hours) == 0 || len(hours) > 2:
		return clock{}, 0, false
	case len(rest) > 2 && (rest[0] == ':' || rest[0] == '.'):
		mm, after := leadingDigits(rest[1:])
		if len(mm) == 2 {
			minutes, colon, rest = atoi(mm), rest[0] == ':', after
		} else if rest[0] == ':' {
			return clock{}, 0, false
		}
	}
	hour := atoi(hours)
	half, rest := halfOfDay(rest)
	zone, rest := zoneAt(rest)
	fours := len(hours) == 2 && len(text) >= 4 && isDigits(text[:4])
	if !colon && half == 0 && (!fours || zone == "") {
		return clock{}, 0, false
	}
	switch {
	case half == 'p' && hour < 12:
		hour += 12
	case half == 'a' && hour == 12:
		hour = 0
	}
	if hour > 23 || minutes > 59 {
		return clock{}, 0, false
	}
	return clock{minutes: hour*60 + minutes, zone: zone}, len(text) - len(rest), true
}

// halfOfDay reads "a.m.", "pm"; half is 'a' or 'p', 0 for neither.
func halfOfDay(text string) (half byte, rest string) {
	t := strings.TrimLeft(text, " \u00a0")
	if len(t) == 0 {
		return 0, text
	}
	half = t[0] | 0x20
	if half != 'a' && half != 'p' {
		return 0, text
	}
	t = strings.TrimPrefix(t[1:], ".")
	if t == "" || t[0]|0x20 != 'm' || len(t) > 1 && isLetter(t[1]) {
		return 0, text
	}
	if t = t[1:]; strings.HasPrefix(t, ".") {
		t = t[1:]
	}
	return half, t
}

// zoneAt reads the name of a time zone, or "local time".
func zoneAt(text string) (zone, rest string) {
	t := strings.TrimLeft(text, " \u00a0(")
	n := 0
	for n < len(t) && isLetter(t[n]) {
		n++
	}
	name := t[:n]
	if strings.EqualFold(name, "local") {
		return "local", t[n:]
	}
	if _, known := zones()[strings.ToLower(name)]; known && name == strings.ToUpper(name) {
		return name, t[n:]
	}
	return "", text
}

func leadingDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func isDigits(s string) bool {
	digits, rest := leadingDigits(s)
	return digits != "" && rest == ""
}

// atoi is the value of a few digits.
func atoi(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		n = n*10 + int(c-'0')
	}
	return n
}

func isLetter(c byte) bool { c |= 0x20; return c >= 'a' && c <= 'z' }

// figure is the time of day in short: "07:37 GMT".
func (c clock) figure() string {
	return strings.TrimSpace(fmt.Sprintf("%02d:%02d %s", c.minutes/60, c.minutes%60, c.zone))
}

// utc is the minutes after midnight in UTC; ok is false when the zone is not known.
func utc(minutes float64, zone string) (float64, bool) {
	off, known := zones()[strings.ToLower(zone)]
	return minutes - float64(off), known && zone != ""
}
