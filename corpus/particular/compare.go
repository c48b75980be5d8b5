package particular

import (
	"math"
	"slices"
)

// Verdict is what two particulars say of each other.
type Verdict uint8

const (
	Unlike  Verdict = iota // not of one thing, as far as can be told
	Equal                  // the same after normalising
	Within                 // one bounds or rounds what the other gives: "more than 200", "249"
	Differs                // of one thing, and not the same
)

var verdictNames = [...]string{"unlike", "equal", "within bounds", "differs"}

func (v Verdict) String() string { return verdictNames[v] }

// Compare is what particulars of two statements that carry one claim say of each other. Two differ only when they are of
// one thing: a district's toll is not the whole one, six children are not all of the dead, and what another year's event
// cost is not today's.
func Compare(a, b *Particular) Verdict {
	if a.Kind != b.Kind || a.Kind == Money && a.Unit != b.Unit {
		return Unlike
	}
	switch a.Kind {
	case Date:
		return compareDays(a, b)
	case Clock:
		return compareClocks(a, b)
	case Term:
		return compareTerms(a, b)
	}
	alike := a.Value == b.Value || math.Abs(a.Value-b.Value) <= 1e-9*math.Max(math.Abs(a.Value), math.Abs(b.Value))
	meets := a.Low <= b.High*(1+slack(a.Kind)) && b.Low <= a.High*(1+slack(a.Kind))
	if !a.Thing.one(&b.Thing, a.Kind) {
		return Unlike
	}
	switch {
	case alike, meets && a.Kind != Count && a.Bound <= Just && b.Bound <= Just:
		return Equal
	case meets:
		return Within
	case !a.Thing.sure(&b.Thing, a.Kind):
		return Unlike
	case a.Kind.placed() && !a.Thing.magnitude() && !a.Thing.samePlace(&b.Thing):
		if a.exceeds(b) || b.exceeds(a) {
			return Differs
		}
		return Unlike
	}
	return Differs
}

// placed reports whether a figure of the kind may be of a part: a depth or a length of time is that of one thing.
func (k Kind) placed() bool {
	return k == Count || k == Money || k == Percent || k == Speed || k == Degree
}

func (t *Thing) magnitude() bool { return t.Role == "magnitude" }

// samePlace reports whether what two figures count is in one place, as far as their words tell.
func (t *Thing) samePlace(o *Thing) bool {
	return !t.ofPart(o) && !o.ofPart(t) && !t.elsewhere(o)
}

// exceeds reports whether p is of a part and gives more than q gives of the whole: both cannot be. A whole of which only
// the least is told says nothing of that.
func (p *Particular) exceeds(q *Particular) bool {
	ofPart := p.Kind == Count && p.Thing.Role != "" && len(p.Thing.Part) > 1 && len(q.Thing.Part) == 0
	return ofPart && p.Bound != Vague && q.Bound != Vague && q.Bound != AtLeast && q.Bound != Over && p.Low > q.High
}

// Surely reports whether two particulars are of one thing by their own words, whatever ties their statements: a number of
// the same people or things to which the same happened at a time that both name, a magnitude of one year and place, or a
// length of time of the same thing.
func Surely(a, b *Particular) bool {
	t, o := &a.Thing, &b.Thing
	switch a.Kind {
	case Count:
		if t.Role == "magnitude" && o.Role == t.Role {
			return t.When.Named() && t.When.Year == o.When.Year && t.When.Year > 0 && len(t.Places) > 0 && len(o.Places) > 0 && !t.elsewhere(o)
		}
		return t.Role != "" && t.Role == o.Role && t.Noun != "" && t.sameNoun(o) && t.When.Named() && o.When.Named() && t.When.against(o.When) == same
	case Duration:
		return t.Of && o.Of && t.Noun != "" && t.sameNoun(o)
	}
	return false
}

// slack is how far two amounts that outlets convert may lie apart beyond their rounding.
func slack(k Kind) float64 {
	switch k {
	case Length, Weight, Speed, Area:
		return 0.03
	}
	return 0
}

// one reports whether two things may be one.
func (t *Thing) one(o *Thing, kind Kind) bool {
	switch {
	case !t.sameEvent(o):
		return false
	case kind == Money:
		return t.sameSum(o)
	case t.Role != o.Role:
		// "the release of 219 girls", "219 girls who were kidnapped": one number, of which each says another thing
		return kind == Count && t.Noun != "" && t.sameNoun(o)
	case t.Role != "" && kind == Count && t.Role != "magnitude":
		return t.sameNoun(o)
	case t.Role == "magnitude":
		return true
	case t.Role != "":
		return t.Noun == "" || o.Noun == "" || t.sameNoun(o)
	}
	if kind == Percent && t.common(o) >= 2 {
		return true
	}
	return t.Noun != "" && o.Noun != "" && (t.sameNoun(o) || kind != Count && (slices.Contains(t.About, o.Noun) || slices.Contains(o.About, t.Noun)))
}

