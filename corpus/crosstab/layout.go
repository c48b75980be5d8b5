package crosstab

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/voice"
)

// layout is where the categories of a thing stand, laid out when it is first asked for.
func (s *Study) layout(t Thing) *layout {
	if s.laid[t] == nil {
		l := &layout{at: make([][]place, len(s.source.Set.All))}
		switch t {
		case Code:
			s.codes(l)
		case Claim:
			s.claims(l)
		case Voice:
			s.voices(l)
		case Wording:
			s.wordings(l)
		case Verb:
			s.verbs(l)
		case Outlet:
			s.byReport(l, func(r *report.Report) string { return r.Outlet })
		case Report:
			s.byReport(l, func(r *report.Report) string { return r.Path })
		case Story:
			s.stories(l)
		case Week:
			s.byReport(l, func(r *report.Report) string { return weekOf(r.Published) })
			l.sort()
		}
		l.tellApart()
		s.laid[t] = l
	}
	return s.laid[t]
}

// category adds a category.
func (l *layout) category(name string, scope reports) int {
	l.names, l.scope = append(l.names, name), append(l.scope, scope)
	return len(l.names) - 1
}

// put puts a category on a statement.
func (l *layout) put(id statement.ID, category int, spans []report.Span) {
	for k := range l.at[id] {
		if p := &l.at[id][k]; p.category == category && p.spans != nil && spans != nil {
			p.spans = append(slices.Clip(p.spans), spans...)
			return
		}
	}
	l.at[id] = append(l.at[id], place{category, spans})
}

// tellApart gives categories of one name a number each.
func (l *layout) tellApart() {
	seen := make(map[string]int)
	for i, name := range l.names {
		if seen[name]++; seen[name] > 1 {
			l.names[i] = fmt.Sprintf("%s (%d)", name, seen[name])
		}
	}
}

// sort puts the categories in the order of their names.
func (l *layout) sort() {
	order := make([]int, len(l.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(l.names[a], l.names[b]) })
	now := make([]int, len(order)) // by category: its new number
	for to, from := range order {
		now[from] = to
	}
	l.names, l.scope = pick(l.names, order), pick(l.scope, order)
	for id := range l.at {
		for k := range l.at[id] {
			l.at[id][k].category = now[l.at[id][k].category]
		}
	}
}

// byReport lays out what is true of whole reports.
func (s *Study) byReport(l *layout, name func(*report.Report) string) {
	l.fixed = true
	set, known := s.source.Set, make(map[string]int)
	for i := range set.Reports {
		r := &set.Reports[i]
		c, ok := known[name(r)]
		if !ok {
			c = l.category(name(r), s.noReports())
			known[name(r)] = c
		}
		l.scope[c].add(r.ID)
		for _, st := range set.In(r.ID) {
			l.put(st.ID, c, nil)
		}
	}
}

func (s *Study) stories(l *layout) {
	l.fixed = true
	set := s.source.Set
	for i := range s.source.Stories.All {
		one := &s.source.Stories.All[i]
		c := l.category(one.Name(set.Reports), s.noReports())
		for _, r := range one.Reports {
			l.scope[c].add(r)
			for _, st := range set.In(r) {
				l.put(st.ID, c, nil)
			}
		}
	}
}

// NoDate is the week of reports whose day is not known.
const NoDate = "date unknown"

// weekOf is the week of a day by ISO 8601: "2022-W10".
func weekOf(d report.Date) string {
	if d.Day == 0 || d.Month == 0 {
		return NoDate
	}
	year, week := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// codes lays out the tags of the codebook and all others in use.
func (s *Study) codes(l *layout) {
	if s.source.Kept == nil {
		return
	}
	set, k := s.source.Set, s.source.Kept
	used, _ := coding.Used(&k.Brief.Kept)
	number := make(map[string]int)
	for _, tag := range append(s.source.Book.Tags(), used...) {
		if _, ok := number[tag]; !ok {
			number[tag] = l.category(tag, nil)
		}
	}
	l.fixed = true
	for _, e := range k.Brief.Entries {
		for _, w := range k.Wordings(e) {
			tags := brief.WithTags(e.Tags, w.Tags)
			at := k.Find(w.Anchor)
			switch {
			case len(tags) == 0:
				continue
			case at.State == brief.Orphan:
				l.lost++
				continue
			}
			for id := at.First; id <= at.Last; id++ {
				for _, tag := range tags {
					l.put(id, number[tag], within(at.Span, set.All[id].Span))
				}
			}
		}
	}
}

// within is the part of a span that lies in a statement.
func within(span, in report.Span) []report.Span {
	return []report.Span{{Start: max(span.Start, in.Start), End: min(span.End, in.End)}}
}

// claims lays out the claims, each over the stories of its wordings.
func (s *Study) claims(l *layout) {
	cs := s.source.Claims
	if cs == nil {
		return
	}
	set, stories := s.source.Set, s.source.Stories
	for i := range cs.All {
		one := &cs.All[i]
		if len(one.Statements) < 2 && !s.source.Alone {
			continue
		}
		scope := s.noReports()
		for _, id := range one.Statements {
			for _, r := range stories.All[stories.Of[set.All[id].Report]].Reports {
				scope.add(r)
			}
		}
		c := l.category(s.nameOf(one), scope)
		for _, id := range one.Statements {
			l.put(id, c, cs.Words(one.ID, id))
		}
	}
}

// nameOf is a claim's number and name, the reader's before its own.
func (s *Study) nameOf(c *claim.Claim) string {
	name := c.Name
	if s.source.Kept != nil {
		if own := s.source.Kept.ClaimName(c.Statements); own != "" {
			name = own
		}
	}
	return fmt.Sprintf("%d %s", c.ID+1, name)
}

func (s *Study) voices(l *layout) {
	set := s.source.Set
	roll := voice.RollOf(set)
	for i := range roll.Speakers {
		one := &roll.Speakers[i]
		name := one.Name
		if one.Sort == voice.Own {
			name = "the outlets' own words"
		}
		c := l.category(name, nil)
		for _, id := range one.Places {
			l.put(id, c, roll.Spans(i, id))
		}
	}
}

// verbs lays out the reporting verbs, each over the words that it reports.
func (s *Study) verbs(l *layout) {
	set, number := s.source.Set, make(map[string]int)
	for id := range set.All {
		for _, v := range set.All[id].Voices {
			if v.Verb == "" {
				continue
			}
			c, ok := number[v.Verb]
			if !ok {
				c = l.category(v.Verb, nil)
				number[v.Verb] = c
			}
			l.put(statement.ID(id), c, []report.Span{v.Span})
		}
	}
	l.sort()
}

func (s *Study) wordings(l *layout) {
	if s.source.Wordings == nil {
		return
	}
	groups := s.source.Wordings()
	for i := range groups {
		for k := range groups[i].Terms {
			term := &groups[i].Terms[k]
			c := l.category(groups[i].Title()+": "+term.Text, nil)
			for _, p := range term.Places {
				l.put(p.Statement, c, []report.Span{p.Span})
			}
		}
	}
}
