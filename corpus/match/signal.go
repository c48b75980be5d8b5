package match

import "math"

// A signal is one piece of evidence on two statements. All signals are symmetric and pure; most lie in 0..1. What each
// is worth is learnt, see package learn and the folder train.
type signal struct {
	name   string
	family family
	value  func(p *view) float64
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
	byVoices
	byContext
	byRank
	byCrowd
	byOrder
	families
)

var familyNames = [families]string{
	"words", "meaning", "names", "numbers", "quotes", "runs", "shape", "voices", "context", "rank", "crowd", "order",
}

func (f family) String() string { return familyNames[f] }

// signals is the evidence that two statements carry by themselves, in the order of the weights file.
var signals = []signal{
	{"words max", byWords, func(p *view) float64 { return max(p.part(p.a), p.part(p.b)) }},
	{"words min", byWords, func(p *view) float64 { return min(p.part(p.a), p.part(p.b)) }},
	{"words cosine", byWords, (*view).cosine},
	{"words weight", byWords, func(p *view) float64 { return math.Log1p(p.sum) }},
	{"words count", byWords, func(p *view) float64 { return math.Log1p(float64(len(p.shared))) }},
	{"words rarest", byWords, func(p *view) float64 { return p.rarest }},
	{"words second", byWords, func(p *view) float64 { return p.second }},
	{"plain max", byWords, func(p *view) float64 { return max(p.kind(plainWord, p.a), p.kind(plainWord, p.b)) }},
	{"plain min", byWords, func(p *view) float64 { return min(p.kind(plainWord, p.a), p.kind(plainWord, p.b)) }},
	{"meaning max", byMeaning, func(p *view) float64 { return max(p.softA, p.softB) }},
	{"meaning min", byMeaning, func(p *view) float64 { return min(p.softA, p.softB) }},
	{"meaning product", byMeaning, func(p *view) float64 { return math.Sqrt(p.softA * p.softB) }},
	{"meaning weight", byMeaning, func(p *view) float64 { return math.Log1p(p.softA*p.a.weight + p.softB*p.b.weight) }},
	{"names max", byNames, func(p *view) float64 { return max(p.kind(nameWord, p.a), p.kind(nameWord, p.b)) }},
	{"names min", byNames, func(p *view) float64 { return min(p.kind(nameWord, p.a), p.kind(nameWord, p.b)) }},
	{"names weight", byNames, func(p *view) float64 { return math.Log1p(p.kinds[nameWord]) }},
	{"names apart", byNames, namesApart},
	{"numbers weight", byNumbers, func(p *view) float64 { return math.Log1p(p.kinds[amount]) }},
	{"numbers with noun", byNumbers, sameAmountOf},
	{"numbers apart", byNumbers, numbersApart},
	{"quoted words", byQuotes, quotedWords},
	{"both quote", byQuotes, bothQuote},
	{"pairs of words", byRuns, pairsOfWords},
	{"longest run", byRuns, func(p *view) float64 { return math.Log1p(float64(longestRun(p.a.words, p.b.words))) }},
	{"same order", byRuns, sameOrder},
	{"length ratio", byShape, lengthRatio},
	{"lengths", byShape, func(p *view) float64 { return math.Log1p(min(p.a.weight, p.b.weight)) }},
	{"lengths both", byShape, func(p *view) float64 { return math.Log1p(p.a.weight + p.b.weight) }},
	{"headlines", byShape, headlines},
	{"leads", byShape, leads},
	{"place apart", byShape, func(p *view) float64 { return math.Abs(p.a.place - p.b.place) }},
	{"place of both", byShape, func(p *view) float64 { return p.a.place + p.b.place }},
	{"same speaker", byVoices, sameSpeaker},
	{"speakers apart", byVoices, speakersApart},
	{"both speak", byVoices, bothSpeak},
	{"context max", byContext, func(p *view) float64 { return max(p.fromA, p.fromB) }},
	{"context min", byContext, func(p *view) float64 { return min(p.fromA, p.fromB) }},
	{"context gain", byContext, func(p *view) float64 { return max(p.fromA-p.softA, p.fromB-p.softB) }},
}
