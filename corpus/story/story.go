// Package story tells which reports are of one event. Call [Of].
package story

import (
	"math"
	"slices"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A folder may hold reports of many events. They are told apart first, by how many of their content words reports have
// in common: two reports of one event share about a third, of two events hardly one in ten. Each report joins the story
// whose reports it is most like on average, or begins one (leader clustering); stories that turn out alike are then put
// together. That costs a look-up for each word and story that has it, and keeps all later work within stories. Rarity
// was left out on purpose: what all reports of one great story share is not rare in a folder that holds little else.

const (
	oneStory   = 0.12 // mean cosine of the word sets from which a report belongs to a story
	fewReports = 12   // a reader who opens so few together means them as one story,
	oneOfFew   = 0.06 // so they part only when they have next to nothing in common,
	fewWords   = 60   // and a report of so few content words never does
)

// gathering is a story in the making.
type gathering struct {
	reports []report.ID
	size    float64 // sum of the square roots of the reports' numbers of words
}

// Of is the stories of a set, in the order of their first reports: each is the reports of one event, in order.
func Of(set *statement.Set) [][]report.ID {
	b := sorting{ids: make(map[string]int32), least: oneStory}
	if len(set.Reports) <= fewReports {
		b.least = oneOfFew
	}
	for _, r := range set.Reports {
		b.add(r.ID, b.wordsOf(set, r.ID))
	}
	b.merge()
	stories := make([][]report.ID, 0, len(b.all))
	for _, x := range b.all {
		if len(x.reports) > 0 {
			slices.Sort(x.reports)
			stories = append(stories, x.reports)
		}
	}
	slices.SortFunc(stories, slices.Compare)
	return stories
}

// sorting is the work of Of.
type sorting struct {
	all   []*gathering
	ids   map[string]int32
	has   [][]holding // by word: the stories that have it
	least float64     // mean cosine from which a report belongs to a story
}

// holding is in how many of a story's reports a word stands.
type holding struct {
	story int32
	count int32
}

// wordsOf is the content words of a report, each once.
func (b *sorting) wordsOf(set *statement.Set, r report.ID) []int32 {
	var ids []int32
	for _, st := range set.In(r) {
		if !st.IsStory() {
			continue
		}
		for _, w := range set.Words(st.ID) {
			if w.Stop || w.Digit || language.IsLight(w.Stem) {
				continue
			}
			ids = append(ids, b.id(w.Stem))
			if w.Capital && !w.First {
				ids = append(ids, b.id("^"+w.Stem)) // names tell events apart: they count twice
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (b *sorting) id(key string) int32 {
	id, ok := b.ids[key]
	if !ok {
		id = int32(len(b.has))
		b.ids[key] = id
		b.has = append(b.has, nil)
	}
	return id
}

// add puts a report into the story it is most like.
func (b *sorting) add(r report.ID, ws []int32) {
	shared := make([]float64, len(b.all))
	for _, w := range ws {
		for _, h := range b.has[w] {
			shared[h.story] += float64(h.count)
		}
	}
	best, most := -1, b.least
	if b.least == oneOfFew && len(ws) < fewWords {
		most = -1
	}
	for i, n := range shared {
		if alike := n / (b.all[i].size*math.Sqrt(float64(len(ws))) + 1e-9); alike > most {
			best, most = i, alike
		}
	}
	if best < 0 {
		best = len(b.all)
		b.all = append(b.all, new(gathering))
	}
	b.join(best, r, ws)
}

func (b *sorting) join(story int, r report.ID, ws []int32) {
	x := b.all[story]
	x.reports = append(x.reports, r)
	x.size += math.Sqrt(float64(len(ws)))
	for _, w := range ws {
		i := slices.IndexFunc(b.has[w], func(h holding) bool { return h.story == int32(story) })
		if i < 0 {
			i = len(b.has[w])
			b.has[w] = append(b.has[w], holding{story: int32(story)})
		}
		b.has[w][i].count++
	}
}

// merge puts each story into the first earlier one that it is alike on average.
func (b *sorting) merge() {
	counts := make([]map[int32]float64, len(b.all))
	for i := range counts {
		counts[i] = make(map[int32]float64)
	}
	for w := range b.has {
		for _, h := range b.has[w] {
			counts[h.story][int32(w)] = float64(h.count)
		}
	}
	for i := len(b.all) - 1; i > 0; i-- {
		shared := make([]float64, i)
		for w, n := range counts[i] {
			for _, h := range b.has[w] {
				if int(h.story) < i {
					shared[h.story] += n * float64(h.count)
				}
			}
		}
		for j, n := range shared {
			if n > b.least*b.all[i].size*b.all[j].size {
				b.all[j].reports = append(b.all[j].reports, b.all[i].reports...)
				b.all[j].size += b.all[i].size
				b.all[i].reports = nil
				for w, n := range counts[i] {
					counts[j][w] += n
				}
				break
			}
		}
	}
}
