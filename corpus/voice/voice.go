// Package voice is who speaks in the reports: every speaker of a statement set with the statements that hold their words,
// by outlet and mode, and with the verbs that each outlet gives them. Call [RollOf].
//
// Reports name one speaker in several ways. Two names are one speaker's when statement.SameSpeaker holds of them and no
// report has both: within a report, two names were told apart already. Speakers without a name are one only when they are
// called the same, since "officials" here and "Ukrainian officials" there may be different people.
package voice

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Sort is what kind of voice a speaker is: a statement.Who, or the outlets' own.
type Sort uint8

const (
	Named Sort = iota
	Unnamed
	Media // other news outlets
	Own   // the outlets' own: statements of the story without a voice
)

func (s Sort) String() string {
	return [...]string{"named", "unnamed", "other media", "the outlet's own words"}[s]
}

// Roll is the speakers of a statement set: by sort, then by how many statements hold their words. The last, always there,
// is the outlets' own voice.
type Roll struct {
	Speakers []Speaker
	set      *statement.Set
	of       map[called]int // index of Speakers
}

// called is a speaker as a report names it.
type called struct {
	in   report.ID
	name string
}

// Speaker is someone whose words reports give.
type Speaker struct {
	Name   string   // the fullest that is used most
	Names  []string // all, the most used first
	Sort   Sort
	Shares []Share        // by report.OutletID
	Places []statement.ID // the statements with their words, in order
}

// Share is what one outlet has of a speaker.
type Share struct {
	Statements int
	Modes      [3]int // voices by statement.Mode
	Verbs      []Verb // the most used first
}

// Verb is a reporting verb, by its lemma, and how many voices have it.
type Verb struct {
	Lemma string
	Count int
}

// Outlets is the number of outlets that have words of the speaker.
func (s *Speaker) Outlets() int {
	n := 0
	for i := range s.Shares {
		if s.Shares[i].Statements > 0 {
			n++
		}
	}
	return n
}

// Told is an outlet's verbs with their counts: "said 6, claimed 2"; "" where the words are the outlet's own.
func (s *Share) Told() string {
	parts := make([]string, len(s.Verbs))
	for i, v := range s.Verbs {
		parts[i] = statement.PastOf(v.Lemma) + " " + strconv.Itoa(v.Count)
	}
	return strings.Join(parts, ", ")
}

// Given is how an outlet gives the words: "3 indirect, 1 direct".
func (s *Share) Given() string {
	var parts []string
	for m, n := range s.Modes {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+statement.Mode(m).String())
		}
	}
	return strings.Join(parts, ", ")
}

// RollOf calls the roll, in time linear in the voices but for names that sound alike.
func RollOf(set *statement.Set) *Roll {
	r := &Roll{set: set, of: make(map[called]int)}
	r.gather(namesOf(set))
	own := len(r.Speakers)
	r.Speakers = append(r.Speakers, Speaker{Name: Own.String(), Sort: Own, Shares: make([]Share, len(set.Outlets.All))})
	for i := range set.All {
		st := &set.All[i]
		if !st.IsStory() {
			continue
		}
		if len(st.Voices) == 0 {
			r.Speakers[own].add(set, st)
		}
		for k := range st.Voices {
			v := &st.Voices[k]
			s := &r.Speakers[r.of[called{st.Report, v.Speaker}]]
			s.add(set, st)
			s.Shares[set.Outlets.Of[st.Report]].tell(v)
		}
	}
	r.sort()
	return r
}

// name is a speaker's name in all reports that use it.
type name struct {
	text  string
	sort  Sort
	used  int
	in    []report.ID // in order
	taken bool
}

// namesOf is the names of all speakers, the fullest and then the most used first.
func namesOf(set *statement.Set) []*name {
	byText := make(map[string]*name)
	var names []*name
	for i := range set.All {
		st := &set.All[i]
		if !st.IsStory() {
			continue
		}
		for _, v := range st.Voices {
			n := byText[v.Speaker]
			if n == nil {
				n = &name{text: v.Speaker, sort: Sort(statement.WhoIs(v.Speaker))}
				byText[v.Speaker] = n
				names = append(names, n)
			}
			n.used++
			if k := len(n.in); k == 0 || n.in[k-1] != st.Report {
				n.in = append(n.in, st.Report)
			}
		}
	}
	slices.SortStableFunc(names, func(a, b *name) int {
		return cmp.Or(cmp.Compare(strings.Count(b.text, " "), strings.Count(a.text, " ")), cmp.Compare(b.used, a.used), strings.Compare(a.text, b.text))
	})
	return names
}

