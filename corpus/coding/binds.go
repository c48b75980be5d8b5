package coding

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"parallax/corpus/brief"
	"parallax/corpus/language"
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

// Nearest is the allowed tag that a tag which is not was probably meant to be: see language.Nearest. Where the codebook has
// values for the name alone, the first is nearest.
func (b Codebook) Nearest(tag string) (nearest string, ok bool) {
	if nearest, ok = language.Nearest(tag, b.Tags()); ok {
		return nearest, true
	}
	folded := cases.Fold().String(strings.TrimSpace(tag))
	for _, c := range b {
		if cases.Fold().String(c.Name) == folded {
			return c.Tags()[0], true
		}
	}
	return "", false
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
