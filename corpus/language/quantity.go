package language

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// Quantity is a number with what it measures, so that "12 metres" and "40 feet", "1½ hours" and
// "one-and-a-half hours", "$2.5bn" and "2.5 billion dollars" can be found to be the same.
type Quantity struct {
	Value  float64   // in the base unit of its dimension
	Most   float64   // of what is no number, "dozens": Value is the least that it stands for; 0 for a number
	Of     Dimension // what it measures
	Scale  float64   // base units in the unit that it is written in; 0 for a day
	Word   int       // index of its first word
	Words  int       // how many words it takes, unit included
	Slight bool      // says little by itself: "one", "an hour", "dozens"
}

// Dimension is what a quantity measures.
type Dimension uint8

const (
	Count Dimension = iota // also years, magnitudes, ages: whatever has no unit that is known here
	Length
	Weight
	Duration
	Money
	Percent
	Degree
	Speed
	Area
	Day // of the year: month*100 + day
)

// tolerance is how far two values of a dimension may lie apart and still be one, relative to the greater. Units that
// outlets convert and round get more; counts must be equal.
var tolerance = [...]float64{Length: 0.04, Weight: 0.04, Duration: 0.005, Money: 0.004, Percent: 0.02, Degree: 0.02, Speed: 0.04, Area: 0.04, Day: 0, Count: 0}

// Tolerance is how far two values may lie apart and still be one, relative to the greater.
func (d Dimension) Tolerance() float64 { return tolerance[d] }

// unit says what a word measures and how many base units it is.
type unit struct {
	of    Dimension
	scale float64
}

var dimensions = map[string]Dimension{
	"length": Length, "weight": Weight, "duration": Duration, "money": Money, "percent": Percent, "degree": Degree,
	"speed": Speed, "area": Area,
}

// units is by stem.
var units = sync.OnceValue(func() map[string]unit {
	m := make(map[string]unit)
	var st Stemmer
	for _, line := range English("quantities", "units").Lines() {
		fields := strings.Fields(line)
		u := unit{dimensions[fields[0]], value(fields[1])}
		for _, name := range fields[2:] {
			m[st.Stem(name)] = u
		}
	}
	return m
})

var (
	numerals  = sync.OnceValue(func() map[string]float64 { return valued("numerals") })
	multiples = sync.OnceValue(func() map[string]float64 { return valued("multiples") })
)

// crowds is the words that stand for a number without being one, with the least and the most that they stand for.
var crowds = sync.OnceValue(func() map[string][2]float64 {
	m := make(map[string][2]float64)
	for _, line := range English("quantities", "crowds").Lines() {
		fields := strings.Fields(line)
		m[fields[0]] = [2]float64{value(fields[1]), value(fields[2])}
	}
	return m
})

// valued reads a list of words with their values.
func valued(section string) map[string]float64 {
	m := make(map[string]float64)
	for _, line := range English("quantities", section).Lines() {
		word, v, _ := strings.Cut(line, " ")
		m[word] = value(v)
	}
	return m
}

func value(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("language: quantities.txt: " + err.Error())
	}
	return v
}

// months is by name, from 1.
var months = sync.OnceValue(func() map[string]int {
	m := make(map[string]int)
	for i, line := range English("quantities", "months").Lines() {
		for name := range strings.FieldsSeq(line) {
			m[name] = i + 1
		}
	}
	return m
})

// Month is the month that a folded word names, from 1, 0 for none. "may" and "march" are also other words.
func Month(word string) int { return months()[word] }

// IsUnit reports whether a stem is that of a unit.
func IsUnit(stem string) bool {
	_, ok := units()[stem]
	return ok
}

// Quantities finds the quantities in a statement's words that are evidence by themselves, in order: those of [Amounts] but
// small numbers in words without a unit, and what only stands for a number.
func Quantities(text string, ws []Word) []Quantity {
	var found []Quantity
	for i := 0; i < len(ws); {
		q, ok := hintedAt(text, ws, i)
		if !ok || q.Slight {
			q, ok = quantityAt(text, ws, i)
		}
		if ok && !q.Slight {
			found = append(found, q)
		}
		i = max(i+1, q.Word+q.Words)
	}
	return found
}

// Amounts finds all quantities in a statement's words, in order.
func Amounts(text string, ws []Word) []Quantity {
	var found []Quantity
	for i := 0; i < len(ws); {
		q, ok := hintedAt(text, ws, i)
		if !ok {
			q, ok = quantityAt(text, ws, i)
		}
		if ok {
			found = append(found, q)
		}
		i = max(i+1, q.Word+q.Words)
	}
	return found
}

func quantityAt(text string, ws []Word, i int) (Quantity, bool) {
	if m, ok := months()[ws[i].Text]; ok && ws[i].Capital && i+1 < len(ws) {
		if d, rest, ok := digits(ws[i+1].Text); ok && ordinal(rest) && d >= 1 && d <= 31 {
			return Quantity{Value: float64(m)*100 + d, Of: Day, Word: i + 1, Words: 1}, true
		}
		return Quantity{}, false
	}
	value, rest, ok := number(ws[i])
	if !ok {
		return Quantity{}, false
	}
	q := Quantity{Value: value, Word: i, Words: 1, Scale: 1}
	if strings.ContainsAny(ws[i].Text, "$£€¥") {
		q.Of = Money
	}
	if ordinal(rest) && rest != "" || rest == "" && value == math.Trunc(value) {
		if i+1 < len(ws) && value <= 31 && ws[i].Digit {
			if m, ok := months()[ws[i+1].Text]; ok && ws[i+1].Capital {
				q.Value, q.Of = float64(m)*100+value, Day
				return q, true
			}
		}
	}
	if !ws[i].Digit {
		q.add(text, ws)
	}
	q.multiply(ws, rest)
	if !ws[i].Digit {
		q.goOn(text, ws)
	}
	q.half(ws)
	q.unit(text, ws, rest)
	q.Slight = !ws[i].Digit && q.Words == 1 && value < 3 // "one", "two", "half" by themselves say too little
	return q, true
}

