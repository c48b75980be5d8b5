// Package story tells which reports are of one event. Call [Sort] with the statements of all reports and the reader's word;
// [Of] is the program's reading alone.
package story

import (
	"math"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A folder may hold reports of many events. They are told apart first, so that all later work stays within stories.
//
// Two reports of one event share about a third of their content words and nearly half of their names; reports of two
// events of one kind, two earthquakes say, may share as many words, even whole phrases of an agency, but hardly a name that
// they say more than once: a name weighs the more the oftener a report says it. So how alike they are is a
// geometric mean of both cosines, that of names the heavier, taken over a story's reports on average. Words beyond what tells
// a kind of event do not make up for names: their cosine counts up to a bound. Short reports have less in common by
// chance, and are judged for it. Each report joins the story that it is most
// like, or begins one (leader clustering); stories that turn out alike are put together, the most alike first; then each
// report may go over to a story that it is more like than its own. A date days away takes some of it.
//
// The order in which reports are read must not matter: the work goes by the reports' own hashes. Nor must five files
// more move the others: nothing depends on how rare a word is in the folder. Rarity would also fail where a folder holds
// one great story, of which all reports share the words that tell it. The cost is a look-up for each word and story that has
// it, so it grows with reports times the stories that have words in common with each.

const (
	oneStory   = 0.27 // mean likeness from which a report belongs to a story
	nameShare  = 0.6  // of the likeness is by names, the rest by all words
	kindShown  = 0.15 // cosine of words from which they say no more than that the events are of one kind
	fullWords  = 80   // content words of a report that is long enough to be judged as it is,
	shortening = 0.3  // and the power by which shorter ones are less alike for that
	fewReports = 12   // a reader who opens so few together means them as one story,
	oneOfFew   = 0.06 // so they part only when they have next to no words in common,
	fewWords   = 40   // and a report of so few content words never does
	fewNames   = 1    // a report of fewer names is judged by its words alone
	rounds     = 3    // in which reports may go over to another story
)

// Of is the stories of a set, in the order of their first reports: each is the reports of one event, in order. The order of
// the reports makes no difference to what is put together.
func Of(set *statement.Set) [][]report.ID {
	b := newSorting(set)
	for _, r := range b.order {
		b.place(r, -1)
	}
	b.merge()
	for range rounds {
		if !b.settle() {
			break
		}
	}
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

// gathering is a story in the making.
type gathering struct {
	reports []report.ID
	size    [kinds]float64 // sum of the square roots of the reports' numbers of words, and of names
	count   int            // of the reports
	named   int            // reports that have names enough
	days    int            // sum of the known dates, as days
	dated   int            // reports that have one
}

// The kinds of words by which reports are compared.
const (
	words = iota // all
	names        // those that are written like names
	kinds
)

// sorting is the work of Of.
type sorting struct {
	pages []page      // by report
	order []report.ID // in which the work goes
	all   []*gathering
	in    []int              // by report: index into all, -1 for none yet
	has   [kinds][][]holding // by word: the stories that have it
	few   bool
}

// holding is how much a word weighs in all reports of a story.
type holding struct {
	story  int32
	weight int32
}

// likeness is how like the report is to each story, for those that it shares a word with.
func (b *sorting) likeness(r report.ID) []float64 {
	p := &b.pages[r]
	var shared [kinds][]float64
	for k := range kinds {
		shared[k] = make([]float64, len(b.all))
		for _, t := range p.has[k] {
			for _, h := range b.has[k][t.word] {
				shared[k][h.story] += float64(t.weight) * float64(h.weight)
			}
		}
	}
	for i, x := range b.all {
		if shared[words][i] > 0 {
			shared[words][i] = b.alike(shared[words][i], shared[names][i], p.gathering(), x)
		}
	}
	return shared[words]
}

// alike is how like two gatherings are on average, from how many words and names their reports share.
func (b *sorting) alike(sharedWords, sharedNames float64, x, y *gathering) float64 {
	byWords := sharedWords / (x.size[words]*y.size[words] + 1e-9)
	if b.few {
		if sharedNames == 0 && x.named > 0 && y.named > 0 {
			return byWords / 2
		}
		return byWords
	}
	byNames := sharedNames / (x.size[names]*y.size[names] + 1e-9)
	if x.named == 0 || y.named == 0 {
		byNames = byWords
	}
	return math.Pow(min(byWords, kindShown), 1-nameShare) * math.Pow(byNames, nameShare) * near(x, y) / chance(x, y)
}

// chance is how much less alike reports as short as those of two gatherings are than long ones: 1 for long ones.
func chance(x, y *gathering) float64 {
	words := x.size[words] * y.size[words] / float64(x.count*y.count) // of a report, the geometric mean of both
	return math.Pow(min(1, words/fullWords), shortening)
}

// near is 1 for gatherings of the same days, less for such as lie further apart; without dates nothing is known.
func near(x, y *gathering) float64 {
	const close, far = 4, 60 // days
	if x.dated == 0 || y.dated == 0 {
		return 1
	}
	apart := math.Abs(float64(x.days)/float64(x.dated) - float64(y.days)/float64(y.dated))
	return 1 - 0.6*max(0, min(1, (apart-close)/(far-close)))
}

// least is the likeness from which a report belongs to a story.
func (b *sorting) least(r report.ID) float64 {
	switch {
	case !b.few:
		return oneStory
	case len(b.pages[r].has[words]) < fewWords:
		return -1
	}
	return oneOfFew
}

// place puts a report into the story it is most like, and reports whether that is another than before, which it has left.
func (b *sorting) place(r report.ID, before int) (moved bool) {
	best, most := -1, b.least(r)
	for i, alike := range b.likeness(r) {
		if len(b.all[i].reports) > 0 && (alike > most || alike == most && i == before) {
			best, most = i, alike
		}
	}
	if best < 0 {
		if best = before; before < 0 || len(b.all[before].reports) > 0 {
			best = len(b.all)
			b.all = append(b.all, new(gathering))
		}
	}
	b.join(best, r)
	return best != before
}

// settle lets every report go over to the story that it is most like, and reports whether one did.
func (b *sorting) settle() (moved bool) {
	for _, r := range b.order {
		before := b.in[r]
		b.part(before, r)
		moved = b.place(r, before) || moved
	}
	return moved
}

func (b *sorting) join(story int, r report.ID) { b.count(story, r, 1) }

func (b *sorting) part(story int, r report.ID) { b.count(story, r, -1) }

// count adds a report to a story, or takes it out.
func (b *sorting) count(story int, r report.ID, by int) {
	x, p := b.all[story], &b.pages[r]
	if by > 0 {
		x.reports = append(x.reports, r)
	} else {
		x.reports = slices.DeleteFunc(x.reports, func(o report.ID) bool { return o == r })
	}
	x.add(p.gathering(), by)
	b.in[r] = story
	for k := range kinds {
		for _, t := range p.has[k] {
			b.hold(k, t.word, story, int32(by)*t.weight)
		}
	}
}

func (b *sorting) hold(kind int, w int32, story int, by int32) {
	has := b.has[kind][w]
	i := slices.IndexFunc(has, func(h holding) bool { return h.story == int32(story) })
	if i < 0 {
		i = len(has)
		has = append(has, holding{story: int32(story)})
	}
	if has[i].weight += by; has[i].weight <= 0 {
		has = slices.Delete(has, i, i+1)
	}
	b.has[kind][w] = has
}

func (x *gathering) add(y *gathering, by int) {
	for k := range kinds {
		x.size[k] += float64(by) * y.size[k]
	}
	x.count += by * y.count
	x.named += by * y.named
	x.days += by * y.days
	x.dated += by * y.dated
}