// sure reports whether two things are surely one, so that unlike figures of them differ.
func (t *Thing) sure(o *Thing, kind Kind) bool {
	common := t.common(o)
	switch {
	case t.When.Named() && o.When.Named() && t.When.against(o.When) == unsure:
		return false // "last year" of a report without a date
	case t.Some || o.Some || t.Role != o.Role && kind != Money:
		return false
	case kind == Money:
		return t.surelySameSum(o)
	case t.Role == "distance" && t.elsewhere(o):
		return false
	case kind == Percent && (t.Noun == "" || !t.sameNoun(o)):
		return false
	case t.Of && o.Of && kind == Duration:
		return t.sameNoun(o)
	case kind == Age:
		return common >= 2
	case kind == Ordinal:
		// of both it is said to be that; the third round and the fourth are two
		return t.Of && o.Of && common >= 1 || (t.Of || o.Of) && common >= 3
	case t.Role == "change":
		return t.commonBut(o, moves()) >= 1
	case t.Role == "magnitude", kind == Length && t.Role != "":
		return common >= 1
	case t.Role != "":
		return true
	}
	return common >= 2
}

// ofPart reports whether t is of a part of what o is of, or of another part.
func (t *Thing) ofPart(o *Thing) bool { return len(t.Part) > 0 && !covers(t.Part, o) }

// sameNoun reports whether two nouns may name one thing; people in general have none.
func (t *Thing) sameNoun(o *Thing) bool {
	return t.Noun == o.Noun || slices.ContainsFunc(t.Classes, func(c int16) bool { return slices.Contains(o.Classes, c) })
}

// sameEvent reports whether two things may be of one event, by the days that their words name.
func (t *Thing) sameEvent(o *Thing) bool {
	if !t.When.Named() || !o.When.Named() {
		return !t.Past && !o.Past
	}
	switch t.When.against(o.When) {
	case same:
		return true
	case unsure:
		return t.Past == o.Past
	}
	// what one dates to May and the other to April of a year may be one event, of which the date differs
	return t.When.Year > 0 && t.When.Year == o.When.Year && (t.When.Date == 0 || o.When.Date == 0)
}

// elsewhere reports whether both name places, and neither one that stands near the other.
func (t *Thing) elsewhere(o *Thing) bool {
	if len(t.Places) == 0 || len(o.Places) == 0 || t.Whole && o.Whole {
		return false
	}
	return !o.hasPlaceOf(t) && !t.hasPlaceOf(o)
}

// hasPlaceOf reports whether a place of o is one of t's, or stands among the words near t.
func (t *Thing) hasPlaceOf(o *Thing) bool {
	return slices.ContainsFunc(o.Places, func(x string) bool {
		same := func(y string) bool { return x == y || spelt(x, y) }
		return slices.ContainsFunc(t.Places, same) || slices.ContainsFunc(t.About, same)
	})
}

// spelt reports whether two names may be one in two spellings: they are long, and one letter apart.
func spelt(a, b string) bool {
	if len(a) < 5 || len(b) < 5 || a[0] != b[0] {
		return false
	}
	i, j := 0, 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	return len(a)-i-j <= 1 && len(b)-i-j <= 1
}

// common is the number of words about both, in their own or a related word; the noun of either is none of them.
func (t *Thing) common(o *Thing) int { return t.commonBut(o, nil) }

// commonBut is common without some words.
func (t *Thing) commonBut(o *Thing, some map[string]string) int {
	n := 0
	for _, w := range t.About {
		if w != t.Noun && some[w] == "" && o.has(w) {
			n++
		}
	}
	for i := range t.related {
		a := &t.related[i]
		if a.stem != t.Noun && some[a.stem] == "" && !o.has(a.stem) && slices.ContainsFunc(o.related, func(b related) bool {
			return b.stem != o.Noun && !t.has(b.stem) && slices.ContainsFunc(a.classes, func(c int16) bool { return slices.Contains(b.classes, c) })
		}) {
			n++
		}
	}
	return n
}

// has reports whether a word is about t.
func (t *Thing) has(stem string) bool {
	_, found := slices.BinarySearch(t.About, stem)
	return found
}

// compareDays compares when two things were.
func compareDays(a, b *Particular) Verdict {
	if a.Thing.Saying || b.Thing.Saying {
		return Unlike
	}
	common := a.Thing.common(&b.Thing)
	switch a.Day.against(b.Day) {
	case same:
		if common < 1 {
			return Unlike
		}
		if a.Day == b.Day || a.Day.resolved() && a.Day.Low == b.Day.Low && a.Day.High == b.Day.High {
			return Equal
		}
		return Within
	case other:
		if oneNight(a, b) {
			if common >= 1 {
				return Within
			}
			return Unlike
		}
		if common >= 2 && a.Day.near(b.Day) {
			return Differs
		}
	}
	return Unlike
}

// compareClocks compares times of day. One in local time and one in a named zone can only be told apart when their
// figures are the same.
func compareClocks(a, b *Particular) Verdict {
	x, knownX := utc(a.Value, a.Unit)
	y, knownY := utc(b.Value, b.Unit)
	if knownX != knownY {
		local := a.Unit == "local" || b.Unit == "local"
		if a.Value == b.Value && local {
			return Differs
		}
		return Unlike
	}
	off := math.Mod(math.Abs(x-y), 24*60)
	off = math.Min(off, 24*60-off)
	if off > 0 && a.Thing.common(&b.Thing) == 0 {
		return Unlike // when one left, and when another came
	}
	switch may := (a.High - a.Low + b.High - b.Low) / 2; {
	case off == 0:
		return Equal
	case off <= may:
		return Within
	}
	return Differs
}
