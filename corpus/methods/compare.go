package methods

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/brief"
)

// CompareFrames is which reports were left out, or taken in again, or are left out for another reason.
func CompareFrames(was, is *brief.Kept) []Difference {
	old := make(map[string]string)
	for _, l := range was.LeftOut {
		old[l.Report.File] = l.Reason
	}
	var all []Difference
	for _, l := range is.LeftOut {
		switch reason, ok := old[l.Report.File]; {
		case !ok:
			all = append(all, Difference{"report left out", "new", l.Report.File, "", l.Reason})
		case reason != l.Reason:
			all = append(all, Difference{"report left out", "changed", l.Report.File, reason, l.Reason})
		}
		delete(old, l.Report.File)
	}
	for _, l := range was.LeftOut {
		if reason, ok := old[l.Report.File]; ok {
			all = append(all, Difference{"report left out", "gone", l.Report.File, reason, ""})
		}
	}
	return all
}

// CompareCodes is the passages whose codes changed. A passage is known by its file and words, which it keeps when the text
// around it changes.
func CompareCodes(was, is *brief.Kept) []Difference {
	old, now := coded(was), coded(is)
	var keys []passage
	for k := range old {
		keys = append(keys, k)
	}
	for k := range now {
		if _, ok := old[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b passage) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.nth, b.nth), cmp.Compare(a.words, b.words))
	})
	var all []Difference
	for _, k := range keys {
		a, had := old[k]
		b, has := now[k]
		name := k.file + ": " + k.words
		switch {
		case !had:
			all = append(all, Difference{"passage", "new", name, "", b})
		case !has:
			all = append(all, Difference{"passage", "gone", name, a, ""})
		case a != b:
			all = append(all, Difference{"passage", "changed", name, cmp.Or(a, "no code"), cmp.Or(b, "no code")})
		}
	}
	return all
}

// passage is the words of a file, and which of the places with them it is.
type passage struct {
	file  string
	words string
	nth   int
}

// coded is the codes of every marked passage.
func coded(k *brief.Kept) map[passage]string {
	all := make(map[passage][]string)
	for _, e := range k.Entries {
		for _, w := range e.Wordings {
			at := passage{w.Anchor.File, w.Anchor.Exact, w.Anchor.Nth}
			all[at] = brief.WithTags(all[at], brief.WithTags(e.Tags, w.Tags))
		}
	}
	joined := make(map[passage]string)
	for at, tags := range all {
		slices.Sort(tags)
		joined[at] = strings.Join(tags, ", ")
	}
	return joined
}

// ComparePassages is the kept passages that are no longer where they were marked, with what they are coded as: moved within their
// report, edited, or lost with their words.
func ComparePassages(kept *brief.Resolved) []Difference {
	kinds := map[brief.State]string{brief.Moved: "moved", brief.Edited: "edited", brief.Orphan: "lost"}
	var all []Difference
	for _, e := range kept.Brief.Entries {
		for _, w := range e.Wordings {
			if kind := kinds[kept.Find(w.Anchor).State]; kind != "" {
				all = append(all, Difference{What: "passage", Kind: kind, Name: w.Anchor.File + ": " + w.Anchor.Exact, Was: strings.Join(brief.WithTags(e.Tags, w.Tags), ", ")})
			}
		}
	}
	return all
}
