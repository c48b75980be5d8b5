package coding

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// How far do two readers agree? Four figures, because each misleads alone: the share of units on which both say the same;
// Cohen's kappa, which takes off what two readers with the same habits would agree on by chance ("A coefficient of
// agreement for nominal scales", Educational and Psychological Measurement 20, 1960); Krippendorff's alpha, which does so
// for any number of readers, for units that some of them left out, and for values in an order ("Computing Krippendorff's
// Alpha-Reliability", 2011); and Gwet's AC1, which does not fall where nearly everything has one value ("Computing inter-rater
// reliability and its variance in the presence of high agreement", British Journal of Mathematical and Statistical
// Psychology 61, 2008). Kappa and alpha are undefined where nothing could have been disagreed on: every value is the same,
// or no unit has two.

// Figure is a number that may be undefined. Low and High are the ends of its 95 % interval: see [Coding.Figures].
type Figure struct {
	Value     float64
	Defined   bool
	Low, High float64
}

// Coding is what readers said of units: a value for each reader, "" where a reader said nothing.
type Coding [][]string

// sample is units that are all unlike, each with how often it comes: the figures depend on nothing else, and a thousand draws
// of many thousand units take no longer than of a few.
type sample struct {
	units [][]string
	times []float64
}

// sample is the coding's, and for each of its units which of the sample it is.
func (c Coding) sample() (s sample, which []int) {
	known := make(map[string]int)
	for _, unit := range c {
		key := strings.Join(unit, "\x00")
		i, ok := known[key]
		if !ok {
			i = len(s.units)
			known[key] = i
			s.units, s.times = append(s.units, unit), append(s.times, 0)
		}
		s.times[i]++
		which = append(which, i)
	}
	return s, which
}

// Percent is on how many of a hundred units the first two readers agree, of those that both have said something of.
func (c Coding) Percent() Figure {
	s, _ := c.sample()
	return s.percent()
}

func (s sample) percent() Figure {
	agreed, n, _ := s.observed()
	if n == 0 {
		return Figure{}
	}
	return Figure{Value: 100 * agreed / n, Defined: true}
}

// Kappa is Cohen's kappa of the first two readers, over the units that both have said something of.
func (c Coding) Kappa() Figure {
	s, _ := c.sample()
	return s.kappa()
}

func (s sample) kappa() Figure {
	agreed, n, said := s.observed()
	if n == 0 {
		return Figure{}
	}
	chance := 0.0
	for _, v := range slices.Sorted(maps.Keys(said)) { // in a fixed order, so that the sum is the same every time
		by := said[v]
		chance += (by[0] / n) * (by[1] / n)
	}
	if chance == 1 {
		return Figure{}
	}
	return Figure{Value: (agreed/n - chance) / (1 - chance), Defined: true}
}

// observed is on how many units the first two readers agree, how many both have said something of, and how often each
// has said each value there.
func (s sample) observed() (agreed, n float64, said map[string][2]float64) {
	said = make(map[string][2]float64)
	for i, unit := range s.units {
		a, b, times := unit[0], unit[1], s.times[i]
		if a == "" || b == "" || times == 0 {
			continue
		}
		n += times
		if a == b {
			agreed += times
		}
		by := said[a]
		by[0] += times
		said[a] = by
		by = said[b]
		by[1] += times
		said[b] = by
	}
	return agreed, n, said
}

// counted is how often each value was said of a unit, and how many said one.
func counted(unit []string) (of map[string]float64, m float64) {
	of = make(map[string]float64)
	for _, v := range unit {
		if v != "" {
			of[v]++
			m++
		}
	}
	return of, m
}

// Alpha is Krippendorff's alpha of all readers: 1 - observed / expected disagreement, from the coincidences of values within
// units. A unit with one value counts for nothing. order is the values from the least to the greatest where they have an order
// (ordinal metric); without one any two values differ as much as any others (nominal metric).
func (c Coding) Alpha(order []string) Figure {
	s, _ := c.sample()
	return s.alpha(order)
}

