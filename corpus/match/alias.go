package match

import (
	"parallax/corpus/language"
)

// What the reader says is one thing is one concept here, whatever its words: "Kyiv" and "Kiev", "port authority" and
// "harbour board".

// alias is one wording of a thing: the stems of its words.
type alias struct {
	key   string // of the concept that all of its wordings share
	stems []string
}

// aliasesOf are the reader's aliases by the stem that they begin with.
func aliasesOf(groups [][]string) map[string][]alias {
	if len(groups) == 0 {
		return nil
	}
	by := make(map[string][]alias)
	for _, group := range groups {
		key := ""
		for _, text := range group {
			a := alias{}
			for _, w := range language.Words(text) {
				a.stems = append(a.stems, w.Stem)
			}
			if len(a.stems) == 0 {
				continue
			}
			if key == "" {
				key = "a:" + text
			}
			a.key = key
			by[a.stems[0]] = append(by[a.stems[0]], a)
		}
	}
	return by
}

// readAliases makes the words of an alias one concept, the longest alias that begins at a word.
func (s *event) readAliases(x *reading, by map[string][]alias) {
	for k := 0; k < len(x.words); k++ {
		best := alias{}
		for _, a := range by[x.words[k].Stem] {
			if len(a.stems) > len(best.stems) && a.stands(x.words[k:]) {
				best = a
			}
		}
		if best.stems == nil {
			continue
		}
		for j := range best.stems {
			x.at[k+j] = -1
		}
		x.at[k] = s.concept(best.key, nameWord)
		k += len(best.stems) - 1
	}
}

// stands reports whether words begin with those of the alias.
func (a *alias) stands(ws []language.Word) bool {
	if len(a.stems) > len(ws) {
		return false
	}
	for i, stem := range a.stems {
		if ws[i].Stem != stem {
			return false
		}
	}
	return true
}
