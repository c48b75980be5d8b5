package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// query is what a reader typed, taken apart. Every prefix of a query is a query: what is not finished (an open quotation
// mark, a lone '-', "outlet:" without a name) is read as far as it goes and never empties the list by itself.
type query struct {
	terms    []*term // all must be there
	without  []*term // none may be there
	outlets  []string
	outletsX []string // outlets left out
	voices   []string // squeezed; a voice of any of them must be there
	voicesX  []string // and none of these
	tags     []string // as the reader types them; each must be there
	tagsX    []string // and none of these
	coders   []string // squeezed; a coder of any of them must have coded it
	codersX  []string // and none of these
	dates    []string // days, their beginnings or ranges; the report must be of one of them
	datesX   []string // and of none of these
	phrase   *term    // all terms side by side, for ranking; nil when there is one term or none
	exact    bool     // the query has upper case: case and marks count
	loose    bool     // some term asks only for its letters in order
	shorter  string   // the query without a last word that may become "outlet:" or another field; "" when there is none
}

// empty reports whether the query asks for nothing.
func (q *query) empty() bool {
	return len(q.terms)+len(q.without)+len(q.outlets)+len(q.outletsX)+len(q.voices)+len(q.voicesX)+
		len(q.tags)+len(q.tagsX)+len(q.coders)+len(q.codersX)+len(q.dates)+len(q.datesX) == 0
}

// parse reads a query. It cannot fail.
func parse(text string) *query {
	q := &query{}
	var words []string
	for rest := strings.TrimLeftFunc(text, unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		var t token
		t, rest = next(rest)
		if t.field != "" {
			q.filter(t)
			continue
		}
		made := newTerm(t)
		if len(made.letters) == 0 || t.minus && t.quoted && !t.closed {
			continue
		}
		q.exact = q.exact || strings.ContainsFunc(t.text, unicode.IsUpper)
		if t.minus {
			q.without = append(q.without, made)
			continue
		}
		if rest == "" && !t.quoted && len(q.terms) > 0 && slices.ContainsFunc(fields, func(f string) bool { return strings.HasPrefix(f, t.text) }) {
			q.shorter = strings.TrimSuffix(text, t.text)
		}
		q.loose = q.loose || made.loose
		q.terms = append(q.terms, made)
		words = append(words, t.text)
	}
	if len(words) > 1 && !q.loose {
		q.phrase = newTerm(token{text: strings.Join(words, " "), quoted: true, closed: true})
	}
	for _, t := range append(q.terms, q.without...) {
		t.exact = q.exact
	}
	return q
}

// fields is what filters begin with.
var fields = []string{"outlet:", "voice:", "tag:", "coder:", "date:"}

// filter takes a filter into the query; one without a name filters nothing yet.
func (q *query) filter(t token) {
	name := squeeze(t.text)
	var in, out *[]string
	switch t.field {
	case "outlet:":
		in, out = &q.outlets, &q.outletsX
	case "voice:":
		in, out = &q.voices, &q.voicesX
	case "coder:":
		in, out = &q.coders, &q.codersX
	case "tag:":
		in, out, name = &q.tags, &q.tagsX, t.text
	case "date:":
		in, out, name = &q.dates, &q.datesX, t.text
	}
	if t.minus {
		in = out
	}
	if name != "" {
		*in = append(*in, name)
	}
}

// token is a piece of a query: [-][field:]word or "words", or ~word.
type token struct {
	minus, loose   bool
	field          string // "" or one of fields
	quoted, closed bool
	text           string
}

// next takes the first token off s, which is not empty and begins with no blank.
func next(s string) (t token, rest string) {
	if after, ok := strings.CutPrefix(s, "-"); ok {
		t.minus, s = true, after
	} else if after, ok := strings.CutPrefix(s, "~"); ok {
		t.loose, s = true, after
	}
	for _, f := range fields {
		if !t.loose && len(s) >= len(f) && strings.EqualFold(s[:len(f)], f) {
			t.field, s = f, s[len(f):]
			break
		}
	}
	if r, size := utf8.DecodeRuneInString(s); isQuote(r) {
		t.loose = false // a phrase is exact
		t.quoted, s = true, s[size:]
		end := strings.IndexFunc(s, isQuote)
		if end < 0 {
			t.text = s
			return t, ""
		}
		t.closed, t.text = true, s[:end]
		_, size = utf8.DecodeRuneInString(s[end:])
		return t, s[end+size:]
	}
	end := strings.IndexFunc(s, unicode.IsSpace)
	if end < 0 {
		end = len(s)
	}
	t.text = s[:end]
	return t, s[end:]
}

func isQuote(r rune) bool { return r == '"' || r >= utf8.RuneSelf && classify(r) == quote }

// squeeze is the letters of s: how outlets' names are compared.
func squeeze(s string) string { return string(fold(s).letters) }

// narrows reports whether whatever has all letters of q's terms in it also has all of older's, so that older's
// survivors are all that q needs to look at.
func (q *query) narrows(older *query) bool {
	for _, o := range older.terms {
		found := false
		for _, t := range q.terms {
			if strings.Contains(t.text, o.text) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
