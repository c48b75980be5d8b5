package story

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Stories is the stories of a set of reports: an immutable snapshot.
type Stories struct {
	All []Story // in the order of their first reports
	Of  []int   // by report: index into All
}

// Story is the reports of one event.
type Story struct {
	Reports  []report.ID // in order; never empty
	About    []string    // the words that most of its reports have and other stories have not, as the reports spell them; may be empty
	Lead     report.ID   // the report that has most of these words
	Outlets  int         // that published them
	From, To report.Date // the first and the last known date; unknown when none is
	ByHand   bool        // the reader joined or parted it
}

// Name is what the story is about: its words, else its lead's title or outlet.
func (s *Story) Name(reports []report.Report) string {
	lead := &reports[s.Lead]
	return cmp.Or(strings.Join(s.About, " · "), lead.Title, lead.Outlet)
}

// Together is the reader's word that reports are one story. The last word on a report counts.
type Together struct {
	Reports []report.ID
	Parted  bool // they were taken out of a story: what the program puts with them stays where it was
}

// Same reports whether both say the same.
func (t Together) Same(u Together) bool {
	return t.Parted == u.Parted && slices.Equal(t.Reports, u.Reports)
}

// Same reports whether both put the same reports together.
func (s *Stories) Same(t *Stories) bool {
	return slices.EqualFunc(s.All, t.All, func(a, b Story) bool { return slices.Equal(a.Reports, b.Reports) })
}

// Sort finds the stories and lets the reader's word win.
func Sort(set *statement.Set, said []Together) *Stories {
	return sorted(set, Obey(Of(set), said), said)
}

// One is all reports as one story.
func One(set *statement.Set) *Stories {
	var all []report.ID
	for i := range set.Reports {
		all = append(all, report.ID(i))
	}
	if len(all) == 0 {
		return &Stories{}
	}
	return sorted(set, [][]report.ID{all}, nil)
}

// Groups is the reports of each story.
func (s *Stories) Groups() [][]report.ID {
	groups := make([][]report.ID, len(s.All))
	for i := range s.All {
		groups[i] = s.All[i].Reports
	}
	return groups
}

