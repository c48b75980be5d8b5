package match

import (
	"math"
	"strconv"
	"strings"
)

// A quantity is a number with what it measures, so that "12 metres" and "40 feet", "1½ hours" and
// "one-and-a-half hours", "$2.5bn" and "2.5 billion dollars" can be found to be the same.
type quantity struct {
	value float64   // in the base unit of its dimension
	of    dimension // what it measures
	word  int       // index of its first word
	words int       // how many words it takes, unit included
}

type dimension uint8

const (
	count dimension = iota // also years, magnitudes, ages: whatever has no unit that is known here
	length
	weight
	duration
	money
	percent
	degree
	speed
	area
	day // of the year: month*100 + day
)

// tolerance is how far two values of a dimension may lie apart and still be one, relative to the greater. Units that
// outlets convert and round get more; counts must be equal.
var tolerance = [...]float64{length: 0.04, weight: 0.04, duration: 0.005, money: 0.004, percent: 0.02, degree: 0.02, speed: 0.04, area: 0.04, day: 0, count: 0}

// unit says what a word measures and how many base units it is.
type unit struct {
	of    dimension
	scale float64
}

// units is by stem.
var units = func() map[string]unit {
	m := make(map[string]unit)
	var st stemmer
	for of, scales := range map[dimension]map[float64]string{
		length: {
			1: "m metre meter", 1000: "km kilometre kilometer", 0.01: "cm centimetre centimeter",
			0.001: "mm millimetre millimeter", 0.3048: "foot ft", 0.0254: "inch", 0.9144: "yard", 1609.34: "mile mi",
		},
		weight:   {1: "kg kilogram kilo", 0.001: "gram", 0.4536: "pound lb lbs", 0.02835: "ounce", 1000: "ton tonne"},
		duration: {1: "second", 60: "minute", 3600: "hour", 86400: "day", 604800: "week", 2629800: "month", 31557600: "year", 315576000: "decade"},
		money:    {1: "dollar euro yen rupee", 0.01: "cent"},
		percent:  {1: "percent pct"},
		speed:    {1.609: "mph", 1: "kph"},
		area:     {4047: "acre", 10000: "hectare"},
		degree:   {1: "degree"},
	} {
		for scale, names := range scales {
			for _, n := range strings.Fields(names) {
				m[st.stem(n)] = unit{of, scale}
			}
		}
	}
	return m
}()

var multiples = map[string]float64{
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
	"k": 1e3, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}

var numerals = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "half": 0.5,
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// quantities finds the quantities in a statement's words, in order.
func quantities(text string, ws []word) []quantity {
	var found []quantity
	for i := 0; i < len(ws); {
		q, ok := quantityAt(text, ws, i)
		if !ok {
			i++
			continue
		}
		found = append(found, q)
		i = max(i+1, q.word+q.words)
	}
	return found
}

func quantityAt(text string, ws []word, i int) (quantity, bool) {
	if m, ok := months[ws[i].text]; ok && ws[i].capital && i+1 < len(ws) {
		if d, rest, ok := digits(ws[i+1].text); ok && ordinal(rest) && d >= 1 && d <= 31 {
			return quantity{float64(m)*100 + d, day, i + 1, 1}, true
		}
		return quantity{}, false
	}
	value, rest, ok := number(ws[i])
	if !ok {
		return quantity{}, false
	}
	q := quantity{value: value, word: i, words: 1}
	if strings.ContainsAny(ws[i].text, "$£€¥") {
		q.of = money
	}
	if ordinal(rest) && rest != "" || rest == "" && value == math.Trunc(value) {
		if i+1 < len(ws) && value <= 31 && ws[i].digit {
			if m, ok := months[ws[i+1].text]; ok && ws[i+1].capital {
				q.value, q.of = float64(m)*100+value, day
				return q, true
			}
		}
	}
	q.multiply(ws, rest)
	q.half(ws)
	q.unit(text, ws, rest)
	if !ws[i].digit && q.words == 1 && value < 3 {
		return quantity{}, false // "one", "two", "half" by themselves say too little
	}
	return q, true
}

// multiply takes in "hundred", "million", "bn".
func (q *quantity) multiply(ws []word, rest string) {
	if m, ok := multiples[rest]; ok {
		q.value *= m
	}
	for q.word+q.words < len(ws) {
		w := ws[q.word+q.words]
		m, ok := multiples[w.text]
		if !ok {
			break
		}
		q.value *= m
		q.words++
	}
}

// half takes in "and a half".
func (q *quantity) half(ws []word) {
	next := ws[q.word+q.words:]
	if len(next) >= 3 && next[0].text == "and" && next[1].text == "a" && next[2].text == "half" {
		q.value += 0.5
		q.words += 3
	}
}

// unit takes in what follows: a word, a suffix without a blank, or a percent sign.
func (q *quantity) unit(text string, ws []word, rest string) {
	if u, ok := units[rest]; ok && rest != "" {
		q.value, q.of = q.value*u.scale, u.of
		return
	}
	end := ws[q.word+q.words-1].end
	if strings.HasPrefix(text[end:], "%") {
		q.of = percent
		return
	}
	if q.word+q.words >= len(ws) || q.of == money {
		return
	}
	w := ws[q.word+q.words]
	if w.text == "per" && q.word+q.words+1 < len(ws) && ws[q.word+q.words+1].text == "cent" {
		q.of, q.words = percent, q.words+2
		return
	}
	if u, ok := units[w.stem]; ok && strings.Trim(text[end:w.start], " \u00a0-‑–") == "" {
		q.value, q.of, q.words = q.value*u.scale, u.of, q.words+1
	}
}

// number is the value of a word written in digits or as a numeral, and the letters that follow its digits.
func number(w word) (value float64, rest string, ok bool) {
	if v, ok := numerals[w.text]; ok {
		return v, "", true
	}
	return digits(strings.TrimLeft(w.text, "us$£€¥"))
}

func digits(s string) (value float64, rest string, ok bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == ',') {
		end++
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s[:end], ",", ""), 64)
	return v, s[end:], err == nil
}

func ordinal(rest string) bool {
	return rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th"
}
