package particular

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"parallax/corpus/language"
)

// list is a section of the lists that this package alone reads.
func list(section string) *language.List { return language.English("particulars", section) }

var (
	either     = list("either")
	parted     = list("parts")
	boundLinks = list("bound links")
	further    = list("further")
	lastWords  = list("last")
	future     = list("future")
	sayings    = list("saying")
	totals     = list("totals")
	each       = list("each")
	objects    = list("objects")
	beings     = list("beings")
	lasting    = list("lasting")

	intransitive = list("intransitive")
	sources      = list("sources")
	knowing      = list("knowing")
	ordinalled   = list("ordinal names")
)

// bounds leads from a word to the bound that it makes of a number after it.
var bounds = sync.OnceValue(func() map[string]Bound {
	m := make(map[string]Bound)
	for section, b := range map[string]Bound{"just": Just, "at least": AtLeast, "over": Over, "at most": AtMost, "under": Under, "about": About} {
		for _, w := range list(section).Words() {
			m[w] = b
		}
	}
	return m
})

// roles, dimensions, moves and sums lead from a stem to the name that stands first in its line.
var (
	roles      = sync.OnceValue(func() map[string]string { return named("roles") })
	dimensions = sync.OnceValue(func() map[string]string { return named("dimensions") })
	moves      = sync.OnceValue(func() map[string]string { return named("moves") })
	sums       = sync.OnceValue(func() map[string]string { return named("sums") })
)

func named(section string) map[string]string {
	m := make(map[string]string)
	var st language.Stemmer
	for _, line := range list(section).Lines() {
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			m[st.Root(w)] = fields[0]
		}
	}
	return m
}

// people and persons are sets of stems.
var (
	people  = sync.OnceValue(func() map[string]bool { return stems("people") })
	persons = sync.OnceValue(func() map[string]bool { return stems("persons") })
)

func stems(section string) map[string]bool {
	m := make(map[string]bool)
	var st language.Stemmer
	for _, w := range list(section).Words() {
		m[st.Root(w)] = true
	}
	return m
}

// weekdays leads from a name to the day of the week, from 0 for Sunday.
var weekdays = sync.OnceValue(func() map[string]int {
	m := make(map[string]int)
	for i, line := range list("weekdays").Lines() {
		for w := range strings.FieldsSeq(line) {
			m[w] = i
		}
	}
	return m
})

// zones leads from the name of a time zone to the minutes that it is ahead of UTC.
var zones = sync.OnceValue(func() map[string]int { return numbered("zones") })

// relativeDays leads from a word to the days that it lies after the report's.
var relativeDays = sync.OnceValue(func() map[string]int { return numbered("relative days") })

func numbered(section string) map[string]int {
	m := make(map[string]int)
	for _, line := range list(section).Lines() {
		w, n, _ := strings.Cut(line, " ")
		v, err := strconv.Atoi(n)
		if err != nil {
			panic("particular: particulars.txt: " + err.Error())
		}
		m[w] = v
	}
	return m
}

// ordinals leads from a word to its value.
var ordinals = sync.OnceValue(func() map[string]int { return numbered("ordinals") })

// fractions leads from the word for a part to the number of such parts in a whole.
var fractions = sync.OnceValue(func() map[string]int { return numbered("fractions") })

// shortUnits is by stem.
var shortUnits = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	var st language.Stemmer
	for _, line := range list("short").Lines() {
		name, short, _ := strings.Cut(line, " ")
		m[st.Stem(name)] = short
	}
	return m
})

func sorted(ws []string) []string {
	slices.Sort(ws)
	return slices.Compact(ws)
}
