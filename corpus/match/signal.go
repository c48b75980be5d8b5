package match

import "math"

// A signal is one piece of evidence on two statements. All signals are symmetric and pure; most lie in 0..1. What each
// is worth is learnt, see package learn and the folder train.
type signal struct {
	name   string
	family family
	sign   float64 // +1 when more of it can only speak for a link, -1 against, 0 when that is to be learnt
	value  func(p *comparison) float64
}

// column is one number that a pass weighs: a signal, or what the scores of the pass before say of the pair.
type column struct {
	name   string
	family family
	sign   float64
}

// columns is what a pass weighs, in order.
func columns() []column {
	all := make([]column, 0, len(signals)+len(standingColumns))
	for i := range signals {
		all = append(all, column{signals[i].name, signals[i].family, signals[i].sign})
	}
	return append(all, standingColumns...)
}

// family is the kind of evidence a signal belongs to, by which reasons are given and signals are tried one by one.
type family uint8

const (
	byWords family = iota
	byMeaning
	byNames
	byNumbers
	byQuotes
	byRuns
	byShape
	byClause
	byVoices
	byContext
	byRank
	byCrowd
	byApart
	byMain
	byCarry
	families
)

var familyNames = [families]string{
	"words", "meaning", "names", "numbers", "quotes", "runs", "shape", "clauses", "voices", "context", "rank", "crowd", "apart", "main", "carry",
}

func (f family) String() string { return familyNames[f] }

// signals is the evidence that two statements carry by themselves, in the order of the weights file.
var signals = []signal{
	{"words max", byWords, +1, func(p *comparison) float64 { return max(p.part(p.a), p.part(p.b)) }},
	{"words min", byWords, +1, func(p *comparison) float64 { return min(p.part(p.a), p.part(p.b)) }},
	{"words cosine", byWords, +1, (*comparison).cosine},
	{"words weight", byWords, +1, func(p *comparison) float64 { return math.Log1p(p.sum) }},
	{"words count", byWords, +1, func(p *comparison) float64 { return math.Log1p(float64(len(p.shared))) }},
	{"words rarest", byWords, +1, func(p *comparison) float64 { return p.rarest }},
	{"words second", byWords, +1, func(p *comparison) float64 { return p.second }},
	{"plain max", byWords, +1, func(p *comparison) float64 { return max(p.kind(plainWord, p.a), p.kind(plainWord, p.b)) }},
	{"plain min", byWords, +1, func(p *comparison) float64 { return min(p.kind(plainWord, p.a), p.kind(plainWord, p.b)) }},
	{"meaning max", byMeaning, +1, func(p *comparison) float64 { return max(p.softA, p.softB) }},
	{"meaning min", byMeaning, +1, func(p *comparison) float64 { return min(p.softA, p.softB) }},
	{"meaning product", byMeaning, +1, func(p *comparison) float64 { return math.Sqrt(p.softA * p.softB) }},
	{"meaning weight", byMeaning, +1, func(p *comparison) float64 { return math.Log1p(p.softA*p.a.weight + p.softB*p.b.weight) }},
	{"plain meaning max", byMeaning, +1, func(p *comparison) float64 { return max(p.plainA, p.plainB) }},
	{"plain meaning min", byMeaning, +1, func(p *comparison) float64 { return min(p.plainA, p.plainB) }},
	{"plain meaning product", byMeaning, +1, func(p *comparison) float64 { return math.Sqrt(p.plainA * p.plainB) }},
	{"flat max", byMeaning, +1, func(p *comparison) float64 { return max(p.flatA, p.flatB) }},
	{"flat min", byMeaning, +1, func(p *comparison) float64 { return min(p.flatA, p.flatB) }},
	{"clauses alike", byClause, +1, func(p *comparison) float64 { return p.alike }},
	{"clause within", byClause, +1, func(p *comparison) float64 { return p.within }},
	{"names max", byNames, +1, func(p *comparison) float64 { return max(p.kind(nameWord, p.a), p.kind(nameWord, p.b)) }},
	{"names min", byNames, +1, func(p *comparison) float64 { return min(p.kind(nameWord, p.a), p.kind(nameWord, p.b)) }},
	{"names weight", byNames, +1, func(p *comparison) float64 { return math.Log1p(p.kinds[nameWord]) }},
	{"names apart", byNames, -1, namesApart},
	{"numbers weight", byNumbers, +1, func(p *comparison) float64 { return math.Log1p(p.kinds[amount]) }},
	{"numbers with noun", byNumbers, +1, sameAmountOf},
	{"numbers apart", byNumbers, -1, numbersApart},
	{"quoted words", byQuotes, +1, quotedWords},
	{"both quote", byQuotes, +1, bothQuote},
	{"pairs of words", byRuns, +1, pairsOfWords},
	{"longest run", byRuns, +1, func(p *comparison) float64 { return math.Log1p(float64(longestRun(p.a, p.b))) }},
	{"same order", byRuns, +1, sameOrder},
	{"length ratio", byShape, 0, lengthRatio},
	{"lengths", byShape, 0, func(p *comparison) float64 { return math.Log1p(min(p.a.weight, p.b.weight)) }},
	{"lengths both", byShape, 0, func(p *comparison) float64 { return math.Log1p(p.a.weight + p.b.weight) }},
	{"headlines", byShape, 0, headlines},
	{"leads", byShape, 0, leads},
	{"place apart", byShape, -1, func(p *comparison) float64 { return math.Abs(p.a.place - p.b.place) }},
	{"place of both", byShape, 0, func(p *comparison) float64 { return p.a.place + p.b.place }},
	{"same speaker", byVoices, +1, sameSpeaker},
	{"speakers apart", byVoices, -1, speakersApart},
	{"both speak", byVoices, 0, bothSpeak},
	{"only who", byVoices, -1, onlyWho},
	{"other time", byApart, -1, otherTime},
	{"opens apart", byApart, -1, opensApart},
	{"main max", byMain, +1, func(p *comparison) float64 { return max(p.mainA, p.mainB) }},
	{"main min", byMain, +1, func(p *comparison) float64 { return min(p.mainA, p.mainB) }},
	{"context max", byContext, +1, func(p *comparison) float64 { return max(p.fromA, p.fromB) }},
	{"context min", byContext, +1, func(p *comparison) float64 { return min(p.fromA, p.fromB) }},
	{"context gain", byContext, +1, func(p *comparison) float64 { return max(p.fromA-p.softA, p.fromB-p.softB) }},
}
