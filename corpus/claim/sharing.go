package claim

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Two outlets that have the same words may have them from one speaker, from one agency, or one from the other. Each says
// something else, and only the last makes one origin of two reports: who quotes the same person has heard the same
// person, and who names the same agency may have asked again. So each is said by itself and nothing is folded for the
// first two; see match.Links.Origin for the third.

// Sharing is what two wordings of a claim share.
type Sharing struct {
	Kind  SharingKind
	A, B  statement.ID // A < B; of different outlets
	Words int          // of a quotation or a text: how many in a row
	Who   string       // the speaker of a quotation; the agency of a credit
}

// SharingKind is why two wordings have words in common.
type SharingKind uint8

const (
	SameQuotation SharingKind = iota // words in quotation marks of one speaker
	CreditedTo                       // both reports name one agency
	SameText                         // running text
)

func (k SharingKind) String() string {
	return [...]string{"same quotation", "credited to", "same text"}[k]
}

// How many words in a row are no accident.
const (
	leastQuoted = 8
	leastText   = 12
	mostShared  = 24 // wordings that are compared with each other
)

// String is what is shared in words: "same quotation of Hale: 9 words", "credited to AP", "same text: 14 words".
func (s Sharing) String() string {
	switch s.Kind {
	case SameQuotation:
		return fmt.Sprintf("same quotation of %s: %d words", s.Who, s.Words)
	case CreditedTo:
		return "credited to " + s.Who
	}
	return fmt.Sprintf("same text: %d words", s.Words)
}

// Sharings is what wordings of different outlets share in a claim, by their statements.
func (cs *Claims) Sharings(c ID) []Sharing {
	ids := cs.All[c].Statements
	ids = ids[:min(len(ids), mostShared)]
	words := make([][]language.Word, len(ids))
	for i, id := range ids {
		words[i] = language.Words(cs.set.Text(id))
		words[i] = words[i][:min(len(words[i]), 400)] // no sentence has more
	}
	var all []Sharing
	credited := make(map[[2]report.ID]bool)
	for i, a := range ids {
		for j := i + 1; j < len(ids); j++ {
			b := ids[j]
			if cs.outlet(a) == cs.outlet(b) {
				continue
			}
			if n := run(words[i], words[j], true); n >= leastQuoted {
				if who, ok := cs.sameSpeaker(a, b); ok {
					all = append(all, Sharing{SameQuotation, a, b, n, who})
				}
			}
			if n := run(words[i], words[j], false); n >= leastText {
				all = append(all, Sharing{SameText, a, b, n, ""})
			}
			if key := [2]report.ID{cs.set.All[a].Report, cs.set.All[b].Report}; !credited[key] {
				credited[key] = true
				if who, ok := cs.sameCredit(key[0], key[1]); ok {
					all = append(all, Sharing{CreditedTo, a, b, 0, who})
				}
			}
		}
	}
	return all
}

// run is the longest run of words that two statements have in common, within quotation marks or outside.
func run(a, b []language.Word, quoted bool) int {
	n, _ := language.LongestRun(texts(a, quoted, "\x00a"), texts(b, quoted, "\x00b"))
	return n
}

// texts is the words that are quoted, or those that are not, with none where the others stand.
func texts(ws []language.Word, quoted bool, none string) []string {
	all := make([]string, len(ws))
	for i := range ws {
		all[i] = none
		if ws[i].Quoted == quoted {
			all[i] = ws[i].Text
		}
	}
	return all
}

// sameSpeaker is the speaker whom both statements quote.
func (cs *Claims) sameSpeaker(a, b statement.ID) (who string, ok bool) {
	for _, v := range cs.set.All[a].Voices {
		for _, w := range cs.set.All[b].Voices {
			if v.Mode != statement.Indirect && w.Mode != statement.Indirect && statement.SameSpeaker(v.Speaker, w.Speaker) {
				return v.Speaker, true
			}
		}
	}
	return "", false
}

// sameCredit is the agency that both reports credit.
func (cs *Claims) sameCredit(a, b report.ID) (who string, ok bool) {
	of := cs.Credits(b)
	for _, agency := range cs.Credits(a) {
		if slices.Contains(of, agency) {
			return agency, true
		}
	}
	return "", false
}

// agencies leads from how credits write an agency to its name.
var agencies = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, l := range language.English("credits", "agencies").Lines() {
		name, ways, _ := strings.Cut(l, ":")
		for way := range strings.SplitSeq(ways, ",") {
			m[strings.TrimSpace(way)] = name
		}
	}
	return m
})

// openingStatements is how far into a report a dateline stands: after its headline, sub-heading and date.
const openingStatements = 5

// Credits is the agencies that a report says it has its text from: in its byline, in a credit line, or in a dateline
// ("NEW YORK (AP) -").
func (cs *Claims) Credits(r report.ID) []string {
	var found []string
	add := func(s string) {
		if name, ok := agencies()[strings.ToLower(strings.Trim(s, " .,()[]-—–|/"))]; ok && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	parted := func(r rune) bool { return strings.ContainsRune(",;/|()&+", r) }
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(cs.set.Reports[r].Byline, " and ", ","), parted) {
		add(part)
	}
	for n, st := range cs.set.In(r) {
		text := cs.set.Text(st.ID)
		switch {
		case !st.IsStory() && len(text) < 160:
			text = strings.NewReplacer(" contributed", ",", " and ", ",", " from ", ",", " by ", ",", "With ", ",", "with ", ",").Replace(text)
			for part := range strings.FieldsFuncSeq(text, parted) {
				add(part)
			}
		case n < openingStatements:
			add(dateline(text))
		}
	}
	return found
}

// dateline is what stands in brackets before the dash of a dateline: "AP" of "NEW YORK (AP) - ...".
func dateline(text string) string {
	open := strings.IndexByte(text[:min(len(text), 60)], '(')
	if open < 0 {
		return ""
	}
	name, rest, closed := strings.Cut(text[open+1:], ")")
	rest = strings.TrimLeft(rest, " \u00a0")
	if !closed || !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "—") && !strings.HasPrefix(rest, "–") {
		return ""
	}
	return name
}