func (s sample) alpha(order []string) Figure {
	total := 0.0
	pairs := make(map[[2]string]float64) // coincidences
	of := make(map[string]float64)       // pairable values
	for i, unit := range s.units {
		here, m := counted(unit)
		times := s.times[i]
		if m < 2 || times == 0 {
			continue
		}
		total += times * m
		for v, k := range here {
			of[v] += times * k
			for w, l := range here {
				if v == w {
					l--
				}
				pairs[[2]string{v, w}] += times * k * l / (m - 1)
			}
		}
	}
	values := slices.Sorted(maps.Keys(of))
	observed, expected := 0.0, 0.0
	for _, v := range values {
		for _, w := range values {
			d := apart(v, w, of, order)
			observed += pairs[[2]string{v, w}] * d
			expected += of[v] * of[w] * d
		}
	}
	if expected <= 0 {
		return Figure{}
	}
	return Figure{Value: 1 - (total-1)*observed/expected, Defined: true}
}

// apart is how far two values differ: nominal, 0 or 1; ordinal, the square of how many values lie between them, each by how
// often it was said. A value that the order has not differs from every other as the whole order is wide.
func apart(v, w string, of map[string]float64, order []string) float64 {
	if v == w {
		return 0
	}
	i, j := slices.Index(order, v), slices.Index(order, w)
	if len(order) == 0 {
		return 1
	}
	if i < 0 || j < 0 {
		i, j = 0, len(order)-1
	}
	between := 0.0
	for k := min(i, j); k <= max(i, j); k++ {
		between += of[order[k]]
	}
	between -= (of[order[i]] + of[order[j]]) / 2
	return between * between
}

// AC1 is Gwet's first-order agreement coefficient of all readers. values is all that could have been said; what was said
// besides is added.
func (c Coding) AC1(values []string) Figure {
	s, _ := c.sample()
	return s.ac1(values)
}

func (s sample) ac1(values []string) Figure {
	all := slices.Clone(values)
	n, two, agreed := 0.0, 0.0, 0.0
	share := make(map[string]float64)
	for i, unit := range s.units {
		here, m := counted(unit)
		times := s.times[i]
		if m == 0 || times == 0 {
			continue
		}
		n += times
		same := 0.0
		for _, v := range slices.Sorted(maps.Keys(here)) {
			share[v] += times * here[v] / m
			same += here[v] * (here[v] - 1)
			if !slices.Contains(all, v) {
				all = append(all, v)
			}
		}
		if m > 1 {
			two += times
			agreed += times * same / (m * (m - 1))
		}
	}
	if two == 0 || len(all) < 2 {
		return Figure{}
	}
	chance := 0.0
	for _, v := range all {
		p := share[v] / n
		chance += p * (1 - p)
	}
	chance /= float64(len(all) - 1)
	if chance == 1 {
		return Figure{}
	}
	return Figure{Value: (agreed/two - chance) / (1 - chance), Defined: true}
}

// resamples is how often units are drawn anew for an interval.
const resamples = 1000

// Figures is the four figures with their intervals: the middle 95 % of what they are for as many units, drawn with
// replacement, a thousand times (the percentile bootstrap of Efron, "Better bootstrap confidence intervals", Journal of the
// American Statistical Association 82, 1987). The draw is the same every time. A draw for which a figure is undefined says
// nothing of it.
func (c Coding) Figures(scale Scale) (percent, kappa, alpha, ac1 Figure) {
	all := func(s sample) [4]Figure {
		return [4]Figure{s.percent(), s.kappa(), s.alpha(scale.Order), s.ac1(scale.Values)}
	}
	once, which := c.sample()
	of := all(once)
	rng := rand.New(rand.NewPCG(1, uint64(len(c))))
	var drawn [4][]float64
	again := sample{once.units, make([]float64, len(once.units))}
	for range resamples {
		clear(again.times)
		for range which {
			again.times[which[rng.IntN(len(which))]]++
		}
		for i, f := range all(again) {
			if f.Defined {
				drawn[i] = append(drawn[i], f.Value)
			}
		}
	}
	for i := range of {
		if of[i].Defined && len(drawn[i]) > 0 {
			slices.Sort(drawn[i])
			n := len(drawn[i])
			of[i].Low, of[i].High = drawn[i][n*25/1000], drawn[i][min(n-1, n*975/1000)]
		}
	}
	return of[0], of[1], of[2], of[3]
}

// Scale is what could be said of a unit.
type Scale struct {
	Values []string
	Order  []string // the same from the least to the greatest, where they have an order
}
