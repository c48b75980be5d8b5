package particular

import (
	"math"
	"strconv"
	"strings"

	"parallax/corpus/language"
)

// amount is a number with its unit, as a sentence bounds it.
type amount struct {
	language.Quantity
	kind     Kind
	bound    Bound
	further  bool
	share    bool // in words, of a whole
	from, to int  // words of the number, the unit and the words that bound it, both included
}

var kindOf = map[language.Dimension]Kind{
	language.Count: Count, language.Length: Length, language.Weight: Weight, language.Duration: Duration, language.Money: Money,
	language.Percent: Percent, language.Degree: Degree, language.Speed: Speed, language.Area: Area,
}

// amounts finds the numbers of a sentence whose words no day or time of day has taken.
func (s *sentence) amounts() []amount {
	found := s.shareAmounts()
	for _, q := range language.Amounts(s.text, s.ws) {
		kind, known := kindOf[q.Of]
		if !known || s.taken[q.Word] || s.named(q) || s.ordinalAt(q.Word) > 0 && s.ws[q.Word].Digit || s.word(q.Word-1) == "no" && q.Value == 1 {
			continue
		}
		a := amount{Quantity: q, kind: kind, from: q.Word, to: q.Word + q.Words - 1}
		s.boundAt(&a)
		found = append(found, a)
		for k := q.Word; k < q.Word+q.Words; k++ {
			s.numbers[k] = true
		}
	}
	return found
}

// named reports whether the number is a part of a name: "Pan-STARRS 1", "No. 1", "flight 17", "World War 2".
func (s *sentence) named(q language.Quantity) bool {
	i := q.Word
	if q.Of != language.Count || i == 0 || !s.ws[i].Digit || s.part[i-1] != s.part[i] {
		return false
	}
	before, end := &s.ws[i-1], s.ws[i+q.Words-1].End
	if s.gap(i) != " " {
		return before.Text == "no" || before.Capital && !before.First && strings.HasPrefix(s.gap(i), "-")
	}
	closed := i+1 >= len(s.ws) || strings.HasPrefix(s.text[end:], ",") || s.ws[i+1].Stop
	return before.Capital && !before.First && !before.Stop && closed && s.word(i-1) != "magnitude" && !roleWord(before)
}

// boundAt finds the words before a number, and those after it, that make a bound of it.
func (s *sentence) boundAt(a *amount) {
	if a.Most > 0 {
		a.bound = Vague
	}
	no := false
	for k := a.Word - 1; k >= max(0, a.Word-5) && !s.taken[k] && !s.numbers[k]; k-- {
		w := s.ws[k].Text
		b, known := bounds()[w]
		switch {
		case known && w == "up" && s.word(k+1) != "to": // "make up half"
			known = false
		case known && strings.TrimSpace(s.gap(k+1)) == "":
			if a.bound == Exact || a.bound == Just {
				a.bound = b
			}
			a.from = k
		case further.Has(w):
			a.further, a.from = true, k
		case w == "no" && a.bound != Exact:
			no, a.from = true, k
		case boundLinks.Has(w) && s.part[k] == s.part[a.Word]:
			continue
		}
		if !known && !further.Has(w) && w != "no" {
			break
		}
	}
	for k := a.from - 1; k >= 0 && a.bound >= AtLeast && a.bound < Vague && (s.word(k) == "at" || s.word(k) == "an" || s.word(k) == "close"); k-- {
		a.from = k
	}
	if k := a.Word - 3; k >= 0 && s.word(k) == "as" && s.word(k+2) == "as" && (s.word(k+1) == "many" || s.word(k+1) == "much") {
		a.bound, a.from = AtMost, k
	}
	if no {
		switch a.bound {
		case Over, AtLeast:
			a.bound = AtMost
		case Under, AtMost:
			a.bound = AtLeast
		}
	}
	end := a.Word + a.Words
	if s.word(end) == "or" && s.word(end+1) == "more" {
		a.bound, a.to = AtLeast, end+1
	}
	if s.word(end) == "or" && s.word(end+1) == "so" {
		a.bound, a.to = About, end+1
	}
}

// What a number stands for. "249" of people is 249; "more than 200" is what a newsroom makes of 249, and of no 900: a
// rounded number stands for those that are rounded to it. So every amount is an interval, and two amounts agree where
// their intervals meet. How far a number is rounded is told by its last figure that is not 0: 1,500 to hundreds. A plain
// count is not thought to be rounded below roundFrom; a measure is, because outlets convert it.
const roundFrom = 10000

