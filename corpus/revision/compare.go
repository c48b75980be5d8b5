package revision

import (
	"strings"
	"unicode"

	"parallax/corpus/brief"
	"parallax/corpus/report"
)

// Row is a paragraph of two texts: in both, or in one of them.
type Row struct {
	Old, New       string        // "" where the text has no such paragraph
	Gone, Came     []report.Span // bytes of Old that New has not, and of New that Old has not
	HasOld, HasNew bool
}

// Differs reports whether the paragraph is another in the newer text, or in one of them only.
func (r *Row) Differs() bool { return !r.HasOld || !r.HasNew || r.Old != r.New }

// alike is the part of their words that two paragraphs must share to be one that was changed.
const alike = 0.4

// cells bounds the table of an alignment; what needs a larger one counts as gone and come as a whole.
const cells = 1_000_000

// Compare lays two texts side by side, paragraph by paragraph in their order: those that are equal and those that are alike
// share a row, such that as much as possible is shared. Words of a changed paragraph are told apart by [brief.Differences].
func Compare(older, newer string) []Row {
	a, b := paragraphs(older), paragraphs(newer)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var rows []Row
	for _, p := range a[:head] {
		rows = append(rows, Row{Old: p, New: p, HasOld: true, HasNew: true})
	}
	rows = append(rows, middle(a[head:len(a)-tail], b[head:len(b)-tail])...)
	for _, p := range a[len(a)-tail:] {
		rows = append(rows, Row{Old: p, New: p, HasOld: true, HasNew: true})
	}
	return rows
}

// paragraphs is the lines of a text that have something in them.
func paragraphs(text string) []string {
	var ps []string
	for line := range strings.SplitSeq(text, "\n") {
		if p := strings.TrimSpace(line); p != "" {
			ps = append(ps, p)
		}
	}
	return ps
}

// middle aligns what is not equal at either end (Needleman and Wunsch 1970, gaps cost nothing).
func middle(a, b []string) []Row {
	var rows []Row
	if (len(a)+1)*(len(b)+1) > cells {
		for _, p := range a {
			rows = append(rows, gone(p))
		}
		for _, p := range b {
			rows = append(rows, came(p))
		}
		return rows
	}
	wordsA, wordsB := bags(a), bags(b)
	score := func(i, j int) float64 {
		if a[i] == b[j] {
			return 1
		}
		return shared(wordsA[i], wordsB[j])
	}
	best := make([][]float64, len(a)+1)
	for i := range best {
		best[i] = make([]float64, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if s := score(i, j); s >= alike {
				best[i][j] = max(best[i][j], s+best[i+1][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i == len(a):
			rows = append(rows, came(b[j]))
			j++
		case j == len(b):
			rows = append(rows, gone(a[i]))
			i++
		case best[i][j] == best[i+1][j]:
			rows = append(rows, gone(a[i]))
			i++
		case best[i][j] == best[i][j+1]:
			rows = append(rows, came(b[j]))
			j++
		default:
			rows = append(rows, changed(a[i], b[j]))
			i, j = i+1, j+1
		}
	}
	return rows
}

func gone(p string) Row { return Row{Old: p, HasOld: true, Gone: []report.Span{{End: len(p)}}} }
func came(p string) Row { return Row{New: p, HasNew: true, Came: []report.Span{{End: len(p)}}} }

func changed(was, now string) Row {
	r := Row{Old: was, New: now, HasOld: true, HasNew: true}
	at, to := 0, 0
	for _, d := range brief.Differences(was, now) {
		if d.Was != d.Now {
			if strings.TrimSpace(d.Was) != "" {
				r.Gone = append(r.Gone, report.Span{Start: at, End: at + len(d.Was)})
			}
			if strings.TrimSpace(d.Now) != "" {
				r.Came = append(r.Came, report.Span{Start: to, End: to + len(d.Now)})
			}
		}
		at, to = at+len(d.Was), to+len(d.Now)
	}
	return r
}

// bag is the words of a paragraph with how often it has each.
type bag struct {
	words map[string]int
	size  int
}

func bags(ps []string) []bag {
	all := make([]bag, len(ps))
	for i, p := range ps {
		all[i].words = make(map[string]int)
		for _, w := range strings.FieldsFunc(p, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
			all[i].words[strings.ToLower(w)]++
			all[i].size++
		}
	}
	return all
}

// shared is the part of their words that two paragraphs share, 0 to 1 (Dice 1945).
func shared(a, b bag) float64 {
	if a.size+b.size == 0 {
		return 0
	}
	both := 0
	for w, n := range a.words {
		both += min(n, b.words[w])
	}
	return 2 * float64(both) / float64(a.size+b.size)
}
