package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// tokenKind is what a token is.
type tokenKind uint8

const (
	word tokenKind = iota
	comma
	colon  // or semicolon
	dash   // or a hyphen between blanks
	stop   // full stop, question or exclamation mark, ellipsis
	opened // a bracket
	closed
	openQuote
	closeQuote
	other
)

// token is a word or a mark of a statement.
type token struct {
	start, end int    // bytes of the report's Text; a possessive ending counts
	text       string // without a possessive ending
	lower      string
	kind       tokenKind
	quoted     bool // within quotation marks; the marks themselves are not
	possessive bool
	upper      bool // see capital
	info
}

func (t *token) is(f trait) bool { return t.kind == word && t.traits&f != 0 }

// capital reports whether the word begins with a capital, or with one after its first letter ("iPhone") or after a short
// particle ("al-Amin").
func (t *token) capital() bool { return t.upper }

func startsUpper(word string) bool {
	if c := word[0]; c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
		return c >= 'A'
	}
	r, n := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) || n == len(word) {
		return unicode.IsUpper(r)
	}
	next, _ := utf8.DecodeRuneInString(word[n:])
	if unicode.IsUpper(next) {
		return true
	}
	i := strings.IndexAny(word[:min(len(word), 6)], "-'’")
	if i < 1 || i > 3 {
		return false
	}
	_, n = utf8.DecodeRuneInString(word[i:])
	after, _ := utf8.DecodeRuneInString(word[i+n:])
	return unicode.IsUpper(after)
}

// quotes is the quotation marks that are open. English newsrooms quote with double marks or with single ones; within
// double marks single ones are nested and change nothing.
type quotes struct{ double, single bool }

func (q quotes) open() bool { return q.double || q.single }

// tokenize appends the tokens of text[span], which has been cut into pieces, to dst. limit is where the paragraph ends: a
// single mark opens a quotation only when another may close it before there.
func tokenize(dst []token, text string, span report.Span, pieces []language.Piece, limit int, q *quotes) []token {
	for k := 0; k < len(pieces); {
		p := pieces[k]
		if p.Sign == language.Run {
			t, n := wordAt(text[span.Start:span.End], pieces[k:], q)
			t.start, t.end = t.start+span.Start, t.end+span.Start
			dst = append(dst, t)
			k += n
			continue
		}
		start, end := span.Start+int(p.Start), span.Start+int(p.End)
		t := token{start: start, end: end, text: text[start:end], kind: other}
		t.lower = t.text
		was := q.open()
		t.kind = markAt(text, start, span.Start, limit, p.Sign, q)
		if p.Sign == '&' { // "Hale & Sons"
			t.kind = word
		}
		t.quoted = was && q.open()
		if t.kind == openQuote || t.kind == closeQuote {
			t.quoted = false
		}
		dst = append(dst, t)
		k++
	}
	return dst
}

// wordAt is the word that the pieces begin with, which may hold apostrophes, hyphens, full stops ("U.S.") and commas
// between figures; its start and end are bytes of text. n is the number of its pieces.
func wordAt(text string, pieces []language.Piece, q *quotes) (t token, n int) {
	start, end := int(pieces[0].Start), int(pieces[0].End)
	t = token{start: start, kind: word, quoted: q.open()}
	for n = 1; n < len(pieces) && int(pieces[n].Start) == end; n++ {
		p, how := pieces[n], within
		if p.Sign != language.Run && !unicode.IsMark(p.Sign) {
			how = joinOf(text, start, p, q)
		}
		if how == apart {
			break
		}
		if how == within {
			end = int(p.End)
			continue
		}
		t.possessive, t.end = true, int(p.End)
		n++
		if how == withS {
			t.end++
			n++
		}
		break
	}
	t.text = text[start:end]
	t.end = max(t.end, end)
	t.lower = strings.ToLower(t.text)
	if strings.Contains(t.lower, "’") {
		t.lower = strings.ReplaceAll(t.lower, "’", "'")
	}
	t.upper = startsUpper(t.text)
	t.info = lookUp(t.lower)
	if t.is(timeWord) && t.traits&(auxiliary|finite) != 0 && !t.capital() { // "may", "march"
		t.traits &^= timeWord
	}
	return t, n
}

// join is what a sign does to the word before it.
type join uint8

const (
	apart    join = iota
	within        // it goes on with what follows
	withS         // it ends as a possessive with "s", which belongs to the token and not to its text
	withoutS      // it ends as a possessive
)