// add takes in the unit of a number in words: "twenty-four".
func (q *Quantity) add(text string, ws []Word) {
	i := q.Word
	if q.Value < 20 || i+1 >= len(ws) || strings.Trim(text[ws[i].End:ws[i+1].Start], " -‑") != "" {
		return
	}
	if v, ok := numerals()[ws[i+1].Text]; ok && v >= 1 && v < 10 {
		q.Value += v
		q.Words++
	}
}

// hintedAt is a quantity without a number: "an hour", "half a million", "dozens", "tens of thousands".
func hintedAt(text string, ws []Word, i int) (Quantity, bool) {
	q := Quantity{Value: 1, Word: i, Words: 1, Scale: 1, Slight: true}
	if c, ok := crowds()[ws[i].Text]; ok {
		q.Value, q.Most = c[0], c[1]
		for i+2 < len(ws) && ws[i+1].Text == "of" {
			more, ok := crowds()[ws[i+2].Text]
			if !ok {
				break
			}
			q.Value, q.Most, q.Words = q.Value*more[0]/2, q.Most*more[0]/2, q.Words+2
			i += 2
		}
		return q, true
	}
	if ws[i].Text == "half" && i+1 < len(ws) {
		q.Value, q.Words = 0.5, 2
		i++
	}
	if i+1 >= len(ws) || ws[i].Text != "a" && ws[i].Text != "an" {
		return Quantity{}, false
	}
	next := ws[i+1]
	if c, ok := crowds()[next.Text]; ok && q.Words == 1 { // "a few"
		q.Value, q.Most, q.Words = c[0], c[1], 2
		return q, true
	}
	if m, ok := multiples()[next.Text]; ok && len(next.Text) > 2 {
		q.Value *= m
		q.Words++
		said := q.Words
		q.goOn(text, ws)
		q.Slight = q.Words == said
		return q, true
	}
	if u, ok := units()[next.Stem]; ok && u.of == Duration && u.scale > 1 && !strings.HasSuffix(next.Text, "s") {
		q.Scale, q.Of, q.Words = u.scale, u.of, q.Words+1
		q.Value *= u.scale
		return q, true
	}
	return Quantity{}, false
}

// multiply takes in "hundred", "million", "bn".
func (q *Quantity) multiply(ws []Word, rest string) {
	if m, ok := multiples()[rest]; ok {
		q.Value *= m
	}
	for q.Word+q.Words < len(ws) {
		w := ws[q.Word+q.Words]
		m, ok := multiples()[w.Text]
		if !ok {
			break
		}
		q.Value *= m
		q.Words++
	}
}

// goOn takes in what follows the hundreds or thousands of a number in words: "one hundred and twenty", "two thousand three
// hundred and five".
func (q *Quantity) goOn(text string, ws []Word) {
	for least := lastMultiple(ws[q.Word : q.Word+q.Words]); least >= 100; {
		k := q.Word + q.Words
		if k < len(ws) && ws[k].Text == "and" {
			k++
		}
		if k >= len(ws) || strings.TrimSpace(text[ws[k-1].End:ws[k].Start]) != "" || strings.TrimSpace(text[ws[q.Word+q.Words-1].End:ws[q.Word+q.Words].Start]) != "" {
			return
		}
		v, ok := numerals()[ws[k].Text]
		if !ok || v < 1 {
			return
		}
		more := Quantity{Value: v, Word: k, Words: 1}
		more.add(text, ws)
		more.multiply(ws, "")
		if more.Value >= least {
			return
		}
		q.Value += more.Value
		q.Words = k + more.Words - q.Word
		least = lastMultiple(ws[k : k+more.Words])
	}
}

// lastMultiple is the last of some words where it multiplies, else 1.
func lastMultiple(ws []Word) float64 {
	return max(1, multiples()[ws[len(ws)-1].Text])
}

// half takes in "and a half".
func (q *Quantity) half(ws []Word) {
	next := ws[q.Word+q.Words:]
	if len(next) >= 3 && next[0].Text == "and" && next[1].Text == "a" && next[2].Text == "half" {
		q.Value += 0.5
		q.Words += 3
	}
}

// unit takes in what follows: a word, a suffix without a blank, or a percent sign.
func (q *Quantity) unit(text string, ws []Word, rest string) {
	if u, ok := units()[rest]; ok && rest != "" {
		q.Value, q.Of, q.Scale = q.Value*u.scale, u.of, u.scale
		return
	}
	end := ws[q.Word+q.Words-1].End
	if strings.HasPrefix(text[end:], "%") {
		q.Of = Percent
		return
	}
	if q.Word+q.Words >= len(ws) || q.Of == Money {
		return
	}
	w := ws[q.Word+q.Words]
	if w.Text == "per" && q.Word+q.Words+1 < len(ws) && ws[q.Word+q.Words+1].Text == "cent" {
		q.Of, q.Words = Percent, q.Words+2
		return
	}
	if u, ok := units()[w.Stem]; ok && strings.Trim(text[end:w.Start], " \u00a0-‑–") == "" {
		q.Value, q.Of, q.Scale, q.Words = q.Value*u.scale, u.of, u.scale, q.Words+1
	}
}

// number is the value of a word written in digits or as a numeral, and the letters that follow its digits.
func number(w Word) (value float64, rest string, ok bool) {
	if v, ok := numerals()[w.Text]; ok {
		return v, "", true
	}
	return digits(strings.TrimLeft(w.Text, "us$£€¥"))
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
