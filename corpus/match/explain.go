package match

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/statement"
)

// explanation is how one kind of evidence is told to a reader: what it was worth, and what was seen.
type explanation struct {
	signal string
	worth  func(r *weighing) float64
	detail func(r *weighing) (string, bool)
}

// explanations is all that may be said, in the order in which equals are told.
var explanations = []explanation{
	{"same speaker", worthOf(byVoices), tellSpeaker},
	{"both", func(r *weighing) float64 { return r.wording(amount) + r.worth[byNumbers] }, tellAmounts},
	{"quotes the same words", worthOf(byQuotes), tellQuotes},
	{"shared words", func(r *weighing) float64 { return r.wording(plainWord) }, tellWords},
	{"same names", func(r *weighing) float64 { return r.wording(nameWord) + r.worth[byNames] }, tellNames},
	{"related words", worthOf(byMeaning), tellRelated},
	{"same run of words", worthOf(byRuns), tellRun},
	{"stands for", worthOf(byWords), tellReferents},
	{"said by a third", worthOf(byCrowd), tellThird},
	{"each the other's best match", worthOf(byRank), tellBest},
	{"both open their reports", worthOf(byShape), tellLeads},
}

// worthOf is what one family of evidence was worth.
func worthOf(f family) func(r *weighing) float64 {
	return func(r *weighing) float64 { return r.worth[f] }
}

// wording is what the overlap of words was worth, as far as it is of concepts of one kind.
func (r *weighing) wording(k conceptKind) float64 {
	if r.sum == 0 {
		return 0
	}
	return (r.worth[byWords] + r.worth[byMeaning] + r.worth[byClause] + r.worth[byRuns]) * r.kinds[k] / r.sum
}

// likely is the score of the pass before from which another pair is told as evidence.
const likely = 0.3

// most is how many words a reason lists.
const most = 6

func tellSpeaker(r *weighing) (string, bool) {
	var names []string
	for _, id := range r.a.speakers {
		if has(r.b.speakers, id) {
			names = append(names, r.s.speakers[id].name)
		}
	}
	return listed(names)
}

func tellWords(r *weighing) (string, bool) { return listed(r.written(plainWord)) }
func tellNames(r *weighing) (string, bool) { return listed(r.written(nameWord)) }

// written is the shared concepts of one kind as the first statement writes them, the rarest first.
func (r *weighing) written(k conceptKind) []string {
	ids := slices.Clone(r.shared)
	slices.SortStableFunc(ids, func(a, b int32) int {
		return cmp.Compare(r.s.concepts[b].weight, r.s.concepts[a].weight)
	})
	var ws []string
	for _, id := range ids {
		if r.s.concepts[id].kind == k {
			if w := r.s.writes(r.a, id); w != "" {
				ws = append(ws, w)
			}
		}
	}
	return ws
}

// writes is how a statement writes a concept, "" when only its context has it.
func (s *event) writes(x *reading, concept int32) string {
	for k, c := range x.at {
		if c == concept {
			return s.set.Text(x.id)[x.words[k].Start:x.words[k].End]
		}
	}
	return ""
}

// tellAmounts gives each shared quantity with the word after it: "17 wounded".
func tellAmounts(r *weighing) (string, bool) {
	text := r.s.set.Text(r.a.id)
	var found []string
	for _, q := range language.Quantities(text, r.a.words) {
		if c := r.a.at[q.Word]; c < 0 || !has(r.shared, c) {
			continue
		}
		last := q.Word + q.Words - 1
		if last+1 < len(r.a.words) && r.a.at[last+1] >= 0 {
			last++
		}
		found = append(found, text[r.a.words[q.Word].Start:r.a.words[last].End])
	}
	return listed(found)
}

// tellQuotes gives the words that one statement quotes and the other has, in their order.
func tellQuotes(r *weighing) (string, bool) {
	for _, ends := range [][2]*reading{{r.a, r.b}, {r.b, r.a}} {
		x, y := ends[0], ends[1]
		text := r.s.set.Text(x.id)
		var ws []string
		for k, w := range x.words {
			if c := x.at[k]; w.Quoted && c >= 0 && has(y.own, c) {
				ws = append(ws, text[w.Start:w.End])
			}
		}
		if detail, ok := listed(ws); ok {
			return detail, true
		}
	}
	return "", false
}

// tellRelated pairs the words that stand for one another: "bombing = attack".
func tellRelated(r *weighing) (string, bool) {
	var found []string
	for _, c := range r.a.own {
		if has(r.shared, c) {
			continue
		}
		for _, n := range r.s.concepts[c].related {
			if !has(r.b.own, n.concept) || has(r.shared, n.concept) {
				continue
			}
			x, y := r.s.writes(r.a, c), r.s.writes(r.b, n.concept)
			if x != "" && y != "" {
				found = append(found, x+" = "+y)
				break
			}
		}
	}
	return listed(found)
}

// tellRun gives the longest run of words that both have, when it is long enough to be no accident.
func tellRun(r *weighing) (string, bool) {
	n, at := longestRunAt(r.a, r.b)
	if n < 4 {
		return "", false
	}
	return r.s.set.Text(r.a.id)[r.a.words[at].Start:r.a.words[at+n-1].End], true
}

// tellReferents gives the words of either statement that stand for something the other names: "the site = hospital".
func tellReferents(r *weighing) (string, bool) {
	var found []string
	for _, ends := range [][2]*reading{{r.a, r.b}, {r.b, r.a}} {
		x, y := ends[0], ends[1]
		for _, m := range x.meant {
			if w := r.s.writes(y, m.concept); w != "" {
				text := r.s.set.Text(x.id)
				found = append(found, text[x.words[m.word].Start:x.words[m.word].End]+" = "+w)
			}
		}
	}
	return listed(found)
}

// tellThird names the outlets of third reports a statement of which matches both.
func tellThird(r *weighing) (string, bool) {
	if r.pair < 0 {
		return "", false
	}
	a, b := r.standings.graph.ab[r.pair][0], r.standings.graph.ab[r.pair][1]
	var thirds []statement.ID
	for _, t := range r.standings.strong[a] {
		y := &r.s.of[t.to]
		if y.report == r.a.report || y.report == r.b.report || t.score < likely {
			continue
		}
		if r.standings.graph.find(r.standings.scores, b, t.to) >= likely {
			thirds = append(thirds, y.id)
		}
	}
	names := r.outlets(thirds)
	return names, names != ""
}

func tellBest(r *weighing) (string, bool) {
	if r.pair < 0 {
		return "", false
	}
	a, b := r.standings.graph.ab[r.pair][0], r.standings.graph.ab[r.pair][1]
	x, y := r.standings.standing(a, r.b.report, r.pair), r.standings.standing(b, r.a.report, r.pair)
	return "", x.better == 0 && y.better == 0
}

func tellLeads(r *weighing) (string, bool) { return "", leads(&r.comparison) == 2 }

// listed joins at most a handful of different words, and reports whether there were any.
func listed(ws []string) (string, bool) {
	var kept []string
	for _, w := range ws {
		if !slices.ContainsFunc(kept, func(k string) bool { return strings.EqualFold(k, w) }) {
			kept = append(kept, w)
		}
	}
	if len(kept) > most {
		kept = append(kept[:most], "...")
	}
	return strings.Join(kept, ", "), len(kept) > 0
}
