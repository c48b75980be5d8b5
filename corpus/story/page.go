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
	has   [kinds][]int32 // its content words, and its names among them, each once
	day   int            // of publication, counted from the epoch
	dated bool
	hash  [32]byte
}

// gathering is the report as a story of one.
func (p *page) gathering() *gathering {
	x := &gathering{days: p.day}
	if p.dated {
		x.dated = 1
	}
	for k := range kinds {
		x.size[k] = math.Sqrt(float64(len(p.has[k])))
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
	for _, st := range set.In(r) {
		if !st.IsStory() {
			continue
		}
		for _, w := range set.Words(st.ID) {
			if w.Stop || w.Digit || language.IsLight(w.Stem) {
				continue
			}
			id, known := ids[w.Stem]
			if !known {
				id = int32(len(ids))
				ids[w.Stem] = id
			}
			p.has[words] = append(p.has[words], id)
			if w.Capital && !w.First && !everywhere.Has(w.Stem) {
				p.has[names] = append(p.has[names], id)
			}
		}
	}
	for k := range kinds {
		slices.Sort(p.has[k])
		p.has[k] = slices.Compact(p.has[k])
	}
	return p
}
