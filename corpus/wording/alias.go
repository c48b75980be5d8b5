package wording

import (
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ofAliases is the groups that the reader's own words make. A wording that no report has is not in its group; a group of
// which no report has any is left out.
func ofAliases(set *statement.Set, aliases [][]string) []Group {
	var groups []Group
	for _, alias := range aliases {
		g := gather(set)
		for _, text := range alias {
			want := language.Words(text)
			if len(want) == 0 {
				continue
			}
			for i := range set.All {
				if id := statement.ID(i); set.All[i].IsStory() {
					for _, span := range placesOf(set, id, want) {
						g.add(strings.ToLower(text), Place{id, span})
					}
				}
			}
		}
		if len(g.terms) > 0 {
			groups = append(groups, g.group(Alias))
		}
	}
	return groups
}

// placesOf is where a statement has words side by side, whatever their case and number.
func placesOf(set *statement.Set, id statement.ID, want []language.Word) []report.Span {
	var spans []report.Span
	start, ws := set.All[id].Span.Start, set.Words(id)
	for k := 0; k+len(want) <= len(ws); k++ {
		n := 0
		for n < len(want) && singular(ws[k+n].Text) == singular(want[n].Text) {
			n++
		}
		if n == len(want) {
			last := ws[k+n-1]
			spans = append(spans, report.Span{Start: start + ws[k].Start, End: start + last.Start + len(bare(set.Text(id)[last.Start:last.End]))})
			k += n - 1
		}
	}
	return spans
}

// ReadAlias reads words for one thing with "=" between them: "Kyiv = Kiev". Fewer than two are none.
func ReadAlias(line string) []string {
	var words []string
	for w := range strings.SplitSeq(line, "=") {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			words = append(words, w)
		}
	}
	if len(words) < 2 {
		return nil
	}
	return words
}

// Same is the words for one thing that are known without any link: the reader's, and spellings.
func Same(set *statement.Set) [][]string {
	var all [][]string
	for _, g := range Of(set, nil) {
		var words []string
		for i := range g.Terms {
			words = append(words, g.Terms[i].Text)
		}
		if len(words) > 1 {
			all = append(all, words)
		}
	}
	return all
}
