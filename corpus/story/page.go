package story

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"math"
	"slices"
	"time"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// page is a report as reports are compared.
type page struct {
	has   [kinds][]term // its content words, and its names among them, each once
	day   int           // of publication, counted from the epoch
	dated bool
	hash  [32]byte
}

// term is a word of a report and how much it weighs there: a content word 1, a name more the oftener it is said. A report says the
// place of its event and who acts in it again and again, and in passing what others say in passing.
type term struct{ word, weight int32 }

// said is how much a name weighs that stands in n statements of a report: as the root of n, in sixteenths, because sums of whole
// numbers are the same in every order.
func said(n int32) int32 { return int32(math.Round(16 * math.Sqrt(float64(n)))) }

// gathering is the report as a story of one.
func (p *page) gathering() *gathering {
	x := &gathering{count: 1, days: p.day}
	if p.dated {
		x.dated = 1
	}
	for k := range kinds {
		square := 0.0
		for _, t := range p.has[k] {
			square += float64(t.weight) * float64(t.weight)
		}
		x.size[k] = math.Sqrt(square)
	}
	if len(p.has[names]) >= fewNames {
		x.named = 1
	}
	return x
}

// everywhere is names that tell no event from another.
var everywhere = language.English("story", "everywhere")

// newSorting reads all reports.
func newSorting(set *statement.Set) *sorting {
	b := &sorting{few: len(set.Reports) <= fewReports, pages: make([]page, len(set.Reports)), in: make([]int, len(set.Reports))}
	ids := make(map[string]int32)
	for i := range set.Reports {
		r := &set.Reports[i]
		b.in[i] = -1
		b.order = append(b.order, report.ID(i))
		b.pages[i] = b.read(set, report.ID(i), ids)
		p := &b.pages[i]
		if day, err := time.Parse(time.DateOnly, r.Published.ISO()); err == nil {
			p.day, p.dated = int(day.Unix()/86400), true
		}
		if p.hash = r.TextHash; p.hash == [32]byte{} {
			p.hash = sha256.Sum256([]byte(r.Text))
		}
	}
	for k := range kinds {
		b.has[k] = make([][]holding, len(ids))
	}
	slices.SortStableFunc(b.order, func(x, y report.ID) int {
		return cmp.Or(bytes.Compare(b.pages[x].hash[:], b.pages[y].hash[:]), cmp.Compare(set.Reports[x].Path, set.Reports[y].Path))
	})
	return b
}

// read is the content words of a report.
func (b *sorting) read(set *statement.Set, r report.ID, ids map[string]int32) (p page) {
	named := make(map[int32]*naming)
	for _, st := range set.In(r) {
		if !st.IsStory() {
			continue
		}
		ws := set.Words(st.ID)
		titled := language.InTitleCase(ws)
		for _, w := range ws {
			if w.Stop || w.Digit || language.IsLight(w.Stem) {
				continue
			}
			id, known := ids[w.Stem]
			if !known {
				id = int32(len(ids))
				ids[w.Stem] = id
			}
			p.has[words] = append(p.has[words], term{id, 1})
			if !w.Capital || everywhere.Has(w.Stem) {
				continue
			}
			n := named[id]
			if n == nil {
				n = &naming{last: -1}
				named[id] = n
			}
			n.sure = n.sure || !w.First && !titled
			if n.last != st.ID {
				n.last = st.ID
				n.statements++
			}
		}
	}
	for id, n := range named {
		if n.sure {
			p.has[names] = append(p.has[names], term{id, said(n.statements)})
		}
	}
	for k := range kinds {
		slices.SortFunc(p.has[k], func(x, y term) int { return cmp.Compare(x.word, y.word) })
		p.has[k] = slices.Compact(p.has[k])
	}
	return p
}

// naming is how a report uses a word that it writes with a capital.
type naming struct {
	statements int32        // that do
	last       statement.ID // of them
	sure       bool         // where a capital says something: not at the start of a sentence, nor in a headline
}
