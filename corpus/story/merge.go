package story

import "slices"

// partner is the story that another is most like; story is -1 when it is like none.
type partner struct {
	story int
	alike float64
}

// merge puts stories together that are alike on average, the two most alike first, until no two are.
func (b *sorting) merge() {
	least := oneStory
	if b.few {
		least = oneOfFew
	}
	best := make([]partner, len(b.all))
	for i := range b.all {
		best[i] = b.partner(i, least)
	}
	for {
		one := -1
		for i, p := range best {
			if p.story >= 0 && (one < 0 || p.alike > best[one].alike) {
				one = i
			}
		}
		if one < 0 {
			return
		}
		keep, gone := min(one, best[one].story), max(one, best[one].story)
		for _, r := range slices.Clone(b.all[gone].reports) {
			b.part(gone, r)
			b.join(keep, r)
		}
		best[gone] = partner{story: -1}
		best[keep] = b.partner(keep, least)
		for i, x := range b.all {
			if i == keep || len(x.reports) == 0 {
				continue
			}
			// A story that was nearest to either looks anew; what the new one is to the others is seen from its side.
			if s := best[i].story; s == keep || s == gone {
				best[i] = b.partner(i, least)
			}
		}
	}
}

// partner is the story that a story is most like, the first of several; they must be more alike than least.
func (b *sorting) partner(story int, least float64) partner {
	x := b.all[story]
	p := partner{-1, least}
	if len(x.reports) == 0 {
		return p
	}
	var shared [kinds][]float64
	for k := range kinds {
		shared[k] = make([]float64, len(b.all))
		seen := make(map[int32]bool)
		for _, r := range x.reports {
			for _, t := range b.pages[r].has[k] {
				if seen[t.word] {
					continue
				}
				seen[t.word] = true
				own := 0.0
				for _, h := range b.has[k][t.word] {
					if int(h.story) == story {
						own = float64(h.weight)
					}
				}
				for _, h := range b.has[k][t.word] {
					shared[k][h.story] += own * float64(h.weight)
				}
			}
		}
	}
	for i, y := range b.all {
		if i == story || len(y.reports) == 0 || shared[words][i] == 0 {
			continue
		}
		if alike := b.alike(shared[words][i], shared[names][i], x, y); alike > p.alike {
			p = partner{i, alike}
		}
	}
	return p
}
