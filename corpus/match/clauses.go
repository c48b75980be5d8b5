package match

import (
	"strings"
	"unicode"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

var (
	openers    = language.English("assertion", "openers")    // begin a part that comes before the main clause
	followers  = language.English("assertion", "followers")  // begin a clause that hangs on the one before it
	relative   = language.English("assertion", "relative")   // begin a clause that tells more of what stands before it
	asides     = language.English("assertion", "asides")     // begin an apposition
	insertions = language.English("assertion", "insertions") // begin what stands between a subject and its verb
	finite     = language.English("assertion", "finite")     // are verbs, with which the main clause goes on
	arrivals   = language.English("assertion", "arrivals")   // tie news to other news
	seconds    = language.English("assertion", "seconds")    // begin another main clause
)

const (
	longestAside   = 60 // bytes that an apposition has at most
	longestSubject = 6  // words before what is inserted, or before "comes as"
	shortestClause = 4  // words that an outlet's own clause has at least
)

// clauses is how much the words of a stretch of text count, from each border on.
type clauses []border

type border struct {
	at    int
	count float64
}

func (c clauses) at(i int) float64 {
	count := asMain
	for _, b := range c {
		if b.at > i {
			break
		}
		count = b.count
	}
	return count
}

// token is what stands between blanks.
type token struct {
	at    int
	word  string // its letters from the first on, in lower case
	comma bool   // whether one ends it
	open  bool   // whether a bracket opens before it
	shut  bool   // whether one closes after it
}

func tokens(text string, span report.Span) []token {
	var all []token
	for i := span.Start; i < span.End; {
		n := strings.IndexFunc(text[i:span.End], unicode.IsSpace)
		if n < 0 {
			n = span.End - i
		}
		if t := text[i : i+n]; t != "" {
			end := strings.TrimRight(t, "\"'’”»")
			all = append(all, token{i, firstWord(t), strings.HasSuffix(end, ","), t[0] == '(', strings.HasSuffix(strings.TrimRight(end, ",.;"), ")")})
		}
		i += n
		for _, r := range text[i:span.End] {
			if !unicode.IsSpace(r) {
				break
			}
			i += len(string(r))
		}
	}
	return all
}

func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		text = text[:i]
	}
	return strings.ToLower(text)
}

// parting parts a stretch of text into clauses.
type parting struct {
	ts    []token
	end   int     // of the text
	first int     // token of the main clause
	count float64 // of the main clause that is read
	out   clauses
}

// clausesOf parts a stretch of text.
func clausesOf(text string, span report.Span) clauses {
	p := &parting{ts: tokens(text, span), end: span.End, count: asMain}
	if len(p.ts) > 0 && openers.Has(p.ts[0].word) {
		if c := p.comma(0, span.End); c > 0 {
			p.put(0, c, asAside)
			p.first = c
		}
	}
	for i := p.first; i < len(p.ts); {
		next, done := p.step(i)
		if done {
			break
		}
		i = next
	}
	return p.out
}

// step reads token i, and tells which is to be read next, or that what is left hangs on what has been read.
func (p *parting) step(i int) (next int, done bool) {
	t := &p.ts[i]
	after := i > p.first && p.ts[i-1].comma
	switch {
	case p.arrival(i):
		p.put(p.first, i+2, asAside)
		p.first = i + 2
		return i + 2, false
	case t.open:
		for k := i; k < len(p.ts); k++ {
			if p.ts[k].shut {
				p.put(i, k+1, asAside)
				return k + 1, false
			}
		}
	case after && p.inserted(i) > 0:
		end := p.inserted(i)
		p.put(i, end, asAside)
		return end, false
	case p.relates(i):
		if end := p.resumed(i); end > 0 {
			p.put(i, end, asAside)
			return end, false
		}
		fallthrough
	case i-p.first > 2 && (followers.Has(t.word) || after && participle(t.word)):
		p.out = append(p.out, border{t.at, asFollowing})
		return 0, true
	case after && seconds.Has(t.word):
		p.count = asSecond
		p.out = append(p.out, border{t.at, p.count})
	}
	return i + 1, false
}

// put has tokens from i up to k count so much, and what comes after them as the main clause that is read.
func (p *parting) put(i, k int, count float64) {
	p.out = append(p.out, border{p.ts[i].at, count}, border{p.at(k), p.count})
}

func (p *parting) at(k int) int {
	if k < len(p.ts) {
		return p.ts[k].at
	}
	return p.end
}

// comma is the token after the first comma from token i on that stands before a place in the text, 0 when there is none.
func (p *parting) comma(i, before int) int {
	for ; i < len(p.ts) && p.ts[i].at < before; i++ {
		if p.ts[i].comma {
			return i + 1
		}
	}
	return 0
}

// arrival reports whether token i only ties what follows to other news: "The move comes as ...".
func (p *parting) arrival(i int) bool {
	return i > p.first && i-p.first <= longestSubject && i+2 < len(p.ts) && len(p.out) == 0 && arrivals.Has(p.ts[i].word) &&
		(p.ts[i+1].word == "as" || p.ts[i+1].word == "after")
}

// inserted is the token after an apposition, a relative clause or an insertion that begins with token i and that a comma
// closes: "a NATO member,", "which has ties with both,", "between X and Y, lasted"; 0 when none begins there.
func (p *parting) inserted(i int) int {
	word := p.ts[i].word
	switch {
	case relative.Has(word):
		return p.comma(i, p.end)
	case asides.Has(word), participle(word):
		return p.comma(i, p.ts[i].at+longestAside)
	case insertions.Has(word) && i-p.first <= longestSubject:
		for k := i; k+1 < len(p.ts); k++ {
			if p.ts[k].comma && p.isFinite(k+1) {
				return k + 1
			}
		}
	}
	return 0
}

// relates reports whether token i is a "that" with no subject between it and its verb, which tells more of what stands before
// it: "the storm that struck".
func (p *parting) relates(i int) bool {
	return i-p.first > 2 && p.ts[i].word == "that" && i+1 < len(p.ts) && p.isFinite(i+1)
}

func (p *parting) isFinite(i int) bool {
	return finite.Has(p.ts[i].word) || strings.HasSuffix(p.ts[i].word, "ed")
}

// resumed is the token with which a new subject begins after such a clause: "a part of the ship that sank, the mast ..."; 0
// when none does.
func (p *parting) resumed(i int) int {
	c := p.comma(i, p.end)
	if c > 0 && c < len(p.ts) && asides.Has(p.ts[c].word) {
		return c
	}
	return 0
}

// participle reports whether a word after a comma is likely one: "..., adding that".
func participle(word string) bool {
	return len(word) > 5 && strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "thing") && word != "evening" && word != "morning"
}

// ownClause is the length of an outlet's own main clause that stands before somebody is reported, 0 when there is none:
// "Residents heard a bang, but officials said ...".
func ownClause(before string) int {
	ts := tokens(before, report.Span{End: len(before)})
	for i := len(ts) - 1; i >= shortestClause; i-- {
		if ts[i].word == "but" || seconds.Has(ts[i].word) && ts[i-1].comma {
			return ts[i].at
		}
	}
	return 0
}