// joinOf is what the sign does to the word text[start:sign.Start].
func joinOf(text string, start int, sign language.Piece, q *quotes) join {
	before, after := text[start:sign.Start], text[sign.End:]
	next, _ := utf8.DecodeRuneInString(after)
	inner := after != "" && (unicode.IsLetter(next) || unicode.IsDigit(next))
	last := before[len(before)-1]
	switch sign.Sign {
	case '\'', '’':
		switch {
		case inner && isPossessive(after):
			return withS
		case inner:
			return within
		case !q.single && last == 's':
			return withoutS
		}
	case '-', '&', '?', '‑':
		if inner {
			return within
		}
	case ',':
		if unicode.IsDigit(next) && last >= '0' && last <= '9' {
			return within
		}
	case '.':
		if unicode.IsDigit(next) && last >= '0' && last <= '9' || inner && letters(before) == 1 || dotted(before) || abbreviates(before) {
			return within
		}
	}
	return apart
}

// lookUp is what the lexicon knows of a word, or of the word after its prefix: "ex-plumber".
func lookUp(w string) info {
	i, ok := lexicon()[w]
	if !ok {
		if prefix, rest, found := strings.Cut(w[:min(len(w), 32)], "-"); found && (prefix == "ex" || prefix == "co" || prefix == "vice" || prefix == "deputy" || prefix == "sub") {
			if i = lexicon()[rest]; i.traits&(role|group) == 0 {
				return info{}
			}
			return info{traits: i.traits & (role | group | female | male)}
		}
	}
	return i
}

// isPossessive reports whether s, which follows an apostrophe, is an "s" and no more.
func isPossessive(s string) bool {
	if s[0] != 's' && s[0] != 'S' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return len(s) == 1 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// abbreviates reports whether a full stop after s belongs to it.
func abbreviates(s string) bool {
	return len(s) < 8 && (isInitial(s) || titleAbbreviations.Has(s) || nameAbbreviations.Has(s) || s == "St" || s == "Jr" || s == "Sr" || s == "No")
}

func letters(s string) int { return len(s) - strings.LastIndexByte(s, '.') - 1 }

// markAt is the kind of the mark r at i, and notes what it does to the quotation marks.
func markAt(text string, i, start, limit int, r rune, q *quotes) tokenKind {
	switch r {
	case ',', '،', '、', '，':
		return comma
	case ':', ';', '；', '：':
		return colon
	case '–', '—', '―':
		return dash
	case '-':
		return dash
	case '.', '?', '!', '…', '。', '！', '？':
		return stop
	case '(', '[', '{':
		return opened
	case ')', ']', '}':
		return closed
	case '“', '„', '«':
		q.double = true
		return openQuote
	case '”', '»':
		was := q.double
		q.double = false
		if was {
			return closeQuote
		}
	case '"':
		opens := opensQuote(text, i, start)
		if q.double && !opens {
			q.double = false
			return closeQuote
		}
		if opens || !q.double && !closesQuote(text, i, start) {
			q.double = true
			return openQuote
		}
	case '‘', '\'', '’':
		return singleMark(text, i, start, limit, r, q)
	}
	return other
}

// singleMark is the kind of a single quotation mark, which may be an apostrophe.
func singleMark(text string, i, start, limit int, r rune, q *quotes) tokenKind {
	n := utf8.RuneLen(r)
	switch {
	case q.double:
		return other
	case q.single && r != '‘':
		q.single = false
		return closeQuote
	case !q.single && r != '’' && opensQuote(text, i, start) && closesLater(text[i+n:limit]):
		q.single = true
		return openQuote
	}
	return other
}

// opensQuote reports whether the mark at i stands as an opening mark does: after a blank or a bracket, before a word.
func opensQuote(text string, i, start int) bool {
	_, n := utf8.DecodeRuneInString(text[i:])
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	if i+n >= len(text) || unicode.IsSpace(next) || strings.ContainsRune(",.;:?!)", next) {
		return false
	}
	if i == start {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(before) || strings.ContainsRune(openers+"—–-/", before)
}

func closesQuote(text string, i, start int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return i > start && !unicode.IsSpace(before)
}

// closesLater reports whether a single mark in s closes what one before s opens.
func closesLater(s string) bool {
	const longest = 1000
	s = s[:min(len(s), longest)]
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\'' || r == '’' {
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if i > 0 && !unicode.IsSpace(before) && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return true
			}
		}
		i += n
	}
	return false
}