// Obey is the stories with the reader's word: reports that were put together are one story, and those that the program has
// with them follow, unless the reader parted them.
func Obey(stories [][]report.ID, said []Together) [][]report.ID {
	if len(said) == 0 {
		return stories
	}
	word := make(map[report.ID]int) // the last word on each report, from 1
	for i, t := range said {
		for _, r := range t.Reports {
			word[r] = i + 1
		}
	}
	obeyed := make(map[[2]int][]report.ID) // by the word, or, without one, by the story
	for i, reports := range stories {
		follow := 0
		for _, r := range reports {
			if w := word[r]; w > 0 && !said[w-1].Parted {
				follow = max(follow, w)
			}
		}
		for _, r := range reports {
			w := cmp.Or(word[r], follow)
			key := [2]int{w, 0}
			if w == 0 {
				key[1] = i
			}
			obeyed[key] = append(obeyed[key], r)
		}
	}
	var all [][]report.ID
	for _, reports := range obeyed {
		slices.Sort(reports)
		all = append(all, reports)
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

// sorted describes the stories.
func sorted(set *statement.Set, groups [][]report.ID, said []Together) *Stories {
	s := &Stories{Of: make([]int, len(set.Reports))}
	by := make(map[report.ID]bool)
	for _, t := range said {
		for _, r := range t.Reports {
			by[r] = true
		}
	}
	words := make([]map[string]*told, len(groups))
	in := make(map[string]int) // in how many stories a word stands
	for i, g := range groups {
		words[i] = wordsOf(set, g)
		for w := range words[i] {
			in[w]++
		}
	}
	for i, g := range groups {
		st := Story{Reports: g, Lead: g[0]}
		outlets := make(map[string]bool)
		for _, r := range g {
			s.Of[r] = i
			rep := &set.Reports[r]
			outlets[rep.Outlet] = true
			st.ByHand = st.ByHand || by[r]
			if d := rep.Published; d.Known() {
				if !st.From.Known() || d.ISO() < st.From.ISO() {
					st.From = d
				}
				if !st.To.Known() || d.ISO() > st.To.ISO() {
					st.To = d
				}
			}
		}
		st.Outlets = len(outlets)
		st.describe(words[i], in, len(groups))
		s.All = append(s.All, st)
	}
	return s
}

// told is a word of a story: the reports that have it, and how they spell it.
type told struct {
	reports  []report.ID
	spelt    map[string]int
	capital  int
	inside   int // how often it stands within a sentence
	headline int
	next     map[string]int  // names directly behind it, where it is one within a sentence, by stem; nil for none
	behind   map[string]bool // names that it stands directly behind
}

// wordsOf is the content words of a story's reports, by stem.
func wordsOf(set *statement.Set, reports []report.ID) map[string]*told {
	all := make(map[string]*told)
	for _, r := range reports {
		for _, st := range set.In(r) {
			if !st.IsStory() {
				continue
			}
			text := set.Text(st.ID)
			name, before, end := (*told)(nil), "", 0 // the name that stands before, its stem, and where it ends
			for _, w := range set.Words(st.ID) {
				if w.Stop || w.Digit || language.IsLight(w.Stem) || everywhere.Has(w.Stem) || utf8.RuneCountInString(w.Text) < 2 {
					continue
				}
				t := all[w.Stem]
				if t == nil {
					t = &told{spelt: make(map[string]int)}
					all[w.Stem] = t
				}
				if n := len(t.reports); n == 0 || t.reports[n-1] != r {
					t.reports = append(t.reports, r)
				}
				if st.Kind == statement.Headline {
					t.headline++
				}
				if !w.First {
					t.inside++
					t.spelt[strings.TrimSuffix(strings.TrimSuffix(text[w.Start:w.End], "'s"), "’s")]++
					if w.Capital {
						t.capital++
						if name != nil && text[end:w.Start] == " " {
							name.followed(w.Stem)
							t.follows(before)
						}
						name, before, end = t, w.Stem, w.End
					}
				}
			}
		}
	}
	return all
}

// followed notes that a name stands directly behind this one.
func (t *told) followed(stem string) {
	if t.next == nil {
		t.next = make(map[string]int)
	}
	t.next[stem]++
}

// follows notes that this one stands directly behind a name.
func (t *told) follows(stem string) {
	if t.behind == nil {
		t.behind = make(map[string]bool)
	}
	t.behind[stem] = true
}

// aboutWords is how many words say what a story is about.
const aboutWords = 4

// describe chooses the words that say what the story is about: those that most reports have and few other stories, names
// before others.
func (s *Story) describe(words map[string]*told, in map[string]int, stories int) {
	type rated struct {
		stem  string
		value float64
		*told
	}
	var all []rated
	for stem, t := range words {
		if t.inside == 0 || len(s.Reports) > 1 && len(t.reports) == 1 {
			continue
		}
		value := float64(len(t.reports)) / float64(len(s.Reports)) * (1 + math.Log(float64(stories)/float64(in[stem])))
		if 2*t.capital > t.inside {
			value *= 1.6
		}
		value *= 1 + 0.1*math.Log1p(float64(t.inside)) + 0.2*math.Log1p(float64(t.headline))
		all = append(all, rated{stem, value, t})
	}
	slices.SortFunc(all, func(a, b rated) int { return cmp.Or(cmp.Compare(b.value, a.value), strings.Compare(a.stem, b.stem)) })
	has := make(map[report.ID]int)
	used := make(map[string]bool)
	for _, w := range all {
		if used[w.stem] || len(used) >= aboutWords {
			continue
		}
		parts := wholeName(w.stem, words, used)
		var spelt []string
		for _, stem := range parts {
			used[stem] = true
			spelt = append(spelt, words[stem].usual())
		}
		s.About = append(s.About, strings.Join(spelt, " "))
		for _, r := range w.reports {
			has[r]++
		}
	}
	for _, r := range s.Reports {
		if has[r] > has[s.Lead] {
			s.Lead = r
		}
	}
}

// wholeName is the stems of the name that a word belongs to, "Boko Haram" for "Haram": one of the two stands beside the other
// as a rule, and most reports that have the word have the other too.
func wholeName(stem string, words map[string]*told, used map[string]bool) []string {
	name, most := []string{stem}, 0
	try := func(first, second string) {
		one, two := words[first], words[second]
		if used[first] || used[second] || one == nil || two == nil || first == second {
			return
		}
		usual := 2*min(len(one.reports), len(two.reports)) > len(words[stem].reports)
		if n := one.next[second]; n > most && usual && 2*n > min(one.inside, two.inside) {
			name, most = []string{first, second}, n
		}
	}
	for _, second := range slices.Sorted(maps.Keys(words[stem].next)) {
		try(stem, second)
	}
	for _, first := range slices.Sorted(maps.Keys(words[stem].behind)) {
		try(first, stem)
	}
	return name
}

// usual is the spelling that the reports use most.
func (t *told) usual() string {
	best := ""
	for spelt, n := range t.spelt {
		if m := t.spelt[best]; n > m || n == m && (best == "" || spelt < best) {
			best = spelt
		}
	}
	return best
}
