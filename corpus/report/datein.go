package report

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// months is the names of months that a byline may have, by their first letters, in languages whose reports are read
// most. A name is known by any beginning of it that is listed.
var months = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	for _, list := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jan feb mrz apr mai jun jul aug sept okt nov dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
		"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
	} {
		for i, name := range strings.Fields(list) {
			table[name] = i + 1
		}
	}
	return table
})

var dates = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`(?:^|[^\d])(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[^\d])`),
		regexp.MustCompile(`(?:^|[^\d:.])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?(?:\s+(?:de|of))?\s+(\p{L}+)\.?,?(?:\s+(?:de|del))?\s+(\d{4})(?:$|[^\d])`),
		regexp.MustCompile(`(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d\d:\d\d:\d\d\s+(?:[A-Z]{2,5}\s+)?)?(\d{4})(?:$|[^\d])`),
		regexp.MustCompile(`(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[^\d:])`),
		regexp.MustCompile(`(\d{4})\s*[年.]\s*(\d{1,2})\s*[月.]\s*(\d{1,2})\s*日?`),
	}
})

// madePublic is the word before the date on which something was published, where a line has others too.
var madePublic = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:published|posted|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|opublikowano|опубликовано|опубліковано|yayınlanma|نشر)`)
})

// dateIn is a date that stands in a line, with its month as a word or in an order that cannot be misread: the one after a word
// that says when it was published, else the first.
func dateIn(line string) (Date, bool) {
	if at := madePublic().FindStringIndex(line); at != nil && at[0] > 0 {
		if d, ok := anyDateIn(line[at[1]:]); ok {
			return d, true
		}
	}
	return anyDateIn(line)
}

func anyDateIn(line string) (Date, bool) {
	for i, re := range dates() {
		for _, m := range re.FindAllStringSubmatch(line, -1) {
			var d Date
			switch i {
			case 1:
				d = Date{number(m[3]), months()[strings.ToLower(m[2])], number(m[1])}
			case 2:
				d = Date{number(m[3]), months()[strings.ToLower(m[1])], number(m[2])}
			case 3:
				d = Date{number(m[3]), number(m[2]), number(m[1])}
			default:
				d = Date{number(m[1]), number(m[2]), number(m[3])}
			}
			if d.exists() {
				return d, true
			}
		}
	}
	return Date{}, false
}

var shortDates = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`(?:^|[^\d./])(\d{1,2})\.(\d{1,2})\.(\d{2})(?:$|[^\d.])`),
		regexp.MustCompile(`(?:^|[^\d./])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:$|[^\d/])`),
	}
})

// shortDateIn is dateIn, or a date in figures that its language reads in one way only: with stops between them, or in a
// language other than English, day, month and year; in English, where one of two can be no month.
func shortDateIn(line, lang string) (Date, bool) {
	if d, ok := dateIn(line); ok {
		return d, true
	}
	if m := shortDates()[0].FindStringSubmatch(line); m != nil {
		if d := (Date{2000 + number(m[3]), number(m[2]), number(m[1])}); d.exists() {
			return d, true
		}
	}
	for _, m := range shortDates()[1].FindAllStringSubmatch(line, -1) {
		a, b := number(m[1]), number(m[2])
		d := Date{number(m[3]), b, a}
		switch {
		case a <= 12 && b > 12:
			d = Date{number(m[3]), a, b}
		case a <= 12 && a != b && (lang == "" || strings.HasPrefix(strings.ToLower(lang), "en")):
			continue
		}
		if d.exists() {
			return d, true
		}
	}
	return Date{}, false
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// exists reports whether there was or will be such a day, in the years that reports are of.
func (d Date) exists() bool {
	if d.Year < 1500 || d.Year > 2200 || d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return false
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t.Day() == d.Day
}