// interval is the least and the most that the amount stands for, in the unit of its kind.
func (a *amount) interval() (low, high float64) {
	if a.Most > 0 {
		return a.Value, a.Most * a.Scale
	}
	scale := a.Scale
	if scale == 0 {
		scale = 1
	}
	n := a.Value / scale
	step := lastPlace(n)
	if a.share {
		return a.roughly(n)
	}
	low, high = n, n
	switch a.bound {
	case AtLeast, Over:
		high = n + step*0.999
	case AtMost: // "up to 15" may be 12, and hardly 3
		low = min(n*2/3, n-step*0.499)
	case Under:
		low = n - step*0.499
	case About:
		low, high = n-step*0.499, n+step*0.499
		if step == 1 { // "about 17"
			low, high = n*0.94, n*1.06
		}
	default:
		if a.kind != Count || n != math.Trunc(n) || n >= roundFrom {
			if a.kind != Count {
				step = min(step, max(secondPlace(n), 1))
			}
			low, high = n-step*0.499, n+step*0.499
		}
	}
	return low * scale, high * scale
}

// roughly is the interval of a share of n percent that is given in words.
func (a *amount) roughly(n float64) (low, high float64) {
	low, high = n-shareSlack, n+shareSlack
	switch a.bound {
	case AtLeast, Over:
		low, high = n, n+5*shareSlack
	case AtMost, Under:
		low, high = n-5*shareSlack, n
	case About:
		low, high = n-2*shareSlack, n+2*shareSlack
	}
	return low, high
}

// lastPlace is the value of a number's last place that is not 0, looked for down to thousandths: 100 for 1,500, 0.1 for 6.1.
func lastPlace(n float64) float64 {
	if n == 0 || n > 1e15 {
		return 1
	}
	whole := math.Round(n * 1000)
	step := 1.0
	for math.Mod(whole, step*10) == 0 {
		step *= 10
	}
	return step / 1000
}

// secondPlace is the value of a number's second place: 10 for 320.
func secondPlace(n float64) float64 {
	if n <= 0 {
		return 1
	}
	return math.Pow(10, math.Floor(math.Log10(n))-1)
}

// figure is the amount in short: "24", "3+", "~50", "<300", "1.5 h", "12 m", "$2.5bn", "7.1%".
func (s *sentence) figure(a *amount) string {
	last := a.Word + a.Words - 1
	number := s.text[s.ws[a.Word].Start:s.ws[last].End]
	unit := ""
	if short, ok := shortUnits()[s.ws[last].Stem]; ok && (a.kind == Length || a.kind == Weight || a.kind == Duration || a.kind == Percent || a.kind == Degree) {
		unit = " " + short
		if a.Words > 1 {
			number = strings.TrimRight(s.text[s.ws[a.Word].Start:s.ws[last-1].End], " -‑")
		}
		if short == "%" || short == "°" {
			unit = short
		}
	} else if a.kind == Percent && !a.share {
		number, unit = strings.TrimSuffix(number, "%"), "%"
		number = strings.Fields(number)[0]
	}
	if a.Most == 0 && !s.ws[a.Word].Digit && a.kind != Money && !a.share {
		scale := a.Scale
		if scale == 0 {
			scale = 1
		}
		number = grouped(a.Value / scale)
	}
	number = strings.Join(strings.Fields(number), " ")
	if digits, rest := leadingDigits(number); a.Words == 1 && a.kind == Length && digits != "" && rest != "" && isLetter(rest[0]) {
		number, unit = digits, " "+rest // "12m"
	}
	switch a.bound {
	case AtLeast, Over:
		return number + "+" + unit
	case AtMost:
		return "≤" + number + unit
	case Under:
		return "<" + number + unit
	case About:
		return "~" + number + unit
	}
	return number + unit
}

// grouped writes a number with commas between its thousands.
func grouped(n float64) string {
	text := strconv.FormatFloat(n, 'f', -1, 64)
	whole, rest, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	switch {
	case rest == "5" && whole == "0":
		return "½"
	case rest == "5":
		return whole + "½"
	case rest != "":
		return whole + "." + rest
	}
	return whole
}
