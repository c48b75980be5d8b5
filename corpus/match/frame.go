package match

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// Two statements may tell of one act and set it on unlike days or in unlike places. That is only so when each names one day,
// or one place, of the act: where a statement names two it tells of more than one act, and when somebody said so, or where,
// is of the saying. A place that a statement of the story names together with the other, as "Orm, Tessa", may lie in it.

// stretch is some words of a statement, from one to before another; the same for none.
type stretch struct{ from, to int }

var (
	weekdays = language.English("times", "weekdays")
	placing  = language.English("times", "placing")
)

// dayOf is the one day of the week that a statement names outside its attributions.
func (s *event) dayOf(x *reading) (stretch, bool) {
	return s.only(x, func(k int) bool { return weekdays.Has(x.words[k].Text) && x.words[k].Capital })
}

// dateOf is the one day of a month that it names so.
func (s *event) dateOf(x *reading) (stretch, bool) {
	return s.only(x, func(k int) bool { return x.at[k] >= 0 && strings.HasPrefix(s.concepts[x.at[k]].key, dateKey) })
}

// dateKey is what the keys of concepts that are days of the year begin with.
var dateKey = fmt.Sprintf("#%d:", language.Day)

// placeOf is the one place in which it sets what it tells.
func (s *event) placeOf(x *reading) (stretch, bool) {
	found, ok := s.only(x, func(k int) bool {
		return k > 0 && x.words[k].Capital && placing.Has(x.words[k-1].Text) && x.at[k] >= 0 && s.concepts[x.at[k]].kind == nameWord
	})
	text := s.set.Text(x.id)
	for ok && found.to < len(x.words) && x.words[found.to].Capital && !weekdays.Has(x.words[found.to].Text) &&
		!breaks(text[x.words[found.to-1].End:x.words[found.to].Start]) {
		found.to++
	}
	return found, ok
}

// only is the one word outside the attributions of which is holds; none when it holds of two that are not alike.
func (s *event) only(x *reading, is func(k int) bool) (found stretch, ok bool) {
	var tags []bool
	for k := range x.words {
		if !is(k) {
			continue
		}
		if tags == nil {
			tags = s.attributions(x)
		}
		switch {
		case tags[k], ok && x.texts[k] == x.texts[found.from]:
		case ok:
			return stretch{}, false
		default:
			found, ok = stretch{k, k + 1}, true
		}
	}
	return found, ok
}

// unlikeStretch is the one day or place of each statement, when they are unlike and of one act.
func (p *comparison) unlikeStretch(of func(s *event, x *reading) (stretch, bool)) (x, y stretch, ok bool) {
	x, ok = of(p.s, p.a)
	if !ok {
		return x, y, false
	}
	if y, ok = of(p.s, p.b); !ok || p.has(p.b, p.a, x) || p.has(p.a, p.b, y) {
		return stretch{}, stretch{}, false
	}
	acts := p.s.acts(p.b, y)
	for _, c := range p.s.acts(p.a, x) {
		if slices.ContainsFunc(acts, func(d int32) bool { return c == d || p.s.standsFor(c, d) }) {
			return x, y, true
		}
	}
	return stretch{}, stretch{}, false
}

// has reports whether a statement has a word of a stretch of another one, or one that stands for it.
func (p *comparison) has(in, of *reading, x stretch) bool {
	for k := x.from; k < x.to; k++ {
		c := of.at[k]
		if slices.ContainsFunc(in.words, func(w language.Word) bool { return w.Text == of.words[k].Text }) ||
			c >= 0 && slices.ContainsFunc(in.wide, func(n near) bool { return n.concept == c && p.s.concepts[c].kind == nameWord }) {
			return true
		}
	}
	return false
}

// actWords is how many words away from a day or a place the act is looked for.
const actWords = 8

// acts is the plain words near a stretch that may name the act which it dates or places: those before it, and after it
// when it opens the statement.
func (s *event) acts(x *reading, at stretch) []int32 {
	var found []int32
	add := func(k int) {
		if c := x.at[k]; c >= 0 && s.concepts[c].kind == plainWord && !weekdays.Has(x.words[k].Text) {
			found = append(found, c)
		}
	}
	for k := at.from - 1; k >= max(0, at.from-actWords); k-- {
		add(k)
	}
	if at.from < opening {
		for k := at.to; k < min(len(x.at), at.to+actWords); k++ {
			add(k)
		}
	}
	return found
}

// sideBySide reports whether a statement of the story names two places side by side, so that one may lie in the other.
func (s *event) sideBySide(a *reading, x stretch, b *reading, y stretch) bool {
	c, d := a.at[x.from], b.at[y.from]
	for i := range s.of {
		z := &s.of[i]
		if !has(z.own, c) || !has(z.own, d) {
			continue
		}
		for j, e := range z.at {
			if e != c {
				continue
			}
			if slices.Contains(z.at[max(0, j-placesApart):min(len(z.at), j+placesApart+1)], d) {
				return true
			}
		}
	}
	return false
}

// placesApart is how many words further two places that are named together stand from each other at most.
const placesApart = 4

// writesStretch is how a statement writes some of its words.
func (s *event) writesStretch(x *reading, at stretch) string {
	return s.set.Text(x.id)[x.words[at.from].Start:x.words[at.to-1].End]
}
