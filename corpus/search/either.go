package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A query with "|" is several queries: "wounded|injured bridge" asks for "wounded bridge" or "injured bridge". Each is
// answered by itself, so that the scan knows of no such thing; a statement that answers several stands once.

// mostEither bounds the queries that one may stand for.
const mostEither = 24

// either is the queries that a query stands for: itself when it has no "|".
func either(text string) []string {
	if !strings.ContainsRune(text, '|') {
		return []string{text}
	}
	all := []string{""}
	for _, slot := range slots(text) {
		var next []string
		for _, before := range all {
			for _, one := range slot {
				if next = append(next, strings.TrimSpace(before+" "+one)); len(next) == mostEither {
					break
				}
			}
			if len(next) == mostEither {
				break
			}
		}
		all = next
	}
	return all
}

// slots is the parts of a query, each with what may stand in its place. A filter's or an exclusion's sign holds for all of
// them; what is excluded is not this or that, but neither, so such parts stand apart.
func slots(text string) [][]string {
	var all [][]string
	joins := false // the next piece may stand in place of the last
	for rest := strings.TrimLeftFunc(text, unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		if rest[0] == '|' {
			joins, rest = true, rest[1:]
			continue
		}
		n := pieceEnd(rest)
		one := rest[:n]
		rest = rest[n:]
		last := len(all) - 1
		if !joins || last < 0 {
			all = append(all, []string{one})
			continue
		}
		joins = false
		sign := signOf(all[last][0])
		if signOf(one) == "" {
			one = sign + one
		}
		if strings.HasPrefix(sign, "-") {
			all = append(all, []string{one})
		} else {
			all[last] = append(all[last], one)
		}
	}
	return all
}

// pieceEnd is where the first piece of a query ends: at a blank or a "|" outside quotation marks.
func pieceEnd(s string) int {
	quoted := false
	for i, r := range s {
		switch {
		case isQuote(r):
			quoted = !quoted
		case !quoted && i > 0 && (r == '|' || unicode.IsSpace(r)):
			return i
		}
	}
	return len(s)
}

// signOf is what a piece begins with that is not of its words: "-", "outlet:", "-voice:".
func signOf(piece string) string {
	rest := strings.TrimPrefix(piece, "-")
	for _, p := range fields {
		if len(rest) >= len(p) && strings.EqualFold(rest[:len(p)], p) {
			rest = rest[len(p):]
			break
		}
	}
	return piece[:len(piece)-len(rest)]
}

// findAny answers each of the queries and unites the answers: best hits of each first.
func (x *Index) findAny(ctx context.Context, queries []string, limit int) (Result, error) {
	var answers []Result
	united := Result{}
	for _, q := range queries {
		r, err := x.find(ctx, q, limit)
		if err != nil {
			return r, err
		}
		united.Scattered = united.Scattered || r.Scattered
		answers = append(answers, r)
	}
	rank := make(map[statement.ID]int)
	spans := make(map[statement.ID][]report.Span)
	for _, r := range answers {
		united.Set = append(united.Set, r.Set...)
		for i, h := range r.Hits {
			if before, had := rank[h.Statement]; !had || i < before {
				rank[h.Statement] = i
			}
			spans[h.Statement] = append(spans[h.Statement], h.Spans...)
		}
	}
	slices.Sort(united.Set)
	united.Set = slices.Compact(united.Set)
	united.Total = len(united.Set)
	united.Counts = x.count(united.Set)
	for id := range rank {
		united.Hits = append(united.Hits, Hit{id, merge(spans[id])})
	}
	slices.SortFunc(united.Hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(rank[a.Statement], rank[b.Statement]), cmp.Compare(a.Statement, b.Statement))
	})
	if limit > 0 && len(united.Hits) > limit {
		united.Hits = united.Hits[:limit]
	}
	return united, nil
}

// speaks reports whether a statement has a voice that the query's filters let through.
func (x *Index) speaks(q *query, id statement.ID) bool {
	if len(q.voices)+len(q.voicesX) == 0 {
		return true
	}
	wanted := len(q.voices) == 0
	for _, v := range x.set.All[id].Voices {
		name := x.speakers()[v.Speaker]
		for _, w := range q.voicesX {
			if strings.Contains(name, w) {
				return false
			}
		}
		for _, w := range q.voices {
			wanted = wanted || strings.Contains(name, w)
		}
	}
	return wanted
}

// squeezedSpeakers is the speakers of a set, as names are compared.
func squeezedSpeakers(set *statement.Set) map[string]string {
	names := make(map[string]string)
	for i := range set.All {
		for _, v := range set.All[i].Voices {
			if _, known := names[v.Speaker]; !known {
				names[v.Speaker] = squeeze(v.Speaker)
			}
		}
	}
	return names
}

// word is the whole word, in lower case, that a span of the report's text begins in.
func wordAt(text string, span report.Span) string {
	from, to := span.Start, span.Start
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if !isWord(r) {
			break
		}
		from -= n
	}
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !isWord(r) {
			break
		}
		to += n
	}
	return strings.ToLower(text[from:to])
}
