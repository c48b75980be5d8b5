package methods

import (
	"cmp"
	"slices"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
)

// count counts what was found. Reports that the reader left out count nowhere.
func count(c *corpus.Corpus, links *match.Links, claims *claim.Claims, kept *brief.Resolved) brief.Counts {
	var n brief.Counts
	outlets, stories := make(map[report.OutletID]bool), make(map[int]bool)
	for i := range c.Reports {
		id := report.ID(i)
		if kept.IsLeftOut(id) {
			continue
		}
		n.Reports++
		outlets[c.Statements.Outlets.Of[id]] = true
		stories[int(c.Stories.Of[id])] = true
		for _, st := range c.Statements.In(id) {
			n.Statements++
			if !st.IsStory() {
				n.Boilerplate++
			}
		}
	}
	n.Outlets, n.Stories = len(outlets), len(stories)
	for _, l := range links.All {
		n.Links++
		if l.Partial {
			n.InPart++
		}
		if l.Differs {
			n.Differing++
		}
	}
	for i := range claims.All {
		if len(claims.All[i].Statements) > 1 {
			n.Claims++
		} else {
			n.Alone++
		}
	}
	return n
}

// kindNames are the decisions on a pair, as a methods section calls them.
var kindNames = map[match.DecisionKind]string{
	match.Confirmed: "links confirmed", match.Cut: "links removed", match.Added: "links added",
	match.InPart: "links confirmed in part", match.Differing: "links said to differ",
}

// kinds is the order in which decisions are told.
var kinds = []string{
	"links confirmed", "links confirmed in part", "links added", "links removed", "links said to differ", "claims answered in review",
	"claims named", "silences signed", "boilerplate overruled", "reports joined or parted", "reports left out", "passages and claims coded", "disagreements settled",
}

// decided counts the decisions that hold, by kind and coder: of several on one thing the last.
func decided(b *brief.Brief) []Decided {
	n := make(map[[2]string]int)
	pairs := make(map[[2]spot]brief.Decision)
	for _, d := range b.Decisions {
		pair := [2]spot{at(d.A), at(d.B)}
		if pair[1].less(pair[0]) {
			pair[0], pair[1] = pair[1], pair[0]
		}
		pairs[pair] = d
	}
	for _, d := range pairs {
		if name := kindNames[d.Kind]; name != "" {
			n[[2]string{name, d.By}]++
		}
	}
	for _, j := range b.Judged {
		n[[2]string{"claims answered in review", j.By}]++
	}
	for _, c := range b.Claims {
		for _, s := range c.Silences {
			n[[2]string{"silences signed", s.By}]++
		}
	}
	named := make(map[uint64]string) // by claim, who named it last
	for _, a := range b.Held() {
		if c, ok := a.Change.(brief.NameClaim); ok && c.Name != "" {
			named[cmp.Or(c.Of, a.Seq)] = a.Coder
		}
	}
	for _, by := range named {
		n[[2]string{"claims named", by}]++
	}
	ruled := make(map[spot]string)
	for _, o := range b.Overrides {
		ruled[at(o.Anchor)] = o.By
	}
	for _, by := range ruled {
		n[[2]string{"boilerplate overruled", by}]++
	}
	for _, g := range b.Gathered {
		n[[2]string{"reports joined or parted", g.By}]++
	}
	for _, d := range b.Disputes {
		if d.Choice != brief.Unsettled {
			n[[2]string{"disagreements settled", d.By}]++
		}
	}
	for _, l := range b.LeftOut {
		n[[2]string{"reports left out", l.By}]++
	}
	for _, e := range b.Entries {
		tagged := len(e.Tags) > 0 || slices.ContainsFunc(e.Wordings, func(w brief.Wording) bool { return len(w.Tags) > 0 })
		if tagged {
			n[[2]string{"passages and claims coded", e.By}]++
		}
	}
	var all []Decided
	for k, count := range n {
		all = append(all, Decided{k[0], k[1], count})
	}
	slices.SortFunc(all, func(a, b Decided) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), cmp.Compare(a.Coder, b.Coder))
	})
	return all
}

// spot is where an anchor stood when it was made.
type spot struct {
	text       brief.Hash
	file       string
	start, end int
}

func at(a brief.Anchor) spot { return spot{a.TextHash, a.File, a.Start, a.End} }

func (s spot) less(t spot) bool {
	return cmp.Or(slices.Compare(s.text[:], t.text[:]), cmp.Compare(s.file, t.file), cmp.Compare(s.start, t.start), cmp.Compare(s.end, t.end)) < 0
}