// gather makes speakers of names.
func (r *Roll) gather(names []*name) {
	byKey := make(map[string][]*name)
	for _, n := range names {
		key := statement.SpeakerKey(n.text)
		byKey[key] = append(byKey[key], n)
	}
	for _, n := range names {
		if n.taken {
			continue
		}
		n.taken = true
		one, in := []*name{n}, slices.Clone(n.in)
		for _, o := range byKey[statement.SpeakerKey(n.text)] {
			if o.taken || !same(n, o) || overlap(in, o.in) {
				continue
			}
			o.taken = true
			one = append(one, o)
			in = append(in, o.in...)
		}
		r.enrol(one)
	}
}

// same reports whether two names may be one speaker's.
func same(a, b *name) bool {
	if a.sort != b.sort {
		return false
	}
	if a.sort == Unnamed {
		return language.FoldName(a.text) == language.FoldName(b.text)
	}
	return statement.SameSpeaker(a.text, b.text)
}

func overlap(a, b []report.ID) bool {
	return slices.ContainsFunc(b, func(id report.ID) bool { return slices.Contains(a, id) })
}

// enrol makes one speaker of names: it is called by the most used of those that have as many words as the fullest.
func (r *Roll) enrol(one []*name) {
	s := Speaker{Name: one[0].text, Sort: one[0].sort, Shares: make([]Share, len(r.set.Outlets.All))}
	words, used := strings.Count(one[0].text, " "), one[0].used
	for _, n := range one {
		for _, in := range n.in {
			r.of[called{in, n.text}] = len(r.Speakers)
		}
		if strings.Count(n.text, " ") == words && n.used > used {
			s.Name, used = n.text, n.used
		}
	}
	slices.SortStableFunc(one, func(a, b *name) int { return cmp.Compare(b.used, a.used) })
	for _, n := range one {
		s.Names = append(s.Names, n.text)
	}
	r.Speakers = append(r.Speakers, s)
}

// add counts a statement once.
func (s *Speaker) add(set *statement.Set, st *statement.Statement) {
	if n := len(s.Places); n > 0 && s.Places[n-1] == st.ID {
		return
	}
	s.Places = append(s.Places, st.ID)
	s.Shares[set.Outlets.Of[st.Report]].Statements++
}

// tell counts a voice.
func (s *Share) tell(v *statement.Voice) {
	s.Modes[v.Mode]++
	i := slices.IndexFunc(s.Verbs, func(k Verb) bool { return k.Lemma == v.Verb })
	if i < 0 {
		i = len(s.Verbs)
		s.Verbs = append(s.Verbs, Verb{Lemma: v.Verb})
	}
	s.Verbs[i].Count++
}

// sort puts speakers and verbs into their order, and keeps of in step.
func (r *Roll) sort() {
	order := make([]int, len(r.Speakers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int {
		a, b := &r.Speakers[i], &r.Speakers[k]
		return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(len(b.Places), len(a.Places)), strings.Compare(a.Name, b.Name))
	})
	sorted, at := make([]Speaker, len(order)), make([]int, len(order))
	for to, from := range order {
		sorted[to], at[from] = r.Speakers[from], to
	}
	r.Speakers = sorted
	for k, i := range r.of {
		r.of[k] = at[i]
	}
	for i := range r.Speakers {
		for k := range r.Speakers[i].Shares {
			slices.SortStableFunc(r.Speakers[i].Shares[k].Verbs, func(a, b Verb) int {
				return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Lemma, b.Lemma))
			})
		}
	}
}

// Of is the index of the speaker of a voice in a report; -1 for none.
func (r *Roll) Of(in report.ID, speaker string) int {
	if i, ok := r.of[called{in, speaker}]; ok {
		return i
	}
	return -1
}

// Spans is the words of a speaker in a statement, bytes of its report's text, in order. The outlets' own are all of a
// statement without a voice.
func (r *Roll) Spans(speaker int, id statement.ID) []report.Span {
	st := &r.set.All[id]
	if r.Speakers[speaker].Sort == Own {
		if len(st.Voices) == 0 && st.IsStory() {
			return []report.Span{st.Span}
		}
		return nil
	}
	var spans []report.Span
	for i := range st.Voices {
		if v := &st.Voices[i]; r.Of(st.Report, v.Speaker) == speaker {
			spans = append(spans, v.Span)
		}
	}
	return spans
}
