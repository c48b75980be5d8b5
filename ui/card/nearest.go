package card

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Before an outlet is called silent, the card shows what comes nearest to the claim in all that was read of it, statements
// that were never scored and boilerplate included.

// nearestShown is how many statements are shown, and lastNearest the key of the last.
const (
	nearestShown = 3
	lastNearest  = "3"
)

// untakenShown is how many columns of a paragraph are shown that was not taken as a report.
const untakenShown = 300

// addNearestTo adds the nth of the nearest statements, from 1, to the claim.
func (k *Card) addNearestTo(n int) want.Want {
	if n > len(k.nearby) {
		return want.Say{Text: "there are only so many nearest statements: " + fmt.Sprint(len(k.nearby))}
	}
	k.added = k.nearby[n-1].Statement
	return want.Include{Claim: k.claim, From: k.from, Added: k.added}
}

// look finds what comes nearest to the claim in an outlet, also in what its files have and its reports have not.
func (k *Card) look(o without) {
	claims := k.now.Linked.Claims
	k.nearest, k.nearby, k.untaken = true, claims.Nearby(k.claim, o.id, nearestShown), ""
	if r, text, found := claims.Untaken(k.claim, o.id); found {
		k.untaken = "in the file " + safe.Line(k.now.Corpus.Reports[r].Path) + ", but not taken as its report: " + safe.Truncate(text, untakenShown, k.theme.Ellipsis)
	}
}

// addNearest adds the statements of an outlet that come nearest to the claim, with why they do, and what can be done.
func (k *Card) addNearest(o without, add func(theme.Style, string)) {
	set, t := k.now.Corpus.Statements, k.theme
	for i, n := range k.nearby {
		of := ""
		if len(set.Outlets.All[o.id].Reports) > 1 {
			of = fmt.Sprintf(" of “%s”", safe.Truncate(set.ReportOf(n.Statement).Title, 30, t.Ellipsis))
		}
		add(t.Quiet, fmt.Sprintf("%d. statement %d%s (%s): %s", i+1, set.All[n.Statement].Number, of, k.why(n), set.Line(n.Statement)))
	}
	if k.untaken != "" {
		add(t.Quiet, k.untaken)
	}
	keys := ""
	if len(k.nearby) == 0 {
		add(t.Quiet, "no statement of this outlet comes near the claim")
	} else {
		keys = k.bound.Name(key.AddNearest) + "-" + lastNearest + " add it to the claim"
	}
	if !k.isElsewhere(o) {
		if keys != "" {
			keys += "; "
		}
		keys += k.bound.Name(key.CheckSilence) + " records the silence as checked"
	}
	add(t.Key, keys)
}

// why is why a statement is among the nearest.
func (k *Card) why(n claim.Nearby) string {
	set := k.now.Corpus.Statements
	var parts []string
	if !set.All[n.Statement].IsStory() {
		parts = append(parts, "boilerplate")
	}
	if n.Scored {
		parts = append(parts, fmt.Sprintf("score %.2f", n.Score))
	} else {
		parts = append(parts, "not scored")
	}
	if n.Words > 0 {
		parts = append(parts, language.Counted(n.Words, "word")+" of the claim")
	}
	if n.Beside >= 0 {
		parts = append(parts, fmt.Sprintf("beside statement %d, which is linked", set.All[n.Beside].Number))
	}
	if n.Speaker != "" {
		parts = append(parts, "same speaker: "+safe.Line(n.Speaker))
	}
	return strings.Join(parts, "; ")
}
