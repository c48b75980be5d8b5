package coding

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"

	"parallax/corpus/brief"
)

// A codebook binds: what stands outside it is said wherever tags are written or counted. It does not forbid. A study finds
// codes that its codebook lacks, and a reader who says so adds one; but a slip of the keyboard must not become a code.

// Tags is every tag that the codebook allows, in its order.
func (b Codebook) Tags() []string {
	var tags []string
	for _, c := range b {
		tags = append(tags, c.Tags()...)
	}
	return tags
}

// Has reports whether the codebook allows a tag.
func (b Codebook) Has(tag string) bool {
	return slices.ContainsFunc(b, func(c Code) bool { return slices.Contains(c.Tags(), tag) })
}

// CodeOf is the code that a tag belongs to.
func (b Codebook) CodeOf(tag string) (Code, bool) {
	for _, c := range b {
		if slices.Contains(c.Tags(), tag) {
			return c, true
		}
	}
	return Code{}, false
}

// Outside is those of some tags that the codebook does not allow, in their order. An empty codebook allows all.
func (b Codebook) Outside(tags []string) []string {
	if len(b) == 0 {
		return nil
	}
	var out []string
	for _, t := range tags {
		if !b.Has(t) && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// Nearest is the allowed tag that a tag which is not was probably meant to be: the one that fewest strokes lead to, where
// upper and lower case are one. A stroke is a letter too many, too few, wrong, or two that changed places (Damerau, "A
// technique for computer detection and correction of spelling errors", 1964). Of four letters one may be wrong, of five two, and never
// more than three: further off lies another word. Where the codebook has values for the name alone, the first is nearest.
func (b Codebook) Nearest(tag string) (nearest string, ok bool) {
	folded := cases.Fold().String(strings.TrimSpace(tag))
	least := min(3, max(1, (utf8.RuneCountInString(folded)+1)/3)) + 1
	for _, t := range b.Tags() {
		if d := strokes([]rune(folded), []rune(cases.Fold().String(t))); d < least {
			nearest, least, ok = t, d, true
		}
	}
	if ok {
		return nearest, true
	}
	for _, c := range b {
		if cases.Fold().String(c.Name) == folded {
			return c.Tags()[0], true
		}
	}
	return "", false
}

// strokes is the distance between two words: three rows of the usual table, for the letters that change places.
func strokes(a, b []rune) int {
	var before []int
	last, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			wrong := 1
			if a[i] == b[j] {
				wrong = 0
			}
			row[j+1] = min(last[j]+wrong, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, make([]int, len(b)+1)
	}
	return last[len(b)]
}

// Used is every tag in a brief, sorted, with the number of entries and wordings that bear it.
func Used(k *brief.Kept) ([]string, map[string]int) {
	n := make(map[string]int)
	for _, e := range k.Entries {
		for _, t := range e.Tags {
			n[t]++
		}
		for _, w := range e.Wordings {
			for _, t := range w.Tags {
				n[t]++
			}
		}
	}
	var tags []string
	for t := range n {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	return tags, n
}
